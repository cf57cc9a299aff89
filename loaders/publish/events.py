"""What happens to grievances, each event with its day: the only thing that is counted. Pure functions.

A grievance is received once; it may be closed more than once. Everything else is counted at its first time: the day on
which it came to a stage, could first be said to be acknowledged or resolved in time or not, was first appealed or
reopened. So events of a later day do not change those of an earlier one, but for one: a grievance that was withdrawn
before its deadline and is reopened after it has missed it all the same.

An open grievance whose deadline has passed has missed it, on the day after; one that was withdrawn before, or has no
deadline, says nothing. Registers leave steps out, so any step of the responsible body after receipt acknowledges it.
"""

from collections.abc import Iterator

import pandas as pd

from data_access.vocabulary.stages import CASE_STAGES

CLOSING_STATUSES = ("closed", "out_of_scope", "withdrawn", "rejected")
RESOLVING_STATUSES = ("resolved", "rejected", "out_of_scope", "closed")
DECISION_STATUSES = ("resolution_offered", "resolved", "rejected", "closed", "appealed")
BY_THE_PERSON = ("received", "withdrawn", "appealed")
# By status, the number of the stage that it is of.
STAGE_OF = {
    "received": 0,
    "acknowledged": 1,
    "screened": 1,
    "assessing": 2,
    "in_resolution": 2,
    "resolution_offered": 3,
    "resolved": 4,
    "closed": 5,
}
RESOLVED_STAGE = CASE_STAGES.index("resolved")
# What a question is answered by; the last one holds the first where a question is of how many of them it happened to.
ANSWERS = {
    "acknowledged": ("in_time", "missed"),
    "resolved": ("in_time", "missed"),
    "reopened": ("happened", "could"),
    "appealed": ("happened", "could"),
}
ABOUT = ["district_code", "issue_code", "channel", "responsible_body"]
DAY = pd.Timedelta(days=1)


def events_of(steps: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """One row per event up to ``end``: those of ``ABOUT``, event and its day ``on``.

    ``steps`` as from ``cases.ordinary_steps``. Events are ``received``, ``closed``, ``stage:STAGE`` and
    ``QUESTION:ANSWER`` of ``ANSWERS``.
    """
    steps = steps[steps["status_on"] <= end]
    about = steps.groupby("grievance_key")[ABOUT].first()
    event_days = [(name, days.dropna()) for name, days in _event_days(steps, end)]
    frames = [about.reindex(days.index).assign(event=name, on=days.to_numpy()) for name, days in event_days]
    return pd.concat(frames, ignore_index=True)


def acknowledged_on(steps: pd.DataFrame) -> pd.Series:
    """Day of the first step that the responsible body made, per case that has one."""
    return _first(steps, ~steps["status"].isin(BY_THE_PERSON))


def resolved_on(steps: pd.DataFrame) -> pd.Series:
    """Day on which a case first came to the stage of resolved ones, or was reopened, which says that it had been."""
    return _first(steps, (_place(steps) >= RESOLVED_STAGE) | (steps["status"] == "reopened"))


def _event_days(steps: pd.DataFrame, end: pd.Timestamp) -> Iterator[tuple[str, pd.Series]]:
    """Name of each event, and its days by case."""
    status, place = steps["status"], _place(steps)
    receipts = steps.groupby("grievance_key")["status_on"].first()
    yield "received", receipts
    yield "closed", steps[_closes(steps)].set_index("grievance_key")["status_on"]
    for number, stage in enumerate(CASE_STAGES[1:], start=1):
        yield f"stage:{stage}", _first(steps, place >= number)
    yield from _judgements("acknowledged", "acknowledge_due_on", acknowledged_on(steps), steps, end)
    yield from _judgements("resolved", "resolve_due_on", _first(steps, status.isin(RESOLVING_STATUSES)), steps, end)
    yield "reopened:could", resolved_on(steps)
    yield "appealed:could", _first(steps, status.isin(DECISION_STATUSES))
    for question in ("reopened", "appealed"):
        yield f"{question}:happened", _first(steps, status == question)


def _judgements(
    question: str, deadline: str, done_on: pd.Series, steps: pd.DataFrame, end: pd.Timestamp
) -> Iterator[tuple[str, pd.Series]]:
    """In time: the day on which it was done. Missed: the day after the deadline, if it stood open that long."""
    by_case = steps.groupby("grievance_key")
    due = by_case[deadline].first()
    last = by_case[["status", "status_on"]].last()
    over = last["status_on"].where(last["status"] == "withdrawn", end)
    done_on = done_on.reindex(due.index)
    yield f"{question}:in_time", done_on.where(done_on <= due)
    yield f"{question}:missed", (due + DAY).where(~(done_on <= due) & (over > due))


def _closes(steps: pd.DataFrame) -> pd.Series:
    """Per step whether it closes a case that stood open."""
    closed = steps["status"].isin(CLOSING_STATUSES)
    return closed & ~closed.groupby(steps["grievance_key"]).shift(fill_value=False)


def _place(steps: pd.DataFrame) -> pd.Series:
    """Place in ``CASE_STAGES`` of each step; closing a rejected case is not the end of that way."""
    before = steps.groupby("grievance_key")["status"].shift()
    return steps["status"].map(STAGE_OF).mask((steps["status"] == "closed") & (before == "rejected"))


def _first(steps: pd.DataFrame, is_meant: pd.Series) -> pd.Series:
    return steps[is_meant].groupby("grievance_key")["status_on"].first()
