"""Meetings on pages: which lie ahead on a day, whose place they are of, and what stands beside them."""

from datetime import date

import pytest

from dashboard.figures.base import Canvas
from dashboard.panels.outcomes.dialogue import PANEL
from dashboard.text import LANGUAGES, load
from data_access.answers import dialogue
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection

TODAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("state", "day", "standing"),
    [
        ("planned", date(2024, 6, 2), "planned"),
        ("planned", TODAY, "planned"),
        ("planned", date(2024, 5, 31), "unreported"),
        ("held", date(2024, 5, 31), "held"),
        ("cancelled", date(2024, 5, 31), "cancelled"),
    ],
)
def test_a_planned_meeting_whose_day_has_passed_is_not_said_to_be_held_or_failed(state, day, standing):
    assert dialogue.standing(state, day, TODAY) == standing


@pytest.fixture(scope="module")
def real(bundle_settings) -> Snapshot:
    return Database(bundle_settings.public_url).snapshot()


@pytest.fixture(scope="module")
def example(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


def test_real_meetings_are_of_their_place(real):
    keys = {
        slug: PANEL.answer(real, Selection(district=slug)).frame["dialogue_id"].tolist()
        for slug in ("chatkal", "talas")
    }
    assert keys == {"chatkal": ["NEW-2025-3"], "talas": []}
    assert PANEL.answer(real, Selection(site="kyzyl-ompol")).frame["dialogue_id"].tolist() == ["NEW-2024-1"]


def test_those_ahead_come_first_the_next_one_before_all_others_and_then_the_newest(example):
    frame = PANEL.answer(example, Selection()).frame
    ahead, past = frame[frame["standing"] == "planned"], frame[frame["standing"] != "planned"]
    assert frame["standing"].tolist()[: len(ahead)] == ["planned"] * len(ahead)
    assert ahead["starts_on"].is_monotonic_increasing and past["starts_on"].is_monotonic_decreasing


def test_of_how_many_it_is_told_what_was_agreed_is_said(example):
    words, answer = load()["en"], PANEL.answer(example, Selection())
    frame = answer.frame[answer.frame["standing"] == "held"]
    agreed = int(frame["agreed_en"].notna().sum())
    assert 0 < agreed < len(frame)
    assert f"what was agreed is told of {agreed}." in PANEL.say(answer, words, Selection())


@pytest.mark.parametrize("language", LANGUAGES)
def test_incidents_and_grievances_stand_in_lanes_of_their_own_below(example, language):
    words = load()[language]
    answer = PANEL.answer(example, Selection())
    picture = PANEL.draw(answer, Canvas(words, Selection()))
    assert {trace.get("yaxis", "y") for trace in picture.figure["data"]} == {"y", "y2", "y3"}
    assert words("legend.not_held") in [key.label for key in picture.legend]
    rows = PANEL.tabulate(answer, words, Selection()).rows
    withheld = [row for row in rows if row[4].state == "withheld"]
    assert withheld and not [row for row in withheld if any(letter.isdigit() for letter in row[7].text.split(":")[-1])]
