"""A live page, or the answer to a choice on it, as its reader finds it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask.testing import FlaskClient

from layouts.templates import _environment
from tests.support.html_parts import Element, parse


@dataclass(frozen=True)
class Panel:
    """A panel, by what stands in its section."""

    section: Element

    @property
    def title(self) -> str:
        """Its question; the mark of invented figures is left out."""
        return " ".join(one for one in self.section.all("h2")[0].inside if isinstance(one, str))

    @property
    def sentence(self) -> str:
        """What it says; definitions, which open at a touch, are left out."""
        return without_definitions(self.section.one("sentence"))

    @property
    def help(self) -> str:
        """How it is read, and what it cannot say; without definitions."""
        return without_definitions(self.section.one("help"))

    @property
    def foot(self) -> Element:
        """What stands under its picture."""
        return self.section.one("foot")

    @property
    def notes(self) -> list[str]:
        """What its picture leaves out."""
        return [one.text for one in self.note_parts]

    @property
    def note_parts(self) -> list[Element]:
        """The same as elements: that which stands above the line first, then those that open in it."""
        places = [self.foot, *(method.all("div")[0] for method in self.foot.all(name="method"))]
        inside = [one for place in places for one in place.inside if isinstance(one, Element)]
        return [one for one in inside if one.classes == ["note"]]

    @property
    def sources(self) -> list[Element]:
        """Where its figures come from."""
        return self.foot.all(name="source")

    @property
    def figure_href(self) -> str:
        """The address of its picture; empty where there is none."""
        return self.section.attributes["data-figure"]

    @property
    def rows(self) -> list[list[str]]:
        """The rows of its table, where it stands open."""
        return [[cell.text for cell in row.all("td")] for row in self.section.one("table-place").all("tr")[1:]]

    @property
    def hrefs(self) -> list[str]:
        """Where its links lead."""
        return [one.attributes["href"] for one in self.section.all("a")]

    @property
    def ways_out(self) -> list[str]:
        """Addresses of the nearest choice with figures."""
        return [one.attributes["href"] for one in self.section.all("a", "way-out")]


class LivePage:
    """What a document, or an answer to a choice, says."""

    def __init__(self, html: str) -> None:
        self.html, self.root = html, parse(html)

    @cached_property
    def panels(self) -> dict[str, Panel]:
        """Its panels by their keys, in its order."""
        return {one.attributes["data-key"]: Panel(one) for one in self.root.all("section", "panel")}

    @property
    def state(self) -> dict[str, str]:
        """Its address, its title and the stamp of its figures."""
        root = next(one for one in self.root.all() if "data-stamp" in one.attributes)
        return {name: root.attributes[f"data-{name}"] for name in ("address", "title", "stamp")}

    @property
    def choices(self) -> dict[str, list[tuple[str, str]]]:
        """Options of its lists, value and text, by the keys of choices."""
        return {one.attributes["name"]: _options(one) for one in self.root.one("choices").all("select")}

    @property
    def hrefs(self) -> list[str]:
        """Where its links lead."""
        return [one.attributes["href"] for one in self.root.all("a")]

    def part(self, name: str) -> Element:
        """The part with an id, or the first one with a class."""
        return self.root.one(name)


def open_page(client: FlaskClient, address: str) -> LivePage:
    """The live page at an address, after it was tidied."""
    answer = client.get(address, follow_redirects=True)
    assert (answer.status_code, answer.mimetype) == (200, "text/html"), address
    return LivePage(answer.text)


def figures(client: FlaskClient, page: LivePage) -> dict[str, dict[str, Any]]:
    """The pictures of a page, as plotly figures, by the keys of panels."""
    answers = {key: client.get(panel.figure_href) for key, panel in page.panels.items() if panel.figure_href}
    assert {answer.status_code for answer in answers.values()} <= {200}
    return {key: answer.json for key, answer in answers.items()}


def answer_address(page: LivePage, address: str, *keys: str) -> str:
    """The address of the answer to a choice on a page that leads to another address, with some of its panels."""
    return f"/parts/{page.state['stamp']}/{','.join(keys)}/{address.removeprefix('/')}"


def without_definitions(part: Element) -> str:
    """What is read of a part at a glance."""
    return Element(part.tag, part.attributes, [_bare(one) for one in part.inside]).text


def _bare(part: Element | str) -> Element | str:
    if isinstance(part, str):
        return part
    children = [] if "definition" in part.classes else [_bare(one) for one in part.inside]
    return Element(part.tag, part.attributes, children)


def _options(select: Element) -> list[tuple[str, str]]:
    return [(one.attributes["value"], one.text) for one in select.all("option")]


def render(template: str, macro: str, *arguments: Any) -> str:
    """What a macro of a template writes of what it is handed."""
    return getattr(_environment().get_template(f"{template}.html").module, macro)(*arguments)
