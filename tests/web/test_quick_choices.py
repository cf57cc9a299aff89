"""A choice that comes before the answer to another: what the callback of all choices makes of controls and address."""

import json
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from tests.web.callback_bodies import Page, deed

PAGES = [
    *[(topic, "") for topic in ("overview", "revenue", "monitoring", "incidents", "grievances", "compare", "data")],
    ("revenue", "?district=jeti-oguz&since=2019&until=2021&measure=dependency&per=total"),
    ("monitoring", "?until=2022-10&since=2022-03"),
    ("overview", "?measure=stations&district=naryn&nothing=known"),
    ("compare", "?district=naryn,jeti-oguz&since=2018"),
    ("district/jeti-oguz", ""),
    ("district/jeti-oguz", "?since=2020&currency=usd"),
    ("site/kumtor", "?until=2019"),
]
CLICK = deed("district:naryn")


def _answer(call, callbacks, page: Page, *properties: str) -> dict:
    return call(callbacks.body("here", page, *properties)).json["response"]


def _page_after(page: Page, answer: dict) -> Page:
    """The page after its controls have been brought to the answer."""
    value = {name: changes["value"] for name, changes in answer.items() if "value" in changes}
    return replace(
        page,
        district=value.get("district", page.district),
        period=value.get("period", page.period),
        answered=answer["state"]["data-answered"],
        heard=answer["state"]["data-heard"],
    )


@pytest.fixture
def open_page(call, callbacks):
    """A page whose controls have followed its address."""
    return lambda topic, search="", **state: _page_after(
        page := Page(topic, "en", search, **state), _answer(call, callbacks, page, "here.search")
    )


@pytest.fixture
def choices_after(call, callbacks):
    """What is chosen after something on a page has changed."""
    return lambda page, property_id: dict(
        parse_qsl(_answer(call, callbacks, page, property_id).get("here", {}).get("search", page.search).strip("?"))
    )


@pytest.mark.parametrize(("topic", "search"), PAGES)
def test_controls_that_have_followed_change_nothing_more(call, callbacks, open_page, topic, search):
    again = _answer(call, callbacks, open_page(topic, search), "period.value")
    assert "here" not in again
    assert not [name for name, changes in again.items() if "value" in changes]


def test_a_control_that_holds_something_else_was_not_answered_yet(open_page, choices_after):
    page = replace(open_page("revenue", "?measure=dependency"), district="naryn", period=[2019, 2021])
    for property_id in ("period.value", "district.value"):
        assert choices_after(page, property_id) == {
            "district": "naryn",
            "since": "2019",
            "until": "2021",
            "measure": "dependency",
        }


def test_a_click_that_was_not_answered_yet_counts_once(open_page, choices_after):
    page = open_page("incidents")
    late = replace(page, deed=CLICK, period=[2019, 2021])
    assert choices_after(late, "period.value") == {"district": "naryn", "since": "2019", "until": "2021"}
    assert choices_after(late, "deed.data") == {"district": "naryn", "since": "2019", "until": "2021"}
    assert choices_after(replace(late, heard=CLICK["moment"]), "period.value") == {"since": "2019", "until": "2021"}


@pytest.mark.parametrize(
    ("state", "property_id"),
    [
        # The years that can be chosen are others in a newer version; so are controls on another page.
        ({"answered": "0-20200101T000000 /en/incidents", "district": "naryn"}, "district.value"),
        ({"answered": "", "district": "naryn"}, "district.value"),
        # A link, or the way back, counts more than what was chosen before it.
        ({}, "here.search"),
    ],
)
def test_controls_of_another_address_are_no_choices(open_page, choices_after, state, property_id):
    page = replace(open_page("incidents"), period=[2019, 2021], **state)
    assert not {"since", "until"} & choices_after(page, property_id).keys()


def test_controls_of_the_page_before_are_no_choices_of_this_one(open_page, choices_after):
    before = open_page("incidents")
    page = replace(before, topic="overview", district="naryn", period=[2019, 2021])
    assert choices_after(page, "period.value") == {"since": "2019", "until": "2021"}


def test_controls_are_those_of_the_address_from_the_first_page_on(call, callbacks):
    page = Page("revenue", "en", "?since=2019")
    controls = json.dumps(call(callbacks.body("controls", page)).json)
    page_after = _page_after(page, _answer(call, callbacks, page, "here.search"))
    assert json.dumps({"data-answered": page_after.answered})[1:-1] in controls


def test_a_control_that_shows_what_it_should_is_left_alone(call, callbacks, open_page):
    page = replace(open_page("incidents", "?district=naryn"), period=[2019, 2021])
    answer = _answer(call, callbacks, page, "period.value")
    assert "period" not in answer and "district" not in answer
