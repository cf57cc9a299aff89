"""Answers about what became of grievances, recounted from the rows of the public store."""

import sqlite3

import pytest

from dashboard.answer import VALUE
from dashboard.selection import Selection
from data_access import grievances, incident_list, incidents, outcomes
from data_access.database import Database, Snapshot


@pytest.fixture(scope="module")
def snapshot(sample_public_url) -> Snapshot:
    return Database(sample_public_url).snapshot()


@pytest.fixture(scope="module")
def rows(sample_public_url):
    """Rows of a query, past everything that is tested."""
    connection = sqlite3.connect(sample_public_url.removeprefix("sqlite:///"))
    yield lambda sql, *values: connection.execute(sql, values).fetchall()
    connection.close()


@pytest.mark.parametrize("years", [(2020, 2026), (2023, 2023), (2021, 2024)])
def test_a_stage_is_reached_by_all_that_came_as_far_or_farther(snapshot, rows, years):
    answer = grievances.by_stage(snapshot, Selection(since=str(years[0]), until=str(years[1])))
    query = "SELECT sum(grievance_count), sum(is_withheld) FROM grievance_part_year WHERE kind = 'stage' AND code = ?"
    later_count, later_withheld = 0, 0
    for row in reversed(list(answer.frame.itertuples())):
        count, withheld = rows(query + " AND year BETWEEN ? AND ?", row.code, *years)[0]
        later_count, later_withheld = later_count + (count or 0), later_withheld + withheld
        if row.code != "received":
            assert (row.value, row.is_partial) == (later_count, later_withheld > 0), row.code
    received = "SELECT sum(received_count) FROM grievance_year WHERE area_code = '417' AND year BETWEEN ? AND ?"
    assert tuple(answer.frame.iloc[0]) == ("received", rows(received, *years)[0][0], False)


@pytest.mark.parametrize("kind", ["issue", "channel", "body"])
def test_parts_of_the_chosen_years(snapshot, rows, kind):
    frame = grievances.by_part(kind, snapshot, Selection(since="2022", until="2023")).frame
    query = """SELECT code, sum(grievance_count), max(is_withheld) FROM grievance_part_year
               WHERE kind = ? AND year IN (2022, 2023) GROUP BY code ORDER BY code"""
    for found, (code, count, withheld) in zip(frame.itertuples(), rows(query, kind), strict=True):
        assert (found.code, found.is_partial) == (code, bool(withheld))
        assert found.value == count if count is not None else found.value != found.value


@pytest.mark.parametrize(("issue", "group"), [(None, ("country", "417")), ("water", ("issue", "water"))])
def test_waits_are_of_the_chosen_issue(snapshot, rows, issue, group):
    frame = outcomes.waits(snapshot, Selection(issue=issue, since="2022", until="2022")).frame
    query = "SELECT wait, median_days, p90_days FROM grievance_wait WHERE kind = ? AND code = ?"
    assert {tuple(row) for row in frame.to_numpy().tolist()} == set(rows(query, *group))
    assert list(frame["code"]) == list(outcomes.WAITS)


def test_an_issue_without_grievances_has_no_waits(snapshot):
    assert outcomes.waits(snapshot, Selection(issue="nothing")).is_empty


def test_in_time_missed_and_unknown_are_all_of_a_body(snapshot, rows):
    frame = outcomes.in_time(snapshot, Selection()).frame
    assert list(frame["kind"]) == ["country", *["body"] * 4]
    query = """SELECT code, grievance_count FROM grievance_outcome
               WHERE question = 'received' AND kind IN ('country', 'body')"""
    received = dict(rows(query))
    for row in frame.itertuples():
        assert row.in_time + row.missed + row.unknown == row.acknowledged + row.other == received[row.code]


def test_shares_of_returned_are_of_those_that_could_return(snapshot, rows):
    frame = outcomes.returned(snapshot, Selection()).frame
    country = frame[frame["kind"] == "country"].set_index("question")
    query = """SELECT answer, grievance_count FROM grievance_outcome
               WHERE kind = 'country' AND question IN ('received', 'reopened')"""
    counts = dict(rows(query))
    assert country.loc["reopened", ["yes", "no"]].sum() == counts["all"] - counts["not_resolved"]


def test_open_grievances_by_age_are_all_open_ones(snapshot, rows):
    total = outcomes.open_by_age(snapshot, Selection()).frame["value"].sum()
    assert total == rows("SELECT open_count FROM grievance_quarter ORDER BY quarter DESC LIMIT 1")[0][0]


def test_a_rate_is_of_the_grievances_that_are_shown(snapshot):
    year = Selection(since="2023", until="2023")
    counts = grievances.received_by_district(snapshot, year).frame.set_index("slug")
    rates = grievances.rate_by_district(snapshot, year).frame.set_index("slug")
    kemin = counts.loc["kemin"]
    assert rates.loc["kemin", "value"] == pytest.approx(10_000 * kemin["value"] / kemin["population"])
    assert (rates["state"] == counts.loc[rates.index, "state"]).all()


def test_median_days_are_those_of_all_years(snapshot, rows):
    answer = grievances.resolve_days_by_district(snapshot, Selection(since="2023", until="2023"))
    shown = answer.frame[answer.frame["state"] == VALUE].set_index("district_code")["value"]
    query = "SELECT code, median_days FROM grievance_wait WHERE kind = 'district' AND wait = 'resolve' AND median_days"
    assert shown.to_dict() == dict(rows(query)) and answer.years == answer.known


def test_incidents_about_an_issue(snapshot, rows):
    query = """SELECT count(*) FROM incident JOIN incident_issue USING (incident_id)
               WHERE is_conflict AND issue_code = 'water'"""
    expected = rows(query)[0][0]
    chosen = Selection(issue="water")
    assert len(incident_list.listed(snapshot, chosen).frame) == expected > 0
    for answer in (incidents.by_year, incidents.by_outcome, incidents.count_by_district):
        unplaced = answer(snapshot, chosen).unplaced
        assert answer(snapshot, chosen).frame["value"].sum() + (unplaced.count if unplaced else 0) == expected
