"""Rates of people, promises and dates: what is published of them, and what is refused."""

import pandas as pd
import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.gate.checks import LoadRefused
from loaders.publish import publish
from loaders.publish.statistics import rates
from loaders.store.database import reading
from tests.loaders.stand_ins import FILES, dump, load_text


def public_rows(stores, table) -> list[dict]:
    with reading(stores.public) as connection:
        return pd.read_sql(select(table), connection).astype(object).to_dict("records")


@pytest.mark.parametrize(
    ("cases", "residents", "limit", "rate"),
    [
        (0, 20_000, 5, 0.0),
        (1, 20_000, 5, None),
        (4, 20_000, 5, None),
        (5, 20_000, 5, 2.5),
        (9, 20_000, 10, None),
        (12, 40_000, 5, 3.0),
        (7, 30_001, 5, 2.3),
    ],
)
def test_a_rate_is_shown_of_nobody_or_of_enough_people(cases, residents, limit, rate):
    row = {"indicator_code": "i", "district_code": "d", "year": 2020, "source_key": "s"}
    rate_rows = rates(pd.DataFrame([row | {"cases": cases, "residents": residents}]), limit)
    assert list(rate_rows) == ["indicator_code", "district_code", "year", "value", "source_key"]
    assert rate_rows["value"].astype(object).where(rate_rows["value"].notna(), None).tolist() == [rate]


def test_counts_of_people_are_never_published(filled_stores, tmp_path):
    few = FILES["case_statistics"] + "health_resp,41702205,2019,4,69400\nhealth_resp,41702205,2018,0,69400\n"
    load_text(filled_stores, tmp_path, "case_statistics", few)
    publish(filled_stores, 5)
    values = {
        (row["district_code"], row["year"]): row["value"]
        for row in public_rows(filled_stores, schema.statistic)
        if row["indicator_code"] == "health_resp"
    }
    withheld = values.pop(("41702205", 2019))
    assert withheld != withheld and values == {("41702210", 2019): 3.0, ("41702205", 2018): 0.0}
    assert "cases" not in {column.name for table in schema.metadata.tables.values() for column in table.c}


def test_what_is_known_per_oblast_stays_there(filled_stores, tmp_path):
    load_text(filled_stores, tmp_path, "statistics", FILES["statistics"] + "poverty,41702,2020,18\n")
    publish(filled_stores, 5)
    assert [
        (row["oblast_code"], row["year"], row["value"]) for row in public_rows(filled_stores, schema.oblast_statistic)
    ] == [("41702", 2020, 18)]
    assert {row["district_code"] for row in public_rows(filled_stores, schema.statistic)} == {"41702210"}


def test_a_total_of_the_country_is_no_way_around_what_is_withheld(filled_stores, tmp_path):
    with pytest.raises(LoadRefused, match="load cases and residents"):
        load_text(filled_stores, tmp_path, "national_statistics", "indicator_code,year,value\nhealth_resp,2019,3\n")


def test_a_figure_of_the_country_is_published_by_itself(published_stores):
    rows = public_rows(published_stores, schema.national_statistic)
    assert [(row["indicator_code"], row["year"], row["value"]) for row in rows] == [("poverty", 2019, 20.1)]
    assert {row["value"] for row in public_rows(published_stores, schema.oblast_statistic)} == set()


REFUSED = {
    "a rate without its cases": ("statistics", "poverty,", "health_resp,", "load cases and residents"),
    "a figure of the country": ("statistics", "41702210", "417", "is not a known district or oblast"),
    "more cases than people": ("case_statistics", "12,40000", "40001,40000", "more cases than residents"),
    "part of a case": ("case_statistics", "12,40000", "1.5,40000", "must be a whole number"),
    "cases of poverty": ("case_statistics", "health_resp", "poverty", "is not a known rate of people"),
    "a promise that ends first": ("targets", "10,,,", "10,2021-01-01,2020-01-01,", "ends before it begins"),
    "a promise of nobody": ("targets", "licence", "", "must not be empty"),
    "an unknown kind": ("annotations", ",law,", ",rumour,", "is not a known kind"),
    "an unknown topic": ("annotations", "revenue,overview", "revenue,weather", "must be topics joined by commas"),
    "an address that runs": ("annotations", "https://24.kg/1", "javascript:alert(1)", "begins with https://"),
    "a year written as a day": ("annotations", "2019-01-01", "2019-02-01", "written as its first day"),
    "an end before the beginning": ("annotations", "2019-01-01,", "2019-01-01,2018-12-31", "ends before it begins"),
    "no source": ("annotations", "24.kg,", ",", "must not be empty"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_the_reason_and_changes_nothing(filled_stores, tmp_path, case):
    dataset, right, wrong, reason = REFUSED[case]
    before = dump(filled_stores.private)
    content = FILES[dataset].replace(right, wrong, 1)
    assert content != FILES[dataset]
    with pytest.raises(LoadRefused, match=reason):
        load_text(filled_stores, tmp_path, dataset, content)
    assert dump(filled_stores.private) == before


def test_a_promise_beyond_the_possible_is_set_aside(filled_stores, tmp_path):
    content = FILES["targets"] + "t-2,poverty,41702205,,101,,,licence\n"
    outcome = load_text(filled_stores, tmp_path, "targets", content)
    assert (outcome.rows_written, outcome.rows_rejected) == (1, 1)


def test_an_annotation_is_published_as_it_was_loaded(published_stores):
    (row,) = public_rows(published_stores, schema.annotation)
    assert (row["kind"], row["date_precision"], row["subjects"], row["ends_on"]) == (
        "law", "year", "revenue,overview", None,
    )  # fmt: skip
