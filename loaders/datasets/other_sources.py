"""What another source holds already: the same reading, incident or day off. It must not count twice."""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import ColumnElement, Table, select

from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.grievances import holiday
from loaders.store.incidents import incident
from loaders.store.monitoring import observation

# A mean of a day or a year is one, whoever hands it on; a single sample is also who took it.
MEAN = ["station_id", "indicator_code", "sampled_on", "averaging"]
SAMPLE = [*MEAN, "collected_by"]
SINGLE = "single"
DAYS = ("sampled_on", "starts_on", "day")
SAME_READING = (
    "another source has a reading of this station, indicator, day and averaging already: that one counts; to have this "
    "one instead, take the other load back"
)
SAME_NUMBER = "another source has an incident of this number already: that one counts"
SAME_DAY = "another source has this day off already: it counts once"
SAME_EVENT = "another source has an incident of this day and district: if it is the same, leave it out of one of them"


def reading_once(reference_codes: ReferenceCodes) -> Rule:
    """Readings that another source has are set aside."""

    def holds(frame: pd.DataFrame) -> pd.Series:
        of_others = _of_others(
            reference_codes, observation, SAMPLE, observation.c.station_id.in_(_distinct(frame["station_id"]))
        )
        is_single = (frame["averaging"] == SINGLE).astype(bool)
        return ~(_is_among(frame, of_others, SAMPLE) | ~is_single & _is_among(frame, of_others, MEAN))

    return Rule(holds, SAME_READING, Severity.SET_ASIDE, "sampled_on")


def day_off_once(reference_codes: ReferenceCodes) -> Rule:
    """Days off that another source has are set aside."""
    return Rule(
        lambda frame: ~_is_among(frame, _of_others(reference_codes, holiday, ["day"]), ["day"]),
        SAME_DAY,
        Severity.SET_ASIDE,
        "day",
    )


def incident_once(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    """Incidents whose number another source has are set aside; those that may be the same event are told."""

    def has_own_number(frame: pd.DataFrame) -> pd.Series:
        number = ["incident_id"]
        return ~_is_among(frame, _of_others(reference_codes, incident, number, _known_to(frame, "incident_id")), number)

    def is_alone(frame: pd.DataFrame) -> pd.Series:
        rows = frame.rename(columns={"date": "starts_on"})
        place = ["starts_on", "district_code", "date_precision"]
        on_a_day = incident.c.date_precision == "day"
        of_others = _of_others(reference_codes, incident, place, on_a_day, _known_to(frame, "district_code"))
        return ~_is_among(rows, of_others, place)

    return (
        Rule(has_own_number, SAME_NUMBER, Severity.SET_ASIDE, "incident_id"),
        Rule(is_alone, SAME_EVENT, Severity.WARN, "date"),
    )


def _known_to(frame: pd.DataFrame, column: str) -> ColumnElement[bool]:
    return incident.c[column].in_(_distinct(frame[column]))


def _distinct(cells: pd.Series) -> list[str]:
    return cells.dropna().astype("str").unique().tolist()


def _of_others(
    reference_codes: ReferenceCodes, table: Table, columns: list[str], *conditions: ColumnElement[bool]
) -> pd.DataFrame:
    """The distinct values of these columns in the rows of all other sources."""
    query = select(*(table.c[name] for name in columns)).where(
        table.c.source_key != reference_codes.source_key, *conditions
    )
    return reference_codes.frame(query.distinct())


def _is_among(frame: pd.DataFrame, others: pd.DataFrame, columns: list[str]) -> pd.Series:
    if others.empty:
        return pd.Series(False, frame.index)
    return pd.Series(_keys(frame, columns).isin(_keys(others, columns)), frame.index)


def _keys(frame: pd.DataFrame, columns: list[str]) -> pd.MultiIndex:
    """Rows by their columns; days have one type, whichever they have in a file and in a store."""
    return pd.MultiIndex.from_arrays(
        [pd.to_datetime(frame[name]) if name in DAYS else frame[name].astype("str") for name in columns]
    )
