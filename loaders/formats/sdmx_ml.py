"""SDMX-ML 2.1, structure specific, as statistical offices publish series: annual values by area. Needs a mapping.

``[areas]`` turns the publisher's areas into districts or oblasts, ``417`` the country as a whole, of which annual
statistics have no row. ``[series.CODE]`` says for each indicator of ours which series it is, by its dimensions; a
dimension that is not named may have one value per area only, so that no total is mixed with its parts.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

import pandas as pd

from loaders.formats.areas import levels
from loaders.formats.columns import count_of, expectations_met
from loaders.formats.mapping import CODES, Entries, NamedEntries, checked_mapping
from loaders.gate.checks import LoadRefused
from loaders.gate.plain_numbers import NUMBER
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.xml_text import Element, elements

NAMESPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
ROOTS = ("StructureSpecificData", "StructureSpecificTimeSeriesData")
AREA, TIME, UNIT, VALUE, STATUS, SCALE = (
    *("REF_AREA", "TIME_PERIOD", "UNIT_MEASURE", "OBS_VALUE", "OBS_STATUS", "UNIT_MULT"),
)
# The code list CL_OBS_STATUS: what is usual, what is missing for whatever reason, and what is withheld.
NORMAL, MISSING_STATUSES, SUPPRESSED_STATUS = "A", ("H", "L", "M", "O"), "Q"
NO_VALUE = ("", "NaN")
MAPPING = Entries({"areas": CODES, "series": NamedEntries(CODES)}, {})
OTHER_KIND = (
    "is no SDMX-ML 2.1 of the kind structure specific with time series; ask the publisher for that, or convert it with "
    "the SDMX Converter"
)
COUNTRY = "values of the country as a whole, which annual statistics of districts and oblasts do not have"


class Observation(NamedTuple):
    """A value as it stands in the file; ``line`` is where."""

    line: int
    indicator: str
    attributes: Mapping[str, str]


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Rows of statistics.csv, by line of the file. Raises LoadRefused when a series of the mapping is not clear."""
    checked_mapping(mapping, MAPPING, file)
    for code, dimensions in mapping["series"].items():
        if UNIT not in dimensions:
            raise LoadRefused(file, f"series.{code} of the mapping must name {UNIT}: a figure without a unit is none")
    observations = [*_observations(content, file, mapping)]
    absent = mapping["series"].keys() - {one.indicator for one in observations}
    if not observations:
        raise LoadRefused(file, f"has no series of the mapping, which are {', '.join(mapping['series'])}")
    reading = _statistics(_table(observations), mapping["areas"])
    warnings = (count_of("series of the mapping that this file does not have", sorted(absent)),) if absent else ()
    return Reading(reading.frame, reading.set_aside, warnings + reading.warnings)


def _observations(content: bytes, file: str, mapping: Mapping[str, Any]) -> Iterator[Observation]:
    """The values of the series that the mapping names, with the attributes of their series."""
    series_by_key: dict[tuple[str, str], Mapping[str, str]] = {}
    indicator, series = None, dict[str, str]()
    for place, element in enumerate(elements(content, file)):
        _require_kind(element, place == 0, file)
        if element.name == "Series":
            indicator, series = _indicator(element, mapping["series"], file), {**element.attributes}
            area = series.get(AREA, "")
            if indicator and area in mapping["areas"]:
                _require_alike(series_by_key.setdefault((indicator, area), series), element, indicator, file)
        elif element.name == "Obs" and indicator:
            yield Observation(element.line, indicator, {**series, **element.attributes})


def _require_kind(element: Element, is_root: bool, file: str) -> None:
    if is_root and (element.namespace, element.name) not in {(NAMESPACE, root) for root in ROOTS}:
        raise LoadRefused(file, OTHER_KIND, element.line, value=element.name)
    across = element.attributes.get("dimensionAtObservation", TIME)
    if across != TIME:
        raise LoadRefused(file, OTHER_KIND, element.line, value=across)


