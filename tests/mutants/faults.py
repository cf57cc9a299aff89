"""The table of planted faults: each says in plain words what it breaks, and which tests decide about that."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]


class StaleTable(Exception):
    """A fault no longer fits the code or the tests: the table is to be brought up to date."""


@dataclass(frozen=True)
class Fault:
    """One exact replacement in one file, and what must fail then. ``area`` is the table that it stands in.

    ``tests`` are arguments of pytest without parameters in brackets, ``only`` an expression for its option -k;
    ``command`` is run instead of pytest where a tool for style decides.
    """

    area: str
    name: str
    decides: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...] = ()
    only: str = ""
    command: tuple[str, ...] = ()

    def planted_in(self, text: str) -> str:
        """The text of the file with the fault in it."""
        count = text.count(self.old)
        if count != 1:
            raise StaleTable(f"{self.name}: what it replaces stands {count} times in {self.file}")
        return text.replace(self.old, self.new)


def all_faults() -> list[Fault]:
    """All faults, area by area."""
    tables = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.toml"))}
    return [_fault(area, row) for area, table in tables.items() for row in table["fault"]]


def _fault(area: str, row: dict) -> Fault:
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
    return Fault(area=area, **row | lists)
