"""Oblasts and districts."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from loaders.checks import key, one_of, text, whole
from loaders.dataset import Dataset, Tidy, no_period, read_csv
from loaders.jumps import population_rules
from loaders.known import Known
from loaders.rules import Rule, Severity
from loaders.store.places import admin_alias, admin_unit, population

# A district with more people than the country lacks a separator, or has one digit too many.
MOST_PEOPLE = 10_000_000
UNCOUNTED = "the population is not known, or is 0: figures per person leave the district out"
UNIT_TYPES = ("raion", "city_oblast", "city_republican")


def names() -> dict[str, pa.Column]:
    """Columns of the name in three languages."""
    return {f"name_{language}": text() for language in ("ky", "ru", "en")}


def _oblast_schema(_known: Known) -> pa.DataFrameSchema:
    return pa.DataFrameSchema({"oblast_code": key(r"417\d\d", unique=True), **names()}, strict=True)


def _tidy_oblasts(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {admin_unit: frame.rename(columns={"oblast_code": "unit_code"}).assign(level="oblast")}


def _district_schema(known: Known) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {
            "district_code": key(r"417\d{5}", unique=True),
            "slug": key(r"[a-z0-9]+(-[a-z0-9]+)*", unique=True),
            "pcode": key(r"KG\d{11}", unique=True),
            "oblast_code": one_of(known.units("oblast"), "oblast"),
            "unit_type": one_of(UNIT_TYPES, "unit type"),
            **names(),
            "population": whole(0, MOST_PEOPLE, nullable=True),
            "population_year": whole(1900, 2100, nullable=True),
            "population_source": text(nullable=True),
            "aliases": text(nullable=True, longest=1000),
        },
        pa.Check(
            lambda frame: frame["district_code"].str[:5] == frame["oblast_code"],
            error="the district's SOATE code does not begin with its oblast's code",
        ),
        strict=True,
    )


def _is_known(frame: pd.DataFrame) -> pd.Series:
    return (frame["population"] > 0) & frame["population_year"].notna()


def _district_rules(known: Known) -> Sequence[Rule]:
    """A district without residents is loaded: whoever divides by them must be told."""
    counted = Rule(lambda frame: _is_known(frame), UNCOUNTED, Severity.WARN, "population")
    return (counted, *population_rules(known))


def _tidy_districts(frame: pd.DataFrame, _known: Known) -> Tidy:
    frame = frame.rename(columns={"district_code": "unit_code", "oblast_code": "parent_code"}).assign(level="district")
    return {
        admin_unit: frame.drop(columns=["population", "population_year", "population_source", "aliases"]),
        admin_alias: exploded(frame, "unit_code", "aliases").rename(columns={"aliases": "alias"}),
        population: _population(frame),
    }


def _population(frame: pd.DataFrame) -> pd.DataFrame:
    columns = {"population_year": "year", "population": "residents", "population_source": "basis"}
    known = frame[_is_known(frame)]
    return known[["unit_code", *columns]].rename(columns=columns)


def exploded(frame: pd.DataFrame, code: str, listed: str) -> pd.DataFrame:
    """One row per entry of a semicolon-separated column; columns ``code`` and ``listed``, each pair once."""
    pairs = frame[[code, listed]].dropna().assign(**{listed: lambda rows: rows[listed].str.split(";")}).explode(listed)
    pairs[listed] = pairs[listed].str.strip()
    return pairs[pairs[listed] != ""].drop_duplicates()


OBLASTS = Dataset("oblasts", read_csv, _oblast_schema, _tidy_oblasts, no_period, ("oblast_code",))
DISTRICTS = Dataset(
    "districts", read_csv, _district_schema, _tidy_districts, no_period, ("district_code",), _district_rules
)
