"""What earlier versions have shown and withheld of people's cases.

Anybody may have kept an earlier version, and an edition is kept for all. Where a count has not changed since, two
versions that hide different protectors can be solved together. So a count that was ever withheld stays withheld as
long as it is the same, and one that was ever shown counts as known: withholding it later protects nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection, insert, select

from loaders.publish.counts import Unit
from loaders.store.grievances import decided_count

Values = tuple[int, ...]


@dataclass(frozen=True)
class Decided:
    """Whether some counts of a unit were withheld in every version that had them, and below which limit."""

    is_withheld: bool
    limit: int


class Earlier:
    """Decisions by unit and its values; ``new`` are those of them that the private store does not know."""

    def __init__(self, decisions: Mapping[tuple[Unit, Values], Decided], new: Mapping = MappingProxyType({})):
        self._decisions, self._new = dict(decisions), dict(new)

    @classmethod
    def read(cls, connection: Connection) -> "Earlier":
        """What the private store knows; of two decisions the newer one holds."""
        rows = connection.execute(select(decided_count).order_by(decided_count.c.attempt)).mappings()
        return cls({_of_row(row): Decided(row["is_withheld"], row["small_cell_limit"]) for row in rows})

    def write(self, connection: Connection, attempt: int) -> None:
        """Let the private store know what is new, as decided in this attempt to publish."""
        if self._new:
            connection.execute(insert(decided_count), [{"attempt": attempt, **_row(*one)} for one in self._new.items()])

    def withheld(self, values: Mapping[Unit, Values], limit: int) -> set[Unit]:
        """Units whose present values were withheld; not by a stricter limit than today's, which was given up."""
        return {unit for unit, one in self._of(values) if one.is_withheld and one.limit <= limit}

    def shown(self, values: Mapping[Unit, Values]) -> set[Unit]:
        """Units whose present values were shown in any version."""
        return {unit for unit, one in self._of(values) if not one.is_withheld}

    def and_now(self, values: Mapping[Unit, Values], withheld: set[Unit], limit: int) -> "Earlier":
        """This, and a version that withholds some of its units; what was shown once stays known."""
        known = self.shown(values)
        now = {(unit, counts): Decided(unit in withheld, limit) for unit, counts in values.items() if unit not in known}
        return Earlier(self._decisions | now, {key: one for key, one in now.items() if self._decisions.get(key) != one})

    def _of(self, values: Mapping[Unit, Values]) -> list[tuple[Unit, Decided]]:
        return [(key[0], self._decisions[key]) for key in values.items() if key in self._decisions]


NOTHING = Earlier({})


def _row(key: tuple[Unit, Values], decided: Decided) -> dict:
    unit, values = key
    counts = ",".join(map(str, values))
    about = {"kept_in": unit.table, "kind": unit.kind, "code": unit.code, "year": unit.year, "what": unit.what}
    return {**about, "counts": counts, "is_withheld": decided.is_withheld, "small_cell_limit": decided.limit}


def _of_row(row: Mapping) -> tuple[Unit, Values]:
    unit = Unit(row["kept_in"], row["kind"], row["code"], row["year"], row["what"])
    return unit, tuple(map(int, row["counts"].split(",")))
