"""What bodies have promised, and what was reported of it since."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa
from sqlalchemy import select

from data_access.vocabulary import languages
from data_access.vocabulary.fields import commitments as fields
from loaders.datasets.published_statements import about_nobody, place_rules, together
from loaders.gate.dataset import Period, Tidy
from loaders.gate.days import not_in_future
from loaders.gate.file_form import dataset
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store import metadata

PUBLISHED_TEXTS = (*languages.columns("owed_by"), *languages.columns("commitment"), "quote")
STEP_TEXTS = languages.columns("step")
DUE_BEFORE_MADE = "lies before made_on: correct one of the two days, or leave out the one that is not known"
OUT_OF_ORDER = "lies before the step above it: the steps of a commitment stand in the order of their days"
BEFORE_MADE = "lies before the commitment was made: correct one of the two days"


def _due_after_made() -> Rule:
    return Rule(
        lambda frame: ~(frame["due_on"] < frame["made_on"]).fillna(False).astype(bool),
        DUE_BEFORE_MADE,
        Severity.REFUSE,
        "due_on",
    )


def _rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (_due_after_made(), not_in_future("made_on"), *about_nobody(PUBLISHED_TEXTS))


def _moved_on() -> pa.Check:
    return pa.Check(
        lambda frame: (frame["fulfilment"] == "moved") == frame["moved_to"].notna(),
        error="must have moved_to where it was put off (moved), and only there",
    )


def _in_order() -> Rule:
    return Rule(
        lambda frame: ~(frame["reported_on"] < frame.groupby("commitment_id")["reported_on"].shift()),
        OUT_OF_ORDER,
        Severity.REFUSE,
        "reported_on",
    )


def _after_made(reference_codes: ReferenceCodes) -> Rule:
    columns = metadata.tables[fields.COMMITMENTS.name].c

    def holds(frame: pd.DataFrame) -> pd.Series:
        days = reference_codes.frame(select(columns.commitment_id, columns.made_on)).set_index("commitment_id")[
            "made_on"
        ]
        return ~(frame["reported_on"] < frame["commitment_id"].map(pd.to_datetime(days)))

    return Rule(holds, BEFORE_MADE, Severity.REFUSE, "reported_on")


def _step_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (_in_order(), _after_made(reference_codes), not_in_future("reported_on"), *about_nobody(STEP_TEXTS))


def _period(tidy: Tidy) -> Period:
    """Days on which they were made; None where none is traced."""
    (frame,) = tidy.values()
    days = frame["made_on"].dropna()
    return None if days.empty else (days.min().date(), days.max().date())


def _report_rules(tidy: Tidy) -> Period:
    (frame,) = tidy.values()
    return frame["reported_on"].min().date(), frame["reported_on"].max().date()


COMMITMENTS = dataset(
    "commitments",
    fields.COMMITMENTS,
    _period,
    checks=[together("date_precision", "made_on"), together("quote_language", "quote"), place_rules()],
    rules=_rules,
)
COMMITMENT_STEPS = dataset("commitment_steps", fields.STEPS, _report_rules, checks=[_moved_on()], rules=_step_rules)
