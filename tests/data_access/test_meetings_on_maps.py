"""Meetings on maps: which are counted for which district, and which have a mark, of what shape."""

from datetime import date

import pytest

from dashboard.figures import map_meetings
from dashboard.figures.base import Canvas, MeetingMark
from dashboard.pages.source_lines import shown_sources
from dashboard.panels import BY_KEY
from dashboard.text import LANGUAGES, load
from data_access.answers import dialogue
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import measures
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import MISSING, VALUE
from tests.support import money_store

FIRST, SECOND, NONE = "41701001", "41701002", "41701003"
HELD, AHEAD = (True, "held"), (False, "ahead")


def meeting(key: str, day: date, code: str | None, status: str = "held", site: str | None = None) -> dict:
    texts = {f"dialogue_{language}": "x" for language in LANGUAGES}
    told = {"dialogue_kind": "hearing", "date_precision": "day", "published_in": "x", "source_key": "s"}
    own = {"dialogue_id": key, "starts_on": day, "district_code": code, "dialogue_status": status, "site_id": site}
    return own | told | texts


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Snapshot:
    """Two held in a district, one of them about a site; one ahead and a cancelled one in another; one of an oblast."""
    events = [
        meeting("a", date(2020, 5, 1), FIRST),
        meeting("b", date(2021, 5, 1), FIRST, site="mine"),
        meeting("c", date(2030, 5, 1), SECOND, "planned"),
        meeting("d", date(2021, 6, 1), SECOND, "cancelled"),
        meeting("e", date(2021, 7, 1), None),
        meeting("f", date(2030, 6, 1), FIRST, "planned"),
    ]
    people = {code: {2020: 10} for code in (FIRST, SECOND, NONE)}
    return money_store.make(tmp_path_factory.mktemp("meetings"), people=people, dialogue_event=events)


@pytest.mark.parametrize(
    ("choice", "counts", "unplaced"),
    [
        ({}, {FIRST: 2}, 1),
        ({"since": "2021", "until": "2021"}, {FIRST: 1}, 1),
        ({"until": "2020"}, {FIRST: 1}, 0),
        ({"site": "mine"}, {FIRST: 1}, 0),
    ],
)
def test_held_meetings_are_counted_where_they_took_place_and_silence_is_no_zero(store, choice, counts, unplaced):
    answer = BY_KEY["outcomes_map"].answer(store, Selection(**choice))
    frame = answer.frame.set_index("district_code")
    assert frame["value"].dropna().to_dict() == counts and answer.unplaced.count == unplaced
    assert frame["state"].to_dict() == {code: VALUE if code in counts else MISSING for code in (FIRST, SECOND, NONE)}


def test_a_period_without_a_meeting_has_none_and_no_zero(store):
    assert BY_KEY["outcomes_map"].answer(store, Selection(since="2010", until="2012")).is_empty


@pytest.mark.parametrize(
    ("measure", "choice", "marks"),
    [
        ("incident_count", {}, {(FIRST, True), (FIRST, False), (SECOND, False)}),
        ("grievance_received", {}, {(FIRST, True), (FIRST, False), (SECOND, False)}),
        ("dialogue_count", {}, {(FIRST, True), (FIRST, False), (SECOND, False)}),
        ("dialogue_count", {"until": "2021"}, {(FIRST, True)}),
        ("incident_rate", {"site": "mine"}, {(FIRST, True)}),
        ("incident_count", {"since": "2030"}, {(FIRST, False), (SECOND, False)}),
        # Money and readings are about other things.
        ("revenue", {}, set()),
        ("exceedance_water", {}, set()),
    ],
)
def test_which_meetings_have_a_mark(store, measure, choice, marks):
    canvas = Canvas(load()["en"], Selection(**choice), meetings=_marks(store))
    shown = map_meetings.on_map(measures.of(measure), canvas)
    assert {(one.district, one.is_held) for one in shown} == marks
    kinds = {is_held for _, is_held in marks}
    assert [key.mark for key in map_meetings.legend(shown, load()["en"])] == [
        mark for is_held, mark in (HELD, AHEAD) if is_held in kinds
    ]
    assert len(map_meetings.layers(shown)) == len(kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_hears_nothing_and_its_district_tells_of_it(store, language):
    words = load()[language]
    panel, canvas = BY_KEY["incidents_map"], Canvas(words, Selection(), meetings=_marks(store))
    data = panel.draw(BY_KEY["outcomes_map"].answer(store, Selection()), canvas).figure["data"]
    ahead, held = (trace for trace in data if trace.get("marker", {}).get("symbol") == map_meetings.SYMBOL)
    assert [trace["hoverinfo"] for trace in (ahead, held)] == ["skip", "skip"]
    # A full mark lies within an empty one.
    assert held["marker"]["size"] < ahead["marker"]["size"] and data.index(held) > data.index(ahead)
    said = dict(zip(data[0]["locations"], data[0]["text"], strict=True))
    both = f"{words('hover.meetings_held', n='2')} · {words('hover.meetings_open', n='1')}"
    assert said[FIRST].endswith(f"<br>{both}") and said[SECOND].endswith(words("hover.meetings_open", n="1"))
    assert "<br>" not in said[NONE]


@pytest.mark.parametrize(
    ("key", "choice", "is_named"),
    [
        ("incidents_map", {}, True),
        ("grievances_map", {}, True),
        ("incidents_map", {"until": "2018"}, False),
        ("incidents_map", {"site": "kumtor"}, False),
        ("revenue_map", {}, False),
    ],
)
def test_the_sources_of_marks_are_named_where_there_are_marks(example_public_url, key, choice, is_named):
    answer = BY_KEY[key].answer(Database(example_public_url).snapshot(), Selection(**choice))
    assert [one.key for one in shown_sources(answer)].count("example_dialogue") == is_named
    # A meeting makes no year of other figures incomplete.
    assert "example_dialogue" not in {one.key for one in answer.sources}


def _marks(store: Snapshot) -> tuple[MeetingMark, ...]:
    return tuple(MeetingMark(*mark) for mark in dialogue.marks(store))
