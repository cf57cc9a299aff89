"""Which texts a reader whose first language it is has reviewed: who and when stands with each in its catalogue."""

import re
from pathlib import Path
from typing import NamedTuple

from babel.messages import pofile

CATALOGUES = Path(__file__).parent
# The other languages are translated from it, so that it needs no review as a translation.
SOURCE = "en"
REVIEW_LINE = re.compile(r"reviewed: (?P<name>.*\S), (?P<day>\d{4}-\d{2}-\d{2})")


class Text(NamedTuple):
    """A text of a catalogue: its key, what it is for, its forms in English and here, and whether it is reviewed."""

    key: str
    note: str
    english: tuple[str, ...]
    forms: tuple[str, ...]
    is_reviewed: bool


def texts(language: str) -> list[Text]:
    """All texts of a language in the order of its catalogue."""
    english = {_key(entry): _forms(entry) for entry in _entries(SOURCE)}
    return [_text(entry, english[_key(entry)]) for entry in _entries(language)]


def _text(entry, english: tuple[str, ...]) -> Text:
    comments = " ".join(entry.auto_comments).split("English: ")
    is_reviewed = any(REVIEW_LINE.fullmatch(comment) for comment in entry.user_comments)
    return Text(_key(entry), comments[0].strip(), english, _forms(entry), is_reviewed)


def _entries(language: str) -> list:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return [entry for entry in pofile.read_po(file) if entry.id]


def _key(entry) -> str:
    return entry.id[0] if isinstance(entry.id, tuple) else entry.id


def _forms(entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.string)) if isinstance(entry.string, tuple) else (entry.string,)
