"""What a search can find in the data: districts, oblasts, sites, companies that paid, and the villages of districts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import select

from data_access.answers import choices, places
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.fields.settlements import AIYL_AIMAK
from data_access.vocabulary.soate import aimak_of, oblast_of

OBLAST, COMPANY = "oblast", "company"


class Findable(NamedTuple):
    """One thing with a name.

    ``kind`` is ``district``, ``city``, ``oblast``, ``company``, what a site is (``mine``, ``legacy``, …), or what a
    settlement is (``village``, …). ``key`` stands for it in addresses; oblasts and settlements have their SOATE codes.
    ``names`` are by language, ``others`` are more spellings, former names among them. ``within`` are the names by
    language of what it lies in, the smallest first, ``oblast`` the code of its oblast, ``district`` the slug of the
    district of a settlement.
    """

    kind: str
    key: str
    names: dict[str, str]
    others: tuple[str, ...] = ()
    within: tuple[dict[str, str], ...] = ()
    oblast: str = ""
    district: str = ""


@per_version
def findable(snapshot: Snapshot) -> tuple[Findable, ...]:
    """All of them: places first, the larger ones before the smaller."""
    return (
        *_districts(snapshot),
        *_oblasts(snapshot),
        *_companies(snapshot),
        *_sites(snapshot),
        *_settlements(snapshot),
    )


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
            () if is_alone else (oblasts[row["oblast_code"]],),
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
            (languages.texts(of_districts[code], "name"),),
            oblast_of(code),
        )


def _companies(snapshot: Snapshot) -> Iterator[Findable]:
    """Those by which money can be chosen."""
    names = choices.names(snapshot, "operator")
    for code in choices.values(snapshot, "operator"):
        yield Findable(COMPANY, code, names[code])


def _settlements(snapshot: Snapshot) -> Iterator[Findable]:
    """Aiyl aimaks after all that lies in one: most are named after a village.

    Which aiyl aimak a village is in, is said where its district has two of one name.
    """
    of_districts = places.districts(snapshot).set_index("district_code").to_dict("index")
    rows = snapshot.frame(select(schema.settlement).order_by(schema.settlement.c.settlement_code)).to_dict("records")
    names = {row["settlement_code"]: _settlement_names(row) for row in rows}
    aimaks = {row["settlement_code"] for row in rows if row["settlement_kind"] == AIYL_AIMAK}
    of_one_name = Counter((name, row["district_code"]) for row in rows for name in _spelt(names, row))
    for row in sorted(rows, key=lambda row: row["settlement_code"] in aimaks):
        code, district = row["settlement_code"], of_districts[row["district_code"]]
        is_one_of_two = any(of_one_name[name, row["district_code"]] > 1 for name in _spelt(names, row))
        aimak = aimak_of(code) if is_one_of_two else code
        above = [names[aimak]] if aimak in aimaks - {code} else []
        yield Findable(
            row["settlement_kind"],
            code,
            names[code],
            within=(*above, languages.texts(district, "name")),
            oblast=oblast_of(code),
            district=district["slug"],
        )


def _spelt(names: Mapping[str, dict[str, str]], row: Mapping[Any, Any]) -> set[str]:
    return {*names[row["settlement_code"]].values()}


def _settlement_names(row: Mapping[Any, Any]) -> dict[str, str]:
    """The one name that is known, in Latin letters where the language has those."""
    latin = {"en": row["latin_name"]} if row["latin_name"] else {}
    return dict.fromkeys(languages.LANGUAGES, row["settlement_name"]) | latin
