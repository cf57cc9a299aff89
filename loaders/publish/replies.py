"""Replies that may be published: those to an incident only together with it."""

import pandas as pd
from sqlalchemy import Connection

from data_access.vocabulary.languages import LANGUAGES
from loaders.store.frames import rows
from loaders.store.replies import reply
from loaders.store.revenue import organisation


def published_replies(connection: Connection, incidents: pd.DataFrame) -> pd.DataFrame:
    """Rows of the public ``reply`` table; ``incidents`` are the published ones. Whoever is listed has its own name."""
    reply_rows = rows(connection, reply)
    reply_rows = reply_rows[reply_rows["incident_id"].isna() | reply_rows["incident_id"].isin(incidents["incident_id"])]
    organisations = rows(connection, organisation).set_index("organisation_code")
    names = {f"by_{code}": reply_rows["organisation_code"].map(organisations[f"name_{code}"]) for code in LANGUAGES}
    return reply_rows.assign(**{name: own.fillna(reply_rows[name]) for name, own in names.items()})
