"""Looks words up in the catalogues and writes numbers and dates by CLDR."""

import gettext
import io
import math
import re
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, dates, numbers
from babel.messages import mofile, pofile

from data_access.vocabulary.languages import BY_CODE, LANGUAGES

CATALOGUES = Path(__file__).parent
MILLION, BILLION = 10**6, 10**9
FIGURES = 3
NUMBERS_REMEMBERED, DAYS_REMEMBERED = 8_000, 2_000
PARTS = re.compile(r"\d+|\D")
HYPHEN, HELD_HYPHEN, MINUS = "-", "\N{NON-BREAKING HYPHEN}", "\N{MINUS SIGN}"
SPACE, HELD = " ", "\N{NO-BREAK SPACE}"
# Spaces of a text at which no line may end: behind a number, within it, and before a sign, a unit, a word of years or
# days, or a dash.
WITHIN_NUMBERS = re.compile(
    r"(?<=\{n\}) |(?<=\{km\}) |(?<=°) | (?=%)|(?<=\d) (?=\d{3}\b)|(?<=\{year\}) (?=г)|(?<=\}) (?=[–—] \{)"
    r"|(?<=\}) (?=(?:ha|га)\b)|(?<=\d) (?=days|жаш|күн|лет|дней)"
)
# Hyphens of a text behind which no line may end: those of endings and words after a number, {year}-жыл.
AFTER_NUMBERS = re.compile(r"(?<=\})-(?=\w)")
ALPHABET = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"


