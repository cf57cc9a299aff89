"""Projects, and their results by outcome, indicator and period."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa
from sqlalchemy import select

from data_access.vocabulary import clock, languages
from data_access.vocabulary.fields import projects as fields
from data_access.vocabulary.soate import COUNTRY_CODE
from loaders.datasets.published_statements import about_nobody, days_in_order, together
from loaders.gate.dataset import days
from loaders.gate.file_form import dataset
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store import metadata
from loaders.store.places import admin_unit

NAMES, DONORS, RUNNERS = (languages.columns(name) for name in ("name", "donor", "runner"))
RESULT_TEXTS = (*languages.columns("result"), *languages.columns("result_indicator"), "evidence", "quote")
UNKNOWN_PLACE = "names a place that is in no list of districts and oblasts; take its SOATE code from districts.csv"
BEFORE_PROJECT = "the period ends before the project begins; mend the days of one of them, or leave actual_value empty"
STILL_TO_COME = "the period has not begun, so that nothing of it can be reached; leave actual_value empty"
project = metadata.tables[fields.PROJECTS.name]
result = metadata.tables[fields.RESULTS.name]


def _known_places(reference_codes: ReferenceCodes) -> Rule:
    codes_of_places = reference_codes.codes(admin_unit.c.unit_code) | {COUNTRY_CODE}

    def holds(frame: pd.DataFrame) -> pd.Series:
        return frame["project_areas"].map(lambda codes: pd.isna(codes) or codes_of_places.issuperset(codes.split(",")))

    return Rule(holds, UNKNOWN_PLACE, Severity.REFUSE, "project_areas")


def _project_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (_known_places(reference_codes), *about_nobody((*NAMES, *DONORS, *RUNNERS)))


def _result_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    start_days = reference_codes.frame(select(project.c.project_id, project.c.starts_on)).set_index("project_id")

    def in_the_project(frame: pd.DataFrame) -> pd.Series:
        first = pd.to_datetime(frame["project_id"].map(start_days["starts_on"]))
        return frame["actual_value"].isna() | ~(frame["period_end"] < first)

    def has_begun(frame: pd.DataFrame) -> pd.Series:
        return frame["actual_value"].isna() | ~(frame["period_start"] > pd.Timestamp(clock.today()))

    return (
        Rule(in_the_project, BEFORE_PROJECT, Severity.REFUSE, "period_end"),
        Rule(has_begun, STILL_TO_COME, Severity.REFUSE, "period_start"),
        *about_nobody(RESULT_TEXTS),
    )


def _told_in_every_language(columns: Sequence[str]) -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        is_told = frame[list(columns)].notna()
        return is_told.all(axis=1) | ~is_told.any(axis=1)

    return pa.Check(holds, error=f"must have {', '.join(columns)}, or none of them")


PROJECTS = dataset(
    "projects",
    fields.PROJECTS,
    days(project, "starts_on", "starts_on"),
    checks=[days_in_order("starts_on", "ends_on"), _told_in_every_language(DONORS)],
    rules=_project_rules,
)
RESULTS = dataset(
    "results",
    fields.RESULTS,
    days(result, "period_start", "period_end"),
    checks=[
        days_in_order("period_start", "period_end"),
        together("baseline_value", "baseline_year"),
        together("quote", "quote_language"),
    ],
    rules=_result_rules,
)
