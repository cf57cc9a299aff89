"""The agenda of a meeting: views in the order in which a room looks at them, from a file that the secretary edits."""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import click

from dashboard.address.route import Route
from dashboard.panels import PAGES, of_topic
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from data_access.store.settings import SettingsError
from data_access.vocabulary import link
from data_access.vocabulary.facets import BY_KEY, SHORT_CODES
from data_access.vocabulary.selection import MOMENT

NAME = "agenda"  # of its page: /ky/agenda
KEYS = ("title", "address", "sentence")
MOST_VIEWS, LONGEST_TEXT = 40, 300
ANCHOR, KEY_FIGURES = "title-", "key-figures"
BEGIN = re.compile(r"^[ \t]*\[\[[ \t]*view[ \t]*\]\]", re.MULTILINE)


class AgendaError(ValueError):
    """The file cannot be used; the message is one line that names file, line and reason."""


@dataclass(frozen=True)
class Item:
    """A view of the agenda: texts by language, its page, the query of its address, and the panel if it is only one."""

    title: Mapping[str, str]
    sentence: Mapping[str, str]
    topic: str
    place: str | None
    search: str
    panel: str | None

    def route(self, language: str) -> Route:
        """Its page in a language."""
        return Route(language, self.topic, self.place)


def read(path: Path, base_path: str = "/") -> tuple[Item, ...]:
    """The views in order. Raises AgendaError on the first mistake."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AgendaError(f"{path.name}: cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})") from None
    return parse(text, path.name, base_path)


def parse(text: str, name: str, base_path: str = "/") -> tuple[Item, ...]:
    """The views that a text describes; ``name`` is what messages call it. Raises AgendaError."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AgendaError(f"{name}: not TOML: {error}") from None
    views = content.get("view", [])
    if set(content) - {"view"} or not isinstance(views, list) or not all(isinstance(one, dict) for one in views):
        raise AgendaError(f"{name}: only [[view]] may stand in it")
    if len(views) > MOST_VIEWS:
        raise AgendaError(f"{name}: {len(views)} views; at most {MOST_VIEWS} are shown")
    return tuple(_numbered(text, name, base_path, views))


def _numbered(text: str, name: str, base_path: str, views: list[dict[str, object]]) -> Iterator[Item]:
    for number, view in enumerate(views):
        try:
            yield _item(view, base_path)
        except _Mistake as mistake:
            raise AgendaError(f"{name}, line {_line(text, number, mistake.key)}: {mistake}") from None


class _Mistake(ValueError):
    """What is wrong with a view, and at which of its keys."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key


def _item(view: dict[str, object], base_path: str) -> Item:
    for key in view:
        if key not in KEYS:
            raise _Mistake(key, f"unknown; a view has {', '.join(KEYS)}")
    title, sentence = (_texts(key, view.get(key)) for key in ("title", "sentence"))
    return Item(title, sentence, *_address(view.get("address"), base_path))


def _texts(key: str, value: object) -> dict[str, str]:
    """The text in each language; where one is missing, the first that is there stands in."""
    texts = dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value
    if not isinstance(texts, dict) or not texts or set(texts) - set(LANGUAGES):
        raise _Mistake(key, f"must be a text, or texts by language ({', '.join(LANGUAGES)})")
    for text in texts.values():
        if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT or not text.isprintable():
            raise _Mistake(key, f"must be one line of 1 to {LONGEST_TEXT} characters")
    first = next(texts[language] for language in LANGUAGES if language in texts)
    return {language: texts.get(language, first).strip() for language in LANGUAGES}


def _address(value: object, base_path: str) -> tuple[str, str | None, str, str | None]:
    """Topic, place, query and panel of an address as it is copied from the browser, its site and language or not."""
    if not isinstance(value, str) or not value.strip():
        raise _Mistake("address", "missing")
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        raise _Mistake("address", f"{value!r} is no address") from None
    names = link.segments(parts.path.removeprefix(base_path))
    names = names[1:] if names[:1] and names[0] in LANGUAGES else names
    route = Route.parse("/".join(["", LANGUAGES[0], *names]))
    if route is None:
        raise _Mistake("address", f"{parts.path!r} is no page of the dashboard")
    return route.topic, route.place, _query(route, parts.query), _panel(route.topic, parts.fragment)


def _query(route: Route, text: str) -> str:
    for key, value in parse_qsl(text):
        if key not in SHORT_CODES:
            raise _Mistake("address", f"{key!r} is no choice of the dashboard")
        if key == route.topic or (key in BY_KEY and route.topic not in BY_KEY[key].topics):
            raise _Mistake("address", f"{key!r} means nothing on that page")
        if key in ("since", "until") and not MOMENT.fullmatch(value):
            raise _Mistake("address", f"{key} must be YYYY or YYYY-MM, not {value!r}")
    return f"?{text}" if text else ""


def _panel(topic: str, fragment: str) -> str | None:
    """The panel that an address points at with ``#title-KEY``; None: all of the page."""
    key = fragment.removeprefix(ANCHOR)
    keys = (*(panel.key for panel in of_topic(topic)), *((KEY_FIGURES,) if PAGES[topic].has_key_figures else ()))
    if fragment and key not in keys:
        raise _Mistake("address", f"#{fragment} is nothing on that page; it has #{ANCHOR}{f', #{ANCHOR}'.join(keys)}")
    return key or None


def _line(text: str, number: int, key: str) -> int:
    """The line of a key of a view, else that where the view begins."""
    begins = [match.start() for match in BEGIN.finditer(text)] + [len(text)]
    if number + 1 >= len(begins):
        return 1
    match = re.compile(rf"^[ \t]*{re.escape(key)}\b", re.MULTILINE).search(text, *begins[number : number + 2])
    return text.count("\n", 0, match.start() if match else begins[number]) + 1


class Agenda:
    """The agenda of a server: read again when the file changes, and kept as it was when the file is broken."""

    def __init__(self, path: Path, base_path: str) -> None:
        self._path, self._base_path = path, base_path
        self._stamp: tuple[int | None, ...] | None = None
        self.items: tuple[Item, ...] = ()
        self.problem: str | None = None

    def now(self) -> "Agenda":
        """The same, up to date with the file."""
        stamp = self._stamp_of_file()
        if stamp != self._stamp:
            try:
                self.items, self.problem = read(self._path, self._base_path), None
            except AgendaError as error:
                self.problem = str(error)
            self._stamp = stamp
        return self

    def _stamp_of_file(self) -> tuple[int | None, ...]:
        try:
            status = self._path.stat()
        except OSError:
            return (None,)
        return status.st_mtime_ns, status.st_size


if __name__ == "__main__":
    # Started before the server, and by the secretary after each edit.
    try:
        settings = Settings.from_environment()
        click.echo(f"{settings.agenda}: {len(read(settings.agenda, settings.base_path))} views")
    except (SettingsError, AgendaError) as error:
        sys.exit(f"dashboard: {error}")
