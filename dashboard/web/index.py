"""The HTML document around the application, in the language of the page."""

from html import escape

from dashboard.route import Route
from dashboard.text import LANGUAGES, Words

FALLBACK = LANGUAGES[0]


def language_of(path: str, base_path: str, otherwise: str = FALLBACK) -> str:
    """The language that a path names; ``otherwise`` for any other path."""
    first = path.removeprefix(base_path).split("/")[0]
    return first if first in LANGUAGES else otherwise


def title_of(route: Route | None, words: Words) -> str:
    """What the window and a shared link are called."""
    return f"{words(f'topic.{route.topic}')} · {words('page.name')}" if route else words("page.name")


def document(words: Words, title: str, parts: dict[str, str]) -> str:
    """The document that a browser gets first. ``parts`` are what Dash fills in."""
    return f"""<!DOCTYPE html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(words("page.description"))}">
<title>{escape(title)}</title>
{parts["metas"]}{parts["favicon"]}{parts["css"]}
</head>
<body>
<noscript><p class="needs-script">{escape(words("page.needs_script"))}</p></noscript>
{_entry(words, parts["app_entry"])}
<footer hidden>{parts["config"]}{parts["scripts"]}{parts["renderer"]}</footer>
</body>
</html>"""


def notice(words: Words, key: str, home: str, retry_seconds: int | None = None) -> str:
    """A whole page that says what is wrong and what to do; needs no script and no data."""
    title, link = words(f"{key}.title"), f'<a href="{escape(home)}">{escape(words("notice.home"))}</a>'
    refresh = f'<meta http-equiv="refresh" content="{retry_seconds}">' if retry_seconds else ""
    return f"""<!DOCTYPE html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{refresh}<title>{escape(title)} · {escape(words("page.name"))}</title>
</head>
<body><main><h1>{escape(title)}</h1><p>{escape(words(f"{key}.text"))}</p><p>{link}</p></main></body>
</html>"""


def _entry(words: Words, entry: str) -> str:
    """Where the application will stand, with Dash's English for the first moment in the reader's language."""
    return entry.replace("Loading...", escape(words("page.loading")))
