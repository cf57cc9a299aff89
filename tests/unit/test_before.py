"""Conflict incidents and the grievances before them: the arithmetic, and a recount from the public tables."""

import sqlite3
from datetime import date

import pandas as pd
import pytest

from dashboard import panels
from dashboard.panels.compare import before as on_before
from dashboard.text import load
from data_access.answers import before
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection
from tests.support import money_store

NAN = float("nan")
REGISTERED, SMALL, WITHOUT = "41701001", "41701002", "41701003"
YEARS = (2017, 2018, 2019)
QUARTERS = [date(year, month, 1) for year in YEARS for month in (1, 4, 7, 10)]


@pytest.mark.parametrize(
    ("day", "count", "quarter", "year"),
    [
        # A lag of one quarter from the first quarter reaches the end of the year before.
        (date(2018, 1, 15), 1, date(2017, 10, 1), 2017),
        (date(2018, 3, 31), 1, date(2017, 10, 1), 2017),
        (date(2018, 4, 1), 1, date(2018, 1, 1), 2017),
        (date(2018, 12, 31), 1, date(2018, 7, 1), 2017),
        (date(2018, 1, 15), 2, date(2017, 7, 1), 2016),
        (date(2018, 6, 30), 2, date(2017, 10, 1), 2017),
        (date(2018, 1, 15), 4, date(2017, 1, 1), 2016),
        (date(2018, 11, 1), 4, date(2017, 10, 1), 2017),
        (date(2018, 11, 1), 5, date(2017, 7, 1), 2016),
    ],
)
def test_the_quarter_before_and_the_last_full_year_by_its_end(day, count, quarter, year):
    assert before.quarter_before(day, count) == quarter
    assert before.last_year_by(quarter) == year


@pytest.mark.parametrize(
    ("counts", "middle"),
    [
        ([], NAN),
        ([7], 7),
        ([7, 9], 8),
        ([0, 0, 40], 0),
        ([12, 5, 9], 9),
        ([12, 5, 9, NAN], 9),
        # As many withheld as shown, or more: what is usual cannot be told.
        ([12, NAN], NAN),
        ([12, 5, NAN, NAN], NAN),
        ([12, NAN, NAN], NAN),
        ([NAN], NAN),
    ],
)
def test_what_is_usual_is_the_middle_of_what_is_shown(counts, middle):
    assert before.usual(counts) == pytest.approx(middle, nan_ok=True)


def incident(key: str, day: date, code: str | None, **more) -> dict:
    own = {"incident_id": key, "starts_on": day, "district_code": code, "date_precision": "day", "is_conflict": True}
    kind = {"category": "protest", "severity": 2, "outcome_code": "none", "outcome_group": "none"}
    return own | kind | {"report_title": "x", "source_key": "s"} | more


@pytest.fixture
def store(tmp_path) -> Snapshot:
    """Three full years, and the quarters of a fourth not yet published; a district shown, one withheld, one without."""
    counts = {REGISTERED: (10, 20, 12), SMALL: (None, 6, None)}
    years = [
        {"year": year, "area_code": code, "area_level": "district", "is_withheld": count is None}
        | {"received_count": count, "source_key": "s"}
        for code, of_code in counts.items()
        for year, count in zip(YEARS, of_code, strict=True)
    ]
    open_counts = [30, 31, 32, 33, 34, None, 36, 37, 38, 39, 40, 41, 42, None, None, None]
    behind = [date(2020, month, 1) for month in (1, 4, 7, 10)]
    quarters = [
        {"quarter": quarter, "is_withheld": count is None, "open_count": count, "source_key": "s"}
        for quarter, count in zip([*QUARTERS, *behind], open_counts, strict=True)
    ]
    events = [
        incident("early", date(2017, 12, 30), REGISTERED),
        incident("first", date(2018, 1, 2), REGISTERED),
        incident("more", date(2019, 5, 1), REGISTERED, date_precision="month"),
        incident("small", date(2019, 5, 1), SMALL),
        incident("none", date(2019, 6, 1), WITHOUT),
        incident("late", date(2021, 1, 1), REGISTERED),
        incident("vague", date(2019, 1, 1), REGISTERED, date_precision="year"),
        incident("accident", date(2019, 5, 2), REGISTERED, is_conflict=False),
        incident("oblast", date(2019, 5, 3), None),
    ]
    people = {code: {2020: 10} for code in (REGISTERED, SMALL, WITHOUT)}
    tables = {"incident": events, "grievance_year": years, "grievance_quarter": quarters}
    return money_store.make(tmp_path, people=people, **tables)


def rows_of(store: Snapshot, **choice: str) -> list[tuple]:
    frame = before.incidents_after_grievances(store, Selection(**choice)).frame
    columns = ["starts_on", "slug", "year", "received", "usual", "state", "country_open", "country_usual"]
    return [tuple(None if value != value else value for value in row) for row in frame[columns].to_numpy().tolist()]


