"""The HTML document around the application, in the language of the page."""

from collections.abc import Iterable
from html import escape

from dashboard.text import LANGUAGES, Words
from dashboard.web import assets
from data_access.vocabulary import link
from data_access.vocabulary.languages import FALLBACK


def language_of(path: str, base_path: str, otherwise: str = FALLBACK) -> str:
    """The language that a path names; ``otherwise`` for any other path."""
    inside = path.removeprefix(base_path) if path.startswith(base_path) else ""
    first = next(iter(link.segments(inside)), "")
    return first if first in LANGUAGES else otherwise


def document(words: Words, head: str, lite_href: str, parts: dict[str, str]) -> str:
    """The document that a browser gets first. ``head`` is its title and card.

    ``parts`` are what Dash fills in, what is loaded early, and the page as it stands at first. A browser without
    scripts goes on to the lite twin of the page.
    """
    return f"""<!DOCTYPE html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
{head}
{_without_scripts(lite_href)}{parts["early"]}{parts["favicon"]}{parts["css"]}
</head>
<body>
<noscript><p><a href="{escape(lite_href)}">{escape(words("page.needs_script"))}</a></p></noscript>
<div id="first">{parts["first"]}</div>
{_entry(words, parts["app_entry"])}
{_offer(words, lite_href)}
{_unanswered(words)}
{parts["sharing"]}
<footer hidden>{parts["config"]}<script id="_dash-renderer" src="{parts["start"]}"></script></footer>
</body>
</html>"""


def plain(words: Words, title: str, body: str, base_path: str) -> str:
    """A whole page without scripts, in the looks of the others. ``body`` is HTML."""
    return f"""<!DOCTYPE html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} · {escape(words("page.name"))}</title>
<link rel="icon" href="{assets.address(base_path, "favicon.svg")}">
{assets.styles(base_path, "4-print.css")}
</head>
<body><main id="main">{body}</main></body>
</html>"""


def html_text(words: Words, key: str, **values: object) -> str:
    """The text of a key as HTML."""
    return escape(words(key, **values))


def notice(words: Words, title: str, text: str, link: tuple[str, str], retry_seconds: int | None = None) -> str:
    """A whole page that says what is wrong and what to do; needs no script and no data. ``link``: text, address."""
    way = f'<a href="{escape(link[1])}">{escape(link[0])}</a>'
    refresh = f'<meta http-equiv="refresh" content="{retry_seconds}">' if retry_seconds else ""
    return f"""<!DOCTYPE html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{refresh}<title>{escape(title)} · {escape(words("page.name"))}</title>
</head>
<body><main><h1>{escape(title)}</h1><p>{escape(text)}</p><p>{way}</p></main></body>
</html>"""


def busy(texts: Iterable[tuple[Words, str, str]], retry_seconds: int) -> str:
    """A whole page that says one thing in all languages, each with its title and text; it asks again by itself."""
    parts = [
        f'<section lang="{words.language}"><h1>{escape(title)}</h1><p>{escape(text)}</p></section>'
        for words, title, text in texts
    ]
    return f"""<!DOCTYPE html>
<html lang="{FALLBACK}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="{retry_seconds}"><title>503</title>
</head>
<body><main>{"".join(parts)}</main></body>
</html>"""


def _without_scripts(lite_href: str) -> str:
    return f'<noscript><meta http-equiv="refresh" content="0; url={escape(lite_href)}"></noscript>'


def _offer(words: Words, lite_href: str) -> str:
    """The way to the lite page; styles show it when the page takes long, slow.js when the connection is slow."""
    link = f'<a class="lite-page" href="{escape(lite_href)}">{html_text(words, "page.lite_offer")}</a>'
    return f'<aside id="offer">{link}</aside>'


def _unanswered(words: Words) -> str:
    """Where again.js says that an answer does not come."""
    told = f'data-text="{html_text(words, "page.unanswered")}" data-again="{html_text(words, "page.load_again")}"'
    return f'<div id="unanswered" role="status" {told}></div>'


def _entry(words: Words, entry: str) -> str:
    """Where the application will stand, with Dash's English for the first moment in the reader's language."""
    return entry.replace("Loading...", escape(words("page.loading")))
