"""What stands in the project's Markdown files: links, anchors, paths, tables."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from data_access.store.settings import CHECKOUT

FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PATH = re.compile(r"[\w.-]+(?:/[\w.*-]+)+/?")
MODULE = re.compile(r"python -m ([\w.]+)")


@cache
def documents() -> dict[Path, str]:
    """The text of every document of the project."""
    all_paths = [*CHECKOUT.glob("*.md"), *(path for folder in _folders() for path in (CHECKOUT / folder).rglob("*.md"))]
    return {path: path.read_text(encoding="utf-8") for path in all_paths if "node_modules" not in path.parts}


def links(text: str) -> list[str]:
    """Where the links of a document lead, those within the project."""
    targets = LINK.findall(CODE.sub("", FENCE.sub("", text)))
    return [link for link in targets if not re.match(r"[a-z]+:", link)]


def anchors(text: str) -> set[str]:
    """The anchors that GitHub gives to headings."""
    titles = (title.lower().replace("`", "") for title in HEADING.findall(FENCE.sub("", text)))
    return {re.sub(r"[^\w -]", "", title).replace(" ", "-") for title in titles}


def paths(text: str) -> Iterator[str]:
    """What looks like a path within the project, in code of a line or of a block; modules that are run by name.

    What git is asked about may be gone.
    """
    pieces = [*CODE.findall(text), *FENCE.findall(text)]
    code = "\n".join(piece for piece in pieces if not piece.startswith("git "))
    words = [word for word in code.split() if PATH.fullmatch(word)]
    words += [module.replace(".", "/") + "*" for module in MODULE.findall(code)]
    yield from (word for word in words if word.split("/")[0].rstrip("*") in _folders())


def rows(text: str, heading: str) -> list[tuple[str, ...]]:
    """The cells of the tables below a heading, without their heads."""
    section = re.split(r"^#+ ", text.split(f" {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    bodies = re.findall(r"^\|[-:| ]+\|\n((?:\|.*\n)+)", section, re.MULTILINE)
    return [tuple(line.strip("| ").split(" | ")) for body in bodies for line in body.splitlines()]


@cache
def _folders() -> frozenset[str]:
    """Folders of the checkout; ``data`` is made by who runs it."""
    names = {path.name for path in CHECKOUT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    return frozenset(names - {"data"})
