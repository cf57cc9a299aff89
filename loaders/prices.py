"""What money was worth: exchange rates and a price index, year by year."""

import pandas as pd
import pandera.pandas as pa

from loaders.checks import key, number, whole
from loaders.dataset import Dataset, Tidy, read_csv, years
from loaders.known import Known
from loaders.places import names
from loaders.store.revenue import fx_rate, price_index

BASE = 100.0


def _rate_schema(_known: Known) -> pa.DataFrameSchema:
    columns = {"currency": key("[A-Z]{3}"), "year": whole(1991, 2100), "kgs_per_unit": number(0.001)}
    return pa.DataFrameSchema(columns, unique=["currency", "year"], strict=True)


def _index_schema(_known: Known) -> pa.DataFrameSchema:
    columns = {"year": whole(1991, 2100), "index_value": number(0.001), "base_year": whole(1991, 2100), **names()}
    return pa.DataFrameSchema(columns, [_one_base(), _base_is_100()], unique=["year"], strict=True)


def _one_base() -> pa.Check:
    return pa.Check(
        lambda frame: frame["base_year"] == frame["base_year"].iloc[0],
        error="has another base year than the first row; one index has one base year",
    )


def _base_is_100() -> pa.Check:
    return pa.Check(
        lambda frame: (frame["year"] != frame["base_year"]) | (frame["index_value"] == BASE),
        error=f"is the base year, in which the index must be {BASE:g}",
    )


def _tidy_rates(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {fx_rate: frame}


def _tidy_index(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {price_index: frame}


FX_RATES = Dataset("fx_rates", read_csv, _rate_schema, _tidy_rates, years(fx_rate, "year"), ("currency", "year"))
PRICE_INDEX = Dataset("price_index", read_csv, _index_schema, _tidy_index, years(price_index, "year"), ("year",))
