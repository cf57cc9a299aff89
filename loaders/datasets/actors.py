"""Who a report of an incident names, by role only: never a person, a group or an organisation by name.

The list is one of the project. It is short enough to be coded from a few sentences of a report, neutral (nobody is an
attacker or a victim), and keeps apart those who answer for different things: the state, the place, the company. The
actor types of ACLED (its codebook, inter codes 1 to 8) fit into it, which ``loaders.formats.acled`` says one by one.
"""

import pandas as pd
import pandera.pandas as pa

UNKNOWN = "unknown"
ACTOR_ROLES = (
    "residents",  # of a village, a town or a district
    "protesters",  # people of a rally or a protest of whom nothing else is told
    "workers",  # staff of a mine or a company, on whichever side
    "company",  # as a party that decides, answers or is asked; an office or a mine as a place is not named
    "police",  # and other forces of the state
    "state_body",  # parliament, president, government; an official whose level is not told
    "local_authority",  # of a district, a town or a village
    "court",
    "activists",  # and organisations of civil society
    "armed",  # people or groups with weapons of whom nothing else is told
    "other",  # a role outside this list
    UNKNOWN,  # no role is named; it stands alone
)
_ALLOWED_ROLES = f"must be roles separated by semicolons, never names: {', '.join(ACTOR_ROLES[:-1])}; or only {UNKNOWN}"


def known_roles() -> pa.Check:
    """Every entry is of the list, and ``unknown`` has none beside it."""
    return pa.Check(lambda cells: cells.map(_is_known), error=_ALLOWED_ROLES)


def roles_of(frame: pd.DataFrame) -> pd.DataFrame:
    """Columns incident_id, role: each role once; an empty cell, or no column ``actor_roles``, is ``unknown``."""
    cells = frame.reindex(columns=["incident_id", "actor_roles"]).astype("str").fillna({"actor_roles": UNKNOWN})
    pairs = cells.assign(role=cells["actor_roles"].map(_entries)).explode("role")
    return pairs[["incident_id", "role"]].drop_duplicates()


def _is_known(role: str) -> bool:
    entries = set(_entries(role))
    return entries <= {*ACTOR_ROLES} and (UNKNOWN not in entries or entries == {UNKNOWN})


def _entries(cell: str) -> list[str]:
    return [entry.strip() for entry in cell.split(";")]
