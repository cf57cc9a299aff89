"""Values that have the form of a page's but mean nothing: the answer is a page, and its address is tidy."""

from urllib.parse import urlencode

import pytest

from tests.support.live_page import LivePage, answer_address, figures, open_page
from tests.support.pages import PAGES
from tests.web.callback_bodies import Page, deed

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
PERIODS = ([1900, 1900], [2200, 2200], [1900, 2200], [2015, 2015], None)
DISTRICTS = ("", " ", "x" * 100, "'; --", "<script>", "🏔", "jeti-oguz:x", "41702210", None)
CHOICES = ("nonsense", "", "all", "transfer", "grievance_rate", "__class__", "x" * 100)
MARKS = (
    *("district:", ":", "period:2019-99", "period:<b>", "period:٢٠١٩", "tables:x", "since:2019", "measure:poverty"),
    *("indicator:zzz", "stage:zzz", "district:%s", "search:x", "years:1", "x", "", "edition:example", "present:1"),
)
STRETCHES = (
    *(["a", "b"], ["2019-01", "x"], ["9999-99-99", "0000-00"], ["2019-12-31", "2001-01-01"], [], ["2019-01"]),
    *(["2019-01"] * 3, ["٢٠١٩-٠١", "٢٠٢٠-٠٢"], ["1800-01", "1850-01"], ["2199-01", "2205-01"], ["2019-00", "2019-00"]),
)


@pytest.fixture
def check(callbacks, call, client):
    """Sends a page's body; the answer must be a page state whose address is its own tidy address."""

    def send(page: Page, *properties: str) -> None:
        answer = call(callbacks.body("here", page, *properties))
        assert answer.status_code == 200
        search = answer.json["response"].get("here", {}).get("search", "")
        assert client.get(f"/{page.language}/{page.topic}{search}").status_code == 200

    return send


@pytest.mark.parametrize(
    ("search", "topic"),
    [
        pytest.param(search, topic, id=f"{row}-{topic}", marks=[] if row % 5 == turn % 5 else pytest.mark.exhaustive)
        for row, search in enumerate(SEARCHES)
        for turn, topic in enumerate(PAGES)
    ],
)
def test_an_address_without_meaning_shows_every_page(client, callbacks, call, check, search, topic):
    page = Page(topic, search=search)
    check(page, "here.search")
    assert call(callbacks.body("controls", page)).status_code == 200
    live = open_page(client, page.address)
    assert live.panels and set(figures(client, live)) <= {*live.panels}
    answer = client.get(answer_address(live, page.address, *live.panels))
    assert answer.status_code == 200 and LivePage(answer.text).state == live.state


@pytest.mark.parametrize("search", SEARCHES, ids=range(len(SEARCHES)))
def test_an_address_without_meaning_has_key_figures(client, search):
    assert len(open_page(client, f"/ky/overview{search}").part("key-figures").all(name="key-figure")) == 4


@pytest.mark.parametrize("period", PERIODS)
def test_a_slider_outside_its_range_chooses_what_is_known(check, period):
    check(Page("revenue", period=period), "period.value")


@pytest.mark.parametrize("district", DISTRICTS)
def test_an_unknown_district_is_no_choice(check, district):
    check(Page("incidents", district=district), "district.value")


@pytest.mark.parametrize("value", CHOICES)
@pytest.mark.parametrize("topic", PAGES)
def test_an_unknown_option_is_no_choice(client, topic, value):
    """What lists are set to goes into the address."""
    query = urlencode({"measure": value, "stage": value, "indicator": value})
    assert client.get(f"/ky/{topic}?{query}", follow_redirects=True).status_code == 200


@pytest.mark.parametrize("mark", MARKS, ids=repr)
def test_a_click_on_a_mark_without_meaning_is_no_choice(check, mark):
    check(Page("monitoring", deed=deed(mark)), "deed.data")


@pytest.mark.parametrize("ends", STRETCHES, ids=range(len(STRETCHES)))
def test_a_brush_without_meaning_is_no_choice(check, ends):
    check(Page("overview", deed=deed(stretch=ends)), "deed.data")
