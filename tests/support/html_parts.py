"""Parts of a live page that go out as HTML, read as a browser reads them, in the form of the components around them."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from layouts.to_html import EMPTY, HTML

NAMES = {"class": "className"}


class Reader(HTMLParser):
    """Reads strictly: what is opened is closed, in this order, and nothing stands there but elements and texts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside: list[list[Any]] = [[]]
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element; an attribute without a value is true."""
        inside: list[Any] = []
        props = {NAMES.get(name, name): True if value is None else value for name, value in attrs}
        assert len(props) == len(attrs), attrs
        self.inside[-1].append({"type": tag, "props": {**props, "children": inside}})
        if tag not in EMPTY:
            self.inside.append(inside)
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


def components(html: str) -> list[Any]:
    """The elements and texts of a piece of HTML."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.inside[0]


def parts(inside: list[Any]) -> Iterator[dict[str, Any]]:
    """All elements among such components, and in them."""
    for part in inside:
        if isinstance(part, dict):
            yield part
            yield from parts(part["props"]["children"])


def opened(part: Any) -> Any:
    """An answer of a callback, or any part of it, with all that is written in it as HTML among the children."""
    if isinstance(part, list):
        return [opened(one) for one in part]
    if not isinstance(part, dict):
        return part
    inside = {"children": components(part[HTML])} if part.get(HTML) is not None else {}
    return {name: opened(value) for name, value in part.items() if name != HTML} | inside
