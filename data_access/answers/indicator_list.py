"""Which indicators the data list, and which of them are annual statistics with figures."""

from typing import Any

from sqlalchemy import select

from data_access.answers import filters
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.indicator import Indicator


@per_version
def by_code(snapshot: Snapshot) -> dict[str, Indicator]:
    """All indicators by code, in the order of the goals that they stand for (SDG), then of their codes.

    One that has no name yet is called by its code, a unit without a name as it is stated.
    """
    rows = snapshot.frame(select(schema.indicator)).to_dict("records")
    return {row["indicator_code"]: _indicator(row) for row in sorted(rows, key=_by_goal)}


@per_version
def statistics(snapshot: Snapshot) -> tuple[str, ...]:
    """The listed indicators that have a figure of a district or an oblast for any year, in the order of the list."""
    tables = (schema.statistic, schema.oblast_statistic)
    codes = frozenset().union(*(filters.distinct(snapshot, table.c.indicator_code) for table in tables))
    return tuple(code for code in by_code(snapshot) if code in codes)


@per_version
def of_medium(snapshot: Snapshot, *media: str) -> tuple[str, ...]:
    """The listed indicators of any of these media, by code."""
    return tuple(sorted(one.code for one in by_code(snapshot).values() if one.medium in media))


def _indicator(row: dict[Any, Any]) -> Indicator:
    code, unit_code = row["indicator_code"], row["unit"]
    names, units, about = (
        {language: text or otherwise for language, text in languages.texts(row, name).items()}
        for name, otherwise in (("name", code), ("unit_name", unit_code), ("about", ""))
    )
    return Indicator(code, row["medium"], unit_code, row["direction"], names, units, about)


def _by_goal(row: dict[Any, Any]) -> tuple[int, str]:
    goal = (row["sdg"] or "").split(",")[0].strip()
    return (int(goal) if goal.isdecimal() else 99, row["indicator_code"])
