"""What money was worth: exchange rates and a price index, year by year."""

import pandera.pandas as pa

from data_access.vocabulary.fields import money as fields
from loaders.gate.dataset import years
from loaders.gate.file_form import dataset
from loaders.store.revenue import fx_rate, price_index

BASE = 100.0


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


FX_RATES = dataset("fx_rates", fields.FX_RATES, years(fx_rate, "year"))
PRICE_INDEX = dataset("price_index", fields.PRICE_INDICES, years(price_index, "year"), [_one_base(), _base_is_100()])
