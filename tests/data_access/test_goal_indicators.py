"""Indicators of goals: each place against itself, and which end is better."""

import pytest

from data_access.answers import goal_indicators
from data_access.vocabulary.selection import Selection
from tests.support.money_store import SOURCE, make

KIND = {"medium": "people", "unit": "%"}
DIRECTIONS = {"more": "higher_better", "less": "higher_worse", "between": "range", "homeless": "higher_better"}
FIGURES = [
    # indicator, district, year, value
    *(("more", "1", 2015, 1.0), ("more", "1", 2018, 0.5), ("more", "1", 2020, 3.0)),
    *(("more", "2", 2015, 2.0), ("more", "2", 2020, 2.0), ("more", "3", 2020, 9.0)),
    *(("less", "1", 2015, 1.0), ("less", "1", 2020, 3.0), ("less", "2", 2016, None), ("less", "2", 2020, 1.0)),
    *(("between", "1", 2015, 1.0), ("between", "1", 2020, 3.0)),
    *(("homeless", "1", 2015, 1.0), ("homeless", "1", 2020, 3.0)),
]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """One indicator has no goal, and one has no better end."""
    goals = {"more": "1, 8", "less": "8", "between": "6", "homeless": None}
    indicators = [
        KIND | {"indicator_code": code, "direction": to, "sdg": goals[code]} for code, to in DIRECTIONS.items()
    ]
    columns = ("indicator_code", "district_code", "year", "value")
    figures = [dict(zip(columns, row, strict=True)) | {"source_key": "s"} for row in FIGURES]
    people = dict.fromkeys("123", {2020: 10})
    return make(
        tmp_path_factory.mktemp("goals"), people=people, indicator=indicators, statistic=figures, source=[SOURCE]
    )


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        # code, places with two years, better, worse, the same
        ({}, [("less", 1, 0, 1, 0), ("more", 2, 1, 0, 1)]),
        ({"goal": "1"}, [("more", 2, 1, 0, 1)]),
        ({"goal": "6"}, []),
        ({"until": "2018"}, [("more", 1, 0, 1, 0)]),
        ({"district": "d2"}, [("more", 1, 0, 0, 1)]),
        ({"district": "d3"}, []),
    ],
)
def test_each_place_is_set_against_itself(snapshot, choice, expected):
    frame = goal_indicators.by_goal(snapshot, Selection(**choice)).frame
    counts = ["code", "place_count", "better_count", "worse_count", "same_count"]
    assert sorted(frame[counts].itertuples(index=False, name=None)) == expected


def test_of_a_chosen_place_its_two_figures_are_told(snapshot):
    frame = goal_indicators.by_goal(snapshot, Selection(district="d1")).frame.set_index("code")
    assert frame.loc["more", ["first_value", "last_value", "first_year", "last_year"]].tolist() == [
        1.0,
        3.0,
        2015,
        2020,
    ]
    country = goal_indicators.by_goal(snapshot, Selection()).frame
    assert country["first_value"].isna().all()


def test_goals_are_those_of_indicators_with_a_better_end(snapshot):
    assert goal_indicators.goals_with_indicators(snapshot) == ["1", "8"]
