"""A panel that fails says so in its place, and takes no other panel with it."""

import json
import logging
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from dashboard import panels
from dashboard.app import create_app
from dashboard.settings import Settings
from tests.web.callback_bodies import Callbacks, Page


@pytest.fixture
def broken(monkeypatch, caplog):
    """The stacked columns of revenue cannot be read."""

    def fail(*_arguments):
        raise RuntimeError("planted")

    caplog.set_level(logging.CRITICAL)
    panel = panels.BY_KEY["revenue_by_stream"]
    monkeypatch.setitem(panels.BY_KEY, panel.key, panel.__class__(**{**vars(panel), "read": fail}))


@pytest.fixture
def client(sample_public_url) -> FlaskClient:
    """Somebody who asks an application that remembers no answer yet."""
    return create_app(Settings(sample_public_url)).test_client()


@pytest.mark.parametrize("path", ["/en/revenue?present=1", "/en/agenda?present=1"])
def test_a_meeting_goes_on(sample_public_url, broken_everywhere, tmp_path, path):
    agenda = tmp_path / "agenda.toml"
    agenda.write_text('[[view]]\ntitle = "T"\nsentence = "S"\naddress = "/revenue"\n')
    answer = create_app(Settings(sample_public_url, agenda=agenda)).test_client().get(path)
    assert answer.status_code == 200 and "planted" not in answer.text
    assert answer.text.count('class="figure"') > 4
    assert "cannot be read just now" in answer.text


def test_key_figures_that_fail_take_nothing_with_them(sample_public_url, monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setattr("dashboard.pages.key_figures.key_figures.courses", lambda *_: 1 / 0)
    client = create_app(Settings(sample_public_url)).test_client()
    addresses = ("/en/overview", "/en/overview/lite", "/en/overview?present=1")
    page, lite, slides = (client.get(address).text for address in addresses)
    assert all(page.count("title-") > 2 for page in (page, lite))
    assert "cannot be read just now" in slides


def test_the_first_page_has_the_others_and_does_not_keep_the_gap(sample_public_url, broken_everywhere):
    client = create_app(Settings(sample_public_url)).test_client()
    title = 'id="title-revenue_by_stream"'
    page = client.get("/en/revenue").text
    assert 'id="title-revenue_map"' in page and title not in page
    broken_everywhere.undo()
    assert title in client.get("/en/revenue").text


@pytest.fixture
def broken_everywhere(monkeypatch, caplog):
    """The same panel wherever it is listed; ``undo`` mends it."""

    def fail(*_arguments):
        raise RuntimeError("planted")

    caplog.set_level(logging.CRITICAL)
    page = panels.PAGES["revenue"]
    spoilt = tuple(replace(panel, read=fail) if panel.key == "revenue_by_stream" else panel for panel in page.panels)
    monkeypatch.setitem(panels.PAGES, "revenue", page._replace(panels=spoilt))
    return monkeypatch


def test_the_others_are_drawn(client, broken):
    body = Callbacks(client).body("figure", Page(topic="revenue", language="en"), "here.search")
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200
    drawn = {json.loads(ident)["key"]: parts for ident, parts in answer.json["response"].items() if '"figure"' in ident}
    texts = {key: json.dumps(parts) for key, parts in drawn.items()}
    assert "cannot be read just now" in texts["revenue_by_stream"].replace("<br>", " ").replace("\\u003cbr\\u003e", " ")
    assert all(parts["figure"]["data"] for key, parts in drawn.items() if key != "revenue_by_stream")
    assert "planted" not in answer.text and "Traceback" not in answer.text
