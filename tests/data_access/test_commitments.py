"""Promises on pages: how they stand on a day, whose place they are of, and that silence is not failure."""

from datetime import date

import pytest

from dashboard.figures.base import Canvas
from dashboard.panels.outcomes.commitments import PANEL
from dashboard.text import LANGUAGES, load
from data_access.answers import commitments
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection

TODAY = date(2024, 6, 1)
DUE, AHEAD = date(2024, 5, 30), date(2024, 6, 1)


def _report(state: str, moved_to: date | None = None) -> dict:
    return {"fulfilment": state, "moved_to": moved_to, "reported_on": date(2024, 1, 1)}


@pytest.mark.parametrize(
    ("due", "reports", "standing", "past"),
    [
        (DUE, [], "no_news", 2),
        (AHEAD, [], "no_news", None),
        (None, [], "no_news", None),
        (DUE, [_report("begun")], "overdue", 2),
        (AHEAD, [_report("begun")], "open", None),
        (None, [_report("partly")], "open", None),
        (DUE, [_report("moved", AHEAD)], "open", None),
        (DUE, [_report("begun"), _report("moved", AHEAD)], "open", None),
        (AHEAD, [_report("moved", DUE)], "overdue", 2),
        (DUE, [_report("kept"), _report("begun")], "kept", None),
        (DUE, [_report("begun"), _report("kept")], "overdue", 2),
        (DUE, [_report("not_kept")], "not_kept", None),
        (DUE, [_report("dropped")], "dropped", None),
    ],
)
def test_how_a_promise_stands_follows_from_its_newest_report_and_the_day(due, reports, standing, past):
    newest = commitments.due_day(due, reports)
    state = commitments.standing(newest, reports, TODAY)
    assert (state, commitments.days_past(newest, state, TODAY)) == (standing, past)


@pytest.fixture(scope="module")
def snapshot(bundle_settings) -> Snapshot:
    return Database(bundle_settings.public_url).snapshot()


def _keys(snapshot: Snapshot, **choices: str) -> list[str]:
    return PANEL.answer(snapshot, Selection(**choices)).frame["commitment_id"].tolist()


def test_silent_ones_stand_by_their_days_and_what_was_kept_last(snapshot):
    assert _keys(snapshot) == [
        *("SS-2019-cause", "NR-2022-fund", "JO-2013-demands", "JE-local-jobs", "KU-2005-commission"),
    ]


@pytest.mark.parametrize(
    ("choices", "keys"),
    [
        ({"site": "jerooy"}, ["JE-local-jobs"]),
        ({"district": "jeti-oguz"}, ["NR-2022-fund", "JO-2013-demands", "KU-2005-commission"]),
        # Known for the oblast, it is of each of its districts.
        ({"district": "at-bashy"}, ["NR-2022-fund"]),
        ({"district": "sulukta"}, []),
    ],
)
def test_it_follows_site_and_place(snapshot, choices, keys):
    assert _keys(snapshot, **choices) == keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_silence_is_said_and_is_not_failure(snapshot, language):
    words, answer = load()[language], PANEL.answer(snapshot, Selection())
    sentence = PANEL.say(answer, words, Selection())
    assert words("say.commitments.no_news") in sentence and words("standing.not_kept") not in sentence
    other_answer = PANEL.answer(snapshot, Selection(site="jerooy"))
    assert words("say.commitments.no_news") not in PANEL.say(other_answer, words, Selection(site="jerooy"))
    picture = PANEL.draw(answer, Canvas(words, Selection()))
    assert [key.label for key in picture.legend] == [words(f"standing.{one}") for one in ("no_news", "open", "kept")]


def test_a_report_stands_with_who_says_so(snapshot):
    table = PANEL.tabulate(PANEL.answer(snapshot, Selection(site="jerooy")), load()["en"], Selection(site="jerooy"))
    assert "20 Oct 2022, kept in part (Company): 490 of 679" in table.rows[0][4].text.replace("\xa0", " ")
