"""What opens on pages in Kyrgyz and Russian holds no English: tables and lists. Pages themselves: ``test_layout``."""

import pytest

from tests.browser import english
from tests.browser.visit import foreign, visit
from tests.support.pages import PAGES
from tests.support.sampling import in_turns

# In the order of the alphabet, as the dashboard writes addresses.
TABLES = ",".join(
    [
        *("grievances_by_issue", "grievances_by_stage", "grievances_by_year", "grievances_open"),
        *("incident_events", "incidents_by_outcome", "incidents_by_year", "overview_timeline"),
        *("readings_by_indicator", "readings_by_quarter"),
        *("revenue_by_purpose", "revenue_by_stream", "revenue_reported", "site_facts", "site_operators"),
    ]
)
WITH_TABLES = ("revenue", "monitoring", "incidents", "grievances", "site/kumtor", "site/ishtamberdy")
OPEN = f"?district=jeti-oguz&since=2015&until=2024&tables={TABLES}"


@pytest.mark.parametrize(("path", "language"), in_turns(PAGES, ("ky", "ru"), WITH_TABLES))
def test_tables_hold_no_english_and_lead_to_sources_only(page, language, path):
    visit(page, f"/{language}/{path}{OPEN}")
    assert foreign(page) == []
    assert english.words_in(page) == {}


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_list_of_districts_holds_no_english(page, language):
    visit(page, f"/{language}/overview")
    page.locator("#district").click()
    page.locator(".dash-dropdown-search").fill("ъъъ")
    assert english.words_in(page) == {}
