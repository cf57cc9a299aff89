"""The addresses by which a live page follows a choice: answers and figures, each of the version in its address."""

from datetime import UTC, datetime

import orjson
import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.pages.build import Builder
from dashboard.panels import PANELS
from dashboard.settings import Settings
from dashboard.text import LANGUAGES, load
from data_access.store.database import Database
from data_access.vocabulary import clock
from layouts.templates import to_json
from tests.support.live_page import LivePage, answer_address, figures, open_page
from tests.support.pages import PAGES
from tests.web.callback_bodies import Page

CHOICE = "?district=jeti-oguz&since=2019&until=2023"
CHOICES = (CHOICE, "", "?measure=poverty&currency=usd&stage=payment&indicator=as")
FOR_A_DAY = "public, max-age=86400"
EMPTY = "/figures/{}/en/readings_by_place?since=1999&until=2000"
HOSTILE = ("..", "%2e%2e", "%00", "%0d%0aSet-Cookie:x", "a%3Fb", "a%23b", "<script>", "%FF", "x" * 3_000, "%2F%2Fevil")


@pytest.fixture(scope="module")
def page(server) -> LivePage:
    """The first page, without a choice."""
    return open_page(server.test_client(), "/en/overview")


def answer_text(client: FlaskClient, page: LivePage, address: str, *keys: str) -> LivePage:
    """The answer to a choice on a page."""
    answer = client.get(answer_address(page, address, *keys))
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    return LivePage(answer.text)


@pytest.mark.parametrize("topic", PAGES)
def test_an_answer_is_what_the_page_at_its_address_says(client, page, topic):
    here = Page(topic, LANGUAGES[PAGES.index(topic) % len(LANGUAGES)], CHOICE)
    whole = open_page(client, here.address)
    answer = answer_text(client, page, whole.state["address"], *here.keys)
    assert answer.state == whole.state
    assert answer.panels == whole.panels
    for part in ("held", "navigation", "languages", "chips", "news", "edition", "choices", "key-figures"):
        assert answer.part(part) == whole.part(part), part


def test_an_answer_has_only_the_panels_that_were_asked_for(client, page):
    some = ("revenue_map", "revenue_flow")
    assert {*answer_text(client, page, "/en/revenue", *some).panels} == {*some}
    assert answer_text(client, page, "/en/revenue", "-").panels == {}
    mixed = ("nonsense", "incidents_map", "revenue_map", "", "revenue_map")
    assert [*answer_text(client, page, "/en/revenue", *mixed).panels] == ["revenue_map"]


def test_a_figure_is_the_picture_of_its_panel(example_public_url, monkeypatch):
    """Its address holds all that it depends on."""
    client, pictures, draw = create_app(Settings(example_public_url)).test_client(), {}, Builder._with_picture

    def draw_and_note(*arguments):
        panel = draw(*arguments)
        pictures[panel.figure_href] = orjson.loads(to_json(panel.figure))
        return panel

    monkeypatch.setattr(Builder, "_with_picture", draw_and_note)
    for number, topic in enumerate(PAGES):
        page = open_page(client, f"/ru/{topic}{CHOICES[number % len(CHOICES)]}")
        page_figures = {page.panels[key].figure_href: figure for key, figure in figures(client, page).items()}
        assert page_figures and page_figures == {address: pictures[address] for address in page_figures}
    assert len(pictures) > 30


def test_another_stamp_leads_to_the_current_one(client, page):
    stamp, other = page.state["stamp"], "0" * 12
    panel = page.panels["overview_map"]
    addresses = (panel.figure_href, answer_address(page, "/en/revenue?district=naryn", "revenue_map", "revenue_flow"))
    for address in addresses:
        answer = client.get(address.replace(stamp, other))
        assert (answer.status_code, answer.location) == (302, address)
        assert answer.headers["Cache-Control"] == "no-cache"
        assert client.get(address).headers["Cache-Control"] == FOR_A_DAY


