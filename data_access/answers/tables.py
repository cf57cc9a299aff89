"""Whole public tables, read in pieces: released, aggregated and suppressed when they were published."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Select, Table, func, select, tuple_

from data_access.answers import choices, filters, places, sources
from data_access.store import pause
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.facets import FACETS
from data_access.vocabulary.fields import PUBLISHED_ENTITIES
from data_access.vocabulary.fields.field import PUBLIC
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source

ROWS_AT_ONCE = 200
TABLES: dict[str, Table] = {name: schema.metadata.tables[entity.name] for name, entity in PUBLISHED_ENTITIES.items()}
# Choices that narrow a table which has the column.
NARROWING_COLUMNS = {facet.key: facet.column.name for facet in FACETS if facet.column is not None and facet.narrows}
Names = Mapping[str, Mapping[str, str]]
Row = tuple[Any, ...]
DATES, YEARS = ("month", "quarter", "starts_on"), ("fiscal_year", "year")


def columns(name: str) -> dict[str, str]:
    """Types of the columns of a table in Table Schema, by name."""
    return {field.name: field.kind for field in PUBLISHED_ENTITIES[name].of(PUBLIC)}


def narrowing_facets(name: str) -> list[str]:
    """The choices that narrow a table."""
    table_columns = TABLES[name].c
    place_keys = ["district"] if "district_code" in table_columns else []
    period_keys = ["since", "until"] if any(column in table_columns for column in (*DATES, *YEARS)) else []
    return [*place_keys, *period_keys, *(key for key, column in NARROWING_COLUMNS.items() if column in table_columns)]


def relevant_choices(name: str, selection: Selection) -> Selection:
    """The part of a choice that narrows a table, and the edition that is asked."""
    kept_keys = {*narrowing_facets(name), "edition"}
    defaults: dict[str, Any] = {one.name: one.default for one in fields(Selection) if one.name not in kept_keys}
    return replace(selection, **defaults)


def count(snapshot: Snapshot, name: str, selection: Selection) -> int:
    """How many rows of a table a choice leaves."""
    query = select(func.count().label("count")).select_from(TABLES[name])
    return int(snapshot.frame(_narrow(snapshot, query, name, selection))["count"].iloc[0])


def chunks(snapshot: Snapshot, name: str, selection: Selection, at_once: int = ROWS_AT_ONCE) -> Iterator[list[Row]]:
    """The rows that a choice leaves, by key, so many at once.

    Each piece is a query of its own that begins behind the last key: no cursor stays open, none takes long, and between
    two of them other requests have their turn. Raises DataUnavailable.
    """
    table = TABLES[name]
    key = tuple(table.primary_key.columns)
    places_of_key = [list(table.c).index(column) for column in key]
    query = _narrow(snapshot, select(table), name, selection).order_by(*key).limit(at_once)
    _, rows = snapshot.rows(query)
    while rows:
        yield rows
        pause.let_others()
        last = [rows[-1][place] for place in places_of_key]
        rows = snapshot.rows(query.where(tuple_(*key) > tuple_(*last)))[1] if len(rows) == at_once else []


def sources_of(snapshot: Snapshot, name: str) -> tuple[Source, ...]:
    """The sources of a table; of one whose rows do not tell, all sources of reference."""
    if not is_reference(name):
        origins: tuple[Source, ...] = sources.of_rows(snapshot, _table_with_sources(name))
        return origins
    return tuple(source for source in sources.all_of(snapshot) if source.dataset == "reference")


def is_reference(name: str) -> bool:
    """Whether no row tells where it comes from."""
    return "source_key" not in _table_with_sources(name).c


@per_version
def names(snapshot: Snapshot, name: str) -> dict[str, tuple[str, Names]]:
    """For columns of codes: the column for their names, and the names by code and language.

    Of what a table itself is about, its rows hold the names.
    """
    own = [column.name for column in TABLES[name].primary_key.columns]
    return {code: names for code, names in _all_names(snapshot).items() if own != [code] or code == "indicator_code"}


@per_version
def _all_names(snapshot: Snapshot) -> dict[str, tuple[str, Names]]:
    districts = _names_by_code(snapshot, schema.district, "district_code")
    oblasts = _names_by_code(snapshot, schema.oblast, "oblast_code")
    sites, payers = choices.names(snapshot, "site"), choices.names(snapshot, "operator")
    return {
        "district_code": ("district", districts),
        "oblast_code": ("oblast", oblasts),
        "area_code": ("area", oblasts | districts),
        "site_id": ("site", sites),
        "payer_code": ("payer", payers),
        "organisation_code": ("organisation", payers),
        "station_id": ("station", choices.names(snapshot, "station")),
        "indicator_code": ("unit", _units(snapshot)),
    }


@per_version
def counts(snapshot: Snapshot) -> dict[str, int]:
    """Rows of every table."""
    return {name: count(snapshot, name, Selection()) for name in TABLES}


def _narrow(snapshot: Snapshot, query: Select[Any], name: str, selection: Selection) -> Select[Any]:
    table_columns = TABLES[name].c
    for key, column in NARROWING_COLUMNS.items():
        if column in table_columns and getattr(selection, key):
            query = query.where(table_columns[column] == getattr(selection, key))
    if "district_code" in table_columns and selection.district:
        query = query.where(table_columns.district_code == places.code_of(snapshot, selection.district))
    query = query.where(
        *(filters.within_period(selection, table_columns[date]) for date in DATES if date in table_columns)
    )
    return query.where(
        *(filters.within(selection.years(1, 9999), table_columns[year]) for year in YEARS if year in table_columns)
    )


def _names_by_code(snapshot: Snapshot, table: Table, code: str) -> dict[str, dict[str, str]]:
    rows = snapshot.frame(select(table)).to_dict("records")
    return {row[code]: languages.texts(row, "name") for row in rows}


def _table_with_sources(name: str) -> Table:
    """The table whose rows tell where those of a table come from."""
    return schema.incident if TABLES[name] is schema.incident_issue else TABLES[name]


def _units(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """The unit of each indicator: a code, the same in all languages."""
    rows = snapshot.frame(select(schema.indicator)).to_dict("records")
    return {row["indicator_code"]: dict.fromkeys(languages.LANGUAGES, row["unit"]) for row in rows}
