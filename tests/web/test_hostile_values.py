"""Values that have the form of a page's but mean nothing: the answer is a page, and its address is tidy."""

from urllib.parse import urlencode

import pytest

from tests.support.live_page import LivePage, answer_address, figures, open_page
from tests.support.pages import PAGES
from tests.web.callback_bodies import Page

SEARCHES = (
    *(
        "?",
        "?&&==",
        "?" + "x" * 2_000,
        "?district=%00",
        "?district=' OR 1=1 --",
        "?measure[]=poverty",
        "??district=ton",
    ),
    *("?since=9999&until=0001", "?since=2019-13", "?since=1900&until=1901", "?since=2099", "?until=1900", "?since=-1"),
    *("?since=20%D9%A2%D9%A2", "?since=2021&until=2019", "?district=ton&district=naryn", "?stage=ALL&indicator=*"),
    *("?tables=" + "x," * 500, "?tables=revenue_map,,revenue_map", "?%FF=%FF", "?district=<b>", "?since=2019-01-01"),
)
CHOICES = ("nonsense", "", "all", "transfer", "grievance_rate", "__class__", "x" * 100)


@pytest.mark.parametrize(
    ("search", "topic"),
    [
        pytest.param(search, topic, id=f"{row}-{topic}", marks=[] if row % 5 == turn % 5 else pytest.mark.exhaustive)
        for row, search in enumerate(SEARCHES)
        for turn, topic in enumerate(PAGES)
    ],
)
def test_an_address_without_meaning_shows_every_page(client, callbacks, call, search, topic):
    page = Page(topic, search=search)
    assert call(callbacks.body("controls", page)).status_code == 200
    live = open_page(client, page.address)
    assert live.panels and set(figures(client, live)) <= {*live.panels}
    answer = client.get(answer_address(live, page.address, *live.panels))
    assert answer.status_code == 200 and LivePage(answer.text).state == live.state


@pytest.mark.parametrize("search", SEARCHES, ids=range(len(SEARCHES)))
def test_an_address_without_meaning_has_key_figures(client, search):
    assert len(open_page(client, f"/ky/overview{search}").part("key-figures").all(name="key-figure")) == 4


@pytest.mark.parametrize("value", CHOICES)
@pytest.mark.parametrize("topic", PAGES)
def test_an_unknown_option_is_no_choice(client, topic, value):
    """What lists are set to goes into the address."""
    query = urlencode({"measure": value, "stage": value, "indicator": value})
    assert client.get(f"/ky/{topic}?{query}", follow_redirects=True).status_code == 200
