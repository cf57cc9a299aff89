"""Answers about incidents, counted once more from the rows of the public store with other means."""

import sqlite3
from collections import Counter
from datetime import date
from functools import partial
from types import SimpleNamespace

import pytest

from dashboard.panels.incidents import by_actor
from dashboard.text import load
from dashboard.text.wording import date_of
from data_access.answers import incident_list, incidents
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection
from tests.support.spaces import plain_spaces


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.fixture(scope="module")
def events(example_public_url) -> list[dict]:
    connection = sqlite3.connect(example_public_url.removeprefix("sqlite:///"))
    connection.row_factory = sqlite3.Row
    query = """SELECT i.*, d.slug, h.slug AS site_slug FROM incident i
               LEFT JOIN district d USING (district_code) LEFT JOIN site s USING (site_id)
               LEFT JOIN district h ON h.district_code = s.district_code"""
    rows = [dict(row) for row in connection.execute(query)]
    for row in rows:
        codes = connection.execute("SELECT issue_code FROM incident_issue WHERE incident_id = ?", [row["incident_id"]])
        row["issues"] = {code for (code,) in codes}
        roles = connection.execute("SELECT role FROM incident_actor WHERE incident_id = ?", [row["incident_id"]])
        row["roles"] = {role for (role,) in roles}
    return rows


def count_of(snapshot, **choice) -> dict[str, float]:
    frame = incidents.count_by_district(snapshot, Selection(**choice)).frame
    return {slug: value for slug, value in zip(frame["slug"], frame["value"], strict=True) if value == value}


def counts_by_place(rows, place="slug", key="incident_id") -> dict[str, int]:
    """Different ``key`` of each place."""
    pairs = {(row[place] or row["slug"], row[key] or row["incident_id"]) for row in rows}
    places = [place for place, _ in pairs if place]
    return {place: places.count(place) for place in places}


CASES = [
    ({}, lambda row: True, {}),
    ({"issue": "jobs"}, lambda row: "jobs" in row["issues"], {}),
    ({"site": "kumtor"}, lambda row: row["site_id"] == "kumtor", {}),
    ({"site": "kumtor", "issue": "politics"}, lambda r: r["site_id"] == "kumtor" and "politics" in r["issues"], {}),
    ({"actor": "police"}, lambda row: "police" in row["roles"], {}),
    ({"actor": "unknown", "issue": "politics"}, lambda r: r["roles"] == {"unknown"} and "politics" in r["issues"], {}),
    ({"by": "site"}, lambda row: True, {"place": "site_slug"}),
    ({"count": "episodes"}, lambda row: True, {"key": "episode_id"}),
    ({"by": "site", "count": "episodes"}, lambda row: True, {"place": "site_slug", "key": "episode_id"}),
]


@pytest.mark.parametrize(("choice", "is_kept", "how"), CASES, ids=[str(choice) for choice, *_ in CASES])
def test_districts_count_what_was_chosen(snapshot, events, choice, is_kept, how):
    rows = [row for row in events if row["is_conflict"] and is_kept(row)]
    assert rows and count_of(snapshot, **choice) == counts_by_place(rows, **how)


def test_what_happened_in_the_capital_about_a_mine_counts_for_the_mine_by_site(snapshot, events):
    about_kumtor = [r for r in events if r["is_conflict"] and (r["slug"], r["site_id"]) == ("bishkek", "kumtor")]
    assert len(about_kumtor) == 2
    place, site = count_of(snapshot, site="kumtor"), count_of(snapshot, site="kumtor", by="site")
    assert (place["bishkek"], site.get("bishkek")) == (2, None)
    assert site == {"jeti-oguz": sum(place.values())}


def test_the_wave_of_seven_incidents_is_one_episode_of_its_worst_severity(snapshot):
    october = {"since": "2020", "until": "2020", "issue": "politics"}
    of_2020 = {
        count: incidents.by_year(snapshot, Selection(**october, count=count)).frame.query("year == 2020 and value > 0")
        for count in (None, "episodes")
    }
    assert of_2020[None]["value"].sum() == 7
    assert of_2020["episodes"][["severity", "value"]].to_numpy().tolist() == [[5, 1]]


def test_an_issue_counts_each_incident_about_it_once(snapshot, events):
    frame = incidents.by_issue(snapshot, Selection(issue="water")).frame
    conflicts = [row for row in events if row["is_conflict"]]
    codes = {code for row in conflicts for code in row["issues"]}
    expected = {code: sum(code in row["issues"] for row in conflicts) for code in codes}
    assert frame.groupby("code")["value"].sum().to_dict() == expected


