"""Dates that are shown beside figures."""

from calendar import monthrange
from datetime import date

from sqlalchemy import select

from data_access.answers.links import web_address
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.annotation import Annotation


@per_version
def by_date(snapshot: Snapshot) -> tuple[Annotation, ...]:
    """All annotations in the order of their days."""
    found = schema.annotation
    query = select(found, schema.district.c.slug).join(schema.district, isouter=True)
    rows = snapshot.frame(query.order_by(found.c.starts_on, found.c.annotation_id)).astype(object)
    return tuple(_annotation(row) for row in rows.where(rows.notna(), None).to_dict("records"))


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
