"""Sites as published: who ran them, which districts they concern, what was paid for them."""

import pytest

from data_access.answers import sites
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection
from loaders.publish import publish
from loaders.store.database import Stores
from tests.loaders.databases import FILLED, LIMIT, both_databases
from tests.loaders.stand_ins import FILES, dump, load_text


def test_the_stated_district_is_a_host_beside_what_is_loaded(published_stores):
    assert sorted(row[:3] for row in dump(published_stores.public)["site_district"]) == [
        ("kumtor", "41702", "revenue_sharing"),
        ("kumtor", "41702205", "affected"),
        ("kumtor", "41702210", "host"),
    ]


def test_a_host_that_is_loaded_too_stands_once_with_its_report(filled_stores, tmp_path):
    load_text(filled_stores, tmp_path, "site_districts", FILES["site_districts"] + "kumtor,41702210,host,own report\n")
    publish(filled_stores, LIMIT)
    hosts = [row for row in dump(filled_stores.public)["site_district"] if row[2] == "host"]
    assert [row[3] for row in hosts] == ["own report"]


@both_databases
def test_operators_are_published_with_their_days(published_stores):
    operators = [(row[2], str(row[4]), str(row[5]), row[6]) for row in dump(published_stores.public)["site_operator"]]
    assert operators == [
        ("Mine A", "2010-01-01", "2014-12-31", None),
        ("Mine A", "2016-01-01", "None", None),
        ("Mine B", "None", "None", 2015),
    ]


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        ("mine-a,2010-01-01,2014-12-31", {"land_property": 90, "royalty": 100}),
        ("mine-a,2010-01-01,2013-12-31", {"land_property": 90}),
        (",2010-01-01,2014-12-31", {"land_property": 90}),
    ],
)
def test_flows_name_the_site_or_its_operator_of_that_year(settings_of, tmp_path, operator, expected):
    """A refund of 10 is deducted; 2 USD of royalty at 50 KGS name no site, and count while their payer ran it."""
    settings = settings_of(*FILLED)
    stores = Stores.open(settings)
    text = FILES["site_operators"].replace("mine-a,2010-01-01,2014-12-31", operator)
    load_text(stores, tmp_path, "site_operators", text)
    publish(stores, LIMIT)
    answer = sites.flows(Database(settings.public_url).snapshot(), Selection(site="kumtor"))
    assert dict(zip(answer.frame["code"], answer.frame["value"], strict=True)) == expected


def test_a_new_name_of_a_state_is_told_and_loaded(filled_stores, tmp_path):
    outcome = load_text(filled_stores, tmp_path, "sites", FILES["sites"].replace("operating", "sleeping"))
    assert outcome.has_changed
    assert ("status", "sleeping") in [(finding.place.column, finding.place.value) for finding in outcome.findings.items]
