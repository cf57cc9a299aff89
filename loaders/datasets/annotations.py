"""Dates to be shown beside figures: projects, elections, laws, changes of operator, events."""

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary.fields import beside as fields
from loaders.gate.dataset import Dataset, into, no_period, read_csv
from loaders.gate.file_form import form
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store.annotations import annotation

SUBJECTS = ("overview", "revenue", "monitoring", "incidents", "grievances", "compare")


def _schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    return form(
        fields.ANNOTATIONS, reference_codes, [_days_in_order(), _whole()], {"subjects": pa.Column(str, _in_list())}
    )


def _in_list() -> pa.Check:
    return pa.Check(
        lambda cells: cells.map(lambda cell: bool(cell) and set(cell.split(",")) <= set(SUBJECTS)),
        error=f"must be topics joined by commas, of {', '.join(SUBJECTS)}",
    )


def _days_in_order() -> pa.Check:
    return pa.Check(
        lambda frame: ~(frame["starts_on"] > frame["ends_on"]), error="the annotation ends before it begins"
    )


def _whole() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        precision, first = frame["date_precision"], frame["starts_on"].dt
        begins: pd.Series = (first.day == 1) & ((precision == "month") | (first.month == 1))
        return (precision == "day") | begins

    return pa.Check(holds, error="a month or a year must be written as its first day")


ANNOTATIONS = Dataset("annotations", read_csv, _schema, into(annotation), no_period, fields.ANNOTATIONS.natural_key)
