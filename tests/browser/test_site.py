"""The page of a site is reached from lists, marks and controls, and leads on."""

import csv
import re

import pytest
from playwright.sync_api import expect

from data_access.store.settings import CHECKOUT
from tests.browser import places
from tests.browser.visit import settle, visit, wait_for_query


@pytest.fixture
def name_of(language):
    with (CHECKOUT / "loaders/bundled/sites.csv").open(encoding="utf-8") as file:
        names = {row["site_id"]: row[f"name_{language}"] for row in csv.DictReader(file)}
    return names.__getitem__


def _is_at(page, language: str, path: str, title: str) -> None:
    expect(page).to_have_url(re.compile(rf"/{language}/{path}(\?.*)?$"))
    expect(page.locator("#main h1")).to_have_text(title)
    settle(page)


@pytest.mark.parametrize(("start", "panel"), [("overview", "sites_register"), ("incidents", "incident_events")])
def test_a_list_opens_the_page_of_a_site(page, language, name_of, start, panel):
    visit(page, f"/{language}/{start}?district=jeti-oguz")
    section = page.locator(f"section:has(#title-{panel})")
    section.get_by_role("link", name=name_of("kumtor"), exact=True).first.click()
    _is_at(page, language, "site/kumtor", name_of("kumtor"))


def test_a_site_leads_to_its_district_and_to_other_sites(page, language, name_of):
    visit(page, f"/{language}/site/kumtor?since=2010")
    page.locator("main select").select_option("makmal")
    _is_at(page, language, "site/makmal", name_of("makmal"))
    section = page.locator("section:has(#title-site_facts)")
    section.get_by_role("link", name=places.name_of("toguz-toro", language)).click()
    _is_at(page, language, "district/toguz-toro", places.name_of("toguz-toro", language))


def test_a_chosen_site_offers_its_page(page, language, name_of):
    visit(page, f"/{language}/incidents?site=kumtor")
    wait_for_query(page, site="kumtor")
    page.locator(".open-page").click()
    _is_at(page, language, "site/kumtor", name_of("kumtor"))
