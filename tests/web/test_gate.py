"""What browsers send passes the gate, and an input that nobody checks stops the start."""

import json

import pytest

from callbacks import validators
from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from tests.pages import PAGES
from tests.web.callback_bodies import Page
from tests.web.mutations import NESTED

CALLBACKS = ("root", "here", "key-figures", "figure")
CLICK = {"points": [{"customdata": "district:jeti-oguz", "curveNumber": 0, "bbox": {"x0": 1.5}}]}
BRUSH = {"points": [{"x": "2019-07-01"}], "range": {"x": ["2018-03-01", "2021-02-01 12:00"], "y": [0, 1]}}


def test_the_callbacks_are_a_handful(callbacks):
    assert set(callbacks.all) == set(CALLBACKS)


@pytest.mark.parametrize("topic", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_callback_answers_what_a_page_sends(callbacks, call, gate, topic, language):
    page = Page(topic, language)
    for name in CALLBACKS:
        if name == "key-figures" and not page.keys(name):
            continue
        body = callbacks.body(name, page)
        assert gate.admits(json.dumps(body).encode())
        assert call(body).status_code == 200


@pytest.mark.parametrize("event", [{"clickData": CLICK}, {"selectedData": BRUSH}, {"clickData": None}])
def test_events_of_pictures_pass(callbacks, call, event):
    body = callbacks.body("here", Page("revenue", events=event), f"figure.{next(iter(event))}")
    assert call(body).status_code == 200


def test_a_click_chooses(callbacks, call):
    page = Page("revenue", events={"clickData": CLICK})
    answer = call(callbacks.body("here", page, "figure.clickData")).json["response"]
    assert answer["here"]["search"] == "?district=jeti-oguz"
    assert answer["district"]["value"] == "jeti-oguz"


def test_a_component_that_no_page_has_is_refused(callbacks, call):
    body = json.dumps(callbacks.body("figure", Page())).replace("overview_map", "overview_mop")
    assert "overview_mop" in body and call(json.loads(body)).status_code == 400


def test_an_event_that_is_too_deep_is_refused(callbacks, call):
    for event, status in ((CLICK, 200), ({"points": [{"customdata": NESTED}]}, 400)):
        page = Page("revenue", events={"clickData": event})
        assert call(callbacks.body("here", page, "figure.clickData")).status_code == status


def test_an_input_that_nobody_checks_stops_the_start(monkeypatch, sample_public_url):
    monkeypatch.delitem(validators.VALIDATORS, ("period", "value"))
    with pytest.raises(LookupError):
        create_app(Settings(sample_public_url))
