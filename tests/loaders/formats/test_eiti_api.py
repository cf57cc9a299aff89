"""The EITI API's record of the Kyrgyz Republic, and records that are not one."""

import json

import pytest

from loaders.datasets.registry import DATASETS
from loaders.formats.eiti_api import EITI_API
from loaders.gate.checks import LoadRefused, validate

RECORD = {"revenues": {"2013": {"government": "5", "company": "1.234"}}, "metadata": {"2013": {"currency_code": "KGS"}}}


def _read(record: object):
    return EITI_API.read(json.dumps(record).encode(), "kg.json", {}, None)


def test_national_totals_are_those_of_the_record(published_file, reference):
    reading = EITI_API.read(published_file("published/eiti_api_v1_kyrgyz_republic.json"), "kg.json", {}, None)
    frame = validate(reading.frame, DATASETS["national_revenue"].schema(reference), "kg.json").set_index("fiscal_year")
    assert frame.index.tolist() == list(range(2004, 2015)) and not reading.warnings + reading.set_aside
    sides = frame[["amount_government_usd", "amount_company_usd"]]
    assert sides.loc[2013].tolist() == [172_823_179, 172_827_580]
    assert sides.loc[2014].tolist() == [171_875_612, 171_889_530]
    assert sides["amount_company_usd"].notna().sum() == 2 and frame.loc[2004, "kgs_per_usd"] == 42.61


def test_three_decimals_are_decimals():
    assert _read(RECORD).frame["amount_company_usd"].tolist() == ["1.234"]


def test_an_amount_that_is_none_is_set_aside():
    record = RECORD | {"revenues": {"2012": {"government": "many"}, "2013": {"government": 7}}}
    reading = _read(record)
    assert [(item.row, item.column, item.value) for item in reading.set_aside] == [(1, "amount_government_usd", "many")]
    assert reading.frame["fiscal_year"].tolist() == ["2013"]


def test_a_rate_of_another_currency_is_left_out_and_told():
    reading = _read(RECORD | {"metadata": {"2013": {"currency_code": "PHP", "currency_rate": "42"}}})
    assert reading.frame["kgs_per_usd"].isna().all() and "is for PHP, not KGS" in reading.warnings[0]


@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"[" * 100_000, b"[]", b"{}", b'{"revenues":{"2013":5},"metadata":{}}']
)
def test_anything_else_is_refused(content):
    with pytest.raises(LoadRefused, match="is (not|empty|nested)"):
        EITI_API.read(content, "kg.json", {}, None)


@pytest.mark.parametrize("country", [{"label": "Philippines"}, {"iso2": "PH"}])
def test_the_record_of_another_country_is_refused(country):
    with pytest.raises(LoadRefused, match="no money of the Kyrgyz Republic"):
        _read(RECORD | country)
