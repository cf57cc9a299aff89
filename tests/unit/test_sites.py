"""Sites: what is said of each, counted another way than the pages count, and where a choice of one leads."""

import math
import sqlite3

import pytest

from dashboard import panels
from dashboard.address.route import Route
from dashboard.figures.base import Canvas, Ground, SiteMark
from dashboard.text import LANGUAGES, load
from data_access.answers import places, sites
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection
from tests.support.spaces import plain_spaces

WORDS = load()


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.fixture
def store(example_public_url):
    connection = sqlite3.connect(f"file:{example_public_url.removeprefix('sqlite:///')}?mode=ro", uri=True)
    yield connection
    connection.close()


def canvas(snapshot: Snapshot, language: str, **choices) -> Canvas:
    ground = tuple(Ground(*row) for row in places.ground(snapshot))
    marks = tuple(SiteMark(*row) for row in sites.marks(snapshot))
    return Canvas(WORDS[language], Selection(**choices), ground=ground, sites=marks)


def table(snapshot: Snapshot, key: str, language: str = "en", **choices):
    panel = panels.BY_KEY[key]
    relevant = panel.relevant(Selection(**choices))
    return panel.tabulate(panel.answer(snapshot, relevant), WORDS[language], relevant)


def picture(snapshot: Snapshot, key: str, language: str = "en", **choices) -> list[dict]:
    panel = panels.BY_KEY[key]
    relevant = panel.relevant(Selection(**choices))
    return panel.draw(panel.answer(snapshot, relevant), canvas(snapshot, language, **choices)).figure["data"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_site_is_listed_drawn_and_opened_once(snapshot, store, language):
    keys = sorted(key for (key,) in store.execute("SELECT site_id FROM site"))
    rows = table(snapshot, "sites_register", language).rows
    assert sorted(row[0].choice for row in rows) == [f"site:{key}" for key in keys]
    assert {(row[0].page, row[3].page) for row in rows} == {("site", "district")}
    marks = [mark for trace in picture(snapshot, "sites_register", language) for mark in trace.get("customdata", ())]
    assert sorted(mark for mark in marks if mark.startswith("site:")) == [f"site:{key}" for key in keys]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_example_says_of_sites_has_words(store, language):
    """What compilers wrote is shown as it is where the catalogue has no word: of our own example it has all."""
    rows = store.execute("SELECT commodity, status FROM site").fetchall()
    parts = {part.strip() for commodity, _ in rows for part in commodity.split(";")}
    codes = {"".join(letter if letter.isalnum() else "_" for letter in part).replace("__", "_") for part in parts}
    assert [code for code in codes if not WORDS[language].has(f"commodity.{code.strip('_')}")] == []
    assert [status for _, status in rows if not WORDS[language].has(f"site_status.{status}")] == []


def test_each_site_stands_with_its_last_operator(snapshot, store):
    operators = store.execute(
        "SELECT site_id, operator, valid_to, stated_year FROM site_operator WHERE valid_from NOT NULL"
    )
    current = {(site_id, operator) for site_id, operator, until, _ in operators if until is None}
    rows = table(snapshot, "sites_register").rows
    pairs = {(row[0].choice.removeprefix("site:"), row[2].text) for row in rows}
    assert current and {site_id for site_id, _ in current - pairs} <= {site_id for site_id, _ in current & pairs}
    # On the page of a district its name stands above the list.
    assert {len(row) for row in table(snapshot, "sites_register", district="jeti-oguz").rows} == {3}


def test_a_district_lists_the_sites_that_concern_it_in_any_role(snapshot):
    sites_by_district = {
        slug: {row[0].choice.removeprefix("site:") for row in table(snapshot, "sites_register", district=slug).rows}
        for slug in ("jeti-oguz", "kochkor", "chatkal", "naryn")
    }
    assert sites_by_district["jeti-oguz"] == {"kumtor"}
    # Kochkor is affected by one; Naryn oblast, in which it lies, shares in the payments of the other.
    assert sites_by_district["kochkor"] == {"kyzyl-ompol", "kumtor"}
    assert "ishtamberdy" in sites_by_district["chatkal"] and sites_by_district["naryn"] == {"solton-sary", "kumtor"}


def test_districts_stand_with_their_roles_and_lead_to_their_pages(snapshot):
    rows = [(row[0].text, row[1].text, row[1].choice) for row in table(snapshot, "site_facts", site="kumtor").rows]
    assert ("Lies in", "Jeti-Oguz", "district:jeti-oguz") in rows
    assert [text for role, text, choice in rows if role == "Shares in its payments" and choice is None] == [
        "Issyk-Kul oblast",
        "Naryn oblast",
    ]


@pytest.mark.parametrize(
    ("site", "sentence"),
    [
        ("ishtamberdy", "Sources disagree on the district: Ala-Buka, Chatkal"),
        ("kumtor", "Stated to lie in Jeti-Oguz, within about 3 km"),
    ],
)
def test_disagreement_of_sources_is_said(snapshot, site, sentence):
    panel = panels.BY_KEY["site_facts"]
    text = panel.say(panel.answer(snapshot, Selection(site=site)), WORDS["en"], Selection(site=site))
    assert sentence in plain_spaces(text)


@pytest.mark.parametrize(("site", "position"), [("kumtor", "41.87° N, 78.2° E"), ("makmal", "41.2° N, 74.3° E")])
def test_a_position_has_as_many_figures_as_are_known(snapshot, site, position):
    assert any(position in plain_spaces(row[1].text) for row in table(snapshot, "site_facts", site=site).rows)


def test_a_site_known_from_memory_says_so(snapshot):
    texts = [row[1].text for row in table(snapshot, "site_facts", site="trudovoe").rows]
    assert WORDS["en"]("site.from_memory") in texts


@pytest.mark.parametrize("site", ["kumtor", "ishtamberdy"])
def test_the_circle_is_as_wide_as_the_position_is_uncertain(snapshot, store, site):
    lat, lon, km = store.execute("SELECT lat, lon, uncertainty_km FROM site WHERE site_id = ?", (site,)).fetchone()
    circle = next(trace for trace in picture(snapshot, "site_facts", site=site) if trace.get("fill") == "toself")
    for north, east in zip(circle["lat"], circle["lon"], strict=True):
        distance = 111.2 * math.hypot(north - lat, (east - lon) * math.cos(math.radians(lat)))
        assert distance == pytest.approx(km, rel=0.01)
    turn = sum(
        (east_b - east_a) * (north_b + north_a)
        for north_a, north_b, east_a, east_b in zip(
            circle["lat"], circle["lat"][1:], circle["lon"], circle["lon"][1:], strict=False
        )
    )
    assert turn > 0, "counter-clockwise: on a sphere, all but the circle would be filled"


def test_periods_of_operators_are_as_exact_as_reports(snapshot):
    rows = [(row[0].text, plain_spaces(row[1].text)) for row in table(snapshot, "site_operators", site="kumtor").rows]
    assert rows == [
        ("Kumtor Gold Company", "named in a report of 2019"),
        ("Kumtor Gold Company CJSC, under external management", "17 May 2021 – 22 Aug 2022"),
        ("Kumtor Gold Company CJSC, 100 % state", "since 23 Aug 2022"),
    ]


def test_readings_are_of_stations_in_the_districts_of_a_site(snapshot, store):
    query = """SELECT t.station_id, sum(exceeds_count) FROM station_month m JOIN station t USING (station_id)
               WHERE t.district_code IN (SELECT area_code FROM site_district WHERE site_id = ? AND role = 'host')
               GROUP BY 1 ORDER BY 1"""
    for site in ("kumtor", "ishtamberdy"):
        answer = sites.readings(snapshot, Selection(site=site))
        assert [*zip(answer.frame["station_id"], answer.frame["exceeds"], strict=True)] == store.execute(
            query, (site,)
        ).fetchall()
    assert sites.readings(snapshot, Selection(site="sulukta-coal")).empty_reason == "no_stations_near"


@pytest.mark.parametrize("reader", [sites.flows, sites.readings, sites.facts, sites.operators])
def test_without_a_site_nothing_is_said_of_one(snapshot, reader):
    answer = reader(snapshot, Selection(district="jeti-oguz"))
    assert answer.is_empty and answer.empty_reason


SITE, INCIDENTS, MONITORING = Route("ky", "site", "kumtor"), Route("ky", "incidents"), Route("ky", "monitoring")
KUMTOR = Selection(site="kumtor")


@pytest.mark.parametrize(
    ("topic", "leads"),
    [
        ("overview", {"station": "monitoring", "site": "site"}),
        ("site", {"station": "monitoring"}),
        ("monitoring", {"site": "site"}),
        ("outcomes", {"station": "monitoring"}),
    ],
)
def test_a_choice_leads_to_the_page_that_heeds_it(topic, leads):
    assert {key: page for key, page in Route("ky", topic).leads.items() if key in ("station", "site")} == leads


def test_the_page_of_a_site_is_of_no_district():
    selection = SITE.selection_on_page(Selection(district="naryn", since="2019", issue="jobs", currency="usd"))
    assert selection == Selection(site="kumtor", since="2019", currency="usd")
