"""Expectations of the rows of a list of incidents."""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import select

from loaders.datasets.other_sources import incident_once
from loaders.gate.days import not_in_future
from loaders.gate.personal import names_somebody
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.decisions import incident_decision

NOWHERE = "has neither district nor oblast: it is kept and counted as not placed on the map"
TAKEN_DOWN = "was taken down and stays so: no file brings it back"
NAMES = "looks like the name of a person: if it is not in a public office, leave it out or mark the row restricted"
SOMEBODY = "looks like the name of a person: name the body or the role instead"
# Free texts, of which the first stay in the private store.
UNPUBLISHED_COLUMNS = ("company", "description", "response_outcome")
PUBLISHED_COLUMNS = ("source", "acled_event_type", "acled_sub_event_type")
STAYS_HELD = "was restricted in an earlier file: only two persons can release it (`python -m loaders release`)"


def incident_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    """The rules, given what was decided about incidents."""
    taken_down, held_incidents = (
        decided_incidents(reference_codes, "taken_down"),
        decided_incidents(reference_codes, "held"),
    )
    return (
        not_in_future("date"),
        Rule(_is_placed, NOWHERE, Severity.WARN, "district_code"),
        *(_nameless(column, Severity.WARN, NAMES) for column in UNPUBLISHED_COLUMNS),
        *(_nameless(column, Severity.SET_ASIDE, SOMEBODY) for column in PUBLISHED_COLUMNS),
        Rule(lambda frame: ~frame["incident_id"].isin(taken_down), TAKEN_DOWN, Severity.SET_ASIDE, "incident_id"),
        Rule(
            lambda frame: ~(frame["incident_id"].isin(held_incidents) & _is_public(frame)),
            STAYS_HELD,
            Severity.WARN,
            "visibility",
        ),
        *incident_once(reference_codes),
    )


def _nameless(column: str, severity: Severity, reason: str) -> Rule:
    return Rule(lambda frame: ~names_somebody(frame[column]), reason, severity, column)


def decided_incidents(reference_codes: ReferenceCodes, decision: str) -> Sequence[str]:
    """Keys of the incidents about which this was decided."""
    query = select(incident_decision.c.incident_id).where(incident_decision.c.decision == decision)
    return reference_codes.frame(query)["incident_id"].tolist()


def _is_placed(frame: pd.DataFrame) -> pd.Series:
    return frame["district_code"].notna() | frame.get("oblast_code", frame["district_code"]).notna()


def _is_public(frame: pd.DataFrame) -> pd.Series:
    return frame["visibility"] == "public" if "visibility" in frame else pd.Series(True, frame.index)
