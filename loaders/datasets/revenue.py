"""Organisations, national totals and revenue flows."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pandera.pandas as pa
from sqlalchemy import literal, select

from data_access.vocabulary.fields import money as fields
from data_access.vocabulary.fields.entity import Entity
from data_access.vocabulary.stages import PAYMENT
from loaders.datasets.plausible_amounts import flow_rule
from loaders.datasets.year_on_year import total_rules
from loaders.gate.dataset import Dataset, Tidy, days, read_csv, years
from loaders.gate.days import not_in_future, year_not_in_future
from loaders.gate.file_form import columns, dataset, form
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule
from loaders.store.revenue import flow, fx_rate, national_revenue

LOAD_RATES = (
    "load a file with its currency, year and kgs_per_unit first (`python -m loaders load fx_rates FILE --source KEY`)"
)
# Both sides print whole som; a smaller difference is rounding, not a discrepancy.
ROUNDING = 1.0
IN_KGS, PLACE_BASIS = "amount_government_kgs", "place_basis"


def _national_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    later_columns = _may_lack(fields.NATIONAL_REVENUE, reference_codes, IN_KGS)
    return form(fields.NATIONAL_REVENUE, reference_codes, other_columns=later_columns)


def _may_lack(entity: Entity, reference_codes: ReferenceCodes, name: str) -> dict[str, pa.Column]:
    """A column that files of before do not have."""
    optional = columns([field for field in entity.of_file if field.name == name], reference_codes)
    optional[name].required = False
    return optional


def _tidy_national(frame: pd.DataFrame, _reference_codes: ReferenceCodes) -> Tidy:
    return {national_revenue: frame.assign(**{IN_KGS: frame.get(IN_KGS)})}


def _total_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (year_not_in_future("fiscal_year"), *total_rules(reference_codes))


def _flow_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    rates = _rates(reference_codes)
    return (
        not_in_future("period_start"),
        flow_rule(reference_codes, lambda frame: _amount(frame) * _kgs_per_unit(frame, rates)),
    )


def _flow_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    rates = _rates(reference_codes)
    rules = [_period_in_one_year(), _one_amount(), _same_oblast(reference_codes), _has_rate(rates)]
    currencies = ["KGS", *rates.index.get_level_values("currency").unique()]
    is_rated = pa.Check.isin(currencies, error=f"is not a known currency, as it has no exchange rate: {LOAD_RATES}")
    later_columns = _may_lack(fields.FLOWS, reference_codes, PLACE_BASIS)
    return form(fields.FLOWS, reference_codes, rules, {"currency": pa.Column(str, is_rated), **later_columns})


def _period_in_one_year() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        same_year: pd.Series = frame["period_start"].dt.year == frame["period_end"].dt.year
        return same_year & (frame["period_start"] <= frame["period_end"])

    return pa.Check(holds, error="the period must lie in one calendar year, which is the fiscal year")


def _one_amount() -> pa.Check:
    return pa.Check(
        lambda frame: frame["amount_company"].notna() | frame["amount_government"].notna(),
        error="neither side reported an amount; leave the row out, a missing flow is not a zero",
    )


def _same_oblast(reference_codes: ReferenceCodes) -> pa.Check:
    oblast_of = reference_codes.oblast_of()

    def holds(frame: pd.DataFrame) -> pd.Series:
        oblast, oblast_of_district = frame["oblast_code"], frame["district_code"].map(oblast_of)
        return oblast.isna() | oblast_of_district.isna() | (oblast == oblast_of_district)

    return pa.Check(holds, error="the district does not lie in the stated oblast")


def _has_rate(rates: pd.Series) -> pa.Check:
    return pa.Check(
        lambda frame: _kgs_per_unit(frame, rates).notna(),
        error=f"there is no exchange rate for the currency in that year: {LOAD_RATES}",
    )


def _rates(reference_codes: ReferenceCodes) -> pd.Series:
    """Those of lists of rates; where they lack a year, the one that a national report states."""
    of_lists = reference_codes.frame(select(fx_rate.c.currency, fx_rate.c.year, fx_rate.c.kgs_per_unit))
    totals = national_revenue.c
    labels = totals.fiscal_year.label("year"), totals.kgs_per_usd.label("kgs_per_unit")
    of_reports = reference_codes.frame(
        select(literal("USD").label("currency"), *labels).where(totals.kgs_per_usd.is_not(None))
    )
    rates = pd.concat([of_lists, of_reports]).drop_duplicates(["currency", "year"])
    return rates.set_index(["currency", "year"])["kgs_per_unit"]


def _kgs_per_unit(frame: pd.DataFrame, rates: pd.Series) -> pd.Series:
    pairs = pd.MultiIndex.from_arrays([frame["currency"], frame["period_end"].dt.year])
    factors = pd.Series(rates.reindex(pairs).to_numpy(dtype=float), index=frame.index)
    return factors.mask(frame["currency"] == "KGS", 1.0)


def _tidy_flows(frame: pd.DataFrame, reference_codes: ReferenceCodes) -> Tidy:
    rate = _kgs_per_unit(frame, _rates(reference_codes))
    return {
        flow: frame.assign(
            fiscal_year=frame["period_end"].dt.year,
            place_basis=frame.get(PLACE_BASIS),
            oblast_code=frame["oblast_code"].fillna(frame["district_code"].map(reference_codes.oblast_of())),
            kgs_per_unit=rate,
            amount_kgs=_amount(frame) * rate,
            recon_status=recon_status(frame),
        )
    }


def _amount(frame: pd.DataFrame) -> pd.Series:
    """The government's figure, else the company's."""
    return frame["amount_government"].fillna(frame["amount_company"])


def recon_status(frame: pd.DataFrame) -> np.ndarray:
    """Reconciliation status of each flow (EITI requirement 4.9).

    Only payments have two sides to compare. A payment that one side did not report is
    ``one_sided``, not a difference of its whole amount. A difference above ROUNDING is
    ``explained`` when the report gives a reason.
    """
    both = frame["amount_company"].notna() & frame["amount_government"].notna()
    close = (frame["amount_government"] - frame["amount_company"]).abs() <= ROUNDING
    has_reason = frame["discrepancy_note"].notna()
    cases = [frame["stage"] != PAYMENT, ~both, close, has_reason]
    return np.select(cases, ["not_in_scope", "one_sided", "matched", "explained"], "unexplained")


ORGANISATIONS = dataset("organisations", fields.ORGANISATIONS)
NATIONAL_REVENUE = Dataset(
    "national_revenue",
    read_csv,
    _national_schema,
    _tidy_national,
    years(national_revenue, "fiscal_year"),
    fields.NATIONAL_REVENUE.natural_key,
    _total_rules,
)
REVENUE = Dataset(
    "revenue",
    read_csv,
    _flow_schema,
    _tidy_flows,
    days(flow, "period_start", "period_end"),
    fields.FLOWS.natural_key,
    _flow_rules,
)
