"""Colours of maps: rounded classes that stay for all years of a measure, and hold no number of another."""

from itertools import pairwise

import pandas as pd
import pytest

from dashboard.figures import classes, maps, theme
from dashboard.figures.base import Canvas
from dashboard.panels import BY_KEY
from dashboard.text import load
from data_access.answers import measure_values
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from tests.support.panel_choices import ALL_MEASURES

WORDS = load()["en"]


@pytest.mark.parametrize(
    ("extent", "places", "begins"),
    [
        (None, 0, ()),
        ((100.0, 100.0), 1, ()),
        ((28.0, 570.0), 0, (50, 100, 200, 500)),
        ((1_260_000.0, 197_000_000.0), 0, (5e6, 1e7, 5e7, 1e8)),
        ((0.01, 9e9), 0, (1, 1000, 1e6, 1e9)),
        ((47.0, 84.9), 1, (50, 60, 70, 80)),
        ((1.0, 3.0), 0, (2, 3)),
        ((0.055, 0.56), 2, (0.1, 0.2, 0.5)),
    ],
)
def test_bounds_are_few_and_round(extent, places, begins):
    assert classes.bounds(extent, places) == pytest.approx(begins)


@pytest.mark.parametrize(
    ("bound", "places", "number"),
    [(500, 0, 499), (10, 1, 9.9), (0.2, 2, 0.19), (1e7, 0, 9.99e6), (5e7, 0, 4.99e7), (1e6, 0, 999_999)],
)
def test_the_number_before_a_bound_is_one_that_can_be_written(bound, places, number):
    assert classes.before(bound, places) == pytest.approx(number)


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


def colours_of(snapshot: Snapshot, selection: Selection):
    panel = BY_KEY["overview_map"]
    return panel.draw(panel.answer(snapshot, selection), Canvas(WORDS, selection))


@pytest.mark.parametrize("measure", ALL_MEASURES)
def test_a_number_has_one_colour_in_all_years(snapshot, measure):
    colours, legends = {}, set()
    for year in ("2016", "2019", "2020", "2021", "2024", "2025"):
        selection = Selection(measure=measure, since=year, until=year)
        panel = BY_KEY["overview_map"]
        answer = panel.answer(snapshot, selection)
        picture = colours_of(snapshot, selection)
        legends.add(tuple(key.label for key in picture.legend if key.mark in theme.RAMPS[measures.of(measure).topic]))
        areas = picture.figure["data"][0]
        steps = dict(zip(areas["locations"], areas["z"], strict=True))
        for row in answer.rows:
            if row.state == "value":
                colours.setdefault(round(row.value, 2), set()).add(steps[row.district_code])
    # A year without a number has no class to explain.
    assert len(legends - {()}) == 1
    assert {value: of_value for value, of_value in colours.items() if len(of_value) > 1} == {}
    # What is more has no lower class.
    shades = [of_value.copy().pop() for _, of_value in sorted(colours.items())]
    assert all(low <= high for low, high in pairwise(shades))


def test_what_was_paid_back_has_a_class_of_its_own():
    rows = [
        {"district_code": code, "slug": code, "name_en": code, "unit_type": "raion", "oblast_code": "o"}
        | {"value": value, "state": "value", "is_partial": False, "rank": 1.0, "label_lat": 41.0, "label_lon": 75.0}
        for code, value in (("paid", 300.0), ("little", 3.0), ("back", -300.0))
    ]
    answer = Answer(pd.DataFrame(rows), (2020, 2020), (2020, 2020), extent=(28.0, 570.0))
    picture = maps.by_district(answer, Canvas(WORDS, Selection()), measures.BY_KEY["revenue"])
    steps = dict(zip(picture.figure["data"][0]["locations"], picture.figure["data"][0]["z"], strict=True))
    assert steps == {"back": 2, "little": 3, "paid": 6}
    assert [key.label for key in picture.legend[:2]] == ["below zero: more paid back than paid", "under 50"]
    assert picture.legend[0].mark not in theme.RAMPS["revenue"]


@pytest.mark.parametrize(
    ("measure", "part"),
    [
        ("incident_count", {"issue": "water"}),
        ("revenue", {"stream": "royalty"}),
        ("exceedance_water", {"indicator": "ph"}),
    ],
)
def test_a_part_has_the_classes_of_the_whole(snapshot, measure, part):
    whole, of_part = (measure_values.for_map(snapshot, Selection(**choice), measure) for choice in ({}, part))
    assert of_part.extent == whole.extent
    assert whole.frame["value"].max() > of_part.frame["value"].max()
    in_dollars = measure_values.for_map(snapshot, Selection(currency="usd"), "revenue").extent
    assert in_dollars != measure_values.for_map(snapshot, Selection(), "revenue").extent
