"""Teams of participatory monitoring as published: members by role in full tens, small numbers withheld."""

import pandas as pd
from sqlalchemy import Connection

from data_access.vocabulary.fields.pem import TEAMS
from loaders.publish.hiding import is_safe
from loaders.store import metadata
from loaders.store.frames import rows

# Whoever takes part in a small place is known there: as of sex and age, a number below ten tells of persons.
LEAST_MEMBERS = 10


def published_teams(connection: Connection, limit: int) -> pd.DataFrame:
    """Rows of the public ``pem_team``; ``limit`` is the least count of people that is shown, ten at least.

    Only full multiples of it are told: who joins or leaves between two versions moves no number but at such a step.
    No total of roles is published, so nothing can be subtracted to find what is withheld.
    """
    team_rows = rows(connection, metadata.tables[TEAMS.name])
    least = max(limit, LEAST_MEMBERS)
    shown_counts = [count // least * least if is_safe((count,), least) else None for count in team_rows["member_count"]]
    return team_rows.assign(member_count=pd.Series(shown_counts, team_rows.index, dtype=float))
