"""Where figures come from, and how old they are."""

from datetime import date, datetime, timedelta

from sqlalchemy import Table, select

from dashboard.answer import Source
from data_access import filters, schema
from data_access.database import Snapshot, per_version
from data_access.links import web_address

SILENCE_BEFORE_LATE = {"revenue": 548, "monitoring": 120, "incidents": 30, "grievances": 30}


@per_version
def used(snapshot: Snapshot, table: Table, where: filters.Where = ()) -> tuple[Source, ...]:
    """The sources of a table's rows."""
    keys = select(table.c.source_key).where(filters.equal(where)).distinct()
    query = select(schema.source).where(schema.source.c.source_key.in_(keys)).order_by(schema.source.c.source_key)
    return tuple(_source(row) for row in snapshot.frame(query).to_dict("records"))


def all_of(snapshot: Snapshot) -> tuple[Source, ...]:
    """Every source of a version, by dataset."""
    query = select(schema.source).order_by(schema.source.c.dataset, schema.source.c.source_key)
    return tuple(_source(row) for row in snapshot.frame(query).to_dict("records"))


def edition(snapshot: Snapshot) -> tuple[int, date]:
    """Number of the version, and the day on which it was published."""
    row = snapshot.frame(select(schema.publication)).iloc[0]
    return int(row["version"]), row["published_at"].date()


def freshness(snapshot: Snapshot, today: date) -> dict[str, dict]:
    """For each dataset: when it was last loaded, its newest record, and whether it is late.

    Late: the newest record is older than the promised cadence, else the default of its dataset in days.
    Synthetic data promise nothing: their lateness is None.
    """
    rows = snapshot.frame(select(schema.source)).to_dict("records")
    datasets = sorted({row["dataset"] for row in rows} - {"reference"})
    return {name: _freshness(name, [row for row in rows if row["dataset"] == name], today) for name in datasets}


def _freshness(dataset: str, rows: list[dict], today: date) -> dict:
    newest = max((row["newest_on"] for row in rows if row["newest_on"]), default=None)
    promised = [row for row in rows if row["kind"] != "synthetic"]
    return {
        "loaded_at": max(row["loaded_at"] for row in rows).isoformat(timespec="seconds"),
        "newest_record_on": newest and newest.isoformat(),
        "is_late": any(_is_late(dataset, row, today) for row in promised) if promised else None,
        "kinds": sorted({row["kind"] for row in rows}),
    }


def _is_late(dataset: str, row: dict, today: date) -> bool:
    cadence = row["cadence_days"]
    days = SILENCE_BEFORE_LATE[dataset] if cadence is None or cadence != cadence else int(cadence)
    return row["newest_on"] is None or today - row["newest_on"] > timedelta(days=days)


def _source(row: dict) -> Source:
    loaded: datetime = row["loaded_at"]
    return Source(
        key=row["source_key"],
        title=_by_language(row, "title"),
        publisher=_by_language(row, "publisher"),
        licence=_by_language(row, "licence"),
        url=web_address(row["url"]),
        kind=row["kind"],
        newest_on=row["newest_on"] or None,
        loaded_on=loaded.date(),
    )


def _by_language(row: dict, name: str) -> dict[str, str]:
    return {code: row[f"{name}_{code}"] for code in schema.LANGUAGE_NAMES}
