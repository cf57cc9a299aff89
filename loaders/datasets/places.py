"""Oblasts and districts."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary.fields import places as fields
from data_access.vocabulary.soate import OBLAST_DIGITS
from loaders.datasets.year_on_year import population_rules
from loaders.gate.checks import text
from loaders.gate.dataset import Dataset, Tidy, no_period, read_csv
from loaders.gate.file_form import form
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.places import admin_alias, admin_unit, population

NO_POPULATION = "the population is not known, or is 0: figures per person leave the district out"


def _oblast_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    return form(fields.OBLASTS, reference_codes)


def _tidy_oblasts(frame: pd.DataFrame, _reference_codes: ReferenceCodes) -> Tidy:
    return {admin_unit: frame.rename(columns={"oblast_code": "unit_code"}).assign(level="oblast")}


def _district_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    within = pa.Check(
        lambda frame: frame["district_code"].str[:OBLAST_DIGITS] == frame["oblast_code"],
        error="the district's SOATE code does not begin with its oblast's code",
    )
    return form(fields.DISTRICTS, reference_codes, [within], {"aliases": text(nullable=True, longest=1000)})


def _is_known(frame: pd.DataFrame) -> pd.Series:
    return (frame["population"] > 0) & frame["population_year"].notna()


def _district_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    """A district without residents is loaded: whoever divides by them must be told."""
    population_rule = Rule(lambda frame: _is_known(frame), NO_POPULATION, Severity.WARN, "population")
    return (population_rule, *population_rules(reference_codes))


def _tidy_districts(frame: pd.DataFrame, _reference_codes: ReferenceCodes) -> Tidy:
    frame = frame.rename(columns={"district_code": "unit_code", "oblast_code": "parent_code"}).assign(level="district")
    return {
        admin_unit: frame.drop(columns=["population", "population_year", "population_source", "aliases"]),
        admin_alias: entries_of(frame, "unit_code", "aliases").rename(columns={"aliases": "alias"}),
        population: _population(frame),
    }


def _population(frame: pd.DataFrame) -> pd.DataFrame:
    columns = {"population_year": "year", "population": "residents", "population_source": "basis"}
    known_rows = frame[_is_known(frame)]
    return known_rows[["unit_code", *columns]].rename(columns=columns)


def entries_of(frame: pd.DataFrame, code: str, column: str) -> pd.DataFrame:
    """One row per entry of a semicolon-separated column; columns ``code`` and ``column``, each pair once."""
    pairs = frame[[code, column]].dropna().assign(**{column: lambda rows: rows[column].str.split(";")}).explode(column)
    pairs[column] = pairs[column].str.strip()
    return pairs[pairs[column] != ""].drop_duplicates()


OBLASTS = Dataset("oblasts", read_csv, _oblast_schema, _tidy_oblasts, no_period, fields.OBLASTS.natural_key)
DISTRICTS = Dataset(
    "districts", read_csv, _district_schema, _tidy_districts, no_period, fields.DISTRICTS.natural_key, _district_rules
)
