"""A store that has payments but no transfers: the stage that has figures is shown, and every rendering says so."""

import pytest

from dashboard import panels
from dashboard.text import LANGUAGES, instead, load
from data_access.answers import choices
from data_access.vocabulary.selection import Selection
from tests.support.money_store import make

CODE, OTHER = "41702205", "41702210"
HERE = Selection(district=f"d{CODE}")
SHOWN = ("revenue_map", "revenue_by_stream", "revenue_flow", "revenue_unplaced", "overview_timeline")


def _store(folder, *stages: str):
    flows = [
        {"district_code": code, "oblast_code": "41701", "fiscal_year": 2020, "amount_kgs": 1_000.0, "stage": stage}
        for stage in stages
        for code in (CODE, OTHER, None)
    ]
    return make(folder, people={CODE: {2020: 100}, OTHER: {2020: 50}}, revenue=flows)


@pytest.fixture(scope="module")
def words():
    return load()


@pytest.mark.parametrize(
    ("stages", "other_stage"),
    [
        (("payment",), "payment"),
        (("spending", "payment"), "payment"),
        (("social", "spending"), "spending"),
        (("payment", "transfer"), None),
        ((), None),
    ],
)
def test_the_first_stage_with_figures_is_shown_where_the_usual_one_has_none(tmp_path, stages, other_stage):
    snapshot = _store(tmp_path, *stages)
    assert choices.stage_instead(snapshot) == other_stage
    assert choices.stage(snapshot, Selection()) == (other_stage or "reached")
    assert Selection.parse("", choices.allowed_values(snapshot, ())).stage == other_stage
    assert choices.stage(snapshot, Selection(stage="allocation")) == "allocation"


@pytest.mark.parametrize("key", SHOWN)
def test_every_panel_has_figures_and_says_which(tmp_path, words, key):
    snapshot, panel = _store(tmp_path, "payment"), panels.BY_KEY[key]
    answer = panel.answer(snapshot, Selection())
    assert not answer.is_empty and answer.instead == "payment"
    for language in LANGUAGES:
        sentence = instead.sentence(
            answer, panel.say(answer, words[language], Selection(stage="payment")), words[language]
        )
        assert sentence.startswith(words[language]("stage.instead", missing="{}", shown="{}").partition("{}")[0])
        assert words[language]("stage.payment") in sentence and words[language]("stage.reached") in sentence


@pytest.mark.parametrize("key", ["revenue_map", "revenue_by_stream", "overview_timeline"])
def test_nothing_is_said_where_the_usual_stage_has_figures(tmp_path, words, key):
    snapshot, panel = _store(tmp_path, "payment", "transfer"), panels.BY_KEY[key]
    answer = panel.answer(snapshot, Selection())
    assert answer.instead is None and instead.sentence(answer, "Said.", words["en"]) == "Said."


def test_lanes_are_called_by_what_they_show(tmp_path, words):
    answer = panels.BY_KEY["overview_timeline"].answer(_store(tmp_path, "payment"), HERE)
    assert instead.money(answer, "key.revenue", words["en"]) == words["en"]("stage.payment")
