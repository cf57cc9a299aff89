"""Where in sources.toml something stands; what reads TOML does not tell."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HEADER = r"\s*\[\s*source\s*\.\s*[\"']?{}[\"']?\s*\]"
NEXT = re.compile(r"\s*\[")
WORD = re.compile(r"[\w-]+")


def line_of(fault: str, key: str, entry: Mapping[str, Any], path: Path) -> str:
    """``, line 12`` of the entry that a fault names first, else of the source's first line; empty where it is not seen.

    An entry that is written in a way of its own, as inside of braces, is looked for in vain.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    header = re.compile(HEADER.format(re.escape(key)))
    first = next((number for number, line in enumerate(lines, start=1) if header.match(line)), None)
    if first is None:
        return ""
    name = next((word for word in WORD.findall(fault) if word in entry), None)
    return f", line {_line(lines, first, name) if name else first}"


def _line(lines: list[str], first: int, name: str) -> int:
    """The line of an entry below the header of its source; that of the header where there is none."""
    start = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*[.=]")
    for number, line in enumerate(lines[first:], start=first + 1):
        if NEXT.match(line):
            break
        if start.match(line):
            return number
    return first
