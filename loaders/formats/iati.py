"""Activity files of the International Aid Transparency Initiative (IATI) 2.03: what all that read them have in common.

The mapping is optional. ``[activities]`` names the activities that are meant, by their identifiers, with our keys:
without it all of this country are read. ``[areas]`` says which of the publisher's locations, by reference or name, is
which district or oblast; SOATE codes need no mapping.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from data_access.vocabulary import languages
from loaders.formats.mapping import CODES, Entries, checked_mapping
from loaders.gate.checks import LoadRefused
from loaders.gate.xml_text import Element, Node, elements, nodes

ROOT, ACTIVITY, COUNTRY = "iati-activities", "iati-activity", "KG"
VERSIONS = ("2.01", "2.02", "2.03")
MAPPING = Entries({}, {"activities": CODES, "areas": CODES})
OTHER_KIND = "is no IATI activity file of version 2: ask the publisher for that, or look for it at iatistandard.org"


class Activities(NamedTuple):
    """The activities that are read, by our keys, and a sentence on those that are not."""

    by_key: Mapping[str, Node]
    warnings: tuple[str, ...]


def activities(content: bytes, file: str, mapping: Mapping[str, Any]) -> Activities:
    """The activities that are meant. Raises LoadRefused where the file is of another kind, or has none of them."""
    checked_mapping(mapping, MAPPING, file)
    _require_kind(next(elements(content, file)), file)
    keys, nodes_by_key, others = mapping.get("activities"), dict[str, Node](), 0
    for node in nodes(content, file, ACTIVITY):
        identifier = text_of(node, "iati-identifier")
        key = keys.get(identifier) if keys else identifier if _is_here(node) else None
        if key is None:
            others += 1
        elif key in nodes_by_key:
            raise LoadRefused(file, "stands twice in the file; keep the newer one", node.element.line, value=identifier)
        else:
            nodes_by_key[key] = node
    if not nodes_by_key:
        raise LoadRefused(file, "has no activity that is meant: of this country, or of [activities] of the mapping")
    warnings = (f"activities that are not meant, which were left out: {others:,}",) if others else ()
    return Activities(nodes_by_key, warnings)


def narratives(node: Node) -> dict[str, str]:
    """The text of an element in our languages; where one lacks it, in the first that has it; none: empty."""
    texts = {_language(one): _words(one) for one in node.all("narrative") if _words(one)}
    first = next((texts[code] for code in ("en", "", *texts) if code in texts), "")
    return {code: texts.get(code, first) for code in languages.LANGUAGES} if first else {}


def text_columns(column: str, texts: Mapping[str, str]) -> dict[str, str | None]:
    """The columns of a text, one for each language."""
    return {f"{column}_{code}": texts.get(code) for code in languages.LANGUAGES}


def text_of(node: Node, name: str) -> str:
    """The own text of the first element of a name; empty without one."""
    return next((_words(one) for one in node.all(name)), "")


def first(matches: list[Node]) -> Iterator[Node]:
    """The first one, if there is any."""
    yield from matches[:1]


def reporter(activity: Node) -> str:
    """Who reports it, as a medium is called."""
    return next((narratives(one).get("en", "") or one.get("ref") for one in activity.all("reporting-org")), "")


def _require_kind(root: Element, file: str) -> None:
    if root.name != ROOT or root.attributes.get("version") not in VERSIONS:
        raise LoadRefused(file, OTHER_KIND, root.line, value=root.name)


def _is_here(activity: Node) -> bool:
    """Whether it is of this country; one that names no country is not."""
    return any(one.get("code") == COUNTRY for one in activity.all("recipient-country"))


def _language(narrative: Node) -> str:
    return narrative.get("lang").partition("-")[0].lower()


def _words(node: Node) -> str:
    return " ".join(node.text.split())
