"""What measures, indicators and sources are called: as the data name them, where they are not made here."""

import re
from collections.abc import Mapping

from dashboard.text import Words
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.indicator import Indicator
from data_access.vocabulary.measures import Measure, is_statistic

# Where the title of a source begins to tell its years, its code or its way here; a name has letters before.
DETAIL = re.compile(r"(?<=\w{3})(?: \(|[:;] |,? (?:in |в )?\d{4}\b|, (?=as reported\b)).*$")


def short(title: str) -> str:
    """The title of a source without its years and details, which stand where all is told of it."""
    return DETAIL.sub("", title)


def of_measure(measure: Measure, words: Words) -> str:
    """What a measure is called: an annual statistic as the data name it, else by its code."""
    if is_statistic(measure.key):
        return measure.names.get(words.language, measure.key)
    return words(f"measure.{measure.key}")


def of_indicator(answer: Answer, code: str, words: Words) -> str:
    """What an indicator is called; one that is not listed by its code."""
    return answer.indicators[code].names[words.language] if code in answer.indicators else code


def in_unit(answer: Answer, code: str, words: Words) -> str:
    """The same and its unit."""
    return ", ".join(filter(None, (of_indicator(answer, code, words), unit(answer, code, words))))


def unit(answer: Answer, code: str, words: Words) -> str:
    """The unit in which an indicator is given; empty of one that is not listed."""
    return answer.indicators[code].units[words.language] if code in answer.indicators else ""


def text(key: str, indicators: Mapping[str, Indicator], words: Words) -> str:
    """A text of a measure (``measure.poverty.title``): its own, else that of all annual statistics, with its name."""
    _, code, end = key.split(".", 2)
    if words.has(key) or not is_statistic(code):
        return words(key)
    names, about = (indicators[code].names, indicators[code].about) if code in indicators else ({}, {})
    name = names.get(words.language, code)
    return words(f"statistic.{end}", measure=name, about=about.get(words.language, "")).strip()
