"""What browsers send passes the gate, and an input that nobody checks stops the start."""

import json
from collections.abc import Iterator

import pytest

from callbacks import validators
from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from tests.support.pages import PAGES
from tests.web.callback_bodies import Page
from tests.web.conftest import UPDATE
from tests.web.mutations import NESTED

CALLBACKS = ("root", "here", "key-figures", "figure")
CLICK = {"points": [{"customdata": "district:jeti-oguz", "curveNumber": 0, "bbox": {"x0": 1.5}}]}
# As JSON: some of them no parser of ours writes.
NOT_NUMBERS = (
    *(str(2**53), str(-(2**63) - 1), str(2**64), "1" + "0" * 4_000, "9" * 5_000, "9007199254740992.0"),
    *("1e308", "1e999", "-1e999", "NaN", "Infinity", "-Infinity"),
)
# Where a value, or a part of an event, may hold a number.
HOLDERS = (
    *("%s", "[%s, %s]", '{"timestamp": %s}', '{"points": [{"x": %s}]}', '{"points": [{"bbox": {"x0": %s}}]}'),
    *('{"points": [], "range": {"x": [%s, %s]}}', '{"points": [], "xaxis.range[0]": %s}'),
)
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


def holding(body: dict, number: str, holder: str) -> Iterator[bytes]:
    """The body with a number in the place of each of its values, one after the other."""
    places = [part if isinstance(part, list) else [part] for kind in ("inputs", "state") for part in body[kind]]
    for place in [one for part in places for one in part[:1]]:
        value, place["value"] = place["value"], "in its place"
        yield json.dumps(body).replace('"in its place"', holder.replace("%s", number)).encode()
        place["value"] = value


@pytest.mark.parametrize("name", CALLBACKS)
def test_a_number_out_of_bounds_is_refused_wherever_it_stands(callbacks, gate, client, caplog, name):
    page = Page("district/jeti-oguz")
    for holder in HOLDERS:
        for number in NOT_NUMBERS:
            bodies = [*holding(callbacks.body(name, page), number, holder)]
            assert len(bodies) >= 2 and not any(map(gate.admits, bodies)), (holder, number[:20])
    answers = [client.post(UPDATE, data=body, content_type="application/json") for body in bodies]
    assert {answer.status_code for answer in answers} == {400} and caplog.records == []


@pytest.mark.parametrize(("number", "status"), [(2**53 - 1, 200), (2**53, 400), (-(2**53), 400), (2**64, 400)])
def test_a_moment_is_answered_up_to_the_largest_number_that_browsers_know(callbacks, call, number, status):
    for page in (Page("revenue", clicked=number), Page("revenue", events={"clickData": CLICK | {"timestamp": number}})):
        assert call(callbacks.body("here", page, "figure.clickData")).status_code == status


def test_half_a_character_is_refused(callbacks, call):
    for text in ("\ud800", "district:\udfff"):
        page = Page("revenue", events={"clickData": {"points": [{"customdata": text}]}})
        assert call(callbacks.body("here", page, "figure.clickData")).status_code == 400


def test_an_input_that_nobody_checks_stops_the_start(monkeypatch, sample_public_url):
    monkeypatch.delitem(validators.VALIDATORS, ("period", "value"))
    with pytest.raises(LookupError):
        create_app(Settings(sample_public_url))
