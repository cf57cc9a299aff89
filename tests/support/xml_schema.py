"""Whether an XML file keeps a published schema: as much of W3C XML Schema as files of IATI need.

Elements in their order and number, attributes that must be there or may not, and the form of dates, numbers and codes.
What it does not know (choices, patterns) raises LookupError, so that nothing passes because it was not looked at.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

XSD = "{http://www.w3.org/2001/XMLSchema}"
DAY = r"\d{4}-\d{2}-\d{2}"
FORMS = {
    "xsd:string": r"(?s).*",
    "xsd:anyURI": r"\S+",
    "xsd:date": DAY,
    "xsd:dateTime": rf"{DAY}T\d{{2}}:\d{{2}}:\d{{2}}(\.\d+)?(Z|[+-]\d{{2}}:\d{{2}})?",
    "xsd:boolean": "0|1|true|false",
    "xsd:positiveInteger": r"[1-9]\d*",
    "xsd:decimal": r"-?\d+(\.\d+)?",
}
KNOWN = ("sequence", "any", "anyAttribute", "attribute", "element", "simpleContent", "complexContent", "extension")


class Particle(NamedTuple):
    """An element that may stand at a place, and how often (``most`` None: any number)."""

    name: str
    declaration: Element
    least: int
    most: int | None


class Schema:
    """The schema of some files."""

    def __init__(self, *paths: Path) -> None:
        roots = [ElementTree.parse(path).getroot() for path in paths]
        self._by_name = {(one.tag, one.get("name")): one for root in roots for one in root if one.get("name")}

    def faults(self, content: bytes) -> list[str]:
        """All that a file does not keep, each with the element where it is; empty of one that keeps the schema."""
        root = ElementTree.fromstring(content)
        return [*self._of_element(root, self._find("element", root.tag))]

    def _of_element(self, element: Element, declaration: Element) -> Iterator[str]:
        kind = self._type(declaration)
        if kind is None:
            return
        yield from self._of_attributes(element, kind)
        children = [*element]
        for particle in self._particles(kind):
            count = 0
            while children and children[0].tag == particle.name and count != particle.most:
                yield from self._of_element(children.pop(0), particle.declaration)
                count += 1
            if count < particle.least:
                yield f"{element.tag} lacks {particle.name}"
        yield from (f"{element.tag} may not have {child.tag} there" for child in children)

    def _of_attributes(self, element: Element, kind: Element) -> Iterator[str]:
        declarations = {one.get("name") or one.get("ref", ""): one for one in self._parts(kind, "attribute")}
        for name, one in declarations.items():
            value = element.get(name)
            if value is None and one.get("use") == "required":
                yield f"{element.tag} lacks the attribute {name}"
            if value is not None and not re.fullmatch(FORMS[one.get("type", "xsd:string")], value):
                yield f"{element.tag}: {name} cannot be {value!r}"
        unknown_names = {name for name in element.attrib if not name.startswith("{")} - declarations.keys()
        yield from (f"{element.tag} may not have the attribute {name}" for name in sorted(unknown_names))

    def _particles(self, kind: Element) -> Sequence[Particle]:
        return [self._particle(one) for one in self._parts(kind, "element")]

    def _particle(self, one: Element) -> Particle:
        most = one.get("maxOccurs", "1")
        declaration = self._find("element", one.get("ref", "")) if one.get("ref") else one
        name = one.get("ref") or one.get("name") or ""
        return Particle(name, declaration, int(one.get("minOccurs", "1")), None if most == "unbounded" else int(most))

    def _parts(self, kind: Element, name: str) -> list[Element]:
        """The elements or attributes that a type has, those of the type that it extends first."""
        parts: list[Element] = []
        for one in kind:
            tag = one.tag.removeprefix(XSD)
            if tag not in KNOWN:
                raise LookupError(f"a schema with {tag} is not checked")
            base = self._by_name.get((f"{XSD}complexType", one.get("base", ""))) if tag == "extension" else None
            parts += self._parts(base, name) if base is not None else []
            parts += [one] if tag == name else []
            parts += (
                self._parts(one, name) if tag in ("sequence", "simpleContent", "complexContent", "extension") else []
            )
        return parts

    def _type(self, declaration: Element) -> Element | None:
        own = declaration.find(f"{XSD}complexType")
        return own if own is not None else self._by_name.get((f"{XSD}complexType", declaration.get("type", "")))

    def _find(self, kind: str, name: str) -> Element:
        return self._by_name[(f"{XSD}{kind}", name)]
