"""Rehabilitation of sites, stage by stage."""

from collections.abc import Sequence

import pandas as pd

from data_access.vocabulary import languages
from data_access.vocabulary.fields import rehabilitation as fields
from loaders.datasets.published_statements import about_nobody, together
from loaders.gate.dataset import Period, Tidy
from loaders.gate.days import not_in_future
from loaders.gate.file_form import dataset
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity

TEXTS = (*languages.columns("funder"), *languages.columns("note"), "quote")
MORE_DONE = "is more than was planned; mend one of the two, or tell the larger plan in {}"
OUT_OF_ORDER = (
    "begins before an earlier stage of the site; mend the day, or the stage: they follow each other as listed"
)
ORDER = {stage: place for place, stage in enumerate(fields.STAGES)}


def _within_plan(done_column: str, plan_column: str) -> Rule:
    """What is done never exceeds the largest plan of the site, whichever stage tells it."""

    def holds(frame: pd.DataFrame) -> pd.Series:
        most = frame.groupby("site_id")[plan_column].transform("max")
        return ~(frame[done_column] > most)

    return Rule(holds, MORE_DONE.format(plan_column), Severity.REFUSE, done_column)


def _in_order() -> Rule:
    """Of a site a later stage does not begin before an earlier one; stages without a day say nothing."""

    def holds(frame: pd.DataFrame) -> pd.Series:
        order = frame.assign(place=frame["rehabilitation_stage"].map(ORDER)).sort_values("place", kind="stable")
        began_on = pd.to_datetime(order["stage_began_on"])
        latest = began_on.groupby(order["site_id"]).transform(lambda days: days.ffill().cummax())
        return (~(began_on < latest)).reindex(frame.index)

    return Rule(holds, OUT_OF_ORDER, Severity.REFUSE, "stage_began_on")


def _rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (
        _within_plan("hectares_done", "hectares_planned"),
        _within_plan("volume_moved", "volume_planned"),
        _in_order(),
        not_in_future("stage_began_on"),
        *about_nobody(TEXTS),
    )


def _period(tidy: Tidy) -> Period:
    """From the first to the last stage that has a day; None where none has."""
    (frame,) = tidy.values()
    days = frame["stage_began_on"].dropna()
    return None if days.empty else (days.min().date(), days.max().date())


REHABILITATION = dataset(
    "rehabilitation",
    fields.REHABILITATION,
    _period,
    checks=[
        together("stage_began_on", "date_precision"),
        together("cost", "cost_currency"),
        together("quote", "quote_language"),
    ],
    rules=_rules,
)