ROLES_OF = [
    ({}, lambda row: True),
    ({"issue": "environment"}, lambda row: "environment" in row["issues"]),
    ({"site": "kumtor", "actor": "court"}, lambda row: row["site_id"] == "kumtor"),
    ({"district": "jeti-oguz"}, lambda row: row["slug"] == "jeti-oguz"),
    ({"district": "jeti-oguz", "by": "site"}, lambda row: (row["site_slug"] or row["slug"]) == "jeti-oguz"),
    ({"since": "2018", "until": "2018-03"}, lambda row: "2018-01-01" <= row["starts_on"] < "2018-04-01"),
]


@pytest.mark.parametrize(("choice", "is_kept"), ROLES_OF, ids=[str(choice) for choice, _ in ROLES_OF])
def test_a_role_counts_each_incident_that_names_it_once_whatever_role_is_chosen(snapshot, events, choice, is_kept):
    frame = incidents.by_actor(snapshot, Selection(**choice)).frame
    rows = [row for row in events if row["is_conflict"] and is_kept(row)]
    whole = Counter(role for row in rows for role in row["roles"])
    by_role_and_issue = Counter((role, issue) for row in rows for role in row["roles"] for issue in row["issues"])
    values = {(row.code, row.issue): row.value for row in frame.itertuples()}
    assert rows and values == {(role, "all"): count for role, count in whole.items()} | by_role_and_issue


def test_every_incident_has_a_role_and_what_is_unknown_is_alone(events):
    assert all(row["roles"] for row in events)
    assert [row for row in events if "unknown" in row["roles"] and len(row["roles"]) > 1] == []


@pytest.mark.parametrize("reader", [incidents.by_issue, partial(incidents.by_code, "outcome_group"), incidents.by_year])
def test_panels_of_incidents_are_of_the_chosen_role(reader, snapshot, events):
    rows = [row for row in events if row["is_conflict"] and "workers" in row["roles"]]
    times = {incidents.by_issue: lambda row: len(row["issues"])}.get(reader, lambda row: 1)
    assert reader(snapshot, Selection(actor="workers")).frame["value"].sum() == sum(map(times, rows))


SAID = [
    ({}, "the reports most often name: Residents – 14 incidents. Without a named role: 6 incidents."),
    ({"district": "chon-alay"}, None),
    ({"site": "kumtor", "since": "2012", "until": "2012"}, "Protest participants – 1 incident. Without"),
    (
        {"since": "2013-10", "until": "2013-10"},
        "name: Company, Local authorities, Protest participants, State bodies – 1 incident.",
    ),
    ({"since": "2013-05", "until": "2013-05"}, "no report names a role. Incidents without a named role: 1 incident."),
]


@pytest.mark.parametrize(("choice", "sentence"), SAID, ids=[str(choice) for choice, _ in SAID])
def test_the_sentence_names_the_roles_that_most_reports_name(snapshot, choice, sentence):
    selection = Selection(**choice)
    answer = incidents.by_actor(snapshot, selection)
    assert (
        answer.is_empty if sentence is None else sentence in plain_spaces(by_actor.say(answer, load()["en"], selection))
    )


def test_what_is_no_conflict_is_listed_apart_and_nowhere_else(snapshot, events):
    apart = set(incident_list.listed_apart(snapshot, Selection()).frame["incident_id"])
    conflicts = set(incident_list.by_incident(snapshot, Selection()).frame["incident_id"])
    assert apart == {row["incident_id"] for row in events if not row["is_conflict"]} and apart
    assert apart | conflicts == {row["incident_id"] for row in events} and not apart & conflicts


def test_a_listed_incident_says_what_it_was_about(snapshot, events):
    frame = incident_list.by_incident(snapshot, Selection(site="kumtor")).frame
    about = {row["incident_id"]: row["issues"] for row in events}
    assert all(set(row.issues) == about[row.incident_id] for row in frame.itertuples())


@pytest.mark.parametrize(
    ("precision", "text"),
    [("day", "1 May 2019"), ("week", "week from 1 May 2019"), ("month", "May 2019"), ("year", "2019")],
)
def test_a_date_is_written_as_exactly_as_it_is_known(precision, text):
    day = SimpleNamespace(starts_on=date(2019, 5, 1), date_precision=precision)
    assert plain_spaces(date_of(day, load()["en"])) == text
