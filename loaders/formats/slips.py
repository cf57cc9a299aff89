"""Values a thousand times too large or too small: mg/L and µg/L mixed up, or a decimal comma lost."""

import pandas as pd
from sqlalchemy import func, select

from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.values import parse_values, unit_factor
from loaders.store.monitoring import indicator, observation

# Fewer values are no range yet.
ENOUGH = 5
# A slip is a factor of 1,000; real values rarely leave the range of the earlier ones by more than a tenth of that.
FAR = 100
MOST_NAMED = 20
PLACE = ["station_id", "indicator_code"]


def slip_warnings(frame: pd.DataFrame, reference_codes: ReferenceCodes) -> list[str]:
    """A sentence for each row (columns of readings.csv) that lies far outside what is usual.

    Usual is the range of the station's earlier values, else of the indicator's at all stations, else the file's own
    median. Bounds (``<0.005``) and zeros are not looked at.
    """
    values = _canonical(frame, reference_codes)
    with_ranges = values.join(_earlier(values, reference_codes, PLACE), on=PLACE)
    with_ranges = _fill_gaps(with_ranges, values.join(_earlier(values, reference_codes, PLACE[1:]), on=PLACE[1:]))
    with_ranges = _fill_gaps(with_ranges, values.join(_own(values), on=PLACE[1:]))
    far = with_ranges[
        (with_ranges["value"] > with_ranges["high"] * FAR) | (with_ranges["value"] < with_ranges["low"] / FAR)
    ]
    sentences = [_sentence(row) for row in far.head(MOST_NAMED).itertuples()]
    return sentences + ([f"and {len(far) - MOST_NAMED} more such rows"] if len(far) > MOST_NAMED else [])


def _sentence(row) -> str:
    usual = f"{row.low:.3g}" if row.low == row.high else f"{row.low:.3g} to {row.high:.3g}"
    return (
        f"row {row.row}: {row.indicator_code} at {row.station_id} is {row.value:g} {row.canonical}, usual is {usual}; "
        "is the unit right (mg or µg)?"
    )


def _canonical(frame: pd.DataFrame, reference_codes: ReferenceCodes) -> pd.DataFrame:
    units = reference_codes.frame(select(indicator.c.indicator_code, indicator.c.unit)).set_index("indicator_code")[
        "unit"
    ]
    canonical = frame["indicator_code"].map(units)
    parts = parse_values(frame["value"])
    values = frame[PLACE].assign(
        row=frame.index, canonical=canonical, value=parts["value_num"] * unit_factor(frame["unit"], canonical)
    )
    return values[(parts["qualifier"] == "") & (values["value"] > 0)].reset_index(drop=True)


def _earlier(values: pd.DataFrame, reference_codes: ReferenceCodes, by: list[str]) -> pd.DataFrame:
    columns = [observation.c[name] for name in by]
    query = (
        select(
            *columns, func.min(observation.c.value_num).label("low"), func.max(observation.c.value_num).label("high")
        )
        .where(observation.c.indicator_code.in_(values["indicator_code"].unique().tolist()))
        .where(observation.c.qualifier == "", observation.c.value_num > 0, observation.c.qa_flag == "ok")
        .group_by(*columns)
        .having(func.count() >= ENOUGH)
    )
    return reference_codes.frame(query).set_index(by).astype(float)


def _own(values: pd.DataFrame) -> pd.DataFrame:
    by_indicator = values.groupby("indicator_code")["value"]
    middle = by_indicator.median().where(by_indicator.count() >= ENOUGH)
    return pd.DataFrame({"low": middle, "high": middle})


def _fill_gaps(with_ranges: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    return with_ranges.fillna({"low": other["low"], "high": other["high"]})
