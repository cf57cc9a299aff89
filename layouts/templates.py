"""The templates of pages: the only place where HTML is written. All that a template is handed is escaped there."""

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dashboard.text import Words
from dashboard.text.terms import TERMS, parts

FOLDER = Path(__file__).parent / "templates"
# What could end a string in a style sheet.
CSS_STRING = re.compile(r"[\\'\x00-\x1f\x7f]")


def page(name: str, **values: Any) -> str:
    """A whole document, or a part of one, written by a template. A value that a template lacks raises."""
    return _environment().get_template(f"{name}.html").render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "pieces": parts,
        "look_of_year": _look_of_year,
        "is_colour": _is_colour,
        "by_alphabet": _by_alphabet,
        "beside_values": _beside_values,
        "json": _json,
        "mail": _mail,
    }
    environment.globals |= {"all_terms": TERMS}
    return environment


def to_json(value: Any) -> bytes:
    """A figure, or what else scripts read, as JSON."""
    return orjson.dumps(value, option=orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS)


def _json(value: Any) -> str:
    """JSON that no text in it can end."""
    return to_json(value).decode().replace("<", "\\u003c")


def _mail(whom: Any, origin: str, address: str, key: str = "") -> str:
    """The address of a mail about a mistake: to whom, of which panel and version, and where it was seen."""
    subject = " · ".join(filter(None, [key, f"version {whom.version}"]))
    fields = {"subject": subject, "body": f"{origin}{address}\n\n"}
    return f"mailto:{quote(whom.mail, safe='@')}?{urlencode(fields, quote_via=quote)}"


def _look_of_year(year: Any) -> str:
    """The chosen years are dark, those of which a part is known have stripes."""
    if year.value is None:
        return "unknown"
    return " ".join(["known", *(["part"] if year.is_part else []), *(["chosen"] if year.is_chosen else [])])


def _by_alphabet(terms: Collection[str], words: Words) -> list[tuple[str, str]]:
    """Terms with their names, in the order of these."""
    names = [(words(f"term.{term}.name"), term) for term in terms]
    return sorted(names, key=lambda one: words.sort_key(one[0]))


def _beside_values(headers: Collection[str]) -> str:
    """Headers as style sheets take them, ``--1`` and so on: once a table, where each cell would repeat its own."""
    texts = (CSS_STRING.sub(_css_escaped, text) for text in headers)
    return ";".join(f"--{number}:'{text}'" for number, text in enumerate(texts, 1))


def _css_escaped(match: re.Match[str]) -> str:
    return f"\\{ord(match[0]):x} "


def _is_colour(mark: str) -> bool:
    """Whether the mark of a legend is a colour; else it is the name of a mark."""
    return mark.startswith(("#", "rgb"))
