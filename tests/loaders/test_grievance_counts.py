"""Grievance counts: what happens to a case, in which quarter it is counted, and what of it stands in the tables."""

import pandas as pd
import pytest
from hypothesis import given

from data_access.vocabulary import schema
from loaders.publish import cases, sensitive
from loaders.publish.cases import cut_off, days_until, open_at, open_spells
from loaders.publish.events import ABOUT, events_of
from loaders.publish.identities import identities_of, is_lacking
from loaders.publish.posting import COLUMNS, newly_posted
from tests.loaders.databases import LIMIT
from tests.loaders.examples import SEEDS, tried_slowly
from tests.loaders.kinds import only_exhaustive
from tests.loaders.random_cases import random_steps
from tests.loaders.test_attack import closed, fresh
from tests.loaders.test_attack_versions import books_after

END = pd.Timestamp("2021-12-31")
HERE = {"district_code": "41702210", "issue_code": "water", "channel": "oral", "responsible_body": "company"}


def steps(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Histories of cases in one district: (case, status, day)."""
    frame = pd.DataFrame(rows, columns=["grievance_key", "status", "status_on"])
    frame["seq"] = frame.groupby("grievance_key").cumcount() + 1
    day = pd.to_datetime(frame["status_on"])
    receipts = day.groupby(frame["grievance_key"]).transform("first")
    due = {"acknowledge_due_on": receipts + pd.Timedelta(days=1), "resolve_due_on": receipts + pd.Timedelta(days=14)}
    return frame.assign(status_on=day, **HERE, **due).sort_values(["grievance_key", "seq"])


HISTORY = steps(
    ("a", "received", "2020-01-10"),
    ("a", "resolved", "2020-03-10"),
    ("a", "closed", "2020-04-01"),
    ("a", "reopened", "2020-07-01"),
    ("a", "resolved", "2020-07-10"),
    ("a", "closed", "2020-08-01"),
    ("b", "received", "2020-02-01"),
    ("b", "withdrawn", "2022-01-01"),
    ("c", "received", "2022-01-01"),
    ("d", "received", "2021-12-20"),
    ("d", "acknowledged", "2021-12-21"),
    ("d", "rejected", "2021-12-28"),
    ("d", "closed", "2021-12-29"),
)


@pytest.mark.parametrize(
    ("records", "end"),
    [
        ([("a", "2021-03-31")], "2020-12-31"),
        ([("a", "2021-02-01"), ("a", "2021-04-01")], "2021-03-31"),
        ([("a", "2021-07-05"), ("b", "2020-11-02")], "2020-09-30"),
    ],
)
def test_the_cut_off_ends_the_last_quarter_that_every_source_covers(monkeypatch, records, end):
    frame = pd.DataFrame(records, columns=["source_key", "status_on"]).astype({"status_on": "datetime64[ns]"})
    monkeypatch.setattr(cases, "rows", lambda *_: frame)
    assert cut_off(None) == pd.Timestamp(end)


def test_events_are_dated_by_their_first_time_and_closings_by_each():
    event_rows = events_of(HISTORY[HISTORY["grievance_key"] != "c"], END)
    days = {name: [str(day.date()) for day in rows["on"]] for name, rows in event_rows.groupby("event")}
    assert days == {
        "received": ["2020-01-10", "2020-02-01", "2021-12-20"],
        "closed": ["2020-04-01", "2020-08-01", "2021-12-28"],
        "stage:acknowledged": ["2020-03-10", "2021-12-21"],
        "stage:assessed": ["2020-03-10"],
        "stage:offered": ["2020-03-10"],
        "stage:resolved": ["2020-03-10"],
        "stage:closed": ["2020-04-01"],
        "acknowledged:in_time": ["2021-12-21"],
        "acknowledged:missed": ["2020-01-12", "2020-02-03"],
        "resolved:in_time": ["2021-12-28"],
        "resolved:missed": ["2020-01-25", "2020-02-16"],
        "reopened:could": ["2020-03-10"],
        "reopened:happened": ["2020-07-01"],
        "appealed:could": ["2020-03-10", "2021-12-28"],
    }


@pytest.mark.parametrize("day", ["2020-02-15", "2020-06-30", "2021-12-28"])
def test_what_happened_up_to_a_day_is_never_said_otherwise_later(day):
    """Else a closed quarter and the register would drift apart without anybody having corrected anything."""
    end = pd.Timestamp(day)
    early, late = (events_of(HISTORY, until) for until in (end, END))
    key = ["event", "on"]
    assert (
        early[key].sort_values(key).to_numpy().tolist()
        == late.loc[late["on"] <= end, key].sort_values(key).to_numpy().tolist()
    )


@pytest.mark.parametrize(
    ("day", "age"),
    [("2021-12-17", "0_14"), ("2021-12-16", "15_30"), ("2021-12-01", "15_30"), ("2021-11-30", "31_90"),
     ("2021-10-02", "31_90"), ("2021-10-01", "over_90")],
)  # fmt: skip
def test_open_cases_by_age(day, age):
    assert open_at(open_spells(steps(("a", "received", day))), END)["age"].tolist() == [age]


@pytest.mark.parametrize(
    ("day", "days"),
    [("2020-03-31", [81, 59]), ("2020-04-01", [60]), ("2020-07-01", [173, 151]), ("2020-08-01", [182])],
)
def test_what_stands_open_at_the_end_of_a_day(day, days):
    assert open_at(open_spells(HISTORY), pd.Timestamp(day))["days"].tolist() == days


def test_days_are_those_of_the_first_time():
    days_by_wait = days_until(HISTORY, END)
    assert days_by_wait["acknowledge"]["days"].to_dict() == {"a": 60, "d": 1}
    assert days_by_wait["resolve"][["days", "year"]].to_numpy().tolist() == [[60, 2020]]


def events(*counts: tuple[str, int]) -> pd.DataFrame:
    """So many receipts on each of some days."""
    days = [pd.Timestamp(day) for day, count in counts for _ in range(count)]
    return pd.DataFrame({"on": pd.to_datetime(days), "event": "received", **HERE})


def posted_events(*counts: tuple[str, int]) -> pd.DataFrame:
    rows = [{"quarter": pd.Timestamp(day), "event": "received", **HERE, "event_count": count} for day, count in counts]
    ends = [{**row, "event": "end", "event_count": 0} for row in rows]
    return pd.DataFrame([*rows, *ends])[COLUMNS] if rows else fresh().posted_events


@pytest.mark.parametrize(
    ("register", "before", "expected"),
    [
        # The first time, each in its quarter; a quarter without any ends as well.
        ([("2021-01-05", 3), ("2021-08-01", 2)], [], {"2021Q1": 3, "2021Q2": 0, "2021Q3": 2}),
        # What is new comes into the next one; nothing is counted twice.
        ([("2021-01-05", 3), ("2021-08-01", 2)], [("2021-01-01", 3)], {"2021Q2": 0, "2021Q3": 2}),
        # A late one is counted with those of the next quarter.
        ([("2021-01-05", 4), ("2021-04-01", 2)], [("2021-01-01", 3)], {"2021Q2": 3, "2021Q3": 0}),
        # One that is gone is not taken back: the next one is not counted.
        ([("2021-01-05", 2), ("2021-04-01", 2)], [("2021-01-01", 3)], {"2021Q2": 1, "2021Q3": 0}),
        ([("2021-01-05", 1), ("2021-04-01", 1), ("2021-07-01", 2)], [("2021-01-01", 3)], {"2021Q2": 0, "2021Q3": 1}),
        # Nothing is left to be closed.
        ([("2021-01-05", 9)], [("2021-01-01", 3), ("2021-07-01", 1)], {}),
    ],
)
def test_each_event_is_counted_once_in_a_quarter_that_was_not_closed(register, before, expected):
    new_events = newly_posted(events(*register), posted_events(*before), pd.Timestamp("2021-09-30"))
    assert (
        new_events.groupby(new_events["quarter"].dt.to_period("Q").astype(str))["event_count"].sum().to_dict()
        == expected
    )


def test_quarters_and_years_count_receipts_closings_and_what_stays_open():
    """Everything shown: a limit of 1 withholds nothing."""
    tables = closed(HISTORY, END, limit=1).tables
    quarters = tables[schema.grievance_quarter][["received_count", "closed_count", "open_count"]]
    assert quarters.to_numpy().tolist() == [[2, 0, 2], [0, 1, 1], [0, 1, 1], *[[0, 0, 1]] * 4, [1, 1, 1]]
    years = tables[schema.grievance_year].query("area_level == 'country'")
    assert years[["year", "received_count", "closed_count", "open_count"]].to_numpy().tolist() == [
        [2020, 2, 2, 1],
        [2021, 1, 1, 1],
    ]
    districts = tables[schema.grievance_year].query("area_level == 'district'")
    assert districts[["open_count", "closed_count"]].isna().all(axis=None) and districts["received_count"].tolist() == [
        2,
        1,
    ]


def test_only_full_years_and_quarters_are_published():
    version = closed(HISTORY, pd.Timestamp("2021-09-30"), limit=1)
    assert set(version.tables[schema.grievance_year]["year"]) == {2020}
    assert version.tables[schema.grievance_quarter]["quarter"].max() == pd.Timestamp("2021-07-01")
    empty = closed(HISTORY, pd.Timestamp("2020-09-30"), limit=1).tables
    assert {table.name for table, frame in empty.items() if len(frame)} == {"grievance_quarter"}


def test_all_counts_fit_together():
    counts = closed(random_steps(3), END).counts
    for identity in identities_of(counts):
        cells = [cell for cell in identity.left if not is_lacking(cell)]
        difference = counts.sum(identity.right) + identity.more - counts.sum(cells)
        assert difference >= 0 if len(cells) < len(identity.left) else difference == 0


@pytest.mark.parametrize("count", [4, only_exhaustive(60)])
def test_no_small_count_is_shown_and_nothing_below_a_withheld_one(count):
    @tried_slowly(count)
    @given(SEEDS)
    def look(seed):
        tables = closed(random_steps(seed), END).tables
        for table, frame in tables.items():
            counts = frame[[name for name in frame.columns if name.endswith("_count")]]
            assert not ((counts > 0) & (counts < LIMIT)).to_numpy(dtype=bool, na_value=False).any(), table.name
            if "grievance_count" in frame:
                assert frame["is_withheld"].equals(frame["grievance_count"].isna())
        areas = tables[schema.grievance_year]
        assert areas["is_withheld"].equals(areas["received_count"].isna())
        assert areas.loc[areas["is_withheld"], ["open_count", "closed_count"]].isna().all(axis=None)
        assert areas["open_count"].isna().equals(areas["closed_count"].isna())

    look()


def resolution_days(count: int, limit: int = LIMIT) -> list:
    """Median and 90th percentile where so many of sixty cases were resolved after a month, one after two."""
    receipts = [(f"{case:02}", "received", "2020-01-01") for case in range(60)]
    resolutions = [(f"{case:02}", "resolved", "2020-03-01" if not case else "2020-02-01") for case in range(count)]
    medians = closed(steps(*receipts, *resolutions), END).tables[schema.grievance_wait]
    row = medians.query("wait == 'resolve' and kind == 'district'").iloc[0]
    return [None if pd.isna(days) else days for days in row[["median_days", "p90_days"]]]


@pytest.mark.parametrize(("count", "expected"), [(9, [None, None]), (10, [31, None]), (49, [31, None]), (50, [31, 31])])
def test_waiting_times_need_the_limit_of_cases_on_either_side(count, expected):
    assert resolution_days(count) == expected


def sensitive_cases(monkeypatch, days: list[str]) -> pd.DataFrame:
    monkeypatch.setattr(sensitive, "rows", lambda *_: pd.DataFrame({"received_on": pd.to_datetime(days)}))
    return pd.concat([events(("2020-01-05", 1)), sensitive.sensitive_events(None, END)])


@pytest.mark.parametrize(
    ("days", "end", "limit", "expected"),
    [
        (["2020-03-01"] * 9, "2021-12-31", 5, [(2021, 10, None)]),
        (["2020-03-01"] * 10, "2021-12-31", 5, [(2021, 10, 10)]),
        (["2020-03-01"] * 19 + ["2021-12-31"] * 10, "2021-12-31", 5, [(2021, 10, 20)]),
        (["2020-03-01"] * 19 + ["2021-01-01"] * 10, "2021-09-30", 5, [(2020, 10, 10)]),
        (["2020-03-01"] * 29, "2021-12-31", 15, [(2021, 20, 20)]),
        (["2020-03-01"] * 19, "2020-09-30", 5, []),
        ([], "2021-12-31", 5, [(2021, 10, None)]),
    ],
)
def test_sensitive_cases_are_counted_in_full_tens_of_full_years(monkeypatch, days, end, limit, expected):
    case_events = sensitive_cases(monkeypatch, days)
    until = pd.Timestamp(end)
    new_events = newly_posted(case_events[case_events["on"] <= until], fresh().posted_events, until)
    frame = sensitive.published_sensitive(new_events, limit)
    assert [
        tuple(None if pd.isna(one) else int(one) for one in row) for row in frame.itertuples(index=False)
    ] == expected


def test_a_sensitive_case_of_a_closed_year_is_counted_in_the_next(monkeypatch):
    """Else the version in which a ten is reached would say when it came."""
    first = closed(HISTORY, END)
    books = books_after(fresh(), first.new)
    late = sensitive_cases(monkeypatch, ["2020-03-01"] * 10)
    again = newly_posted(late, books.posted_events, pd.Timestamp("2022-03-31"))
    posted_all = pd.concat([books.posted_events, again])
    row = sensitive.published_sensitive(posted_all, LIMIT).iloc[0]
    assert (row["through_year"], pd.isna(row["at_least_count"])) == (2021, True)
    assert list(HERE) == ABOUT


@pytest.mark.parametrize(("others", "median"), [(4, None), (15, 31)])
def test_the_days_of_one_group_do_not_tell_that_hardly_any_case_is_in_the_others(others, median):
    receipts = [(f"{case:02}", "received", "2020-01-01") for case in range(25)]
    resolutions = [(key, "resolved", "2020-02-01") for key, *_ in receipts[: 10 + others]]
    history = steps(*receipts, *resolutions)
    is_other = history["grievance_key"] >= "10"
    history["district_code"] = history["district_code"].mask(is_other, "41702211")
    medians = closed(history, END).tables[schema.grievance_wait].query("wait == 'resolve' and code == '41702210'")
    assert [None if pd.isna(days) else days for days in medians["median_days"]] == [median]


@pytest.mark.parametrize("day", ["2021-11-01", "2022-05-01"])
def test_a_register_without_a_full_quarter_has_nothing_to_be_counted(day):
    assert newly_posted(events((day, 3)), fresh().posted_events, pd.Timestamp("2021-09-30")).empty
    assert newly_posted(events(), fresh().posted_events, END).empty


# Days until resolved of the cases received in 2020; None: open.
WAITED = [*[0] * 10, *[30] * 2, *[31] * 10, *[90] * 12, *[91] * 3, *[180] * 9, *[366] * 10, *[None] * 10]


def cohort(waited: list[int | None], received: str = "2020-12-31") -> pd.DataFrame:
    """Cases that were received on a day, and resolved after so many."""
    rows = []
    for number, days in enumerate(waited):
        rows.append((f"{number:02}", "received", received))
        if days is not None:
            rows.append((f"{number:02}", "resolved", str((pd.Timestamp(received) + pd.Timedelta(days=days)).date())))
    return steps(*rows)


def cohort_parts(version) -> dict[str, list[int | None]]:
    """Of 2020, the counts of each division in its order; None: withheld."""
    rows = version.tables[schema.grievance_part_year].query("year == 2020 and kind.str.startswith('days')")
    counts = rows.groupby("kind", sort=False)["grievance_count"]
    return {str(kind): [None if pd.isna(one) else int(one) for one in of_kind] for kind, of_kind in counts}


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("2020-12-31", {}),
        ("2021-03-31", {"days_90": [12, 10, 12, 32]}),
        ("2021-06-30", {"days_90": [12, 10, 12, 32], "days_180": [12, 20]}),
        # Nobody was resolved from day 181 to day 365; those who were later, or never, are left.
        ("2021-12-31", {"days_90": [12, 10, 12, 32], "days_180": [12, 20], "days_365": [0, 20]}),
    ],
)
def test_a_cohort_is_divided_when_the_days_are_over_for_all_of_it(end, expected):
    assert cohort_parts(closed(cohort(WAITED), pd.Timestamp(end))) == expected


@pytest.mark.parametrize(
    ("waited", "expected"),
    [
        # Fewer than ten in a span: another part goes with it.
        ([*[0] * 9, *[40] * 20, *[80] * 30, *[None] * 40], [None, None, 30, 40]),
        # Fewer than ten are left: nothing of what they were afterwards is shown either.
        ([*[0] * 30, *[40] * 20, *[80] * 30, *[120] * 3, *[None] * 6], [30, None, 30, None]),
        ([*[0] * 9, *[40] * 40, *[80] * 30, *[120] * 10, *[None] * 11], [None, 40, 30, None]),
    ],
)
def test_fewer_than_ten_of_a_cohort_are_withheld(waited, expected):
    parts = cohort_parts(closed(cohort(waited), END))
    assert parts["days_90"] == expected
    assert (set(parts["days_180"]) == {None}) == (expected[-1] is None)


def test_what_was_told_of_a_cohort_stays_and_what_came_late_is_left_over():
    """Of the cases that are corrected or entered in between, no number of the cohort tells."""
    first, books = closed(cohort(WAITED), pd.Timestamp("2021-03-31")), fresh()
    books = books_after(books, first.new)
    late = cohort([*WAITED, 5, 100], "2020-12-31")
    second = closed(late[~late["grievance_key"].isin({"00", "01"})], END, books)
    assert cohort_parts(second) == {"days_90": [12, 10, 12, 32], "days_180": [13, 19], "days_365": [0, 19]}


def test_no_more_of_a_cohort_were_resolved_than_were_counted_as_received():
    first = closed(cohort([10] * 20), pd.Timestamp("2020-12-31"))
    second = closed(cohort([10] * 33), END, books_after(fresh(), first.new))
    assert cohort_parts(second) == {"days_90": [20, 0, 0, 0], "days_180": [0, 0], "days_365": [0, 0]}
