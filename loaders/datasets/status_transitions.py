"""The order in which a grievance may go from status to status.

    received, acknowledged, screened, assessing, in_resolution, resolution_offered, resolved, closed

is the way of most. Registers rarely write every step down, so a step may be left out; going back needs an appeal
or a reopening. Off the way: out_of_scope before the assessment; rejected while it is assessed or resolved; appealed
after an offer, a resolution or a rejection; reopened after a resolution or the end; withdrawn whenever it is open.
"""

from collections.abc import Sequence

import pandas as pd

from loaders.gate.rules import Rule, Severity

WAY = (
    "received",
    "acknowledged",
    "screened",
    "assessing",
    "in_resolution",
    "resolution_offered",
    "resolved",
    "closed",
)
ENDS = ("closed", "out_of_scope", "withdrawn")


def _moves() -> frozenset[tuple[str, str]]:
    forward = {(step, later) for place, step in enumerate(WAY) for later in WAY[place + 1 :]}
    again = {(back, step) for back in ("appealed", "reopened") for step in WAY[3:]}
    aside = {(step, "out_of_scope") for step in WAY[:3]} | {(step, "rejected") for step in WAY[:5]}
    after = {(back, "rejected") for back in ("appealed", "reopened")}
    appeals = {(step, "appealed") for step in ("resolution_offered", "resolved", "rejected")} | {("rejected", "closed")}
    reopenings = {(step, "reopened") for step in ("resolved", "closed", "rejected")}
    withdrawals = {(step, "withdrawn") for step in (*WAY, "appealed", "reopened") if step not in ENDS}
    return frozenset(forward | again | aside | after | appeals | reopenings | withdrawals)


MOVES = _moves()


def history_rules(case: str) -> Sequence[Rule]:
    """Rules of the steps of cases, which stand in their order in the file."""
    return (
        Rule(
            lambda frame: ~frame[case].duplicated() == (frame["status"] == "received"),
            "the first step of a case, and only the first, must be its receipt",
            Severity.SET_ASIDE,
            "status",
        ),
        Rule(
            lambda frame: ~(frame["status_on"] < frame.groupby(case)["status_on"].shift()),
            "the step is dated before the step above it",
            Severity.SET_ASIDE,
            "status_on",
        ),
        Rule(
            lambda frame: _is_legal(frame.groupby(case)["status"].shift(), frame["status"]),
            "the status cannot follow the one above it",
            Severity.SET_ASIDE,
            "status",
        ),
    )


def _is_legal(before: pd.Series, after: pd.Series) -> pd.Series:
    """True for a first step, a further note in the same status, and the moves of the table."""
    legal = pd.MultiIndex.from_arrays([before, after]).isin(list(MOVES))
    return before.isna() | (before == after) | legal
