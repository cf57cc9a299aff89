"""What a search can find of the dashboard itself: pages, the questions that they answer, what is measured, words."""

from collections.abc import Iterator

from dashboard.address.reader import Reader
from dashboard.pages import choice_names
from dashboard.panels import PAGES, TOPICS
from dashboard.text.terms import TERMS, plain
from data_access.answers import choices
from data_access.answers.findable import Findable
from data_access.store.database import Snapshot
from data_access.vocabulary import facets, measures
from data_access.vocabulary.selection import Selection

PAGE, TERM, QUESTION = "page", "term", "question"
# What is measured, by the choice that shows it: of readings, and of annual statistics.
INDICATOR, MEASURE = "indicator", "measure"


def indicators(snapshot: Snapshot, reader: Reader) -> Iterator[Findable]:
    """What is measured in this edition, by the names that lists of choices have for it."""
    for key in (INDICATOR, MEASURE):
        for value in choices.values(snapshot, key):
            if key == INDICATOR or measures.is_statistic(value):
                yield Findable(key, value, _names(snapshot, key, value, reader))


def _names(snapshot: Snapshot, key: str, value: str, reader: Reader) -> dict[str, str]:
    facet = facets.BY_KEY[key]
    return {code: choice_names.value_name(snapshot, facet, value, words) for code, words in reader.words.items()}


def questions(reader: Reader) -> Iterator[Findable]:
    """The questions that pages of topics answer, in every language; one that two pages ask leads to the first."""
    panels = [panel for topic in TOPICS for panel in PAGES[topic].panels]
    for key, panel in {panel.question(Selection()): panel for panel in reversed(panels)}.items():
        yield Findable(QUESTION, panel.key, {code: plain(words(key)) for code, words in reader.words.items()})


def pages(reader: Reader) -> Iterator[Findable]:
    """The pages of topics, by their names and by what people call what stands there, in every language."""
    for topic in TOPICS:
        names = {language: words(f"topic.{topic}") for language, words in reader.words.items()}
        yield Findable(PAGE, topic, names, tuple(words_of(f"search.words.{topic}", reader)))


def terms(reader: Reader) -> Iterator[Findable]:
    """The words that pages explain, by their names in every language."""
    for term in TERMS:
        yield Findable(TERM, term, {code: words(f"term.{term}.name") for code, words in reader.words.items()})


def words_of(key: str, reader: Reader) -> Iterator[str]:
    """The words of a list in all languages."""
    for words in reader.words.values():
        yield from words(key).split(",")