class Words:
    """One language. Calling it with a key gives the text; a missing key shows as itself in brackets."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = Locale.parse(BY_CODE[language].locale)
        self._catalogue = _read(CATALOGUES / f"{language}.po")

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, its ``{places}`` filled."""
        text = self._catalogue.gettext(key)
        return f"[{key}]" if text == key else text.format(**values)

    def has(self, key: str) -> bool:
        """Whether the catalogue holds the key."""
        return self._catalogue.gettext(key) != key

    def plural(self, key: str, count: float, **values: object) -> str:
        """The form of a key that fits the count; ``{n}`` is the count, a broken one to three figures."""
        is_whole = float(count).is_integer()
        # A broken number takes the form of two: 1,5 жалобы, as 2 жалобы.
        text = self._catalogue.ngettext(key, key, int(count) if is_whole else 2)
        count_text = self.number(count, 0 if is_whole else _places(count))
        return f"[{key}]" if text == key else text.format(n=count_text, **values)

    def number(self, value: float, places: int = 0) -> str:
        """A number with the language's separators and up to ``places`` decimals."""
        return _format_number(value or 0, _pattern(places), self.language)

    def short_number(self, value: float, figures: int = FIGURES) -> str:
        """A number to three significant figures, or to so many, with a word for millions or billions."""
        if value == 0 or not math.isfinite(value):
            return self.number(value if math.isfinite(value) else 0)
        value = float(f"{value:.{figures}g}")
        for size, key in ((BILLION, "number.billion"), (MILLION, "number.million")):
            if abs(value) >= size:
                return self(key, n=self.number(value / size, _places(value / size, figures)))
        return self.number(value, _places(value, figures))

    def percent(self, value: float, places: int = 1) -> str:
        """A percentage from a number of percent, its sign as texts of the language have it: 12.5%, 12,5 %."""
        return self("number.percent", n=self.number(value, places))

    def change(self, value: float) -> str:
        """A change in percent with its sign."""
        return _sign(value) + self.percent(abs(value), 0 if abs(value) >= 10 else 1)

    def signed_number(self, value: float, places: int = 0) -> str:
        """A number with its sign."""
        return _sign(value) + self.number(abs(value), places)

    def least(self, text: str, is_partial: bool) -> str:
        """A number in words; of one that leaves parts out, that it is at least so much."""
        return self("value.at_least", value=text) if is_partial else text

    def day(self, value: date) -> str:
        """A day, as people of the language write it, all on one line."""
        return _day(value, self.language)

    def month(self, value: date) -> str:
        """A month and its year, on one line."""
        return _on_one_line(dates.format_skeleton("yMMM", value, locale=self.locale))

    def quarter(self, value: date) -> str:
        """The quarter in which a day lies, and its year."""
        return self("date.quarter", quarter=(value.month + 2) // 3, year=value.year)

    def years(self, years: tuple[int, int]) -> str:
        """A year, or the first and last year of a period."""
        first, last = years
        return str(first) if first == last else f"{first}–{last}"

    def moment(self, text: str) -> str:
        """``2021`` or ``2021-03`` from an address, as people write it."""
        year, _, month = text.partition("-")
        return self.month(date(int(year), int(month), 1)) if month else year

    @staticmethod
    def sort_key(text: str) -> tuple[tuple[int, int, str], ...]:
        """A key that sorts names by the alphabet: ё, ң, ө, ү stand where Kyrgyz and Russian put them, 9 before 10."""
        return tuple(_place(part) for part in PARTS.findall(text.lower()))

    @cached_property
    def plotly_locale(self) -> dict[str, Any]:
        """Month and day names and number signs for plotly.js, which knows no Kyrgyz; from CLDR."""
        symbols = self.locale.number_symbols["latn"]
        return {
            "moduleType": "locale",
            "name": self.language,
            "dictionary": {},
            "format": {
                "days": [self.locale.days["format"]["wide"][day] for day in (6, 0, 1, 2, 3, 4, 5)],
                "shortDays": [self.locale.days["format"]["abbreviated"][day] for day in (6, 0, 1, 2, 3, 4, 5)],
                "months": [self.locale.months["stand-alone"]["wide"][month] for month in range(1, 13)],
                "shortMonths": [self.locale.months["stand-alone"]["abbreviated"][month] for month in range(1, 13)],
                "decimal": symbols["decimal"],
                "thousands": symbols["group"],
                "date": "%d.%m.%Y",
            },
        }


def load() -> dict[str, Words]:
    """All languages, by code."""
    return {language: Words(language) for language in LANGUAGES}


def _read(path: Path) -> gettext.GNUTranslations:
    """A catalogue as translators keep it, without a compiled copy beside it that could grow stale."""
    with path.open("rb") as file:
        catalogue = pofile.read_po(file, abort_invalid=True)
    for entry in catalogue:
        if isinstance(entry.string, str):
            entry.string = _hold_together(entry.string)
        elif entry.string:
            entry.string = tuple(map(_hold_together, entry.string))
    mo_file = io.BytesIO()
    mofile.write_mo(mo_file, catalogue)
    mo_file.seek(0)
    return gettext.GNUTranslations(mo_file)


def _hold_together(text: str) -> str:
    return AFTER_NUMBERS.sub(HELD_HYPHEN, WITHIN_NUMBERS.sub(HELD, text))


# Babel takes its time over a number, and pages write the same ones again and again.
@lru_cache(NUMBERS_REMEMBERED)
def _format_number(value: float, pattern: str, language: str) -> str:
    # CLDR gives a hyphen for the keyboard's sake; only what people read is written here.
    return numbers.format_decimal(value, format=pattern, locale=BY_CODE[language].locale).replace(HYPHEN, MINUS)


@lru_cache(DAYS_REMEMBERED)
def _day(value: date, language: str) -> str:
    return _on_one_line(dates.format_date(value, format="medium", locale=BY_CODE[language].locale))


def _on_one_line(text: str) -> str:
    return text.replace(SPACE, HELD).replace(HYPHEN, HELD_HYPHEN)


def _sign(value: float) -> str:
    return "+" if value > 0 else MINUS if value < 0 else "±"


def _place(part: str) -> tuple[int, int, str]:
    """Where a letter, another sign or a whole number stands."""
    return (-1, int(part), "") if part.isdecimal() else (ALPHABET.find(part), 0, part)


def _pattern(places: int) -> str:
    return "#,##0" + ("." + "#" * places if places else "")


def _places(value: float, figures: int = FIGURES) -> int:
    """Decimals that give so many significant figures."""
    return max(0, figures - 1 - math.floor(math.log10(abs(value)))) if value else 0
