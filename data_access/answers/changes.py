"""What has changed between two published versions: rows added, corrected and removed, and why.

Only what is published is compared. A withheld number is withheld on either side, and of an incident that is no longer
published nothing is told: it is only counted. Of counts of grievances no row is told, only that a table differs.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy import select

from data_access.answers import choices, indicator_list, sources, tables
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields import PUBLISHED_ENTITIES
from data_access.vocabulary.fields.entity import AS_A_WHOLE, ROW_BY_ROW
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import MISSING, VALUE, ZERO

# Of which nothing is told once they are public no longer.
GUARDED_DATASET = "incidents"
ROWS_AT_ONCE = 2_000
COMPARED_TABLES = tuple(name for name, entity in PUBLISHED_ENTITIES.items() if entity.changes == ROW_BY_ROW)
UNTOLD = tuple(name for name, entity in PUBLISHED_ENTITIES.items() if entity.changes == AS_A_WHOLE)
# Less than this is the noise of adding up in another order.
TOLERANCE = 1e-9


class Change(NamedTuple):
    """One changed cell, or one row that came or went. ``key`` holds the key of the row as ``column=value; …``.

    ``change``: added, corrected, removed, or unpublished (``count`` incidents that are no longer public), taken_down
    (``count`` records that the edition itself has lost since) and republished (a table of counts of grievances, anew or
    with further periods). ``type`` is that of the column in Table Schema. States
    are those of a number; None: there is no row.
    """

    dataset: str
    change: str
    key: str | None = None
    column: str | None = None
    type: str | None = None
    before: str | None = None
    before_state: str | None = None
    after: str | None = None
    after_state: str | None = None
    reason: str | None = None
    source_key: str | None = None
    count: int = 1


Rows = Mapping[tuple, Mapping[str, Any]]


def since_edition(snapshot: Snapshot, _selection: Selection) -> Answer:
    """The columns of Change, data set by data set: what the newest version has changed of an edition.

    Empty without an edition, as of the example, which is no earlier version of anything, and where nothing has changed.
    ``names`` are those of the codes in the keys.
    """
    newest = snapshot.newest
    if newest is None or snapshot.edition.is_example:
        return Answer(pd.DataFrame(columns=Change._fields), None, None, empty_reason="without_edition")
    frame = newest.remember(("changed since", snapshot.version), lambda: between(snapshot, newest))
    if frame.empty:
        return Answer(frame, None, None, empty_reason="unchanged")
    years = tuple(sources.publication(one)[1].year for one in (snapshot, newest))
    sources_by_key = {source.key: source for one in (snapshot, newest) for source in sources.all_of(one)}
    origins = tuple(sources_by_key[key] for key in dict.fromkeys(frame["source_key"]) if key in sources_by_key)
    return Answer(frame, years, years, origins, names=_names(snapshot) | _names(newest))


def between(older: Snapshot, newer: Snapshot) -> pd.DataFrame:
    """Every change between two versions, as rows of Change."""
    reasons = _reasons(older, newer)
    changes = [change for name in COMPARED_TABLES for change in _of_table(name, older, newer)]
    changes += [Change(name, "republished") for name in UNTOLD if _contents(name, older) != _contents(name, newer)]
    if older.edition and older.edition.removed_count:
        changes.append(Change(GUARDED_DATASET, "taken_down", count=older.edition.removed_count))
    with_reasons = (change._replace(reason=reasons.get(change.source_key)) for change in changes)
    frame = pd.DataFrame(with_reasons, columns=Change._fields, dtype=object)
    return frame.where(frame.notna(), None)


def _of_table(name: str, older: Snapshot, newer: Snapshot) -> Iterator[Change]:
    before, after = _rows(name, older), _rows(name, newer)
    yield from _corrections(name, before, after)
    yield from (_whole(name, "added", row) for key, row in after.items() if key not in before)
    missing_rows = [row for key, row in before.items() if key not in after]
    if name != GUARDED_DATASET:
        yield from (_whole(name, "removed", row) for row in missing_rows)
    elif missing_rows:
        yield Change(name, "unpublished", count=len(missing_rows))


def _corrections(name: str, before: Rows, after: Rows) -> Iterator[Change]:
    for key, row in after.items():
        old = before.get(key, row)
        for column in PUBLISHED_ENTITIES[name].compared_columns:
            if not _is_same(old[column], row[column]):
                there = _cell(name, column, old[column], "before") | _cell(name, column, row[column], "after")
                place = _key(name, row), column, tables.columns(name)[column]
                yield Change(name, "corrected", *place, source_key=row.get("source_key"), **there)


def _whole(name: str, change: str, row: Mapping[str, Any]) -> Change:
    side = "after" if change == "added" else "before"
    main = PUBLISHED_ENTITIES[name].main
    cells = _cell(name, main, row[main], side)
    place = _key(name, row), main, tables.columns(name)[main]
    return Change(name, change, *place, source_key=row.get("source_key"), **cells)


def _rows(name: str, snapshot: Snapshot) -> Rows:
    """Rows by key; where a key repeats, in their order."""
    columns, rows_by_key, repeats = [*tables.columns(name)], {}, defaultdict(int)
    for part in tables.chunks(snapshot, name, Selection(), ROWS_AT_ONCE):
        for cells in part:
            row = dict(zip(columns, cells, strict=True))
            key = tuple(row[column] for column in PUBLISHED_ENTITIES[name].natural_key)
            rows_by_key[*key, repeats[key]] = row
            repeats[key] += 1
    return rows_by_key


def _contents(name: str, snapshot: Snapshot) -> list[tuple]:
    """All rows in the order of their keys."""
    return [row for part in tables.chunks(snapshot, name, Selection(), ROWS_AT_ONCE) for row in part]


def _is_same(old: Any, new: Any) -> bool:
    if isinstance(old, float) and isinstance(new, float):
        return math.isclose(old, new, rel_tol=TOLERANCE)
    return old == new


def _cell(name: str, column: str, value: Any, side: str) -> dict[str, str | None]:
    if value is None:
        state = PUBLISHED_ENTITIES[name].empties.get(column, MISSING)
    else:
        state = ZERO if value == 0 and not isinstance(value, bool) else VALUE
    return {side: _cell_text(value), f"{side}_state": state}


def _key(name: str, row: Mapping[str, Any]) -> str:
    key = PUBLISHED_ENTITIES[name].natural_key
    key_cells = ((column, row[column]) for column in key if column != "source_key" and row[column] is not None)
    return "; ".join(f"{column}={_cell_text(value)}" for column, value in key_cells)


def _cell_text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, float):
        return f"{value:.15g}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _reasons(older: Snapshot, newer: Snapshot) -> dict[str, str]:
    """Reasons by source, of the loads that the older version does not know; several in their order."""
    note = schema.load_note.c
    query = select(note.source_key, note.kind, note.loaded_at, note.reason).order_by(note.note_id)
    older_loads = {row[:3] for row in older.rows(query)[1]}
    reasons_by_source = defaultdict(dict)
    for row in newer.rows(query)[1]:
        if row[:3] not in older_loads and row[3]:
            reasons_by_source[row[0]][row[3]] = None
    return {key: "; ".join(reasons) for key, reasons in reasons_by_source.items()}


def _names(snapshot: Snapshot) -> dict[str, Mapping[str, str]]:
    """Names by language of the codes of places, sites, stations and organisations, as ``column:code``."""
    names_by_column = {"site_id": choices.names(snapshot, "site"), "station_id": choices.names(snapshot, "station")}
    names_by_column["indicator_code"] = {code: one.names for code, one in indicator_list.by_code(snapshot).items()}
    for column in ("district_code", "oblast_code", "area_code", "payer_code"):
        names_by_column[column] = tables.names(snapshot, "revenue")[column][1]
    return {
        f"{column}:{code}": names
        for column, names_by_code in names_by_column.items()
        for code, names in names_by_code.items()
    }
