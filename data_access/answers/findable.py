"""What a search can find in the data: districts, oblasts, sites, and companies that paid."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import select

from data_access.answers import choices, places
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.soate import oblast_of

OBLAST, COMPANY = "oblast", "company"


class Findable(NamedTuple):
    """One thing with a name.

    ``kind`` is ``district``, ``city``, ``oblast``, ``company``, or what a site is (``mine``, ``legacy``, …). ``key``
    stands for it in addresses; an oblast has its SOATE code. ``names`` are by language, ``others`` are more spellings,
    former names among them. ``within`` are the names by language of what it lies in, ``oblast`` the code of its oblast.
    """

    kind: str
    key: str
    names: dict[str, str]
    others: tuple[str, ...] = ()
    within: dict[str, str] | None = None
    oblast: str = ""


@per_version
def findable(snapshot: Snapshot) -> tuple[Findable, ...]:
    """All of them: places first, the larger ones before the smaller."""
    return (*_districts(snapshot), *_oblasts(snapshot), *_companies(snapshot), *_sites(snapshot))


def _names_of_oblasts(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    rows = snapshot.frame(select(schema.oblast)).to_dict("records")
    return {row["oblast_code"]: languages.texts(row, "name") for row in rows}


def _districts(snapshot: Snapshot) -> Iterator[Findable]:
    """A city that is no part of an oblast lies in nothing."""
    spellings, oblasts = _spellings(snapshot), _names_of_oblasts(snapshot)
    for row in places.districts(snapshot).to_dict("records"):
        code, unit = row["district_code"], row["unit_type"]
        is_alone = unit == "city_republican"
        yield Findable(
            "city" if unit.startswith("city") else "district",
            row["slug"],
            languages.texts(row, "name"),
            tuple(spellings[code]),
            None if is_alone else oblasts[row["oblast_code"]],
            "" if is_alone else row["oblast_code"],
        )


def _spellings(snapshot: Snapshot) -> defaultdict[str, list[str]]:
    aliases = defaultdict(list)
    for row in places.aliases(snapshot).to_dict("records"):
        aliases[row["district_code"]].append(row["alias"])
    return aliases


def _oblasts(snapshot: Snapshot) -> Iterator[Findable]:
    """Those with districts; cities of republican status are found as such."""
    names, areas = _names_of_oblasts(snapshot), places.districts(snapshot)
    inner = areas[areas["unit_type"] != "city_republican"]
    for code in sorted(set(inner["oblast_code"])):
        yield Findable(OBLAST, code, names[code], oblast=code)


def _sites(snapshot: Snapshot) -> Iterator[Findable]:
    """Also by the names of those who ran them."""
    of_districts = places.districts(snapshot).set_index("district_code").to_dict("index")
    operator_rows = snapshot.frame(select(schema.site_operator.c.site_id, schema.site_operator.c.operator))
    operators = operator_rows.groupby("site_id")["operator"].unique().to_dict()
    for row in snapshot.frame(select(schema.site).order_by(schema.site.c.site_id)).to_dict("records"):
        code = row["district_code"]
        yield Findable(
            row["kind"] or "mine",
            row["site_id"],
            languages.texts(row, "name"),
            tuple(operators.get(row["site_id"], ())),
            languages.texts(of_districts[code], "name"),
            oblast_of(code),
        )


def _companies(snapshot: Snapshot) -> Iterator[Findable]:
    """Those by which money can be chosen."""
    names = choices.names(snapshot, "operator")
    for code in choices.values(snapshot, "operator"):
        yield Findable(COMPANY, code, names[code])
