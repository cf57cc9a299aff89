"""Districts and oblasts, and the frame that every map and ranking starts from."""

from collections.abc import Collection, Mapping

import pandas as pd
from sqlalchemy import Select, Table, select

from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.states import HIGHER_LEVEL, MISSING, NOT_COLLECTED, VALUE, WITHHELD, ZERO

PEOPLE_PER_RATE = 10_000
# What is measured around a site is measured where it lies, or where what comes from it arrives.
AROUND = ("host", "affected")
LABEL = ("label_lat", "label_lon")


def with_names(table: Table) -> Select:
    """The rows of a table with its district, site or oblast, where they are known, by their names and the slug."""
    district, site, oblast = schema.district.c, schema.site.c, schema.oblast.c
    names = (
        *(district[name] for name in languages.columns("name")),
        *(site[name].label(f"site_{name}") for name in languages.columns("name")),
        *(oblast[f"name_{code}"].label(f"oblast_{code}") for code in languages.LANGUAGES),
    )
    return (
        select(table, district.slug, *names)
        .join(schema.district, district.district_code == table.c.district_code, isouter=True)
        .join(schema.site, site.site_id == table.c.site_id, isouter=True)
        .join(schema.oblast, oblast.oblast_code == table.c.oblast_code, isouter=True)
    )


@per_version
def districts(snapshot: Snapshot) -> pd.DataFrame:
    """All districts, one row each, with the columns of ``schema.district``, ordered by code.

    A population of nobody is one that is not known.
    """
    rows = snapshot.frame(select(schema.district).order_by(schema.district.c.district_code))
    return rows.assign(population=rows["population"].where(rows["population"] > 0))


@per_version
def _by_slug(snapshot: Snapshot) -> dict[str, dict]:
    return {row["slug"]: row for row in districts(snapshot).to_dict("records")}


def names_of(snapshot: Snapshot, slug: str | None) -> dict[str, str] | None:
    """Names of a district by language; None for no district."""
    row = _by_slug(snapshot).get(slug)
    return languages.texts(row, "name") if row else None


@per_version
def about(snapshot: Snapshot, slug: str) -> dict:
    """One that exists: columns of ``schema.district``, and its oblast's names (oblast_ky, …)."""
    oblast = schema.oblast.c
    names = (oblast[f"name_{code}"].label(f"oblast_{code}") for code in languages.LANGUAGES)
    query = select(schema.district.c.district_code, *names).join(schema.oblast)
    of_oblasts = snapshot.frame(query)
    rows = districts(snapshot).merge(of_oblasts, on="district_code")
    return rows[rows["slug"] == slug].iloc[0].to_dict()


@per_version
def residents(snapshot: Snapshot) -> pd.Series:
    """Residents by district code, the newest figure; NaN where not known."""
    return districts(snapshot).set_index("district_code")["population"]


@per_version
def without_people(snapshot: Snapshot) -> dict[str, str]:
    """Slugs by code of the districts whose population is not known."""
    population = schema.population.c
    codes_with_people = snapshot.frame(select(population.district_code).where(population.residents > 0).distinct())
    slugs = districts(snapshot).set_index("district_code")["slug"]
    return slugs[~slugs.index.isin(codes_with_people["district_code"])].to_dict()


@per_version
def residents_years(snapshot: Snapshot) -> tuple[int, int] | None:
    """First and last year of those figures; None where none is known."""
    years = districts(snapshot)["population_year"].dropna()
    return None if years.empty else (int(years.min()), int(years.max()))


@per_version
def oblast_labels(snapshot: Snapshot) -> list[tuple[dict[str, str], float, float]]:
    """Names by language, latitude and longitude of each oblast; cities of republican status are districts too."""
    cities = select(schema.district.c.oblast_code).where(schema.district.c.unit_type == "city_republican")
    oblasts = snapshot.frame(select(schema.oblast).where(schema.oblast.c.oblast_code.not_in(cities))).to_dict("records")
    return [(languages.texts(row, "name"), *map(row.get, LABEL)) for row in oblasts]


@per_version
def ground(snapshot: Snapshot) -> tuple[tuple[str, str, dict[str, str], float, float], ...]:
    """Of every district: code, slug, names by language, latitude and longitude of its label."""
    rows = districts(snapshot)[["district_code", "slug", *LABEL, *languages.columns("name")]].to_dict("records")
    return tuple(
        (row["district_code"], row["slug"], languages.texts(row, "name"), *map(row.get, LABEL)) for row in rows
    )


def aliases(snapshot: Snapshot) -> pd.DataFrame:
    """Other spellings and former names: district_code, alias."""
    return snapshot.frame(select(schema.district_alias))


def around(site_id: str | None) -> Select:
    """The districts in which a site lies or that it affects."""
    area = schema.site_district.c
    return select(area.area_code).where(area.site_id == site_id, area.role.in_(AROUND))


def code_of(snapshot: Snapshot, slug: str | None) -> str | None:
    """SOATE code of a district's slug; None for no district."""
    row = _by_slug(snapshot).get(slug)
    return row["district_code"] if row else None


def by_district(
    snapshot: Snapshot,
    values: Mapping[str, float],
    *,
    with_figures: Collection[str],
    withheld: Collection[str] = (),
    partial: Collection[str] = (),
    oblasts_known: Collection[str] = (),
    without_people: Collection[str] = (),
) -> pd.DataFrame:
    """Every district with its number and the state of that number.

    ``values`` maps district codes to numbers; ``with_figures`` holds the districts for which such numbers
    are collected at all; ``partial`` those whose number leaves out withheld parts; ``oblasts_known`` the
    oblasts for which a number is known although not for its districts; ``without_people`` the districts that have
    no number because their population is not known.
    Adds to ``schema.district``: value (NaN without one), state (one of ``states.STATES``), is_partial,
    is_without_people, rank (1 = highest; NaN without a value). Ordered by rank, then by code.
    """
    frame = districts(snapshot).copy()
    code = frame["district_code"]
    frame["value"] = code.map(dict(values)).astype(float)
    frame["state"] = MISSING
    frame.loc[~code.isin(with_figures), "state"] = NOT_COLLECTED
    frame.loc[~code.isin(with_figures) & frame["oblast_code"].isin(oblasts_known), "state"] = HIGHER_LEVEL
    frame.loc[code.isin(withheld), "state"] = WITHHELD
    frame.loc[frame["value"].notna(), "state"] = VALUE
    frame.loc[frame["value"] == 0, "state"] = ZERO
    frame["is_partial"] = code.isin(partial)
    frame["is_without_people"] = code.isin(without_people) & (frame["state"] == MISSING)
    frame["rank"] = frame["value"].rank(ascending=False, method="min")
    return frame.sort_values(["rank", "district_code"], na_position="last", ignore_index=True)
