"""A choice that comes before the answer to another: what the callback of all choices makes of controls and address."""

from dataclasses import replace

import pytest

from tests.web.callback_bodies import Page

PAGES = [
    *[(topic, "") for topic in ("overview", "revenue", "monitoring", "incidents", "grievances", "compare", "data")],
    ("revenue", "?district=jeti-oguz&since=2019&until=2021&measure=dependency&per=total"),
    ("monitoring", "?since=2022-03&until=2022-10"),
    ("overview", "?measure=stations&district=naryn"),
    ("compare", "?district=naryn,jeti-oguz&since=2018"),
    ("district/jeti-oguz", ""),
    ("district/jeti-oguz", "?since=2020&currency=usd"),
    ("site/kumtor", "?until=2019"),
]


def _answer(call, callbacks, page: Page, *changed: str) -> dict:
    return call(callbacks.body("here", page, *changed)).json["response"]


def _followed(page: Page, answer: dict) -> Page:
    """The page after its controls have been brought to the answer."""
    value = {name: changes["value"] for name, changes in answer.items() if "value" in changes}
    choices = {key: value.get(f'{{"key":"{key}","type":"choice"}}', held) for key, held in page.chosen.items()}
    return replace(
        page,
        district=value.get("district", page.district),
        period=value.get("period", page.period),
        choices=choices,
        answered=answer["chips"]["data-search"],
    )


@pytest.mark.parametrize(("topic", "search"), PAGES)
def test_controls_that_have_followed_change_nothing_more(call, callbacks, topic, search):
    page = Page(topic, "en", search)
    page = _followed(page, _answer(call, callbacks, page, "here.search"))
    again = _answer(call, callbacks, page, "period.value")
    assert "here" not in again
    assert not [name for name, changes in again.items() if "value" in changes]


def test_a_control_that_holds_something_else_was_not_answered_yet(call, callbacks):
    held = {"measure": "dependency", "stage": "transfer", "stream": "all", "operator": "all"}
    page = Page("revenue", "en", "", choices={**held, "per": "total", "currency": "kgs", "prices": "nominal"})
    lost = _answer(call, callbacks, replace(page, period=[2019, 2021]), "period.value")
    kept = _answer(call, callbacks, replace(page, period=[2019, 2021], answered=""), "period.value")
    assert set(lost["here"]["search"].strip("?").split("&")) == {"since=2019", "until=2021"}
    assert set(kept["here"]["search"].strip("?").split("&")) == {
        *("measure=dependency", "per=total", "since=2019", "until=2021")
    }


def test_the_address_counts_where_controls_have_not_followed_it_yet(call, callbacks):
    page = Page("incidents", "en", "?district=naryn", district=None, answered="")
    assert "district=naryn" in _answer(call, callbacks, page, "period.value")["chips"]["data-search"]


def test_a_control_that_shows_what_it_should_is_left_alone(call, callbacks):
    page = Page("incidents", "en", "?district=naryn", district="naryn", period=[2019, 2021], answered="?district=naryn")
    answer = _answer(call, callbacks, page, "period.value")
    assert "period" not in answer and "district" not in answer
