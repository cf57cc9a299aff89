"""What browsers send passes the gate, and an input that nobody checks stops the start."""

import json
from collections.abc import Iterator

import pytest

from callbacks import validators
from callbacks.body import parse
from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from tests.support.pages import PAGES
from tests.web.callback_bodies import Page, deed
from tests.web.conftest import UPDATE
from tests.web.mutations import NESTED

CALLBACKS = ("controls", "here")
CLICK = deed("district:jeti-oguz")
# As JSON: some of them no parser of ours writes.
NOT_NUMBERS = (
    *(str(2**53), str(-(2**63) - 1), str(2**64), "1" + "0" * 4_000, "9" * 5_000, "9007199254740992.0"),
    *("1e308", "1e999", "-1e999", "NaN", "Infinity", "-Infinity"),
)
# Where a value, or a part of what was done on a picture, may hold a number.
HOLDERS = (
    *("%s", "[%s, %s]", '{"marks": [], "stretch": [], "moment": %s}', '{"marks": [%s], "stretch": [], "moment": 1}'),
    '{"marks": [], "stretch": [%s, %s], "moment": 1}',
)
BRUSH = deed(stretch=("2018-03-01", "2021-02-01 12:00"))


def test_the_callbacks_are_a_handful(callbacks):
    assert set(callbacks.all) == set(CALLBACKS)


@pytest.mark.parametrize("topic", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_callback_answers_what_a_page_sends(callbacks, call, gate, topic, language):
    page = Page(topic, language)
    for name in CALLBACKS:
        body = callbacks.body(name, page)
        assert gate.admits(json.dumps(body).encode())
        assert call(body).status_code == 200


@pytest.mark.parametrize("deed_data", [CLICK, BRUSH, None, deed("district:naryn", "period:2019", stretch=("a", "b"))])
def test_what_is_done_on_pictures_passes(callbacks, call, deed_data):
    assert call(callbacks.body("here", Page("revenue", deed=deed_data), "deed.data")).status_code == 200


def test_a_click_chooses(callbacks, call):
    answer = call(callbacks.body("here", Page("revenue", deed=CLICK), "deed.data")).json["response"]
    assert answer["here"]["search"] == "?district=jeti-oguz"
    assert answer["district"]["value"] == "jeti-oguz"


def test_a_stretch_of_time_chooses(callbacks, call):
    answer = call(callbacks.body("here", Page("revenue", deed=BRUSH), "deed.data")).json["response"]
    assert answer["here"]["search"] == "?since=2018&until=2021"
    assert answer["period"]["value"] == [2018, 2021]


@pytest.mark.parametrize("name", ["here", "district", "period", "deed", "state"])
def test_a_component_that_no_page_has_is_refused(callbacks, call, name):
    body = json.dumps(callbacks.body("here", Page())).replace(f'"id": "{name}"', f'"id": "{name}s"')
    assert f'"{name}s"' in body and call(json.loads(body)).status_code == 400


def test_places_that_differ_or_come_twice_are_refused(callbacks, call):
    for change in (list.pop, list.reverse, lambda places: places.append(places[0])):
        for kind in ("outputs", "inputs", "state"):
            body = callbacks.body("here", Page("district/naryn"))
            change(body[kind])
            assert call(body).status_code == 400


@pytest.mark.parametrize(
    "deed_data",
    [
        *({}, [], "district:naryn", 1, {"marks": [], "stretch": []}, deed() | {"more": 1}, deed() | {"moment": None}),
        *(deed() | {"moment": -1}, deed() | {"moment": 1.5}, deed() | {"moment": True}, deed() | {"marks": None}),
        *(deed() | {"marks": "district:naryn"}, deed() | {"marks": [1]}, deed(*["x"] * 101), deed("x" * 101)),
        *(deed(stretch=("x" * 101, "x")), deed() | {"stretch": {"x": []}}, deed("district:\n")),
    ],
)
def test_what_nobody_can_do_on_a_picture_is_refused(callbacks, call, deed_data):
    assert call(callbacks.body("here", Page("revenue", deed=deed_data), "deed.data")).status_code == 400


def test_a_body_that_is_too_deep_is_refused(callbacks, call):
    """Also where nobody looks at what it says."""
    for content, status in (([], 200), (NESTED, 400)):
        for place in ("outputs", "parsedChangedPropsIds"):
            body = callbacks.body("here", Page("revenue", deed=CLICK), "deed.data")
            body[place][0] = body[place][0] | {"value": content} if place == "outputs" else content
            assert call(body).status_code == status


def nesting(body: dict, number: str, holder: str) -> Iterator[bytes]:
    """The body with a number in the place of each of its values, one after the other."""
    for place in [*body["inputs"], *body["state"]]:
        value, place["value"] = place["value"], "in its place"
        yield json.dumps(body).replace('"in its place"', holder.replace("%s", number)).encode()
        place["value"] = value


@pytest.mark.parametrize("number", NOT_NUMBERS)
def test_no_body_holds_a_number_out_of_bounds(number):
    with pytest.raises(ValueError, match="number|digits"):
        parse(f'{{"state": [{number}]}}'.encode())


@pytest.mark.parametrize("name", CALLBACKS)
def test_a_number_out_of_bounds_is_refused_wherever_it_stands(callbacks, gate, client, caplog, name):
    page = Page("district/jeti-oguz")
    for holder in HOLDERS:
        for number in NOT_NUMBERS:
            bodies = [*nesting(callbacks.body(name, page), number, holder)]
            assert len(bodies) >= 2 and not any(map(gate.admits, bodies)), (holder, number[:20])
    answers = [client.post(UPDATE, data=body, content_type="application/json") for body in bodies]
    assert {answer.status_code for answer in answers} == {400} and caplog.records == []


@pytest.mark.parametrize(("number", "status"), [(2**53 - 1, 200), (2**53, 400), (-(2**53), 400), (2**64, 400)])
def test_a_moment_is_answered_up_to_the_largest_number_that_browsers_know(callbacks, call, number, status):
    for page in (Page("revenue", heard=number), Page("revenue", deed=CLICK | {"moment": number})):
        assert call(callbacks.body("here", page, "deed.data")).status_code == (status if number > 0 else 400)


def test_half_a_character_is_refused(callbacks, call):
    for text in ("\ud800", "district:\udfff"):
        assert call(callbacks.body("here", Page("revenue", deed=deed(text)), "deed.data")).status_code == 400
        body = callbacks.body("here", Page("revenue"), "deed.data")
        body["parsedChangedPropsIds"] = [text]
        assert call(body).status_code == 400


def test_an_input_that_nobody_checks_stops_the_start(monkeypatch, example_public_url):
    monkeypatch.delitem(validators.VALIDATORS, ("period", "value"))
    with pytest.raises(LookupError):
        create_app(Settings(example_public_url))
