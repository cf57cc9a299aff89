"""What a map cannot place is told under it, and listed: the rows are as many, and as much, as the note says."""

import sqlite3
from contextlib import closing

import pytest

from dashboard import panels
from dashboard.figures.base import Canvas
from dashboard.pages.panel_view import Link, PanelView
from dashboard.pages.whom_view import Whom
from dashboard.text import LANGUAGES, load
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import MAP
from tests.support.html_parts import parse
from tests.support.live_page import open_page, render
from tests.web.files import file_content, of_csv

NOBODY = Whom([], "", "", "", 1, "")
CHOICES = [
    Selection(),
    Selection(per="total", currency="usd"),
    Selection(currency="usd", prices="constant", since="2018", until="2019"),
    *(Selection(stage=stage) for stage in ("payment", "allocation", "spending", "social")),
    Selection(stage="payment", operator="example-company-a", since="2020"),
    Selection(stream="infra_2pct"),
    Selection(since="2019", until="2020"),
    Selection(until="2014"),
]
OF_INCIDENTS = [
    Selection(),
    Selection(issue="politics", count="episodes"),
    Selection(by="site"),
    Selection(since="2020", until="2020", actor="residents"),
    Selection(site="kumtor"),
]


@pytest.fixture(scope="module")
def snapshot(example_public_url, tmp_path_factory) -> Snapshot:
    """The example, in which every incident has its district, with three that have lost it."""
    path = tmp_path_factory.mktemp("unplaced") / "public.sqlite"
    with closing(sqlite3.connect(path)) as store:
        with closing(sqlite3.connect(example_public_url.removeprefix("sqlite:///"))) as example:
            example.backup(store)
        of_wave = "SELECT incident_id FROM incident WHERE episode_id IS NOT NULL AND is_conflict ORDER BY 1 LIMIT 2"
        store.execute(f"UPDATE incident SET district_code = NULL WHERE incident_id IN ({of_wave})")
        alone = "SELECT incident_id FROM incident WHERE site_id = 'kumtor' AND is_conflict ORDER BY 1 LIMIT 1"
        store.execute(f"UPDATE incident SET district_code = NULL, oblast_code = NULL WHERE incident_id = ({alone})")
        store.execute("UPDATE dialogue_event SET district_code = NULL WHERE dialogue_id = 'EX-M-01'")
        store.commit()
    return Database(f"sqlite:///{path}").snapshot()


def both(topic: str, selection: Selection, snapshot: Snapshot):
    """The answers of a topic's map and of the list of what it cannot place."""
    map_panel, list_panel = panels.BY_KEY[f"{topic}_map"], panels.BY_KEY[panels.UNPLACED_PANELS[topic]]
    return [one.answer(snapshot, one.relevant(selection)) for one in (map_panel, list_panel)]


@pytest.mark.parametrize("selection", CHOICES, ids=lambda selection: selection.search or "nothing")
def test_money_without_a_district_is_listed(snapshot, selection):
    of_map, of_list = both("revenue", selection, snapshot)
    assert of_list.frame["flow_count"].sum() == of_map.unplaced.count
    assert of_list.frame["value"].sum() == pytest.approx(of_map.unplaced.value)
    assert of_map.money.currency == of_list.money.currency and of_list.money.per == "total"
    assert of_list.is_empty == (of_map.unplaced.count == 0)


@pytest.mark.parametrize("selection", OF_INCIDENTS, ids=lambda selection: selection.search or "nothing")
def test_incidents_without_a_district_are_listed(snapshot, selection):
    of_map, of_list = both("incidents", selection, snapshot)
    keys = of_list.frame["incident_id"]
    events = of_list.frame["episode_id"].fillna(keys) if selection.count == "episodes" else keys
    assert events.nunique() == of_map.unplaced.count


@pytest.mark.parametrize("language", LANGUAGES)
def test_incidents_without_a_district_stand_in_the_list_of_all_with_what_is_known_of_their_place(snapshot, language):
    panel, words = panels.BY_KEY["incident_events"], load()[language]
    answer = panel.answer(snapshot, Selection())
    trace = panel.draw(answer, Canvas(words, Selection())).figure["data"][1]
    cells = {row.incident_id: row_of[1] for row, row_of in zip(answer.rows, _rows(panel, answer, words), strict=True)}
    without_district = [row for row in answer.rows if row.district_code is None]
    assert sorted(row.oblast_code is None for row in without_district) == [False, False, True]
    for row in without_district:
        oblast = f"{getattr(row, f'oblast_{language}')}: {words('place.oblast_only')}"
        assert cells[row.incident_id].text == (oblast if row.oblast_code else words("unplaced.nowhere"))
    assert trace["customdata"].count(None) == len(without_district)


def _rows(panel, answer, words):
    return panel.tabulate(answer, words, Selection()).rows


def test_something_is_unplaced(snapshot):
    assert all(both(topic, Selection(), snapshot)[0].unplaced.count for topic in panels.UNPLACED_PANELS)


@pytest.mark.parametrize("language", LANGUAGES)
# That of meetings lists all of them.
@pytest.mark.parametrize("topic", [topic for topic in panels.UNPLACED_PANELS if topic != "outcomes"])
def test_what_all_is_placed_says_so(snapshot, topic, language):
    nothing = Selection(site="ishtamberdy") if topic == "incidents" else Selection(stage="social")
    answer = both(topic, nothing, snapshot)[1]
    assert answer.is_empty and load()[language].has(f"empty.{answer.empty_reason}")


def test_the_file_of_a_map_tells_of_it_in_each_row(client, snapshot):
    rows = of_csv(file_content(client, "revenue_map", "csv", "?per=total"))
    unplaced = both("revenue", Selection(per="total"), snapshot)[0].unplaced
    assert {(int(row["unplaced_count"]), round(float(row["unplaced_value"]))) for row in rows} == {
        (unplaced.count, round(unplaced.value))
    }


def test_the_first_note_leads_to_the_rows():
    there = Link("rows", "/en/revenue?tables=revenue_unplaced#title-revenue_unplaced", is_here=True)
    panel = PanelView("revenue_map", MAP, "t", "s", notes=["not shown", "another"], unplaced=there)
    foot = parse(render("panels", "line", panel, NOBODY, "", load()["en"]))
    first, other = foot.all(name="note")
    assert (first.text, other.text) == ("not shown rows", "another")
    link, _mistake = foot.all("a")
    assert link.attributes == {"href": there.href, "class": "choice"} and link in first.inside


@pytest.mark.parametrize(("topic", "search"), [("revenue", "?per=total"), ("overview", "")])
def test_on_a_page_the_note_leads_to_the_list(client, topic, search):
    panel = open_page(client, f"/en/{topic}{search}").panels[f"{topic}_map"]
    (link,) = panel.foot.all(name="note")[0].all("a")
    rows = open_page(client, link.attributes["href"].partition("#")[0]).panels["revenue_unplaced"].rows
    assert rows and link.attributes["href"].endswith("#title-revenue_unplaced")
