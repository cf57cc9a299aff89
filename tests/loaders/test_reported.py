"""What the bundle knows from reports: counts and sums that anybody can check against the named reports."""

import sqlite3
from collections.abc import Callable

import pytest

Rows = Callable[[str], list[tuple]]


@pytest.fixture(scope="module")
def rows(bundle_settings) -> Rows:
    connection = sqlite3.connect(bundle_settings.public_url.removeprefix("sqlite:///"))
    return lambda query: connection.execute(query).fetchall()


def test_incidents_are_those_of_both_lists(rows):
    assert rows("SELECT source_key, count(*) FROM incident GROUP BY 1 ORDER BY 1") == [
        ("incidents", 39),
        ("incidents_2002_2025", 17),
    ]
    assert rows("SELECT min(starts_on), max(starts_on) FROM incident") == [("1998-05-20", "2025-09-23")]


def test_complaints_meetings_and_accidents_are_listed_and_not_counted_as_conflicts(rows):
    assert rows("SELECT category, count(*) FROM incident WHERE NOT is_conflict GROUP BY 1 ORDER BY 1") == [
        ("complaint", 3),
        ("dialogue", 2),
        ("environmental_accident", 1),
        ("industrial_accident", 3),
        ("regulatory_suspension", 1),
    ]
    assert rows("SELECT count(*) FROM incident WHERE is_conflict") == [(46,)]


def test_the_wave_of_october_2020_reaches_eight_sites(rows):
    assert rows("SELECT count(*), count(DISTINCT site_id) FROM incident WHERE episode_id = 'wave-2020-10-06'") == [
        (8, 8)
    ]


def test_coal_mines_are_sites_of_their_districts(rows):
    query = "SELECT site_id, area_code FROM site_district JOIN site USING (site_id) WHERE commodity = 'coal' ORDER BY 1"
    mines = dict(rows(query))
    assert {"jergalan": "41702205", "kara-keche": "41704230", "kyzyl-bulak": "41706242"}.items() <= mines.items()
    assert rows("SELECT count(*) FROM site") == [(40,)]


def test_statements_are_counted_by_subject(rows):
    assert rows("SELECT statement_subject, count(*) FROM published_statement GROUP BY 1 ORDER BY 1") == [
        ("money", 27),
        ("monitoring", 11),
        ("rehabilitation", 11),
    ]


def test_totals_that_contradict_each_other_are_not_among_them(rows):
    keys = {key for (key,) in rows("SELECT statement_id FROM published_statement")}
    assert {"NM-2023H1", "KU-2022-5m"} <= keys and not {"KU-2021-2025", "NM-2021-2025a", "KU-2021-gross"} & keys


def test_the_parts_of_the_two_per_cent_of_jerooy_are_those_of_the_rule(rows):
    """50, 30 and 20 per cent, as the sentence of the total says; by arithmetic, to the thousand som that was told."""
    amounts = dict(rows("SELECT statement_id, value_low FROM published_statement WHERE matter = 'jerooy-2pct'"))
    total = amounts["AA-2022-5"]
    parts = [amounts[f"AA-2022-{number}"] / total for number in (2, 3, 4)]
    assert [round(part, 4) for part in parts] == [0.5, 0.3, 0.2] and total == 581_399_000


def test_every_statement_names_its_author_its_document_and_no_person(rows):
    (counts,) = rows("SELECT count(*), sum(author_ru <> ''), sum(url LIKE 'http%') FROM published_statement")
    assert counts == (49, 49, 49)
