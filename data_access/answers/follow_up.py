"""Plans, small grants and recommendations about a place, one by one."""

import pandas as pd
from sqlalchemy import Table

from data_access.answers import filters, sources, statements
from data_access.answers.links import web_address
from data_access.answers.places import with_names
from data_access.store.database import Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection


def newest_first(table: Table, day: str, empty_reason: str, snapshot: Snapshot, selection: Selection) -> Answer:
    """The rows of a table about the chosen site and district, the newest by ``day`` first.

    Its columns, slug and names as from ``places.with_names``. What is known only for the oblast, or of a site, is of
    its districts too. The period leaves nothing out.
    """
    query = with_names(table).where(statements.about(snapshot, selection, table.c))
    rows = snapshot.frame(query.order_by(table.c[day].desc(), *table.primary_key.columns))
    frame = rows.assign(url=pd.Series([web_address(url) for url in rows["url"]], rows.index, dtype=object))
    known_years = None if frame.empty else filters.known_years(snapshot, table.c[day])
    return Answer(frame, known_years, known_years, sources.of_rows(snapshot, table), empty_reason=empty_reason)
