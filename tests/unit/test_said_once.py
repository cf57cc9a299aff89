"""What one panel of a page has said, those after it do not say again."""

from dashboard.pages import said_once
from dashboard.pages.panel_view import PanelView
from data_access.vocabulary.shape import CHART

LIMIT = "Beyond the [[limit|limit]]."


def panel(key: str, sentence: str, *help_texts: str) -> PanelView:
    parts = zip(("means", "reading", "limits"), help_texts, strict=False)
    return PanelView(key, CHART, "?", sentence, help=[*parts])


def test_a_word_is_explained_where_it_stands_first():
    first, second = said_once.in_order([panel("a", LIMIT), panel("b", "A [[limit|Limit]] of 5.")])
    assert (first.sentence, second.sentence) == (LIMIT, "A Limit of 5.")


def test_help_that_is_the_same_stands_once_and_leaves_no_empty_part():
    panels = [panel("a", "1.", "One. Two.", "Three."), panel("b", "2.", "Two. Four.", "Three.", "Five.")]
    first, second = said_once.in_order(panels)
    assert [*first.help] == [("means", "One. Two."), ("reading", "Three.")]
    assert [*second.help] == [("means", "Four."), ("limits", "Five.")]
