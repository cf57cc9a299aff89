"""Which published figures were corrected, when, and why: load by load, of those that changed what stood there."""

import pandas as pd
from sqlalchemy import and_, or_, select

from data_access.answers import sources
from data_access.store.database import Snapshot
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection

COUNTS = ("rows_changed", "rows_removed")
# Each takes figures away that stood there, however many.
TAKING_BACK = ("undo", "takedown")
note, source = schema.load_note.c, schema.source.c


def by_load(snapshot: Snapshot, _selection: Selection) -> Answer:
    """One row per correction, the newest first.

    Columns source_key (empty of a takedown), dataset and title_ky, … (empty where the source is here no longer), kind
    (one of load_note), loaded_at (UTC), rows_changed and rows_removed (NaN: cannot be told, or not told), reason.
    Where rows are not told, as of grievances, a load counts that was given a reason.
    """
    corrected = or_(note.rows_changed > 0, note.rows_removed > 0)
    explained = and_(note.rows_changed.is_(None), note.reason.is_not(None))
    columns = (note.source_key, source.dataset, *(source[name] for name in languages.columns("title")), note.kind)
    query = (
        select(*columns, note.loaded_at, *(note[name] for name in COUNTS), note.reason)
        .outerjoin(schema.source, source.source_key == note.source_key)
        .where(or_(corrected, explained, note.kind.in_(TAKING_BACK)))
        .order_by(note.note_id.desc())
    )
    frame = snapshot.frame(query).astype(dict.fromkeys(COUNTS, float))
    if frame.empty:
        # That nothing was corrected is an answer, and no gap.
        year = sources.publication(snapshot)[1].year
        return Answer(frame, None, (year, year), empty_reason="no_correction")
    days = pd.to_datetime(frame["loaded_at"], utc=True)
    years = (int(days.dt.year.min()), int(days.dt.year.max()))
    known = {one.key: one for one in sources.all_of(snapshot)}
    used = tuple(known[key] for key in dict.fromkeys(frame["source_key"]) if key in known)
    return Answer(frame.assign(loaded_at=days), years, years, used)
