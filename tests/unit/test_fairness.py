"""Shares of money against shares of people, by numbers that can be checked by hand."""

import pandas as pd
import pytest

from dashboard.panels.revenue.fairness import money_of_lower_half
from data_access.answers.revenue import fairness
from data_access.vocabulary.selection import Selection
from tests.support.money_store import make, with_names

A, B, C = "41701001", "41701002", "41701003"
OTHERS = {f"4170101{number}": 5.0 for number in range(5)}


@pytest.mark.parametrize(
    ("values", "people", "gini", "ratios", "lower_half"),
    [
        ([10, 10], [5, 5], 0.0, [1, 1], 50),
        ([0, 10], [5, 5], 0.5, [0, 2], 0),
        ([10, 30], [1, 3], 0.0, [1, 1], 50),  # the same per person: people weigh
        ([0, 0, 0, 100], [25, 25, 25, 25], 0.75, [0, 0, 0, 4], 0),
        ([20, 80], [80, 20], 0.6, [0.25, 4], 12.5),
        ([1, 3], [1, 1], 0.25, [0.5, 1.5], 25),
    ],
)
def test_gini_and_ratios(values, people, gini, ratios, lower_half):
    frame = fairness.spread(pd.DataFrame({"value": values, "residents": people}, dtype=float))
    assert frame["gini"].tolist() == pytest.approx([gini] * len(values))
    assert frame["ratio"].tolist() == pytest.approx(ratios)
    assert (frame["people_up_to"].iloc[-1], frame["money_up_to"].iloc[-1]) == pytest.approx((100, 100))
    assert money_of_lower_half(frame) == pytest.approx(lower_half)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ([], "fairness_few"),
        ([5] * 7, "fairness_few"),
        ([5] * 7 + [-1], "fairness_negative"),
        ([0] * 8, "fairness_zero"),
        ([5] * 8, None),
    ],
)
def test_where_shares_mean_nothing(values, why):
    assert fairness.why_undefined(pd.Series(values, dtype=float)) == why


def test_an_undefined_answer_is_empty_and_says_why(tmp_path):
    answer = fairness.shares(store(tmp_path, {A: 10.0, B: -1.0, C: 1.0, **OTHERS}), Selection())
    assert (answer.is_empty, answer.empty_reason) == (True, "fairness_negative")


@pytest.mark.parametrize(
    ("per", "expected"), [("person", {"host": 2, "other": 0.5}), ("total", {"host": 20, "other": 35})]
)
def test_hosts_are_districts_with_a_working_mine(tmp_path, per, expected):
    answer = fairness.hosts(store(tmp_path, {A: 20.0, B: 4.0, C: 6.0, **OTHERS}), Selection(per=per))
    assert dict(zip(answer.frame["code"], answer.frame["value"], strict=True)) == pytest.approx(expected)
    assert dict(zip(answer.frame["code"], answer.frame["districts"], strict=True)) == {"host": 1, "other": 7}


def test_too_few_districts_are_no_groups(tmp_path):
    answer = fairness.hosts(store(tmp_path, {A: 20.0, B: 4.0, C: 6.0}), Selection())
    assert (answer.is_empty, answer.empty_reason) == (True, "fairness_few")


def store(folder, amounts: dict[str, float]):
    flows = [{"district_code": code, "amount_kgs": amount} for code, amount in amounts.items()]
    sites = [
        {"site_id": f"s{code}", "district_code": code, "status": status, "lat": 41.0, "lon": 75.0}
        | {"uncertainty_km": 1.0, "source_key": "s"}
        | with_names("site")
        for code, status in ((A, "operating"), (B, "legacy"))
    ]
    return make(folder, people={code: {2020: 10} for code in (A, B, C, *OTHERS)}, revenue=flows, site=sites)
