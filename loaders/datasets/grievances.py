"""Grievances with their status histories, without anything that names or finds a person.

The format has no column for names, texts, phones or addresses, and a file with any further
column is refused. The number of the source's register is replaced by a random key before
anything is written. The key is made anew at each load and derived from nothing: a keyed hash
would have to keep its key in the same store, where short register numbers could be tried out.
That costs nothing, because a load replaces all rows of its source and an equal file is
recognised by its bytes.
"""

import secrets
from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary.fields import grievances as fields
from loaders.datasets.deadlines import derive
from loaders.datasets.status_transitions import history_rules
from loaders.gate.checks import text
from loaders.gate.dataset import Dataset, Tidy, days, read_csv
from loaders.gate.days import not_in_future
from loaders.gate.file_form import columns
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule
from loaders.store.grievances import grievance, grievance_status_history

PERIOD = days(grievance_status_history, "status_on", "status_on")
CASE = ["grievance_ref", "district_code", "issue_code", "channel", "responsible_body", "is_sensitive"]


def _schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    of_case = [field for field in fields.GRIEVANCES.of_file if field.name in CASE]
    file_columns = columns([*of_case, fields.STATUS, fields.STATUS_ON], reference_codes)
    return pa.DataFrameSchema({CASE[0]: text(longest=64), **file_columns}, _same_case(), strict=True)


def _same_case() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        first = frame.groupby("grievance_ref")[CASE[1:]].transform("first")
        return (frame[CASE[1:]] == first).all(axis=1)

    return pa.Check(holds, error="district, issue, channel, body or sensitivity differ from the case's first row")


def _rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (not_in_future("status_on"), *history_rules(CASE[0]))


def _tidy(frame: pd.DataFrame, _reference_codes: ReferenceCodes) -> Tidy:
    keys = {ref: secrets.token_hex(16) for ref in frame["grievance_ref"].unique()}
    steps = frame.assign(grievance_key=frame["grievance_ref"].map(keys)).drop(columns="grievance_ref")
    history = steps[["grievance_key", "status", "status_on"]]
    history = history.assign(seq=history.groupby("grievance_key").cumcount() + 1)
    return {grievance: _cases(steps), grievance_status_history: history}


def _cases(steps: pd.DataFrame) -> pd.DataFrame:
    by_case = steps.groupby("grievance_key", sort=False)
    last = by_case[["status", "status_on"]].last().add_prefix("current_")
    cases = by_case.first().rename(columns={"status_on": "received_on"}).drop(columns="status")
    return cases.join(last).reset_index().assign(is_sensitive=lambda rows: rows["is_sensitive"] == 1)


GRIEVANCES = Dataset("grievances", read_csv, _schema, _tidy, PERIOD, rules=_rules, case=CASE[0], derive=derive)
