"""Rules by which a payment is due and shared, and the sales on which it is due."""

import pandas as pd
import pandera.pandas as pa

from loaders.checks import day, number, one_of, text, whole
from loaders.dataset import Dataset, Tidy, no_period, read_csv, years
from loaders.days import year_not_in_future
from loaders.known import Known
from loaders.revenue import RECEIVER_LEVELS
from loaders.store.revenue import mineral_sales, organisation, revenue_stream, sharing_rule
from loaders.usual_amounts import sales_rule

REGISTER = ("yes", "no", "unknown")
RULE = ("stream_code", "national_register", "valid_from")
# Shares are written with two or three decimals; thirds do not add up to one exactly.
ROUNDING = 0.002


def _rule_schema(known: Known) -> pa.DataFrameSchema:
    columns = {
        "stream_code": one_of(known.codes(revenue_stream.c.stream_code), "revenue stream"),
        "national_register": one_of(REGISTER[:2], "state of the register (yes or no)"),
        "receiver_level": one_of(RECEIVER_LEVELS, "receiver level"),
        "rate": number(0, 1),
        "share": number(0, 1),
        "valid_from": day(),
        "valid_to": day(nullable=True),
        "legal_ref": text(),
    }
    checks = [_ordered(), _one_rate(), _whole()]
    return pa.DataFrameSchema(columns, checks, unique=[*RULE, "receiver_level"], strict=True)


def _ordered() -> pa.Check:
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


def _sales_schema(known: Known) -> pa.DataFrameSchema:
    columns = {
        "payer_code": one_of(known.codes(organisation.c.organisation_code), "organisation"),
        "year": whole(1991, 2100),
        "sales_kgs": number(0),
        "national_register": one_of(REGISTER, "state of the register (yes, no or unknown)"),
    }
    return pa.DataFrameSchema(columns, unique=["payer_code", "year", "national_register"], strict=True)


def _tidy_rules(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {sharing_rule: frame}


def _tidy_sales(frame: pd.DataFrame, _known: Known) -> Tidy:
    return {mineral_sales: frame}


SHARING_RULES = Dataset("sharing_rules", read_csv, _rule_schema, _tidy_rules, no_period, (*RULE, "receiver_level"))
MINERAL_SALES = Dataset(
    "mineral_sales",
    read_csv,
    _sales_schema,
    _tidy_sales,
    years(mineral_sales, "year"),
    ("payer_code", "year", "national_register"),
    lambda known: (year_not_in_future("year"), sales_rule(known)),
)
