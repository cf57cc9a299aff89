"""Invented exchange rates and an invented price index of the example, 2015-2025.

Of 2004-2014 the EITI reports state real rates, which come with the national totals. There is no index for them: an
invented one must not be laid over real figures.
"""

from collections.abc import Iterator
from random import Random

from tools.bundled.synthetic_payments import YEARS

FX_COLUMNS = ["currency", "year", "kgs_per_unit"]
PRICE_COLUMNS = ["year", "index_value", "base_year", "name_ky", "name_ru", "name_en"]

BASE_YEAR = 2020
_FIRST_RATE = 61.0
_NAMES = (
    "Үлгү баалар индекси (ойдон чыгарылган)",
    "Индекс цен примера (вымышленный)",
    "Example price index (invented)",
)


def fx_rates(rng: Random) -> Iterator[dict[str, object]]:
    """Rows of fx_rates.csv: KGS per USD."""
    rate = _FIRST_RATE
    for year in YEARS:
        yield {"currency": "USD", "year": year, "kgs_per_unit": round(rate, 2)}
        rate *= rng.uniform(0.98, 1.1)


def price_index(rng: Random) -> Iterator[dict[str, object]]:
    """Rows of price_index.csv; prices rise every year."""
    levels = [1.0]
    for _ in YEARS[1:]:
        levels.append(levels[-1] * rng.uniform(1.01, 1.12))
    base = levels[YEARS.index(BASE_YEAR)]
    for year, level in zip(YEARS, levels, strict=True):
        cells = (year, round(100 * level / base, 1), BASE_YEAR, *_NAMES)
        yield dict(zip(PRICE_COLUMNS, cells, strict=True))
