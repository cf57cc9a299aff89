"""Grievance counts: what they count, and that the four tables give nothing away together."""

import random

import pandas as pd
import pytest

from data_access.schema import COUNTRY_CODE
from loaders.publish.cases import CLOSED, counted, turns
from loaders.publish.grievances import by_area, by_issue, by_quarter, by_status

LIMIT = 5
END = pd.Timestamp("2021-12-31")


def steps(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Histories of cases in one district: (case, status, day)."""
    frame = pd.DataFrame(rows, columns=["grievance_key", "status", "status_on"])
    frame["seq"] = frame.groupby("grievance_key").cumcount() + 1
    day = pd.to_datetime(frame["status_on"])
    return frame.assign(status_on=day, district_code="41702210", issue_code="water").sort_values(
        ["grievance_key", "seq"]
    )


HISTORY = steps(
    ("a", "received", "2020-01-10"),
    ("a", "resolved", "2020-03-10"),
    ("a", "closed", "2020-04-01"),
    ("a", "reopened", "2020-07-01"),
    ("a", "resolved", "2020-07-10"),
    ("b", "received", "2020-02-01"),
    ("b", "withdrawn", "2022-01-01"),
    ("c", "received", "2022-01-01"),
)


def test_cases_are_counted_as_they_stood_at_the_cut_off():
    cases = counted(HISTORY, END)
    assert cases["status"].to_dict() == {"a": "resolved", "b": "received"}
    assert cases["is_open"].all() and cases["resolve_days"].dropna().to_dict() == {"a": 182}


def test_quarters_count_receipts_closings_and_what_stays_open():
    quarters = turns(HISTORY, pd.Timestamp("2020-09-30"))
    assert quarters["received_count"].tolist() == [2, 0, 0]
    assert quarters["closed_count"].tolist() == [0, 1, 0]
    assert quarters["open_count"].tolist() == [2, 1, 2]


def random_steps(seed: int) -> pd.DataFrame:
    """A few hundred cases over two years in eight districts, very unevenly."""
    draw = random.Random(seed)
    weights = [draw.choice([1, 2, 10, 60]) for _ in range(8)]
    rows = []
    for case in range(draw.randint(20, 300)):
        district = draw.choices([f"4170{oblast}21{unit}" for oblast in (2, 3) for unit in range(4)], weights)[0]
        issue = draw.choices(["water", "jobs", "air", "road", "land"], [50, 30, 5, 2, 1])[0]
        received = pd.Timestamp("2020-01-01") + pd.Timedelta(days=draw.randint(0, 730))
        rows.append((f"{case:04}", "received", received, 1, district, issue))
        if draw.random() < 0.8:
            status = draw.choices(["closed", "withdrawn", "resolved", "appealed"], [60, 4, 8, 1])[0]
            day = received + pd.Timedelta(days=draw.randint(1, 200))
            rows.append((f"{case:04}", status, day, 2, district, issue))
    names = ["grievance_key", "status", "status_on", "seq", "district_code", "issue_code"]
    return pd.DataFrame(rows, columns=names)


def assert_protected(total: int, parts: pd.DataFrame, column: str, truth: dict) -> None:
    """What is left of a shown total after its shown parts is nothing, or belongs to several and is no small count."""
    withheld = parts[parts["is_withheld"]]
    left = total - int(parts[column].sum())
    assert (left == 0) == (sum(truth[key] for key in withheld.index) == 0)
    assert left == 0 or (left >= LIMIT and sum(1 for key in withheld.index if truth[key]) >= 2)
    assert not parts[column].dropna().between(1, LIMIT - 1).any()


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_the_tables_give_nothing_away_together(start):
    for seed in range(start, start + 20):
        history = random_steps(seed)
        cases = counted(history, END)
        areas = by_area(cases, LIMIT)
        country = areas[areas["area_code"] == COUNTRY_CODE].set_index("year")
        check_years(country, cases)
        for year, row in country[~country["is_withheld"]].iterrows():
            of_year = cases[cases["year"] == year]
            check_issues(row, of_year, by_issue(cases, areas, LIMIT))
            check_statuses(row, of_year, by_status(cases, areas, LIMIT))
            check_quarters(row, by_quarter(history, END, areas, LIMIT), turns(history, END))


def check_issues(country: pd.Series, cases: pd.DataFrame, table: pd.DataFrame) -> None:
    parts = table[table["year"] == country.name].set_index("issue_code")
    truth = cases["issue_code"].value_counts().reindex(parts.index, fill_value=0)
    assert_protected(country["received_count"], parts, "grievance_count", truth)


def check_statuses(country: pd.Series, cases: pd.DataFrame, table: pd.DataFrame) -> None:
    parts = table[table["year"] == country.name].set_index("status")
    truth = cases["status"].value_counts().reindex(parts.index, fill_value=0)
    if pd.isna(country["open_count"]):
        assert parts["is_withheld"].all()
        return
    is_closed = parts.index.isin(CLOSED)
    assert_protected(country["closed_count"], parts[is_closed], "grievance_count", truth)
    assert_protected(country["open_count"], parts[~is_closed], "grievance_count", truth)


def check_years(country: pd.DataFrame, cases: pd.DataFrame) -> None:
    """The last quarter shows the open cases of all years together."""
    is_open = cases.groupby("year")["is_open"].sum()
    parts = country.assign(is_withheld=country["open_count"].isna())
    assert_protected(is_open.sum(), parts, "open_count", is_open)


def check_quarters(country: pd.Series, table: pd.DataFrame, truth: pd.DataFrame) -> None:
    parts = table[table["quarter"].dt.year == country.name].set_index("quarter")
    received = truth["received_count"].set_axis(truth.index.start_time)
    assert_protected(country["received_count"], parts, "received_count", received)
    counts = parts[["closed_count", "open_count"]].stack()
    assert not counts.between(1, LIMIT - 1).any()


def test_a_year_that_is_withheld_is_withheld_in_every_table():
    cases = counted(HISTORY, END)
    areas = by_area(cases, LIMIT)
    for table in (areas, by_issue(cases, areas, LIMIT), by_status(cases, areas, LIMIT)):
        assert table["is_withheld"].all()
    quarters = by_quarter(HISTORY, END, areas, LIMIT)
    assert quarters[quarters["quarter"].dt.year == 2020]["is_withheld"].all()


def test_medians_need_as_many_cases_as_counts():
    received = [(key, "received", "2020-01-01") for key in "abcdefghi"]
    resolved = [(key, "resolved", "2020-02-01") for key in "abcde"]
    areas = by_area(counted(steps(*received, *resolved[1:]), END), LIMIT)
    assert areas["received_count"].tolist() == [9, 9, 9] and areas["resolve_days_median"].isna().all()
    areas = by_area(counted(steps(*received, *resolved), END), LIMIT)
    assert areas["resolve_days_median"].tolist() == [31, 31, 31]
