"""Where figures come from, and how old they are."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sqlalchemy import Table, case, select

from data_access.answers import filters
from data_access.answers.links import web_address
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source
from data_access.vocabulary.timeliness import timeliness

SUBJECTS = ("revenue", "monitoring", "incidents", "grievances", "outcomes", "reference")


@per_version
def of_rows(snapshot: Snapshot, table: Table, where: filters.Conditions = ()) -> tuple[Source, ...]:
    """The sources of a table's rows."""
    found = snapshot.rows(select(table.c.source_key).where(filters.equal(where)).distinct())[1]
    keys = {key for (key,) in found}
    return tuple(sorted((one for one in all_of(snapshot) if one.key in keys), key=lambda one: one.key))


def of_indicators(snapshot: Snapshot, tables: Iterable[Table], codes: Iterable[str]) -> tuple[Source, ...]:
    """The sources of the rows of these indicators, each once."""
    source_groups = (of_rows(snapshot, table, ((table.c.indicator_code, code),)) for code in codes for table in tables)
    return tuple({source.key: source for item in source_groups for source in item}.values())


@per_version
def all_of(snapshot: Snapshot) -> tuple[Source, ...]:
    """Every source of a version, by dataset."""
    query = select(schema.source).order_by(schema.source.c.dataset, schema.source.c.source_key)
    return tuple(_source(row, snapshot.edition is not None) for row in snapshot.frame(query).to_dict("records"))


@per_version
def publication(snapshot: Snapshot) -> tuple[int, datetime]:
    """Number of the version, and the moment (UTC) at which it was published."""
    row = snapshot.frame(select(schema.publication)).iloc[0]
    return int(row["version"]), row["published_at"].to_pydatetime().replace(tzinfo=UTC)


def edition(snapshot: Snapshot) -> tuple[int, date]:
    """Number of the version, and the day on which it was published."""
    version, published_at = publication(snapshot)
    return version, published_at.date()


def register(snapshot: Snapshot, _selection: Selection) -> Answer:
    """One row per source, subject by subject.

    Columns of ``schema.source``, and timeliness: ``late`` when its next figures were expected before today,
    ``on_time``, or ``unknown`` where none are promised; in an edition ``dated``, as time stands still there.
    """
    order = case({subject: place for place, subject in enumerate(SUBJECTS)}, value=schema.source.c.dataset)
    frame = snapshot.frame(select(schema.source).order_by(order, schema.source.c.source_key))
    frame = frame.assign(
        timeliness=[timeliness(day, snapshot.edition is not None) for day in frame["expected_on"]],
        url=[web_address(url) for url in frame["url"]],
    )
    days = [day for name in ("covers_from", "newest_on") for day in frame[name] if day]
    known_years = (min(days).year, max(days).year) if days else None
    return Answer(frame, known_years, known_years)


def chosen_source(snapshot: Snapshot, selection: Selection) -> Answer:
    """The chosen source: its row of ``register``; nothing without a choice.

    ``extras["checks"]`` lists what ran over its rows when it was loaded: reason, severity, row_count.
    """
    answer = register(snapshot, selection)
    frame = answer.frame[answer.frame["source_key"] == selection.source].reset_index(drop=True)
    if frame.empty:
        return Answer(frame, None, None, empty_reason="no_source")
    columns = schema.source_check.c
    query = select(columns.reason, columns.severity, columns.row_count).where(columns.source_key == selection.source)
    checks = snapshot.frame(query.order_by(columns.seq)).astype(object).to_dict("records")
    origins = tuple(source for source in all_of(snapshot) if source.key == selection.source)
    return Answer(frame, answer.years, answer.known_years, origins, extras={"checks": checks})


def freshness(snapshot: Snapshot) -> dict[str, dict]:
    """For each dataset: when it was last loaded, its newest record, whether it is late, and the same per source.

    Late: any of its sources is. None where no source promises anything, as synthetic ones do not.
    """
    rows = register(snapshot, Selection()).frame.to_dict("records")
    datasets = [name for name in SUBJECTS[:-1] if any(row["dataset"] == name for row in rows)]
    return {name: _freshness([row for row in rows if row["dataset"] == name]) for name in datasets}


def _freshness(rows: list[dict]) -> dict:
    states = {row["timeliness"] for row in rows}
    newest = max((row["newest_on"] for row in rows if row["newest_on"]), default=None)
    return {
        "loaded_at": max(row["loaded_at"] for row in rows).isoformat(timespec="seconds"),
        "newest_record_on": _iso_day(newest),
        "is_late": None if states == {"unknown"} else "late" in states,
        "kinds": sorted({row["kind"] for row in rows}),
        "sources": {row["source_key"]: _of_source(row) for row in rows},
    }


def _of_source(row: dict) -> dict:
    return {
        "kind": row["kind"],
        "loaded_at": row["loaded_at"].isoformat(timespec="seconds"),
        "rows_read": _whole(row["read_count"]),
        "rows_written": _whole(row["row_count"]),
        "rows_rejected": _whole(row["set_aside_count"]),
        "period_first": _iso_day(row["covers_from"]),
        "period_last": _iso_day(row["newest_on"]),
        "expected_by": _iso_day(row["expected_on"]),
        "timeliness": row["timeliness"],
    }


def _iso_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _whole(count: float | None) -> int | None:
    return None if count is None or count != count else int(count)


def _source(row: dict, is_of_edition: bool) -> Source:
    loaded_at: datetime = row["loaded_at"]
    return Source(
        key=row["source_key"],
        dataset=row["dataset"],
        title=languages.texts(row, "title"),
        publisher=languages.texts(row, "publisher"),
        licence=languages.texts(row, "licence"),
        url=web_address(row["url"]),
        kind=row["kind"],
        newest_on=row["newest_on"] or None,
        loaded_on=loaded_at.date(),
        expected_on=row["expected_on"] or None,
        complete_from=row["complete_from"] or None,
        is_of_edition=is_of_edition,
    )