def _indicator(series: Element, series_by_code: Mapping[str, Mapping[str, str]], file: str) -> str | None:
    """The indicator that the mapping makes of a series; None where it names none."""
    matches = [code for code, dimensions in series_by_code.items() if dimensions.items() <= series.attributes.items()]
    if len(matches) > 1:
        reason = f"is {' and '.join(f'series.{code}' for code in matches)} of the mapping; name more dimensions there"
        raise LoadRefused(file, reason, series.line)
    return next(iter(matches), None)


def _require_alike(first: Mapping[str, str], series: Element, indicator: str, file: str) -> None:
    """Raise LoadRefused where a second series of an area fits: one of them may be a part of the other."""
    if first == series.attributes:
        return
    unlike = [name for name in first if first[name] != series.attributes.get(name)]
    differences = ", ".join(f"{name} = {first[name]} or {series.attributes.get(name)}" for name in unlike)
    reason = (
        f"two series of {first[AREA]} fit series.{indicator} of the mapping; state there which is meant: {differences}"
    )
    raise LoadRefused(file, reason, series.line, AREA)


def _table(observations: list[Observation]) -> pd.DataFrame:
    """Observations by line, with the attributes that are read; empty where a file leaves one out."""
    columns = (AREA, TIME, VALUE, STATUS, SCALE)
    rows = [[one.indicator, *(one.attributes.get(name) for name in columns)] for one in observations]
    index = pd.Index([one.line for one in observations], dtype=int)
    return pd.DataFrame(rows, index, ["indicator_code", *columns], dtype="str")


def _statistics(table: pd.DataFrame, areas: Mapping[str, str]) -> Reading:
    """Rows for the values of districts and oblasts, and what is said of the others."""
    values, status = table[VALUE].mask(table[VALUE].isin(NO_VALUE)), table[STATUS].fillna(NORMAL)
    scale = table[SCALE].fillna("0")
    codes = table[AREA].map(areas).astype("str")
    is_withheld, is_whole = status == SUPPRESSED_STATUS, levels(codes) == "country"
    is_empty = (values.isna() | status.isin(MISSING_STATUSES)) & ~is_withheld
    is_kept, set_aside = expectations_met(
        table,
        (
            (AREA, levels(codes).notna(), "is not in [areas] of the mapping"),
            (TIME, table[TIME].str.fullmatch(r"\d{4}"), "is not a year; annual statistics are of years"),
            (VALUE, values.str.fullmatch(NUMBER).fillna(False) | is_empty | is_withheld, "is not a number"),
            (SCALE, scale.str.fullmatch(r"-?\d{1,2}"), "is not a power of ten"),
        ),
    )
    is_loaded = is_kept & ~is_whole & ~is_empty
    loaded_values = [_at_scale(*pair) for pair in zip(values[is_loaded], scale[is_loaded], strict=True)]
    rows = table.loc[is_loaded, ["indicator_code"]].assign(
        district_code=codes[is_loaded],
        year=table.loc[is_loaded, TIME],
        value=pd.Series(loaded_values, dtype="str").to_numpy(),
    )
    if is_withheld.any():
        is_hidden = is_withheld[is_loaded]
        rows = rows.assign(value=rows["value"].mask(is_hidden), is_withheld=is_hidden.map({True: "1", False: "0"}))
    notes = (
        (is_kept & is_whole, COUNTRY),
        (is_kept & ~is_whole & is_empty, "values that the file says are missing"),
        (is_loaded & ~is_withheld & (status != NORMAL), f"values loaded whose {STATUS} is another than {NORMAL}"),
    )
    return Reading(rows, set_aside, tuple(f"{text}: {sum(which):,}" for which, text in notes if which.any()))


def _at_scale(value: str, power: str) -> str | None:
    """Exactly the value times a power of ten; missing where there is none."""
    return None if pd.isna(value) else format(Decimal(value.strip()).scaleb(int(power)), "f")


SDMX_ML = Format("sdmx_ml", "statistics", read, (".xml",))
