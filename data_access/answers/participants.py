"""How many people took part in meetings: sums of what is published of each, by sex and by age.

What is withheld of a meeting is in no sum. So a sum says nothing of it, whatever else is known.
"""

import pandas as pd
from sqlalchemy import and_, select

from data_access.answers import filters, sources, statements
from data_access.answers.dialogue import HELD
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.dialogue import DIVISIONS
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import VALUE, WITHHELD, ZERO

event, count = schema.dialogue_event.c, schema.dialogue_participants.c
PARTS = [(division, part) for division, parts in DIVISIONS.items() for part in parts]
COLUMNS = ["division", "part", "value", "state", "is_partial", "told_count", "withheld_count"]


def by_part(snapshot: Snapshot, selection: Selection) -> Answer:
    """A row for all who took part in meetings held in the chosen period, for each sex and each age that any tells of.

    Columns division and part (of ``DIVISIONS``), value (people; who came twice counts twice; NaN: withheld), state,
    is_partial (there were more: some meetings are withheld), told_count and withheld_count (meetings whose number is
    shown, and is not). Which meetings are about a place: as in ``dialogue.by_meeting``. ``extras["meetings"]`` counts
    those that tell anything.
    """
    held = and_(event.dialogue_status == HELD, statements.about(snapshot, selection, event))
    query = (
        select(count.dialogue_id, count.division, count.part, count.people_count, count.is_withheld, event.starts_on)
        .join_from(schema.dialogue_participants, schema.dialogue_event, event.dialogue_id == count.dialogue_id)
        .where(held)
    )
    every = snapshot.frame(query).astype({"people_count": float, "is_withheld": bool})
    days = list(every["starts_on"])
    known_years = (min(days).year, max(days).year) if days else None
    rows = filters.rows_where(every, map(selection.covers, days))
    frame = pd.DataFrame([_row(*one, rows) for one in PARTS], columns=COLUMNS)
    frame = filters.rows_where(frame, (frame["told_count"] + frame["withheld_count"]) > 0)
    return Answer(
        frame,
        filters.chosen_years(selection, known_years) if len(frame) else None,
        known_years,
        sources.of_rows(snapshot, schema.dialogue_participants),
        empty_reason=None if days else "no_participants",
        extras={"meetings": rows["dialogue_id"].nunique()},
    )


def _row(division: str, part: str, rows: pd.DataFrame) -> dict[str, object]:
    """Nothing is said by "at least 0": beside withheld numbers that is a withheld one."""
    own = rows[(rows["division"] == division) & (rows["part"] == part)]
    shown = own.loc[~own["is_withheld"], "people_count"]
    people, withheld_count = shown.sum(), len(own) - len(shown)
    state = WITHHELD if withheld_count and not people else VALUE if people else ZERO
    return {
        **{"division": division, "part": part, "value": float("nan") if state == WITHHELD else people, "state": state},
        **{"is_partial": withheld_count > 0, "told_count": len(shown), "withheld_count": withheld_count},
    }
