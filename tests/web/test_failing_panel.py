"""A panel that fails says so in its place, and takes no other panel with it."""

import json
import logging

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


def test_the_others_are_drawn(client, broken):
    body = Callbacks(client).body("figure", Page(topic="revenue", language="en"), "here.search")
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200
    drawn = {json.loads(ident)["key"]: parts for ident, parts in answer.json["response"].items() if '"figure"' in ident}
    texts = {key: json.dumps(parts) for key, parts in drawn.items()}
    assert "cannot be read just now" in texts["revenue_by_stream"].replace("<br>", " ").replace("\\u003cbr\\u003e", " ")
    assert all(parts["figure"]["data"] for key, parts in drawn.items() if key != "revenue_by_stream")
    assert "planted" not in answer.text and "Traceback" not in answer.text
