"""A panel as data: built once, and only written by what makes a page of it.

Nothing here is HTML, and nothing has been escaped: that is what ``layouts`` does.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dashboard.figures.rows import Rows
from dashboard.text.table import Table
from data_access.vocabulary.legend import Key
from data_access.vocabulary.shape import Shape
from data_access.vocabulary.source import Source


class Link(NamedTuple):
    """A text, an address, and whether it is where the reader is."""

    text: str
    href: str
    is_here: bool = False


class SourceLine(NamedTuple):
    """A source in words: its kind and what that is called, its title in a language, and short, its address, age, terms.

    ``number`` is that by which pages name it: all is told of it once, below their panels. ``terms`` are publisher and
    licence, each with its language where that is not the page's.
    """

    key: str
    number: int
    kind: str
    kind_name: str
    title: str
    short: str
    language: str | None
    href: str
    freshness: str
    timeliness: str
    terms: Sequence[tuple[str, str | None]]


class ReplyText(NamedTuple):
    """A reply in words, with its number among all by date.

    When, what kind of body, its name, about what, the text, and marks where they apply.
    """

    number: int
    day: str
    kind: str
    by: str
    about: str
    text: str
    translation_mark: str | None
    document: str
    address: str | None
    example: str | None


class LinkedTable(NamedTuple):
    """The table of a panel (its key), where each of its cells leads, and how many of its rows are shown."""

    key: str
    content: Table
    hrefs: Sequence[Sequence[str | None]]
    shown_rows: int


class Below(NamedTuple):
    """What leads on from a panel, and its table.

    ``tabs`` show its picture or its table in their common place; ``files`` are those of the rows, ``image_name`` is
    that of an image of the panel. Of a panel without figures there is only a way out.
    """

    tabs: Sequence[Link] = ()
    files: Sequence[tuple[str, str]] = ()
    image_name: str | None = None
    table: LinkedTable | None = None
    way_out: Link | None = None
    is_to_example: bool = False


class PanelView(NamedTuple):
    """A panel: its question, its sentence, its picture and all that stands with it.

    ``synthetic`` is the mark of invented figures, ``scope`` says that it is of the whole country although a place is
    chosen. ``figure`` is a plotly figure, None where there is nothing to draw; ``figure_href`` is its address,
    ``picture_href`` that of the same drawn by the server; ``rows`` are those of a picture that can be parted between
    them. ``unplaced`` leads to the rows that the first note tells of. ``replies`` are the numbers of those to something
    that it shows; the page has their texts. ``help`` has a name and a text for each of its parts. ``origins`` are its
    sources as the data have them. ``is_broken``: it could not be made, and says so.
    ``address`` is that of the panel with what it depends on; ``heeds`` are the choices that its picture depends on.
    """

    key: str
    shape: Shape
    title: str
    sentence: str
    synthetic: str | None = None
    scope: str | None = None
    is_of_country: bool = False
    figure: dict[str, Any] | None = None
    figure_href: str = ""
    picture_href: str = ""
    rows: Rows | None = None
    legend: Sequence[Key] = ()
    notes: Sequence[str] = ()
    unplaced: Link | None = None
    replies: Sequence[int] = ()
    sources: Sequence[SourceLine] = ()
    help: Sequence[tuple[str, str]] = ()
    below: Below = Below()
    origins: Sequence[Source] = ()
    is_broken: bool = False
    address: str = ""
    heeds: Sequence[str] = ()


def title_id(key: str) -> str:
    """The anchor of a panel."""
    return f"title-{key}"
