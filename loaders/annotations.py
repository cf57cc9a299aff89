"""Dates to be shown beside figures: projects, elections, laws, changes of operator, events."""

import pandas as pd
import pandera.pandas as pa

from loaders.checks import day, key, one_of, text
from loaders.dataset import Dataset, Tidy, no_period, read_csv
from loaders.known import Known
from loaders.places import names
from loaders.store.annotations import annotation
from loaders.store.places import site

KINDS = ("project", "election", "law", "operator", "event")
PRECISIONS = ("day", "month", "year")
SUBJECTS = ("overview", "revenue", "monitoring", "incidents", "grievances", "compare")
ADDRESS = r"https?://[^\s<>\"']{3,290}"


def _schema(known: Known) -> pa.DataFrameSchema:
    address = pa.Check.str_matches(rf"^{ADDRESS}$", error="is not an address that begins with https://")
    columns = {
        "annotation_id": key(unique=True),
        "kind": one_of(KINDS, f"kind ({', '.join(KINDS)})"),
        "starts_on": day(),
        "ends_on": day(nullable=True),
        "date_precision": one_of(PRECISIONS, "precision (day, month or year)"),
        **names(),
        "district_code": one_of(known.units("district"), "district", nullable=True),
        "site_id": one_of(known.codes(site.c.site_id), "site", nullable=True),
        "subjects": pa.Column(str, _listed()),
        "reference": text(),
        "url": pa.Column(str, address, nullable=True),
    }
    return pa.DataFrameSchema(columns, [_ordered(), _whole()], strict=True)


def _listed() -> pa.Check:
    return pa.Check(
        lambda cells: cells.map(lambda cell: bool(cell) and set(cell.split(",")) <= set(SUBJECTS)),
        error=f"must be topics joined by commas, of {', '.join(SUBJECTS)}",
    )


def _ordered() -> pa.Check:
    return pa.Check(
        lambda frame: ~(frame["starts_on"] > frame["ends_on"]), error="the annotation ends before it begins"
    )


def _whole() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        precision, first = frame["date_precision"], frame["starts_on"].dt
        begins = (first.day == 1) & ((precision == "month") | (first.month == 1))
        return (precision == "day") | begins

    return pa.Check(holds, error="a month or a year must be written as its first day")


def _tidy(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {annotation: frame}


ANNOTATIONS = Dataset("annotations", read_csv, _schema, _tidy, no_period, ("annotation_id",))
