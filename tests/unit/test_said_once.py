"""What one panel of a page has said, those after it do not say again."""

from dashboard.pages import said_once
from dashboard.pages.panel_view import PanelView
from data_access.vocabulary.shape import CHART

LIMIT = "Beyond the [[limit|limit]]."


def panel(key: str, sentence: str, *help_texts: str) -> PanelView:
    parts = zip(("means", "reading", "limits"), help_texts, strict=False)
    return PanelView(key, CHART, "?", sentence, help=[*parts])


def test_a_word_is_explained_where_it_stands_first():
    first, second = said_once.in_order([panel("a", LIMIT), panel("b", "A [[limit|Limit]] of 5.")], ())
    assert (first.sentence, second.sentence) == (LIMIT, "A Limit of 5.")
    (known,) = said_once.in_order([panel("a", LIMIT)], ("limit",))
    assert known.sentence == "Beyond the limit."


def test_what_is_said_of_several_answers_stands_with_the_first():
    panels = [panel("a", "12 mln KGS. Known of few."), panel("b", "12 mln KGS. Known of few.")]
    assert [one.sentence for one in said_once.in_order(panels, ())] == ["12 mln KGS. Known of few.", "12 mln KGS."]


def test_help_that_is_the_same_stands_once_and_leaves_no_empty_part():
    panels = [panel("a", "1.", "One. Two.", "Three."), panel("b", "2.", "Two. Four.", "Three.", "Five.")]
    first, second = said_once.in_order(panels, ())
    assert [*first.help] == [("means", "One. Two."), ("reading", "Three.")]
    assert [*second.help] == [("means", "Four."), ("limits", "Five.")]
