"""XML files as the loaders accept them, element by element: without a document type, which could name other files."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, NoReturn
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


def elements(content: bytes, file: str) -> Iterator[Element]:
    """Every element as it begins, in the order of the file; only a piece of them is in memory.

    Attributes have their names without a namespace. Raises LoadRefused, also after some were given, where the file is
    no XML, is cut off or declares a document type.
    """
    if not content.strip():
        raise LoadRefused(file, "is empty")
    parser, found = expat.ParserCreate(namespace_separator=" "), list[Element]()

    def begins(name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, own = name.rpartition(" ")
        named = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        found.append(Element(parser.CurrentLineNumber, namespace, own, named))

    def doctype(*_declared: object) -> NoReturn:
        raise LoadRefused(file, NO_DOCTYPE, parser.CurrentLineNumber)

    parser.StartElementHandler, parser.StartDoctypeDeclHandler = begins, doctype
    for start in range(0, len(content), PIECE):
        _parse(parser, content[start : start + PIECE], start + PIECE >= len(content), file)
        yield from found
        found.clear()


def _parse(parser: expat.XMLParserType, piece: bytes, is_last: bool, file: str) -> None:
    try:
        parser.Parse(piece, is_last)
    except (expat.ExpatError, ValueError, LookupError) as error:
        words = expat.ErrorString(error.code) if isinstance(error, expat.ExpatError) else "its encoding is not known"
        reason = f"is not XML, or is cut off; save or export it again: {words}"
        raise LoadRefused(file, reason, parser.CurrentLineNumber) from error
