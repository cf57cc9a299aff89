"""Mines, plants and legacy sites; who ran them and when; which districts they concern."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from loaders.checks import day, key, number, one_of, text, whole
from loaders.dataset import Dataset, Tidy, no_period, read_csv
from loaders.days import not_in_future, year_not_in_future
from loaders.known import Known
from loaders.outside import place_rules
from loaders.places import names
from loaders.rules import Rule, Severity
from loaders.store.places import site, site_district, site_operator
from loaders.store.revenue import organisation

KINDS = ("mine", "plant", "legacy", "pilot")
ROLES = ("host", "affected", "revenue_sharing")
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
UNNAMED = "has no words in the pages yet; it is shown as written until site_status.CODE is in dashboard/text/*.po"
OPERATOR = ("site_id", "operator", "valid_from", "stated_year")
DISTRICT = ("site_id", "area_code", "role")


def _site_schema(known: Known) -> pa.DataFrameSchema:
    columns = {
        "site_id": key(r"[a-z0-9]+(-[a-z0-9]+)*", unique=True),
        "district_code": one_of(known.units("district"), "district"),
        **names(),
        "kind": one_of(KINDS, "kind of site"),
        "commodity": text(nullable=True, longest=120),
        "operator": text(nullable=True),
        "status": text(longest=32),
        "status_year": whole(1900, 2100, nullable=True),
        "lat": number(39, 44),
        "lon": number(69, 81),
        "uncertainty_km": number(0, 500),
        "note": text(nullable=True, longest=2000),
        "basis": text(nullable=True, longest=300),
    }
    return pa.DataFrameSchema(columns, strict=True)


def _site_rules(known: Known) -> Sequence[Rule]:
    named = Rule(lambda frame: frame["status"].isin(STATUSES), UNNAMED, Severity.WARN, "status")
    return (*place_rules(known), named)


def _operator_schema(known: Known) -> pa.DataFrameSchema:
    columns = {
        "site_id": one_of(known.codes(site.c.site_id), "site"),
        "operator": text(),
        "organisation_code": one_of(known.codes(organisation.c.organisation_code), "organisation", nullable=True),
        "valid_from": day(nullable=True),
        "valid_to": day(nullable=True),
        "stated_year": whole(1900, 2100, nullable=True),
        "basis": text(longest=300),
    }
    return pa.DataFrameSchema(columns, [_dated(), _ordered(), _apart()], unique=[*OPERATOR], strict=True)


def _dated() -> pa.Check:
    """Either days, or a year of which a report names the operator: both would say one thing twice."""
    return pa.Check(
        lambda frame: frame[["valid_from", "valid_to"]].notna().any(axis=1) != frame["stated_year"].notna(),
        error="needs either valid_from, valid_to or both, or else stated_year",
    )


def _ordered() -> pa.Check:
    return pa.Check(
        lambda frame: ~(frame["valid_from"] > frame["valid_to"]),
        error="valid_from lies after valid_to: the operator leaves before it comes",
    )


def _apart() -> pa.Check:
    return pa.Check(_follow, error="overlaps with another period of the same operator at this site; join them")


def _follow(frame: pd.DataFrame) -> pd.Series:
    """Whether each period begins after the one before it has ended; without a day it has no end, or no beginning."""
    dated = frame[frame["stated_year"].isna()].assign(
        begins=frame["valid_from"].fillna(pd.Timestamp.min), ends=frame["valid_to"].fillna(pd.Timestamp.max)
    )
    ordered = dated.sort_values(["begins", "ends"], kind="stable")
    ended = ordered.groupby(["site_id", "operator"])["ends"].shift()
    overlaps = ordered.index[ordered["begins"] <= ended]
    return pd.Series(~frame.index.isin(overlaps), index=frame.index)


def _district_schema(known: Known) -> pa.DataFrameSchema:
    columns = {
        "site_id": one_of(known.codes(site.c.site_id), "site"),
        "area_code": one_of(known.units("district") | known.units("oblast"), "district or oblast"),
        "role": one_of(ROLES, "role of a district"),
        "basis": text(longest=300),
    }
    return pa.DataFrameSchema(columns, unique=[*DISTRICT], strict=True)


def _operator_rules(_known: Known) -> Sequence[Rule]:
    return (not_in_future("valid_from"), year_not_in_future("stated_year"))


def _into(table):
    def tidy(frame: pd.DataFrame, _known: Known) -> Tidy:
        return {table: frame}

    return tidy


SITES = Dataset("sites", read_csv, _site_schema, _into(site), no_period, ("site_id",), _site_rules)
SITE_OPERATORS = Dataset(
    "site_operators", read_csv, _operator_schema, _into(site_operator), no_period, OPERATOR, _operator_rules
)
SITE_DISTRICTS = Dataset("site_districts", read_csv, _district_schema, _into(site_district), no_period, DISTRICT)
