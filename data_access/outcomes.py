"""Answers about what became of grievances, and how long people wait: all years together, whole country.

Year by year these counts would be so small that most had to be withheld. A chosen issue is heeded: it has counts of
its own, some of them withheld.
"""

import pandas as pd
from sqlalchemy import select

from dashboard.answer import Answer
from dashboard.selection import Selection
from data_access import filters, schema, sources
from data_access.database import Snapshot

outcome, waited = schema.grievance_outcome.c, schema.grievance_wait.c
COUNTRY = ("country", schema.COUNTRY_CODE)
AGES = ("0_14", "15_30", "31_90", "over_90")
WAITS = ("acknowledge", "resolve", "open")
RETURNS = ("reopened", "appealed")


def waits(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (of ``WAITS``), median_days, p90_days (NaN withheld); of the chosen issue or of all."""
    kind, code = _group(selection)
    query = select(waited.wait.label("code"), waited.median_days, waited.p90_days)
    found = snapshot.frame(query.where(waited.kind == kind, waited.code == code))
    frame = found.set_index("code").reindex([wait for wait in WAITS if wait in set(found["code"])])
    return _answer(snapshot, frame.astype(float).reset_index())


def open_by_age(snapshot: Snapshot, _selection: Selection) -> Answer:
    """Columns code (of ``AGES``, days since receipt), value (open grievances; NaN withheld), is_partial (False)."""
    found = _counts(snapshot, *COUNTRY, ("age",))
    values = found.set_index("answer")["grievance_count"].astype(float)
    frame = values.reindex([age for age in AGES if age in values.index]).rename("value").rename_axis("code")
    return _answer(snapshot, frame.reset_index().assign(is_partial=False))


def in_time(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns kind, code, in_time, missed, unknown (resolved within the deadline or not), acknowledged, other.

    A row for the country or the chosen issue, then one for each responsible body with all issues. Counts; NaN where
    withheld.
    """
    asked = ("resolved", "acknowledged")
    rows = pd.concat([_counts(snapshot, *_group(selection), asked), _counts(snapshot, "body", None, asked)])
    rows = rows.assign(
        answer=rows["answer"].mask((rows["question"] == "acknowledged") & (rows["answer"] == "in_time"), "acknowledged")
    )
    return _answer(snapshot, _wide(rows, ["in_time", "missed", "unknown", "acknowledged", "other"]))


def returned(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns kind, code, question (of ``RETURNS``), yes, no: of those that could be. Counts; NaN where withheld.

    Rows for the country or the chosen issue, then for each channel and responsible body with all issues.
    """
    groups = (_group(selection), ("body", None), ("channel", None))
    rows = pd.concat([_counts(snapshot, *group, RETURNS) for group in groups])  # type: ignore[call-arg]
    parts = [_wide(rows[rows["question"] == question], ["yes", "no"]).assign(question=question) for question in RETURNS]
    return _answer(snapshot, pd.concat(parts, ignore_index=True))


def _group(selection: Selection) -> tuple[str, str]:
    return ("issue", selection.issue) if selection.issue else COUNTRY


def _counts(snapshot: Snapshot, kind: str, code: str | None, questions: tuple[str, ...]) -> pd.DataFrame:
    """Rows of some questions of one code, or of all codes of a kind."""
    query = select(schema.grievance_outcome).where(outcome.kind == kind, outcome.question.in_(questions))
    query = query if code is None else query.where(outcome.code == code)
    return snapshot.frame(query.order_by(outcome.code))


def _wide(rows: pd.DataFrame, answers: list[str]) -> pd.DataFrame:
    """A row per kind and code in their order, a column per answer."""
    groups = rows[["kind", "code"]].drop_duplicates()
    wide = rows.pivot(index=["kind", "code"], columns="answer", values="grievance_count").reindex(columns=answers)
    return groups.merge(wide.astype(float).reset_index(), on=["kind", "code"])


def _answer(snapshot: Snapshot, frame: pd.DataFrame) -> Answer:
    known = filters.known_years(snapshot, schema.grievance_year.c.year)
    return Answer(frame, known, known, sources.used(snapshot, schema.grievance_outcome))
