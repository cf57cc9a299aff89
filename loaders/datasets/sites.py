"""Mines, plants and legacy sites; who ran them and when; which districts they concern."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary.fields import places as fields
from loaders.datasets.misplaced_points import place_rules
from loaders.gate.dataset import Dataset, into, no_period, read_csv
from loaders.gate.days import not_in_future, year_not_in_future
from loaders.gate.file_form import column, dataset, form
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.places import site

# States for which the pages have words in each language.
STATUSES = (
    "exploration",
    "development",
    "operating",
    "partial",
    "suspended",
    "care_and_maintenance",
    "care_and_exploration",
    "closed",
    "not_developed",
    "cancelled",
    "legacy",
    "remediation",
    "remediated_partly",
    "remediated",
    "pilot",
)
NO_TEXT = "has no words in the pages yet; it is shown as written until site_status.CODE is in dashboard/text/*.po"


def _site_schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    # Only of sites that were loaded before is the kind not known.
    return form(
        fields.SITES,
        reference_codes,
        other_columns={"kind": column(fields.SITE_KIND.but(nullable=False), reference_codes)},
    )


def _site_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    status_rule = Rule(lambda frame: frame["status"].isin(STATUSES), NO_TEXT, Severity.WARN, "status")
    return (*place_rules(reference_codes), status_rule)


def _with_dates() -> pa.Check:
    """Either days, or a year of which a report names the operator: both would say one thing twice."""
    return pa.Check(
        lambda frame: frame[["valid_from", "valid_to"]].notna().any(axis=1) != frame["stated_year"].notna(),
        error="needs either valid_from, valid_to or both, or else stated_year",
    )


def _periods_in_order() -> pa.Check:
    return pa.Check(
        lambda frame: ~(frame["valid_from"] > frame["valid_to"]),
        error="valid_from lies after valid_to: the operator leaves before it comes",
    )


def _apart() -> pa.Check:
    return pa.Check(_follow, error="overlaps with another period of the same operator at this site; join them")


def _follow(frame: pd.DataFrame) -> pd.Series:
    """Whether each period begins after the one before it has ended; without a day it has no end, or no beginning."""
    with_days = frame[frame["stated_year"].isna()].assign(
        begins=frame["valid_from"].fillna(pd.Timestamp.min), ends=frame["valid_to"].fillna(pd.Timestamp.max)
    )
    in_order = with_days.sort_values(["begins", "ends"], kind="stable")
    end_before = in_order.groupby(["site_id", "operator"])["ends"].shift()
    overlaps = in_order.index[in_order["begins"] <= end_before]
    return pd.Series(~frame.index.isin(overlaps), index=frame.index)


def _operator_rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (not_in_future("valid_from"), year_not_in_future("stated_year"))


SITES = Dataset("sites", read_csv, _site_schema, into(site), no_period, fields.SITES.natural_key, _site_rules)
SITE_OPERATORS = dataset(
    "site_operators",
    fields.SITE_OPERATORS,
    checks=[_with_dates(), _periods_in_order(), _apart()],
    rules=_operator_rules,
    unique=fields.SITE_OPERATORS.natural_key,
)
SITE_DISTRICTS = dataset("site_districts", fields.SITE_DISTRICTS)
