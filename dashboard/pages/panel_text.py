"""What a panel says of itself: its question, why there may be nothing to see, and what helps with reading it."""

from collections.abc import Mapping
from typing import NamedTuple

from dashboard.pages import choice_names
from dashboard.panels.panel import Panel
from dashboard.text import Words, instead, naming, wording
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.indicator import Indicator
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import newest_on

HELP_PARTS = ("means", "reading", "limits")


class PanelText(NamedTuple):
    """Question and sentence of a panel, terms in it marked, and the mark of invented figures, if they are."""

    title: str
    sentence: str
    synthetic: str | None


def of_answer(answer: Answer, panel: Panel, selection: Selection, words: Words) -> PanelText:
    """What a panel says of an answer; of an empty one, why it is empty."""
    reason = why_empty(answer, panel, selection, words) if answer.is_empty else panel.say(answer, words, selection)
    sentence = " ".join([instead.sentence(answer, reason, words), *_of_months(answer, panel, selection, reason, words)])
    synthetic = words("kind.synthetic_view") if answer.is_synthetic else None
    return PanelText(question(panel, selection, answer.indicators, words), sentence, synthetic)


def _of_months(answer: Answer, panel: Panel, selection: Selection, sentence: str, words: Words) -> list[str]:
    """Of a choice of months: whether its figures are of these months, or of the whole quarters or years around them."""
    whole = selection.of_whole_years
    if answer.is_empty or answer.years is None or whole == selection:
        return []
    period, columns = choice_names.period_in_words(selection, words), answer.frame.columns
    # What is drawn over all years on record is not cut at all.
    if "measure" not in columns and selection.years(*answer.years) != answer.years:
        return []
    if not answer.is_by_month and panel.say(answer, words, whole) == sentence:
        return [words("say.whole_years", years=words.years(answer.years))]
    key = "measures" if "measure" in columns else "quarters" if "quarter" in columns else "months"
    return [words(f"say.{key}", period=period)]


def scope(panel: Panel, selection: Selection, words: Words) -> str | None:
    """That a panel is about the whole country although a district is chosen; None where it follows."""
    return words("place.country") if selection.district and not panel.follows_place else None


def title(answer: Answer, panel: Panel, selection: Selection, words: Words) -> str:
    """What a file of its rows is called: the question, where it is about money alone with the terms of the amounts."""
    question_text = question(panel, selection, answer.indicators, words)
    if answer.money is None or not (panel.topic == "revenue" or panel.measure):
        return question_text
    # A line never begins with the point between them.
    return f"{question_text}\u00a0· {wording.unit(answer, answer.money.unit, words)}"


def why_empty(answer: Answer, panel: Panel, selection: Selection, words: Words) -> str:
    """No figures in the period, none for the place at all, or, where the record is complete, nothing recorded."""
    place = wording.place(answer, words)
    if answer.empty_reason:
        return words(f"empty.{answer.empty_reason}", place=place)
    if answer.money and answer.money.unknown_years:
        return words("money.unknown", years=wording.spans(answer.money.unknown_years, words))
    newest = newest_on(answer.sources)
    if panel.topic == "incidents" and newest and selection.first_day and selection.first_day > newest:
        return words("empty.since", place=place, date=words.day(newest))
    if answer.known_years is not None and answer.years is None:
        return words("empty.outside", place=place, years=words.years(answer.known_years))
    if answer.known_years is not None and panel.topic == "incidents":
        return words("say.incidents.no_record", place=place, years=words.years(answer.years))
    return words("empty.no_data", place=place)


def question(panel: Panel, selection: Selection, indicators: Mapping[str, Indicator], words: Words) -> str:
    """The question alone; that of an annual statistic without a text of its own has the name that the data give it."""
    return help_text(panel.question(selection), indicators, words)


def help_text(key: str, indicators: Mapping[str, Indicator], words: Words) -> str:
    """The text of a panel; one of an annual statistic with what the data say of it."""
    return naming.text(key, indicators, words) if key.startswith("measure.") else words(key)


def help_texts(
    panel: Panel, selection: Selection, indicators: Mapping[str, Indicator], words: Words
) -> list[tuple[str, str]]:
    """What it means, how to read it and what it cannot say, each by its name."""
    texts = (help_text(key, indicators, words) for key in panel.help_keys(selection))
    return [*zip(HELP_PARTS, texts, strict=True)]
