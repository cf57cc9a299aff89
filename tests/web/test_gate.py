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
from tests.web.callback_bodies import Page
from tests.web.conftest import UPDATE
from tests.web.mutations import NESTED

CALLBACKS = ("controls",)
# As JSON: some of them no parser of ours writes.
NOT_NUMBERS = (
    *(str(2**53), str(-(2**63) - 1), str(2**64), "1" + "0" * 4_000, "9" * 5_000, "9007199254740992.0"),
    *("1e308", "1e999", "-1e999", "NaN", "Infinity", "-Infinity"),
)
# Where a value may hold a number.
HOLDERS = ("%s", "[%s, %s]", '{"more": [%s]}')


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


@pytest.mark.parametrize("name", ["address", "controls"])
def test_a_component_that_no_page_has_is_refused(callbacks, call, name):
    body = json.dumps(callbacks.body("controls", Page())).replace(f'"id": "{name}"', f'"id": "{name}s"')
    assert f'"{name}s"' in body and call(json.loads(body)).status_code == 400


def test_places_that_differ_or_come_twice_are_refused(callbacks, call):
    for change in (list.pop, lambda places: places.append(places[0])):
        for kind in ("inputs", "state"):
            body = callbacks.body("controls", Page("district/naryn"))
            change(body[kind])
            assert call(body).status_code == 400


@pytest.mark.parametrize("path", [None, 1, "", "/", "/en", "/en/" + "x" * 200, "/en/rev\nenue", ["/en/revenue"], {}])
def test_a_path_that_is_none_of_ours_is_refused(callbacks, call, path):
    body = callbacks.body("controls", Page("revenue"))
    body["inputs"][0]["value"] = path
    assert call(body).status_code == (200 if path == "/en" else 400)


def test_what_the_browser_answers_by_itself_is_refused(client, callbacks, call):
    outputs = [one["output"] for one in client.get("/_dash-dependencies").json if one["clientside_function"]]
    assert len(outputs) == 3
    for output in outputs:
        assert call(callbacks.body("controls", Page()) | {"output": output}).status_code == 400


def test_a_body_that_is_too_deep_is_refused(callbacks, call):
    """Also where nobody looks at what it says."""
    for content, status in (([], 200), (NESTED, 400)):
        body = callbacks.body("controls", Page("revenue"))
        for change in ({"outputs": body["outputs"] | {"value": content}}, {"parsedChangedPropsIds": [content]}):
            assert call(body | change).status_code == status


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


def test_half_a_character_is_refused(callbacks, call):
    for text in ("\ud800", "?district=\udfff"):
        assert call(callbacks.body("controls", Page("revenue", search=text))).status_code == 400
        body = callbacks.body("controls", Page("revenue"))
        body["parsedChangedPropsIds"] = [text]
        assert call(body).status_code == 400


def test_an_input_that_nobody_checks_stops_the_start(monkeypatch, example_public_url):
    monkeypatch.delitem(validators.VALIDATORS, ("address", "search"))
    with pytest.raises(LookupError):
        create_app(Settings(example_public_url))
