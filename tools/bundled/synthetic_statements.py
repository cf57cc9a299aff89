"""Invented statements of invented bodies, so that it can be seen how statements stand beside each other.

Every text says that it is an example. None of them names a site: the sites are real.
"""

from typing import Any

from data_access.vocabulary import languages

COMPANY = ("Үлгү компания А", "Компания-пример А", "Example company A")
COUNCIL = ("Үлгү айыл кеңеши", "Айыльный кенеш-пример", "Example village council")
ADDRESS = "https://example.org/statement"

# Key, subject, matter, day, author, days that it is about, figure with unit and qualifier, texts.
STATEMENTS = (
    (
        ("EX-1", "money", "example-payments", "2024-05-20", COMPANY, ("2018-01-01", "2023-12-31")),
        ("120000000", "KGS", "exactly"),
        ("Мисал: алты жылда төлөгөнүбүз.", "Пример: наши платежи за шесть лет.", "Example: our payments of six years."),
    ),
    (
        ("EX-2", "money", "example-payments", "2024-06-11", COUNCIL, ("2018-01-01", "2023-12-31")),
        ("90000000", "KGS", "about"),
        (
            "Мисал: алты жылда алганыбыз.",
            "Пример: мы получили за шесть лет.",
            "Example: what we received in six years.",
        ),
    ),
    (
        ("EX-3", "monitoring", "example-water", "2023-09-04", COMPANY, ("2023-08-01", "2023-08-31")),
        ("", "", ""),
        ("Мисал: суу нормадан ашкан эмес.", "Пример: вода в пределах нормы.", "Example: the water is within limits."),
    ),
    (
        ("EX-4", "monitoring", "example-water", "2023-09-18", COUNCIL, ("2023-08-01", "2023-08-31")),
        ("1.4", "times_limit", "up_to"),
        (
            "Мисал: чектен жогору өлчөгөнбүз.",
            "Пример: наш замер выше нормы.",
            "Example: we measured more than the limit.",
        ),
    ),
)
TALAS = "41707232"


def statements() -> list[dict[str, str]]:
    """Rows of example_statements.csv."""
    return [_row(*statement) for statement in STATEMENTS]


def _row(cells: tuple[Any, ...], figure: tuple[str, str, str], texts: tuple[str, str, str]) -> dict[str, str]:
    *keys, author, days = cells
    row = dict(zip(("statement_id", "statement_subject", "matter", "said_on"), keys, strict=True))
    value, unit, qualifier = figure
    in_languages = {
        f"{name}_{code}": text
        for name, translations in (("author", author), ("text", texts))
        for code, text in zip(languages.LANGUAGES, translations, strict=True)
    }
    return (
        row
        | in_languages
        | {
            "date_precision": "day",
            "published_in": "Example",
            "period_start": days[0],
            "period_end": days[1],
            "district_code": TALAS,
            "value_low": "" if qualifier == "up_to" else value,
            "value_high": value,
            "figure_unit": unit,
            "qualifier": qualifier,
            "url": ADDRESS,
        }
    )
