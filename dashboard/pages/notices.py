"""What is said where an edition cannot be opened, by the server and on a page that is open already."""

from typing import NamedTuple

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.text import Words
from data_access.store.database import EditionUnavailable
from data_access.vocabulary.selection import Selection


class Notice(NamedTuple):
    """Words, title and text, and the text and address of the link to the newest figures of the same page."""

    words: Words
    title: str
    text: str
    link: str
    href: str


def of_edition(reader: Reader, path: str, language: str, problem: EditionUnavailable) -> Notice:
    """The notice in the place of a page. Raises DataUnavailable."""
    words = reader.words[language]
    route = reader.page(reader.database.snapshot(), path) or Route(language, "overview")
    href = reader.href(route, route.selection_on_page(Selection()))
    return Notice(words, *_notice_text(problem, words), words("edition.see_current"), href)


def _notice_text(problem: EditionUnavailable, words: Words) -> tuple[str, str]:
    one, key = problem.edition, f"notice.{problem.reason}"
    title = words(f"{key}.title", title=one.titles[words.language])
    if one.withdrawn_on is None:
        return title, words(f"{key}.text")
    values = {"frozen": words.day(one.frozen_on), "date": words.day(one.withdrawn_on), "why": one.withdrawn_why}
    return title, words(f"{key}.text", **values)
