"""Whether grievances were acknowledged and resolved in time, as they stood at the end of a period.

An open case whose deadline has passed was missed; one whose deadline is still to come says nothing yet. So does a
case without a deadline, and one that was withdrawn before it. What counts is the resolution that the case stands at:
one that was appealed or reopened is open until the next. Registers leave steps out, so any step of the responsible
body after receipt also acknowledges it.
"""

import pandas as pd

RESOLVING = ("resolved", "rejected", "out_of_scope", "closed")
REOPENING = ("appealed", "reopened")
BY_THE_PERSON = ("received", "withdrawn", "appealed")


def in_time(steps: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """Per case received up to ``end``: acknowledged_in_time and resolved_in_time; True, False or missing.

    ``steps`` as from ``ordinary_steps``: histories in their order, with the deadlines of their case. The index are
    the cases, as that of ``counted``.
    """
    steps = steps[steps["status_on"] <= end]
    by_case = steps.groupby("grievance_key")
    due = by_case[["acknowledge_due_on", "resolve_due_on"]].first()
    withdrawn = by_case.last().query("status == 'withdrawn'")["status_on"].reindex(due.index)
    over = withdrawn.fillna(end)
    return pd.DataFrame(
        {
            "acknowledged_in_time": _judged(acknowledged_on(steps, due.index), due["acknowledge_due_on"], over),
            "resolved_in_time": _judged(_resolved(steps, due.index), due["resolve_due_on"], over),
        }
    )


def acknowledged_on(steps: pd.DataFrame, cases: pd.Index) -> pd.Series:
    """Day of the first step that the responsible body made, per case; empty without one."""
    made = steps[~steps["status"].isin(BY_THE_PERSON)]
    return made.groupby("grievance_key")["status_on"].first().reindex(cases)


def _resolved(steps: pd.DataFrame, cases: pd.Index) -> pd.Series:
    """Day of the first resolving step after the last appeal or reopening."""
    turn = steps["status"].isin(REOPENING).groupby(steps["grievance_key"])
    is_last_turn = turn.cumsum() == turn.transform("sum")
    made = steps[is_last_turn & steps["status"].isin(RESOLVING)]
    return made.groupby("grievance_key")["status_on"].first().reindex(cases)


def _judged(done: pd.Series, due: pd.Series, over: pd.Series) -> pd.Series:
    """True when done until the deadline, False when the deadline passed before; ``over``: last day that is known."""
    judged = (done <= due).astype("boolean")
    return judged.mask(due.isna() | (done.isna() & (over <= due)))
