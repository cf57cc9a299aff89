"""A panel that fails says so in its place, and takes no other panel with it."""

import logging
from dataclasses import replace

import pytest

from dashboard import panels
from dashboard.app import create_app
from dashboard.settings import Settings
from tests.support.live_page import answer_address, figures, open_page

BROKEN, WHY = "revenue_by_stream", "cannot be read just now"


@pytest.mark.parametrize("path", ["/en/revenue?present=1", "/en/agenda?present=1"])
def test_a_meeting_goes_on(example_public_url, broken_everywhere, tmp_path, path):
    agenda = tmp_path / "agenda.toml"
    agenda.write_text('[[view]]\ntitle = "T"\nsentence = "S"\naddress = "/revenue"\n')
    answer = create_app(Settings(example_public_url, agenda=agenda)).test_client().get(path)
    assert answer.status_code == 200 and "planted" not in answer.text
    assert answer.text.count('class="figure"') > 4
    assert "cannot be read just now" in answer.text


def test_key_figures_that_fail_take_nothing_with_them(example_public_url, monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setattr("dashboard.pages.key_figures.key_figures.courses", lambda *_: 1 / 0)
    client = create_app(Settings(example_public_url)).test_client()
    addresses = ("/en/overview", "/en/overview/lite", "/en/overview?present=1")
    page, lite, slides = (client.get(address).text for address in addresses)
    assert all(page.count("title-") > 2 for page in (page, lite))
    assert "cannot be read just now" in slides


@pytest.fixture
def broken_everywhere(monkeypatch, caplog):
    """The same panel wherever it is listed; ``undo`` mends it."""

    def fail(*_arguments):
        raise RuntimeError("planted")

    caplog.set_level(logging.CRITICAL)
    page = panels.PAGES["revenue"]
    page_panels = tuple(
        replace(panel, read=fail) if panel.key == "revenue_by_stream" else panel for panel in page.panels
    )
    monkeypatch.setitem(panels.PAGES, "revenue", page._replace(panels=page_panels))
    return monkeypatch


def test_the_others_are_drawn_and_the_gap_is_not_kept(example_public_url, broken_everywhere):
    client = create_app(Settings(example_public_url)).test_client()
    page = open_page(client, "/en/revenue")
    addresses = ("/en/revenue", "/en/revenue/lite", answer_address(page, "/en/revenue", *page.panels))
    for text in (client.get(address).text for address in addresses):
        assert text.count(WHY) == 1 and "planted" not in text and "Traceback" not in text
    failure = page.panels[BROKEN]
    assert WHY in failure.sentence and failure.figure_href == "" and failure.title and failure.help
    assert {*figures(client, page)} == {key for key, panel in page.panels.items() if panel.figure_href}
    assert "revenue_map" in figures(client, page)
    broken_everywhere.undo()
    texts = [client.get(address).text for address in addresses]
    assert [WHY in text for text in texts] == [False] * 3
    assert open_page(client, "/en/revenue").panels[BROKEN].figure_href
