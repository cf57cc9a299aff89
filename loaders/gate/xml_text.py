"""XML files as the loaders accept them, element by element: without a document type, which could name other files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn
from xml.parsers import expat

from loaders.gate.checks import LoadRefused

PIECE = 1 << 16
# Entities are declared in a document type: there they may grow without end, or stand for files of this computer.
NO_DOCTYPE = (
    "declares a document type, which no file of data needs and which may hide other files; take the line <!DOCTYPE …> "
    "out, or ask for the file again"
)


class Element(NamedTuple):
    """The beginning of an element: where it stands, its namespace (empty without one), its name, its attributes."""

    line: int
    namespace: str
    name: str
    attributes: Mapping[str, str]


@dataclass
class Node:
    """An element with what it holds: its own text, and the elements within it, in their order."""

    element: Element
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    def all(self, name: str) -> list["Node"]:
        """The elements of a name right within it."""
        return [child for child in self.children if child.element.name == name]

    def get(self, attribute: str) -> str:
        """An attribute; empty where it has none."""
        return self.element.attributes.get(attribute, "").strip()


def elements(content: bytes, file: str) -> Iterator[Element]:
    """Every element as it begins, in the order of the file; only a piece of them is in memory.

    Attributes have their names without a namespace. Raises LoadRefused, also after some were given, where the file is
    no XML, is cut off or declares a document type.
    """
    parser, begun_elements = expat.ParserCreate(namespace_separator=" "), list[Element]()
    parser.StartElementHandler = lambda name, attributes: begun_elements.append(_element(parser, name, attributes))
    return _in_pieces(parser, content, file, begun_elements)


def nodes(content: bytes, file: str, name: str) -> Iterator[Node]:
    """Every element of a name with all that it holds, as it ends; only a piece of them is in memory.

    What stands around them is left out. Raises LoadRefused as ``elements`` does.
    """
    parser, ended_nodes, open_nodes = expat.ParserCreate(namespace_separator=" "), list[Node](), list[Node]()

    def begins(tag: str, attributes: Mapping[str, str]) -> None:
        node = Node(_element(parser, tag, attributes))
        if open_nodes:
            open_nodes[-1].children.append(node)
        if open_nodes or node.element.name == name:
            open_nodes.append(node)

    def says(text: str) -> None:
        if open_nodes:
            open_nodes[-1].text += text

    def ends(_tag: str) -> None:
        if open_nodes:
            node = open_nodes.pop()
            if not open_nodes:
                ended_nodes.append(node)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begins, ends, says
    return _in_pieces(parser, content, file, ended_nodes)


def _element(parser: expat.XMLParserType, name: str, attributes: Mapping[str, str]) -> Element:
    namespace, _, own = name.rpartition(" ")
    attributes_by_name = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
    return Element(parser.CurrentLineNumber, namespace, own, attributes_by_name)


def _in_pieces(parser: expat.XMLParserType, content: bytes, file: str, pieces: list[Any]) -> Iterator[Any]:
    """What the handlers of a parser have found, piece by piece of the file."""
    if not content.strip():
        raise LoadRefused(file, "is empty")

    def doctype(*_declaration: object) -> NoReturn:
        raise LoadRefused(file, NO_DOCTYPE, parser.CurrentLineNumber)

    parser.StartDoctypeDeclHandler = doctype
    for start in range(0, len(content), PIECE):
        _parse(parser, content[start : start + PIECE], start + PIECE >= len(content), file)
        yield from pieces
        pieces.clear()


def _parse(parser: expat.XMLParserType, piece: bytes, is_last: bool, file: str) -> None:
    try:
        parser.Parse(piece, is_last)
    except (expat.ExpatError, ValueError, LookupError) as error:
        words = expat.ErrorString(error.code) if isinstance(error, expat.ExpatError) else "its encoding is not known"
        reason = f"is not XML, or is cut off; save or export it again: {words}"
        raise LoadRefused(file, reason, parser.CurrentLineNumber) from error