def test_what_stands_in_another_address_is_not_passed_on(client, page):
    """The address that is led to is made from what is known, whatever was asked."""
    for hostile in HOSTILE:
        address = f"/parts/{'0' * 12}/{hostile},revenue_map/en/revenue?district={hostile}&x={hostile}"
        answer = client.get(address)
        assert answer.status_code in (302, 308, 404), hostile
        if answer.status_code == 302:
            assert answer.location == answer_address(page, "/en/revenue", "revenue_map"), hostile


def test_a_light_page_has_no_parts(client, page):
    address = answer_address(page, "/ky/overview/lite", "overview_map")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_path_is_no_error_of_ours(client, page, caplog, hostile):
    stamp = page.state["stamp"]
    for path in (
        *(f"/parts/{stamp}/-/en/{hostile}", f"/parts/{stamp}/-/{hostile}/revenue", f"/parts/{hostile}/-/en/data"),
        *(f"/parts/{stamp}/-/en/district/{hostile}", f"/parts/{stamp}/{hostile}/en/revenue/lite"),
        *(f"/figures/{stamp}/en/{hostile}", f"/figures/{stamp}/{hostile}/revenue_map", f"/figures/{hostile}/en/x"),
        f"/figures/{stamp}/en/revenue_map?district={hostile}&measure={hostile}&edition={hostile}",
    ):
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code in (200, 400, 404, 405), path
    assert caplog.records == []


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.key)
def test_a_figure_of_choices_that_no_page_offers_together_is_one_or_none(client, page, caplog, panel):
    for search in (
        "?measure=stations&stage=social",
        "?measure=incident_count&x=nothing&lag=9",
        "?site=kumtor",
    ):
        answer = client.get(f"/figures/{page.state['stamp']}/ky/{panel.key}{search}")
        assert answer.status_code in (200, 204), search
    assert caplog.records == []


def test_where_there_is_nothing_to_draw_there_is_no_figure(client, page, caplog):
    empty = open_page(client, "/en/monitoring?since=1999&until=2000")
    assert [key for key, panel in empty.panels.items() if panel.figure_href and panel.ways_out] == []
    nothing = client.get(EMPTY.format(page.state["stamp"]))
    assert (nothing.status_code, nothing.data) == (204, b"")
    answer = client.get(f"/figures/{page.state['stamp']}/en/nonsense", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert load()["en"]("notice.not_found.title") in answer.text
    assert caplog.records == []


def test_with_another_day_the_addresses_are_others(client, page, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(2030, 1, 1, tzinfo=UTC))
    address = page.panels["overview_map"].figure_href
    there = client.get(address)
    assert there.status_code == 302 and there.location != address
    later = open_page(client, "/en/overview")
    assert later.state["stamp"] != page.state["stamp"] and later.panels["overview_map"].figure_href == there.location


def test_an_answer_and_its_figures_are_of_one_version(client, page):
    for search in ("", "?district=naryn"):
        answer = answer_text(client, page, f"/en/overview{search}", *page.panels)
        stamps = {panel.figure_href.split("/")[2] for panel in answer.panels.values() if panel.figure_href}
        assert stamps == {answer.state["stamp"]}


def test_what_may_be_well_the_next_time_is_not_kept_by_browsers(example_public_url, monkeypatch, caplog):
    caplog.set_level("CRITICAL")
    client = create_app(Settings(example_public_url)).test_client()
    address = answer_address(open_page(client, "/en/revenue"), "/en/revenue", "revenue_map")
    with monkeypatch.context() as patch:
        patch.setattr(Builder, "_with_picture", lambda *_: 1 / 0)
        assert client.get(address).headers["Cache-Control"] == "no-cache"
    with monkeypatch.context() as patch:
        patch.setattr(Database, "problem", "unreachable")
        assert client.get(address).headers["Cache-Control"] == "no-cache"
    assert client.get(address).headers["Cache-Control"] == FOR_A_DAY
