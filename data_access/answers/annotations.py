"""Dates that are shown beside figures: those of the country and of districts, and projects of a chosen place."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from data_access.answers import places, projects
from data_access.answers.links import web_address
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.annotation import Annotation
from data_access.vocabulary.selection import Selection

PROJECT = "project"


@per_version
def by_date(snapshot: Snapshot) -> tuple[Annotation, ...]:
    """All annotations in the order of their days."""
    table = schema.annotation
    query = select(table, schema.district.c.slug).join(schema.district, isouter=True)
    rows = snapshot.frame(query.order_by(table.c.starts_on, table.c.annotation_id)).astype(object)
    return tuple(_annotation(row) for row in rows.where(rows.notna(), None).to_dict("records"))


def beside(snapshot: Snapshot, selection: Selection) -> tuple[Annotation, ...]:
    """The same, with the projects that name the chosen districts or site, for every topic.

    What is also listed as a date of the same days stands there once.
    """
    codes = [places.code_of(snapshot, slug) for slug in selection.districts]
    codes += [code for (code,) in snapshot.rows(places.around(selection.site))[1]] if selection.site else []
    own = tuple(_project(row) for row in projects.that_name(snapshot, {code for code in codes if code}))
    days = {(one.first, one.last) for one in own}
    others = (one for one in by_date(snapshot) if one.kind != PROJECT or (one.first, one.last) not in days)
    return tuple(sorted((*others, *own), key=lambda one: one.first))


def _project(row: Mapping[str, Any]) -> Annotation:
    until = row["ends_on"]
    return Annotation(
        kind=PROJECT,
        first=row["starts_on"],
        last=last_day(until, row["date_precision"]) if until else date.max,
        precision=row["date_precision"],
        names=languages.texts(dict(row), "name"),
        subjects=None,
        url=web_address(row["url"]),
        is_of_place=True,
        is_open=until is None,
    )


def _annotation(row: dict) -> Annotation:
    return Annotation(
        kind=row["kind"],
        first=row["starts_on"],
        last=last_day(row["ends_on"] or row["starts_on"], row["date_precision"]),
        precision=row["date_precision"],
        names=languages.texts(row, "name"),
        subjects=frozenset(row["subjects"].split(",")),
        district=row["slug"],
        url=web_address(row["url"]),
    )


def last_day(day: date, precision: str) -> date:
    """The last day of what is known: of the day itself, of its month or of its year."""
    if precision == "year":
        return day.replace(month=12, day=31)
    return day.replace(day=monthrange(day.year, day.month)[1]) if precision == "month" else day
