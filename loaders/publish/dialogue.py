"""Meetings, and how many took part: by sex or age only where that points to nobody.

The whole and each way of dividing it are counts of one meeting, and no sum over meetings is published. So whoever has
all of them can only subtract within one division of one meeting, which ``hiding`` is made for. Nothing crosses sex and
age.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Table

from data_access.vocabulary import schema
from data_access.vocabulary.fields import dialogue as fields
from data_access.vocabulary.fields.field import PUBLIC
from loaders.publish.hiding import is_safe, withheld_parts
from loaders.publish.sensitive import TEN
from loaders.store import metadata
from loaders.store.frames import rows

COLUMNS = ["dialogue_id", "division", "part", "people_count", "is_withheld", "source_key"]


def published_dialogue(connection: Connection, limit: int) -> dict[Table, pd.DataFrame]:
    """Frames of the public tables; ``limit``: the least count of other people that is shown."""
    loaded = rows(connection, metadata.tables[fields.DIALOGUE_EVENTS.name])
    public = [field.name for field in fields.DIALOGUE_EVENTS.of(PUBLIC)]
    return {schema.dialogue_event: loaded[public], schema.dialogue_participants: participants(loaded, limit)}


def participants(loaded: pd.DataFrame, limit: int) -> pd.DataFrame:
    """One row per count that was told; no number where it, or one of its division, is of some people but of few."""
    found = [row for event in loaded.to_dict("records") for row in _of_event(event, max(TEN, limit))]
    frame = pd.DataFrame(found, columns=COLUMNS)
    return frame.assign(people_count=frame["people_count"].astype("Int64"))


def _of_event(event: Mapping[Any, Any], limit: int) -> Iterator[tuple[Any, ...]]:
    told = {key: int(event[name]) for key, name in fields.COLUMNS.items() if not pd.isna(event[name])}
    whole = told.get((fields.WHOLE, fields.WHOLE), 0)
    for division, parts in fields.DIVISIONS.items():
        counts = {part: (told[division, part],) for part in parts if (division, part) in told}
        hidden = withheld_parts(counts, limit) if is_safe((whole,), limit) else {*counts}
        for part, (count,) in counts.items():
            shown = None if part in hidden else count
            yield event["dialogue_id"], division, part, shown, part in hidden, event["source_key"]
