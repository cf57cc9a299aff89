"""AirNow files of hourly PM2.5 to daily means.

The rule: an hour counts if its ``QC Name`` is Valid and its value is not -999 (missing); other negative values are
noise around zero and count as measured, as leaving them out would raise the mean. ``Date (LT)`` is local time at the
end of the hour, so 12:00 AM belongs to the day before. A day with at least 18 such hours has a mean, with one
decimal; a mean below zero is no concentration and is set aside.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from loaders.formats.columns import count_of, present
from loaders.formats.mapping import CODES, TEXT, Entries, checked_mapping
from loaders.formats.tables import read_table
from loaders.formats.units import unit_of
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes

SITE, PARAMETER, TIME, VALUE, UNIT, DURATION, QUALITY = (
    "Site",
    "Parameter",
    "Date (LT)",
    "Raw Conc.",
    "Conc. Unit",
    "Duration",
    "QC Name",
)
INDICATORS = {"pm2.5": "pm25", "pm10": "pm10"}
MAPPING = Entries({"stations": CODES}, {"collected_by": TEXT})
MISSING_VALUE = -999
LEAST_HOURS = 18


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Daily rows of readings.csv; the mapping has ``stations``: Site -> station, and may have ``collected_by``.

    Raises LoadRefused.
    """
    checked_mapping(mapping, MAPPING, file)
    table = read_table(content, file)
    present(table.frame, (SITE, PARAMETER, TIME, VALUE, UNIT, DURATION, QUALITY), file)
    hours, set_aside = _hours(table.frame, mapping["stations"])
    days, too_few = _days(hours)
    frame = days.assign(averaging="day", collected_by=mapping.get("collected_by", "state"), qa_flag="ok")
    left_out = len(hours) - int(hours["counts"].sum())
    warnings = [f"{left_out} of {len(hours)} hours do not count: missing or not marked Valid"] if left_out else []
    if too_few:
        warnings.append(count_of("days without a mean", [item.value or "" for item in too_few]))
    return Reading(frame, (*set_aside, *too_few), tuple(warnings))


def _hours(table: pd.DataFrame, stations: Mapping[str, str]) -> tuple[pd.DataFrame, list[SetAside]]:
    hours = pd.DataFrame(
        {
            "row": table.index,
            "station_id": table[SITE].map(stations).to_numpy(),
            "indicator_code": table[PARAMETER].str.split(" - ").str[0].str.lower().map(INDICATORS).to_numpy(),
            "ends": pd.to_datetime(table[TIME], format="%Y-%m-%d %I:%M %p", errors="coerce").to_numpy(),
            "value": pd.to_numeric(table[VALUE], errors="coerce").to_numpy(),
            "unit": table[UNIT].map(unit_of).to_numpy(),
            "counts": (table[QUALITY].str.strip().str.lower() == "valid").to_numpy(),
        }
    )
    hours["counts"] &= hours["value"].notna() & (hours["value"] != MISSING_VALUE)
    wrong = {
        SITE: (hours["station_id"].isna(), "is not in the mapping's stations"),
        PARAMETER: (hours["indicator_code"].isna(), "is not PM2.5 or PM10"),
        TIME: (hours["ends"].isna(), "is not a time such as 2019-02-06 06:00 AM"),
        VALUE: (hours["value"].isna() & table[VALUE].notna().to_numpy(), "is not a number with a decimal point"),
        UNIT: (hours["unit"].isna(), "is not a known unit"),
        DURATION: ((table[DURATION] != "1 Hr").to_numpy(), "is not 1 Hr"),
    }
    wrong_time = hours.duplicated(["station_id", "indicator_code", "ends"]) & hours["ends"].notna()
    set_aside = [
        SetAside(int(hours["row"][at]), column, table[column].iloc[at], reason)
        for column, (rows, reason) in wrong.items()
        for at in hours.index[rows]
    ] + [
        SetAside(int(hours["row"][at]), TIME, table[TIME].iloc[at], "the hour occurs twice")
        for at in hours.index[wrong_time]
    ]
    bad = {item.row for item in set_aside}
    return hours[~hours["row"].isin(bad)], set_aside


def _days(hours: pd.DataFrame) -> tuple[pd.DataFrame, list[SetAside]]:
    day = (hours["ends"] - pd.Timedelta(hours=1)).dt.strftime("%Y-%m-%d")
    by_day = hours.assign(sampled_on=day, measured=hours["value"].where(hours["counts"])).groupby(
        ["station_id", "indicator_code", "unit", "sampled_on"], sort=False
    )
    days = by_day.agg(row=("row", "first"), counted=("counts", "sum"), mean=("measured", "mean")).reset_index()
    days = days.set_index("row").rename_axis(None)
    few, negative = days["counted"] < LEAST_HOURS, days["mean"] < 0
    reasons = days["counted"].astype(str) + f" valid hours of 24; a daily mean needs {LEAST_HOURS}"
    reasons = reasons.where(few, "the daily mean is below zero")
    left_out = days[few | negative]
    set_aside = [SetAside(row, TIME, left_out["sampled_on"][row], reasons[row]) for row in left_out.index]
    whole_days = days[~(few | negative)]
    return whole_days.assign(value=whole_days["mean"].round(1).astype("str")).drop(
        columns=["counted", "mean"]
    ), set_aside


AIRNOW = Format("airnow", "readings", read, header=(SITE, PARAMETER, TIME, VALUE))
