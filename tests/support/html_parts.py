"""HTML of pages, read as a browser reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Union

EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "source"})
# A space that keeps words together is none that browsers fold.
SPACE = re.compile(r"[ \t\n\r\f]+")
DOCUMENT = "<!DOCTYPE html>"
Part = Union["Element", str]


@dataclass(frozen=True)
class Element:
    """An element: its tag, its attributes (empty ones have an empty text), and what stands in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Part] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The names of its class."""
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """What is read in it, white space as browsers show it."""
        return SPACE.sub(" ", "".join(texts(self.inside))).strip(" ")

    def all(self, tag: str = "", name: str = "") -> list["Element"]:
        """The elements in it, in order: those of a tag, of a class, or of both."""
        inner = elements(self.inside)
        return [one for one in inner if tag in ("", one.tag) and (not name or name in one.classes)]

    def one(self, name: str) -> "Element":
        """The first element in it with a class or an id; one without anything where there is none."""
        matches = (one for one in elements(self.inside) if name in one.classes or one.attributes.get("id") == name)
        return next(matches, Element("none"))


class Reader(HTMLParser):
    """Reads strictly: what is opened is closed, in this order, and nothing stands there but elements and texts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside: list[list[Part]] = [[]]
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element; none of its attributes comes twice."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        assert len(element.attributes) == len(attrs), attrs
        self.inside[-1].append(element)
        if tag not in EMPTY:
            self.inside.append(element.inside)
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The end of what was opened last."""
        assert self._open.pop() == tag
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        """A text."""
        self.inside[-1].append(data)

    def unknown_decl(self, data: str) -> None:
        """Nobody declares anything."""
        raise AssertionError(data)

    handle_comment = handle_decl = handle_pi = unknown_decl

    def close(self) -> None:
        """The end: nothing is left open."""
        super().close()
        assert self._open == []


def parse(html: str) -> Element:
    """A document, or a piece of one, as one element around it."""
    reader = Reader()
    reader.feed(html.lstrip().removeprefix(DOCUMENT))
    reader.close()
    return Element("root", {}, reader.inside[0])


def elements(inside: list[Part]) -> Iterator[Element]:
    """All elements among such parts, and in them."""
    for part in inside:
        if isinstance(part, Element):
            yield part
            yield from elements(part.inside)


def texts(inside: list[Part]) -> Iterator[str]:
    """All texts among such parts, and in them."""
    for part in inside:
        if isinstance(part, Element):
            yield from texts(part.inside)
        else:
            yield part
