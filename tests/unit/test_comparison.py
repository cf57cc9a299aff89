"""Measures against each other, and districts beside each other."""

import numpy as np
import pandas as pd
import pytest

from dashboard.panels.compare import pairs, years
from dashboard.text import load
from data_access.answers import comparison, measure_values
from data_access.store.database import Database
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.selection import AllowedValues, Selection
from tests.support.spaces import plain_spaces

KNOWN = AllowedValues({"district": {name: name for name in "abcdef"}, "tables": {}})


@pytest.fixture(scope="module")
def snapshot(example_public_url):
    return Database(example_public_url).snapshot()


@pytest.mark.parametrize(
    ("search", "districts", "tidy"),
    [
        ("?district=a", ("a",), "?district=a"),
        ("?district=a,b", ("a", "b"), "?district=a,b"),
        ("?district=b,a,b,nowhere, c ", ("b", "a", "c"), "?district=b,a,c"),
        ("?district=a,b,c,d,e,f", ("a", "b", "c", "d"), "?district=a,b,c,d"),
        ("?district=,,", (), ""),
    ],
)
def test_an_address_names_up_to_four_districts(search, districts, tidy):
    selection = Selection.parse(search, KNOWN)
    assert (selection.districts, selection.search) == (districts, tidy)


@pytest.mark.parametrize(
    ("before", "click", "after"),
    [
        ((), "a", ("a",)),
        (("a",), "b", ("a", "b")),
        (("a", "b"), "a", ("b",)),
        (("a", "b", "c", "d"), "e", ("a", "b", "c", "d")),
        (("a",), "a", ()),
    ],
)
def test_a_click_sets_a_district_beside_others_or_takes_it_away(before, click, after):
    assert Selection().of(before).toggle("beside", click).districts == after


@pytest.mark.parametrize(
    ("x", "y", "rho"),
    [
        (range(10), range(10), 1.0),
        (range(10), [value**3 for value in range(10)], 1.0),
        (range(10), range(10, 0, -1), -1.0),
        ([1, 2, 3, 4, 5, 6, 7, 8], [2, 1, 4, 3, 6, 5, 8, 7], 1 - 6 * 8 / (8 * 63)),
        ([5] * 10, range(10), np.nan),
        (range(7), range(7), np.nan),
    ],
)
def test_rank_correlation(x, y, rho):
    statistics = comparison.correlation(pd.DataFrame({"x": list(x), "y": list(y)}, dtype=float))
    assert statistics["rho"] == pytest.approx(rho, nan_ok=True)
    if rho == rho:
        assert -1 <= statistics["rho_low"] <= statistics["rho"] <= statistics["rho_high"] <= 1


def test_the_interval_is_fiellers():
    frame = pd.DataFrame({"x": range(8), "y": [1, 0, 3, 2, 5, 4, 7, 6]}, dtype=float)
    statistics = comparison.correlation(frame)
    half = 1.96 * np.sqrt(1.06 / 5)
    assert np.arctanh([statistics["rho_low"], statistics["rho_high"]]) == pytest.approx(
        [np.arctanh(statistics["rho"]) - half, np.arctanh(statistics["rho"]) + half]
    )


@pytest.mark.parametrize("lag", ["0", "1", "3"])
def test_pairs_are_of_the_same_length_of_time_and_as_far_apart_as_asked(snapshot, lag):
    answer = comparison.pairs(snapshot, Selection(x="revenue", y="incident_count", lag=lag))
    row = answer.frame.iloc[0]
    assert row["y_first"] - row["x_first"] == row["y_last"] - row["x_last"] == int(lag)
    assert 2015 <= row["x_first"] <= row["x_last"] and row["y_last"] <= 2021


def test_years_are_those_of_the_figures(snapshot):
    """Of poverty the last year of the period is shown, whatever the period."""
    row = comparison.pairs(snapshot, Selection(x="poverty", y="incident_count")).frame.iloc[0]
    assert (row["x_first"], row["x_last"]) == (2020, 2020)
    assert (row["y_first"], row["y_last"]) == (2011, 2020)


def test_least_numbers_are_no_numbers_and_are_told(snapshot):
    selection = Selection(x="grievance_received", y="incident_count")
    frame = comparison.pairs(snapshot, selection).frame
    years = Selection(since=str(frame["x_first"].iloc[0]), until=str(frame["x_last"].iloc[0]))
    receipts = measure_values.by_district(snapshot, years, "grievance_received").frame
    partial = set(receipts.loc[receipts["is_partial"], "slug"])
    assert partial and not partial & set(frame["slug"])
    left_out = partial | set(receipts.loc[receipts["state"] == "withheld", "slug"])
    assert set(frame["withheld_count"]) == {len(left_out)}


def test_districts_without_a_register_hide_nothing(snapshot):
    selection = Selection(district="naryn", beside=("tyup",))
    answer = comparison.side_by_side(snapshot, selection)
    cells = [row[3] for row in years.tabulate(answer, load()["en"], selection).rows]
    assert answer.frame.query("lane == 'grievances' and slug == 'tyup'").empty
    assert {cell.state for cell in cells} >= {"not_collected"} and "withheld" not in {cell.state for cell in cells}


def test_values_are_those_of_the_maps(snapshot):
    answer = comparison.pairs(snapshot, Selection(x="poverty", y="incident_rate", since="2015", until="2018"))
    for axis in ("x", "y"):
        selection = Selection(x="poverty", y="incident_rate")
        one = measure_values.by_district(
            snapshot, Selection(since="2015", until="2018"), effective_value(selection, axis)
        ).frame
        assert answer.frame.set_index("slug")[axis].to_dict() == pytest.approx(
            one.set_index("slug").loc[answer.frame["slug"], "value"].to_dict()
        )


def test_measures_without_common_years_are_not_compared(snapshot):
    assert comparison.pairs(snapshot, Selection(x="poverty", y="grievance_received", lag="0", since="1999")).known_years
    assert comparison.pairs(snapshot, Selection(x="poverty", y="grievance_received", until="2012")).is_empty


def test_districts_stand_in_the_order_of_the_choice(snapshot):
    selection = Selection().of(["naryn", "chatkal", "bishkek"])
    assert list(comparison.side_by_side(snapshot, selection).frame["slug"].unique()) == ["naryn", "chatkal", "bishkek"]
    here = measure_values.standing(snapshot, selection).frame.dropna(subset="here")
    assert list(here.sort_values("here")["slug"].unique()) == ["naryn", "chatkal", "bishkek"]
    assert comparison.side_by_side(snapshot, Selection()).is_empty


def test_of_invented_figures_no_correlation_is_calculated_or_said(snapshot):
    answer = comparison.pairs(snapshot, Selection())
    assert answer.frame[["rho", "rho_low", "rho_high"]].isna().all(axis=None)
    assert "invented" in pairs.say(answer, load()["en"], Selection())
    real = Selection(x="poverty", y="incident_count")
    answer = comparison.pairs(snapshot, real)
    assert answer.frame["rho"].notna().all() and "95% interval" in plain_spaces(pairs.say(answer, load()["en"], real))
