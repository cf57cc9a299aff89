"""The agenda of a meeting as a page of links, and as its first slide."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from dashboard.text import LANGUAGES, Words
from dashboard.web import assets
from dashboard.web.index import html_text
from dashboard.web.slides import buttons


class Entry(NamedTuple):
    """An item: its words, the anchor of its first slide, and its live page. How many slides it has, the wall decides.

    ``lost_names`` is what its address names and the data do not know; then there is nothing to show.
    """

    title: str
    sentence: str
    start: str
    live: str
    lost_names: str


def document(
    entries: Sequence[Entry], problem: str | None, head: str, words: Words, address: str, base_path: str
) -> str:
    """The page. ``problem``: why the file of the agenda could not be read again."""
    items = "\n".join(_item(one, address, words) for one in entries)
    trouble = f'<p class="news">{html_text(words, "agenda.problem", problem=problem)}</p>' if problem else ""
    language = words.language
    languages = "".join(
        f'<a href="{base_path}{code}/agenda" hreflang="{code}" lang="{code}"{_here(code == language)}>{code}</a>'
        for code in LANGUAGES
    )
    start = f'<a class="start" href="{address}?present=1#slide-1">{html_text(words, "agenda.start")}</a>'
    empty = html_text(words, "agenda.empty")
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{head}
{assets.styles(base_path, "5-sharing.css", "4-print.css", "meeting/agenda.css")}
</head>
<body>
<a href="#main" class="skip">{html_text(words, "page.skip")}</a>
<header class="top"><div class="brand">
<a class="name" href="{base_path}{language}/overview">{html_text(words, "page.name")}</a>
<span class="country">{html_text(words, "page.country")}</span></div>
<nav class="languages" aria-label="{html_text(words, "page.languages")}">{languages}</nav></header>
<main id="main" class="agenda">
<h1>{html_text(words, "agenda.title")}</h1>
<p class="lead">{html_text(words, "agenda.lead")}</p>
{trouble}<p>{start if items else empty}</p>
<ol>{items}</ol>
<p>{buttons(words, base_path)}</p>
</main>
{assets.script(base_path, assets.SHARING_SCRIPT)}
</body>
</html>"""


def contents(entries: Sequence[Entry], words: Words) -> str:
    """The first slide: what the meeting will look at."""
    shown = [one for one in entries if one.start]
    items = "".join(
        f'<li><a href="#{one.start}">{escape(one.title)}</a><p>{escape(one.sentence)}</p></li>' for one in shown
    )
    title = html_text(words, "agenda.title")
    return f'<div class="words"><h1 tabindex="-1">{title}</h1></div><ol class="contents">{items}</ol>'


def _item(entry: Entry, address: str, words: Words) -> str:
    texts = f"<h2>{escape(entry.title)}</h2><p>{escape(entry.sentence)}</p>"
    if not entry.start:
        return f'<li>{texts}<p class="note">{html_text(words, "agenda.lost", address=entry.lost_names)}</p></li>'
    return f"""<li>{texts}<p class="to">
<a href="{address}?present=1#{entry.start}">{html_text(words, "agenda.start_here")}</a>
<a href="{escape(entry.live)}">{html_text(words, "agenda.open")}</a></p></li>"""


def _here(is_here: bool) -> str:
    return ' class="here" aria-current="true"' if is_here else ""
