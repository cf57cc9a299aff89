"""Replies that may be published: those to an incident only together with it."""

import pandas as pd
from sqlalchemy import Connection

from data_access.vocabulary.languages import LANGUAGES
from loaders.store.frames import rows
from loaders.store.replies import reply
from loaders.store.revenue import organisation


def published_replies(connection: Connection, incidents: pd.DataFrame) -> pd.DataFrame:
    """Rows of the public ``reply`` table; ``incidents`` are the published ones. Whoever is listed has its own name."""
    found = rows(connection, reply)
    found = found[found["incident_id"].isna() | found["incident_id"].isin(incidents["incident_id"])]
    listed = rows(connection, organisation).set_index("organisation_code")
    names = {f"by_{code}": found["organisation_code"].map(listed[f"name_{code}"]) for code in LANGUAGES}
    return found.assign(**{name: own.fillna(found[name]) for name, own in names.items()})
