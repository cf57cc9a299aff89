"""Annual statistics as offices print them: one row per district or oblast, one column per year. Needs a mapping.

Places are named in Kyrgyz, Russian or English, as the gazetteer knows them, or are in ``[places]`` of the mapping. A
name that is none of them, or may be several, is set aside; an oblast stays an oblast, and no district gets its value.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from data_access.vocabulary.soate import COUNTRY_CODE
from loaders.formats.areas import levels
from loaders.formats.columns import count_of, expectations_met, present
from loaders.formats.eiti_about import OURS, label
from loaders.formats.eiti_unit import require_unit
from loaders.formats.mapping import CODES, DECIMAL, NUMBER, TEXT, TEXTS, WHOLE, Entries, Lookup, checked_mapping
from loaders.formats.tables import Table, read_table
from loaders.gate.checks import LoadRefused
from loaders.gate.numbers import REASONS, parse_amounts
from loaders.gate.place_names import with_codes
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes

MAPPING = Entries(
    {"indicator": TEXT, "place": TEXT},
    {"places": CODES, "sheet": TEXT, "header_row": WHOLE, "unit": NUMBER, "decimal": DECIMAL, "ignore": TEXTS},
)
# 2015, 2015 г., 2015-ж., 2015-жыл, 2015*, 2015 1): a year, and a mark that leads to a footnote.
YEAR = re.compile(r"((?:19|20)\d\d)(?:\s*-?\s*(?:г\.?|год\w*|ж\.?|жыл\w*))?(?:\s*[*†¹²³]|\s+\d\))*", re.IGNORECASE)
# Offices print dots where they have no figure.
DOTS = re.compile(r"(?:\.{2,}|…)")
UNKNOWN = "names no district or oblast that is known, or may be several; give its code in [places] of the mapping"
WHOLE_COUNTRY = "values of the country as a whole, which annual statistics of districts and oblasts do not have"
HEADING = "rows without a figure, read as headings or footnotes"


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """Rows of statistics.csv, by row of the file. Raises LoadRefused when the columns or the unit are not clear."""
    checked_mapping(mapping, MAPPING, file)
    table = read_table(content, file, mapping.get("sheet"), mapping.get("header_row"))
    present(table.frame, [mapping["place"], *mapping.get("ignore", ())], file)
    years, other_columns = _years(table, mapping, file)
    require_unit(mapping, (*table.title, mapping["place"]), file)
    frame, broken_cells = table.without_errors([mapping["place"], *years], [*years])
    cells = frame[[*years]].replace(DOTS, None)
    is_heading = cells.isna().all(axis=1)
    codes = _codes(frame.loc[~is_heading, mapping["place"]], mapping, reference_codes)
    is_placed, strange_places = expectations_met(frame[~is_heading], ((mapping["place"], codes.notna(), UNKNOWN),))
    rows, wrong, whole_country = _statistics(cells[~is_heading][is_placed], codes[is_placed], years, mapping)
    notes = (
        (HEADING, frame.loc[is_heading, mapping["place"]].dropna().tolist()),
        ("columns that the mapping does not name were not read", other_columns),
        (WHOLE_COUNTRY, whole_country),
    )
    warnings = tuple(count_of(text, names) for text, names in notes if names)
    return Reading(rows, (*broken_cells, *strange_places, *wrong), (*table.warnings, *warnings))


def _years(table: Table, mapping: Mapping[str, Any], file: str) -> tuple[dict[str, str], list[str]]:
    """The year of each column that is one, and the other columns that the mapping does not name."""
    others = {mapping["place"], *mapping.get("ignore", ())}
    names = [name for name in map(str, table.frame) if name not in others]
    years_by_column = {name: match[1] for name in names if (match := YEAR.fullmatch(name.strip()))}
    if not years_by_column:
        there = ", ".join(map(str, table.frame))
        raise LoadRefused(file, f"no column is a year such as 2015; there are {there}. State header_row in the mapping")
    twice = next((name for name, year in years_by_column.items() if [*years_by_column.values()].count(year) > 1), None)
    if twice is not None:
        raise LoadRefused(
            file, "two columns are of this year; put one of them into ignore of the mapping", column=twice
        )
    return years_by_column, [name for name in names if name not in years_by_column]


def _codes(names: pd.Series, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> pd.Series:
    """SOATE code of each name, ``417`` of the country; missing where the name has none, or may have several."""
    codes_of_mapping = Lookup(mapping.get("places", {})).codes(names)
    is_whole = names.map(lambda name: OURS.search(label(name)) is not None, "ignore").fillna(False).astype(bool)
    codes_of_store = with_codes(pd.DataFrame({"district_code": names}), "statistics", reference_codes)["district_code"]
    codes = codes_of_mapping.fillna(codes_of_store.mask(is_whole, COUNTRY_CODE).astype("str"))
    return codes.where(codes.str.fullmatch(r"\d+").fillna(False).astype(bool))


def _statistics(
    cells: pd.DataFrame, codes: pd.Series, years: Mapping[str, str], mapping: Mapping[str, Any]
) -> tuple[pd.DataFrame, list[SetAside], list[str]]:
    """Rows for the figures, those that cannot be read, and the years of which the country has one."""
    # A column may be too short to show its decimal sign; the table as a whole has one.
    numbers = parse_amounts(pd.concat([cells[column] for column in years]), mapping.get("decimal"))
    unit, is_whole = Decimal(str(mapping.get("unit", 1))), levels(codes) == "country"
    frames, set_aside, whole_country = list[pd.DataFrame](), list[SetAside](), list[str]()
    for place, (column, year) in enumerate(years.items()):
        of_year = numbers.iloc[place * len(cells) : (place + 1) * len(cells)]
        expectations = [(column, of_year["state"] != state, reason) for state, reason in REASONS.items()]
        _, wrong = expectations_met(cells, expectations)
        set_aside += wrong
        amounts = of_year["amount"].dropna().map(lambda amount: format(Decimal(amount) * unit, "f"))
        whole_country += [year] * int(is_whole[amounts.index].any())
        figures = amounts[~is_whole[amounts.index]]
        frames.append(
            pd.DataFrame({"district_code": codes[figures.index], "year": year, "value": figures}, dtype="str")
        )
    rows = pd.concat(frames).sort_index(kind="stable").assign(indicator_code=mapping["indicator"])
    return rows[["indicator_code", "district_code", "year", "value"]], set_aside, whole_country


STATISTICS_WIDE = Format("statistics_wide", "statistics", read, (".xlsx", ".csv"))
