"""What earlier versions have shown and withheld of people's cases.

Anybody may have kept an earlier version, and an edition is kept for all. A period that was published is closed: its
counts, and which of them are withheld, stay as they are, so that each version holds all earlier ones. What was ever
shown counts as known: withholding it later protects nothing. Only a limit that is raised or lowered changes what is
withheld of the counts of a closed period; its days stay as they were.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection, insert, select

from loaders.publish.counts import Unit, Values
from loaders.publish.posting import closed_years
from loaders.store.grievances import decided_count


@dataclass(frozen=True)
class WithholdingDecision:
    """Whether some counts of a unit were withheld in every version that had them, and below which limit."""

    is_withheld: bool
    limit: int


Decisions = Mapping[tuple[Unit, Values], WithholdingDecision]


class Earlier:
    """Decisions by unit and its values, the newest last; ``new`` are those that the private store does not know."""

    def __init__(self, decisions: Decisions, new: Decisions = MappingProxyType({})):
        self._decisions, self._new = dict(decisions), dict(new)
        self._values: dict[Unit, list[Values]] = {}
        for unit, values in self._decisions:
            self._values.setdefault(unit, []).append(values)

    @classmethod
    def read(cls, connection: Connection) -> "Earlier":
        """What the private store knows; of two decisions the newer one holds."""
        decisions: dict[tuple[Unit, Values], WithholdingDecision] = {}
        for row in connection.execute(select(decided_count).order_by(decided_count.c.attempt)).mappings():
            key = _of_row(row)
            decisions.pop(key, None)
            decisions[key] = WithholdingDecision(row["is_withheld"], row["small_cell_limit"])
        return cls(decisions)

    def closed_values(self, quarters: Collection[str]) -> dict[Unit, Values]:
        """The values, as last published, of the units of these quarters and of the full years in them."""
        years = closed_years(quarters)
        return {
            unit: values[-1]
            for unit, values in self._values.items()
            if (unit.code in quarters if unit.table == "quarter" else unit.year in years)
        }

    def values_of(self, unit: Unit) -> tuple[Values, ...]:
        """All values that any version had for a unit, the newest last."""
        return tuple(self._values.get(unit, ()))

    def withheld(self, values: Mapping[Unit, Values], limit: int) -> set[Unit]:
        """Units whose present values were withheld; not by a stricter limit than today's, which was given up."""
        return {unit for unit, one in self._of(values) if one.is_withheld and one.limit <= limit}

    def shown_units(self, values: Mapping[Unit, Values]) -> set[Unit]:
        """Units whose present values were shown in any version."""
        return {unit for unit, one in self._of(values) if not one.is_withheld}

    def lasting_units(self, values: Mapping[Unit, Values], limit: int) -> set[Unit]:
        """Units that were shown under a limit at least as strict as today's: they are never withheld again."""
        return {unit for unit, one in self._of(values) if not one.is_withheld and one.limit >= limit}

    def and_now(self, values: Mapping[Unit, Values], withheld: Collection[Unit], limit: int) -> "Earlier":
        """This, and a version that withholds some of its units; what was shown once stays known."""
        shown_before, new = self.shown_units(values), dict(self._new)
        for unit, counts in values.items():
            decision = WithholdingDecision(unit in withheld and unit not in shown_before, limit)
            before = self._decisions.get((unit, counts))
            if not before or before.is_withheld != decision.is_withheld or self._values[unit][-1] != counts:
                new.pop((unit, counts), None)
                new[unit, counts] = decision
        return Earlier({key: one for key, one in self._decisions.items() if key not in new} | new, new)

    def write(self, connection: Connection, attempt: int) -> None:
        """Let the private store know what is new, as decided in this attempt to publish."""
        if self._new:
            connection.execute(insert(decided_count), [{"attempt": attempt, **_row(*one)} for one in self._new.items()])

    def _of(self, values: Mapping[Unit, Values]) -> list[tuple[Unit, WithholdingDecision]]:
        return [(key[0], self._decisions[key]) for key in values.items() if key in self._decisions]


NO_HISTORY = Earlier({})


def _row(key: tuple[Unit, Values], decision: WithholdingDecision) -> dict:
    unit, values = key
    counts = ",".join(map(str, values))
    about = {"kept_in": unit.table, "kind": unit.kind, "code": unit.code, "year": unit.year, "what": unit.what}
    return {**about, "counts": counts, "is_withheld": decision.is_withheld, "small_cell_limit": decision.limit}


def _of_row(row: Mapping) -> tuple[Unit, Values]:
    unit = Unit(row["kept_in"], row["kind"], row["code"], row["year"], row["what"])
    return unit, tuple(map(int, row["counts"].split(",")))
