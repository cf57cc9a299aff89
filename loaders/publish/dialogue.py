"""Meetings, and how many took part: by sex or age only where that points to nobody.

The whole and each way of dividing it are counts of one meeting, and no sum over meetings is published. So whoever has
all of them can only subtract within one division of one meeting, which ``hiding`` is made for. Nothing crosses sex and
age.

Somebody may have kept earlier versions: what a correction adds or takes away would stand in the difference, a single
person perhaps. So what was told of a meeting stays, unless nothing of it is withheld, before and after, and every count
that moves does so by ten people or more.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy import Connection, Table

from data_access.vocabulary import schema
from data_access.vocabulary.fields import dialogue as fields
from data_access.vocabulary.fields.field import PUBLIC
from loaders.publish.counts import Unit, Values
from loaders.publish.earlier import Earlier
from loaders.publish.hiding import is_safe, withheld_parts
from loaders.publish.sensitive import TEN
from loaders.store import metadata
from loaders.store.frames import rows

COLUMNS = ["dialogue_id", "division", "part", "people_count", "is_withheld", "source_key"]
# Stands for a count that was not told.
UNTOLD = -1
DIGEST_LETTERS = 32


class Meetings(NamedTuple):
    """Frames of the public tables of meetings, and what is settled of them for good."""

    frames: dict[Table, pd.DataFrame]
    earlier: Earlier


def published_dialogue(connection: Connection, limit: int, earlier: Earlier) -> Meetings:
    """``limit``: the least count of other people that is shown; ``earlier``: what earlier versions have told."""
    events = rows(connection, metadata.tables[fields.DIALOGUE_EVENTS.name])
    public = [field.name for field in fields.DIALOGUE_EVENTS.of(PUBLIC)]
    settled, now = settled_counts(events, earlier, limit)
    frames = {schema.dialogue_event: events[public], schema.dialogue_participants: participants(settled, limit)}
    return Meetings(frames, now)


def held_corrections(connection: Connection, limit: int) -> list[str]:
    """Keys of meetings whose counts are those of an earlier version, whatever was loaded since."""
    events = rows(connection, metadata.tables[fields.DIALOGUE_EVENTS.name]).to_dict("records")
    earlier = Earlier.read(connection)
    return [
        event["dialogue_id"]
        for event in events
        if _settled(_values(event), earlier.values_of(_unit(event)), limit) != _values(event)
    ]


def settled_counts(loaded: pd.DataFrame, earlier: Earlier, limit: int) -> tuple[pd.DataFrame, Earlier]:
    """The meetings with the counts that may be told of each: those of now, else those of the last version."""
    events = loaded.to_dict("records")
    values = {_unit(event): _settled(_values(event), earlier.values_of(_unit(event)), limit) for event in events}
    columns = {
        name: pd.Series([None if one == UNTOLD else one for one in counts], loaded.index, dtype="Int64")
        for name, counts in zip(fields.COLUMNS.values(), zip(*values.values(), strict=True), strict=False)
    }
    withheld = {unit for unit, counts in values.items() if _withholds(counts, limit)}
    return loaded.assign(**columns), earlier.and_now(values, withheld, limit)


def participants(events: pd.DataFrame, limit: int) -> pd.DataFrame:
    """One row per count that was told; no number where it, or one of its division, is of some people but of few."""
    part_rows = [row for event in events.to_dict("records") for row in _of_event(event, limit)]
    frame = pd.DataFrame(part_rows, columns=COLUMNS)
    return frame.assign(people_count=frame["people_count"].astype("Int64"))


def _of_event(event: Mapping[Any, Any], limit: int) -> Iterator[tuple[Any, ...]]:
    for division, part, count, is_withheld in _counts(_values(event), limit):
        yield event["dialogue_id"], division, part, count, is_withheld, event["source_key"]


def _counts(values: Values, limit: int) -> Iterator[tuple[str, str, int | None, bool]]:
    """Division and part of each count that was told, the number, None where it is withheld, and whether it is."""
    least = max(TEN, limit)
    told = {key: count for key, count in zip(fields.COLUMNS, values, strict=True) if count != UNTOLD}
    whole = told.get((fields.WHOLE, fields.WHOLE), 0)
    for division, parts in fields.DIVISIONS.items():
        counts = {part: (told[division, part],) for part in parts if (division, part) in told}
        hidden = withheld_parts(counts, least) if is_safe((whole,), least) else {*counts}
        for part, (count,) in counts.items():
            yield division, part, None if part in hidden else count, part in hidden


def _settled(now: Values, before: Iterable[Values], limit: int) -> Values:
    """The counts of now, where all versions together do not tell more than each; else those told last."""
    versions = [*before]
    return now if all(_tells_no_more(now, one, limit) for one in versions) else versions[-1]


def _tells_no_more(now: Values, before: Values, limit: int) -> bool:
    """Whether no count moves, or none is withheld and all that do move by many people."""
    moves = [abs(new - old) for new, old in zip(now, before, strict=True) if UNTOLD not in (new, old)]
    if not any(moves):
        return True
    return is_safe(tuple(moves), max(TEN, limit)) and not (_withholds(now, limit) or _withholds(before, limit))


def _withholds(values: Values, limit: int) -> bool:
    return any(is_withheld for *_, is_withheld in _counts(values, limit))


def _values(event: Mapping[Any, Any]) -> Values:
    """In the order of ``fields.COLUMNS``."""
    return tuple(UNTOLD if pd.isna(event[name]) else int(event[name]) for name in fields.COLUMNS.values())


def _unit(event: Mapping[Any, Any]) -> Unit:
    """A key may be longer than the column that keeps decisions."""
    digest = sha256(str(event["dialogue_id"]).encode()).hexdigest()[:DIGEST_LETTERS]
    return Unit("meeting", "meeting", digest, 0, "people")