def test_rows_of_a_small_store(store):
    """Withheld numbers are left out of the middle; what is too early or vague has no row."""
    assert rows_of(store) == [
        (date(2019, 6, 1), f"d{WITHOUT}", 2018, None, None, "not_collected", 38, 36.5),
        (date(2019, 5, 1), f"d{REGISTERED}", 2018, 20, 12, "value", 38, 36.5),
        # Its own count is shown, but not what is usual there.
        (date(2019, 5, 1), f"d{SMALL}", 2018, 6, None, "withheld", 38, 36.5),
        (date(2018, 1, 2), f"d{REGISTERED}", 2017, 10, 12, "value", 33, 36.5),
    ]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"quarters": "2"}, [(2019, None), (2018, 37), (2018, 37), (2018, 37)]),
        # The number of the country is withheld at the end of that quarter.
        ({"quarters": "4"}, [(2019, 42), (2017, None), (2017, None), (2017, None)]),
        ({"since": "2018", "until": "2018"}, [(2017, 33)]),
        ({"since": "2019-06"}, [(2018, 38)]),
        ({"district": f"d{REGISTERED}"}, [(2018, 38), (2017, 33)]),
        ({"district": f"d{REGISTERED}", "beside": (f"d{WITHOUT}",)}, [(2018, 38), (2018, 38), (2017, 33)]),
        ({"since": "2016", "until": "2017"}, []),
    ],
)
def test_choices_narrow_the_rows(store, choice, expected):
    assert [(row[2], row[6]) for row in rows_of(store, **choice)] == expected


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_withheld_and_not_collected_are_said_and_never_zero(store, language):
    words, selection = load()[language], Selection()
    panel = panels.BY_KEY["compare_before"]
    answer = panel.answer(store, selection)
    cells = {row[1].choice: row for row in on_before.tabulate(answer, words, selection).rows[:3]}
    small, without = cells[f"beside:d{SMALL}"], cells[f"beside:d{WITHOUT}"]
    assert (small[4].text, small[5].state) == ("6", "withheld")
    assert [cell.state for cell in without[4:6]] == ["not_collected"] * 2
    assert not any(character.isdigit() for cell in (small[5], *without[4:6]) for character in cell.text)
    sentence = panel.say(answer, words, selection)
    assert (
        words.plural("say.before.withheld", 1) in sentence and words.plural("say.before.not_collected", 1) in sentence
    )


@pytest.fixture(scope="module")
def public(example_public_url):
    connection = sqlite3.connect(example_public_url.removeprefix("sqlite:///"))
    yield lambda table: pd.read_sql(f"SELECT * FROM {table}", connection)
    connection.close()


@pytest.mark.parametrize("quarters", [1, 2, 4])
def test_the_example_counted_by_another_way(example_public_url, public, quarters):
    """The same from the tables alone, by calendars of pandas."""
    frame = before.incidents_after_grievances(
        Database(example_public_url).snapshot(), Selection(quarters=str(quarters))
    )
    answer_rows = frame.frame.sort_values("slug", kind="stable").sort_values(
        "starts_on", ascending=False, kind="stable"
    )
    events = public("incident").query("is_conflict and date_precision != 'year' and district_code.notna()")
    day = pd.to_datetime(events["starts_on"]).dt.to_period("Q")
    open_by_quarter = public("grievance_quarter").assign(quarter=lambda rows: pd.PeriodIndex(rows["quarter"], freq="Q"))
    open_by_quarter = open_by_quarter.set_index("quarter")["open_count"]
    receipts = public("grievance_year").query("area_level == 'district'")
    full = set(receipts["year"])
    wide = receipts.pivot(index="year", columns="area_code", values="received_count")
    middles = wide.median().where(wide.notna().mean() > 0.5)
    events = events.assign(before=day - quarters, slug=events["district_code"].map(_slugs(public)))
    # A year has ended by the end of a quarter when the day after belongs to a later one.
    events["year"] = (events["before"].dt.end_time + pd.Timedelta(days=1)).dt.year - 1
    events = events[events["year"].isin(full)].sort_values("slug", kind="stable")
    events = events.sort_values("starts_on", ascending=False, kind="stable").reset_index(drop=True)
    assert list(answer_rows["slug"]) == list(events["slug"]) and len(answer_rows) >= 12
    assert list(answer_rows["country_open"]) == list(open_by_quarter.loc[events["before"]])
    assert set(answer_rows["country_usual"]) == {open_by_quarter.median()}
    cells = [
        wide.at[year, code] if code in wide else NAN
        for year, code in zip(events["year"], events["district_code"], strict=True)
    ]
    assert list(answer_rows["received"]) == pytest.approx(cells, nan_ok=True)
    assert list(answer_rows["usual"]) == pytest.approx(list(events["district_code"].map(middles)), nan_ok=True)


def _slugs(public) -> dict[str, str]:
    return public("district").set_index("district_code")["slug"].to_dict()


def test_the_example_has_incidents_of_all_three_states(example_public_url):
    frame = before.incidents_after_grievances(Database(example_public_url).snapshot(), Selection()).frame
    counts = frame["state"].value_counts()
    assert counts["value"] >= 5 and counts["withheld"] >= 1 and counts["not_collected"] >= 1
    known_rows = frame[frame["state"] == "value"]
    assert 0 < (known_rows["received"] > known_rows["usual"]).sum() < len(known_rows)
