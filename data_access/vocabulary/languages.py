"""The one list of the languages of all that readers read; ``docs/translating.md`` says what else one needs.

A text in languages stands in one column for each, ``name_ky``, ``name_ru`` and so on.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Language(NamedTuple):
    """Its name in English, and the locale by which numbers and days are written."""

    name: str
    locale: str


# By code.
BY_CODE = {
    "ky": Language("Kyrgyz", "ky_KG"),
    "ru": Language("Russian", "ru_RU"),
    "en": Language("English", "en_GB"),
}
LANGUAGES = tuple(BY_CODE)
# For readers who have chosen none.
FALLBACK = LANGUAGES[0]


def columns(name: str) -> tuple[str, ...]:
    """The columns of a text."""
    return tuple(f"{name}_{code}" for code in LANGUAGES)


def texts(row: Mapping[Any, Any], name: str) -> dict[str, Any]:
    """A text of a row by language."""
    return {code: row[f"{name}_{code}"] for code in LANGUAGES}


class Translation(NamedTuple):
    """A text, and its language where that is not the one that was asked for."""

    text: str
    language: str | None


def translation(by_language: Mapping[str, str], language: str) -> Translation:
    """A text in a language; where it is not translated yet, that of the first language that has one."""
    if own := by_language[language]:
        return Translation(own, None)
    return next((Translation(text, code) for code in LANGUAGES if (text := by_language[code])), Translation("", None))


def enumeration(words: tuple[str, ...], joint: str) -> str:
    """Words as a sentence lists them: ``a, b or c``."""
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
