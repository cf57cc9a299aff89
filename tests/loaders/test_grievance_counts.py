"""Grievance counts: what they count, what of it stands in the public tables, and when waiting times are shown."""

import pandas as pd
import pytest
from hypothesis import given

from data_access import schema
from loaders.publish import cases, sensitive
from loaders.publish.answers import ANSWERS, answers_of
from loaders.publish.cases import counted, cut_off, turns
from loaders.publish.counts import Counts
from loaders.publish.grievances import published_grievances
from loaders.publish.suppression import Suppression
from tests.loaders.databases import LIMIT
from tests.loaders.kinds import only_exhaustive
from tests.loaders.random_cases import random_steps
from tests.loaders.tried import SEEDS, tried_slowly

END = pd.Timestamp("2021-12-31")


def steps(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Histories of cases in one district: (case, status, day)."""
    frame = pd.DataFrame(rows, columns=["grievance_key", "status", "status_on"])
    frame["seq"] = frame.groupby("grievance_key").cumcount() + 1
    day = pd.to_datetime(frame["status_on"])
    about = {"district_code": "41702210", "issue_code": "water", "channel": "oral", "responsible_body": "company"}
    received = day.groupby(frame["grievance_key"]).transform("first")
    due = {"acknowledge_due_on": received + pd.Timedelta(days=1), "resolve_due_on": received + pd.Timedelta(days=14)}
    return frame.assign(status_on=day, **about, **due).sort_values(["grievance_key", "seq"])


def tables(history: pd.DataFrame, limit: int = LIMIT) -> dict:
    counts = Counts(counted(history, END), turns(history, END))
    return published_grievances(counts, Suppression(counts, limit).withheld(), limit)


HISTORY = steps(
    ("a", "received", "2020-01-10"),
    ("a", "resolved", "2020-03-10"),
    ("a", "closed", "2020-04-01"),
    ("a", "reopened", "2020-07-01"),
    ("a", "resolved", "2020-07-10"),
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


def test_cases_are_counted_as_they_stood_at_the_cut_off():
    known = counted(HISTORY, END)
    assert known["is_open"].to_dict() == {"a": True, "b": True, "d": False}
    assert known["stage"].to_dict() == {"a": "closed", "b": "received", "d": "acknowledged"}
    assert known["resolve_days"].dropna().to_dict() == {"a": 182}
    assert known["acknowledge_days"].dropna().to_dict() == {"a": 60, "d": 1}
    assert known["open_days"].dropna().to_dict() == {"a": 721, "b": 699}


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("a", ("all", "open", "other", "missed", "yes", "no", "over_90")),
        ("b", ("all", "open", "other", "missed", "not_resolved", "not_decided", "over_90")),
        ("d", ("all", "closed", "in_time", "in_time", "not_resolved", "no", None)),
    ],
)
def test_every_case_has_one_answer_to_each_question(case, expected):
    answers = answers_of(counted(HISTORY, END)).loc[case]
    assert tuple(None if pd.isna(answer) else answer for answer in answers[list(ANSWERS)]) == expected


@pytest.mark.parametrize(
    ("day", "age"),
    [("2021-12-17", "0_14"), ("2021-12-16", "15_30"), ("2021-12-01", "15_30"), ("2021-11-30", "31_90"),
     ("2021-10-02", "31_90"), ("2021-10-01", "over_90")],
)  # fmt: skip
def test_open_cases_by_age(day, age):
    assert answers_of(counted(steps(("a", "received", day)), END))["age"].tolist() == [age]


def test_quarters_count_receipts_closings_returns_and_what_stays_open():
    quarters = turns(HISTORY, pd.Timestamp("2020-09-30"))
    assert quarters[["received", "closed", "returned", "open"]].to_numpy().tolist() == [
        [2, 0, 0, 2],
        [0, 1, 0, 1],
        [0, 0, 1, 2],
    ]


def test_all_counts_fit_together():
    """Everything shown (a limit of 1 withholds nothing): each table adds up to the cases of each year, or of all."""
    history = random_steps(3)
    known, shown = counted(history, END), tables(history, 1)
    received = known["year"].value_counts().sort_index().tolist()
    parts = shown[schema.grievance_part_year].groupby(["kind", "year"])["grievance_count"].sum().unstack()
    assert all(row == received for row in parts.to_numpy().tolist())
    outcomes = shown[schema.grievance_outcome]
    totals = outcomes[outcomes["question"] != "age"].groupby(["kind", "question"])["grievance_count"].sum()
    assert set(totals) == {len(known)}
    is_age = (outcomes["question"] == "age") | ((outcomes["kind"] == "country") & (outcomes["answer"] == "open"))
    assert outcomes[is_age].groupby("question")["grievance_count"].sum().nunique() == 1
    counts = Counts(known, turns(history, END))
    cells = {figure.cells: figure.value for figure in counts.figures}
    for identity in counts.identities:
        if identity.left in cells and identity.right in cells:
            assert cells[identity.left] == cells[identity.right] + identity.more


@pytest.mark.parametrize("count", [6, only_exhaustive(60)])
def test_no_small_count_is_shown_and_nothing_below_a_withheld_one(count):
    @tried_slowly(count)
    @given(SEEDS)
    def look(seed):
        shown = tables(random_steps(seed))
        for table, frame in shown.items():
            counts = frame[[name for name in frame.columns if name.endswith("_count")]]
            assert not ((counts > 0) & (counts < LIMIT)).to_numpy(dtype=bool, na_value=False).any(), table.name
            if "grievance_count" in frame:
                assert frame["is_withheld"].equals(frame["grievance_count"].isna())
        areas = shown[schema.grievance_year]
        assert areas["is_withheld"].equals(areas["received_count"].isna())
        assert areas.loc[areas["is_withheld"], ["open_count", "closed_count"]].isna().all(axis=None)
        assert areas["open_count"].isna().equals(areas["closed_count"].isna())

    look()


def test_too_few_cases_are_withheld_in_every_table():
    shown = tables(HISTORY)
    counts = [frame["is_withheld"] for table, frame in shown.items() if table is not schema.grievance_wait]
    of_years = [frame["year"].isin([2020, 2021]) for frame in (shown[schema.grievance_year],)]
    assert counts[0][of_years[0]].all() and counts[1][shown[schema.grievance_part_year]["grievance_count"] != 0].all()
    assert shown[schema.grievance_wait][["median_days", "p90_days"]].isna().all(axis=None)


@pytest.mark.parametrize(("resolved", "median", "ninth"), [(4, None, None), (5, 31.0, 31.0)])
def test_waiting_times_need_as_many_cases_as_counts(resolved, median, ninth):
    received = [(key, "received", "2020-01-01") for key in "abcdefghijklmnop"]
    done = [(key, "resolved", "2020-02-01") for key in "abcdefgh"[:resolved]]
    shown = tables(steps(*received, *done))
    areas = shown[schema.grievance_year]
    assert areas["received_count"].tolist() == [16, 16, 16]
    waits = shown[schema.grievance_wait].query("wait == 'resolve' and kind == 'body'").iloc[0]
    assert [None if value != value else value for value in waits[["median_days", "p90_days"]]] == [median, ninth]


@pytest.mark.parametrize(
    ("days", "end", "limit", "expected"),
    [
        (["2020-03-01"] * 9, "2021-12-31", 5, (2021, 10, None)),
        (["2020-03-01"] * 10, "2021-12-31", 5, (2021, 10, 10)),
        (["2020-03-01"] * 19 + ["2021-12-31"] * 10, "2021-12-31", 5, (2021, 10, 20)),
        (["2020-03-01"] * 19 + ["2021-01-01"] * 10, "2021-09-30", 5, (2020, 10, 10)),
        (["2020-03-01"] * 19, "2021-12-31", 15, (2021, 15, 15)),
        ([], "2021-12-31", 5, (2021, 10, None)),
    ],
)
def test_sensitive_cases_are_counted_in_full_tens_of_full_years(monkeypatch, days, end, limit, expected):
    monkeypatch.setattr(sensitive, "rows", lambda *_: pd.DataFrame({"received_on": pd.to_datetime(days)}))
    row = sensitive.published_sensitive(None, pd.Timestamp(end), limit).iloc[0]
    assert tuple(None if pd.isna(value) else int(value) for value in row) == expected
