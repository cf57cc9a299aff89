"""Rules by which a payment is due and shared, and the sales on which it is due."""

import pandera.pandas as pa

from data_access.vocabulary.fields import money as fields
from loaders.datasets.plausible_amounts import sales_rule
from loaders.gate.dataset import years
from loaders.gate.days import year_not_in_future
from loaders.gate.file_form import dataset
from loaders.store.revenue import mineral_sales

RULE = ("stream_code", "national_register", "valid_from")
# Shares are written with two or three decimals; thirds do not add up to one exactly.
ROUNDING = 0.002


def _days_in_order() -> pa.Check:
    return pa.Check(lambda frame: ~(frame["valid_from"] > frame["valid_to"]), error="the rule ends before it begins")


def _one_rate() -> pa.Check:
    return pa.Check(
        lambda frame: frame.groupby([*RULE])["rate"].transform("nunique") == 1,
        error="the rows of one rule state different rates",
    )


def _whole() -> pa.Check:
    return pa.Check(
        lambda frame: (frame.groupby([*RULE])["share"].transform("sum") - 1).abs() <= ROUNDING,
        error="the shares of the rule do not add up to 1",
    )


SHARING_RULES = dataset(
    "sharing_rules",
    fields.SHARING_RULES,
    checks=[_days_in_order(), _one_rate(), _whole()],
    unique=fields.SHARING_RULES.natural_key,
)
MINERAL_SALES = dataset(
    "mineral_sales",
    fields.MINERAL_SALES,
    years(mineral_sales, "year"),
    rules=lambda reference_codes: (year_not_in_future("year"), sales_rule(reference_codes)),
)
