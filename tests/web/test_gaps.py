"""The real edition: what a page lists as without figures has none, whatever is chosen on that page."""

import pytest

from dashboard import panels
from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages import gaps
from dashboard.pages.build import Builder
from dashboard.panels.panel import Panel
from dashboard.text import load
from data_access.answers import choices
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import facets
from data_access.vocabulary.selection import Selection

# Without real figures at all, and with a panel that lacks them; the rest of the site has none that is listed.
LISTED = {
    "grievances": {panel.key for panel in panels.of_topic("grievances")},
    "revenue": {"revenue_due"},
    "compare": {"compare_before"},
    "outcomes": {
        *("plans_by_day", "grants_by_stage", "recommendations_by_stage"),
        *("meeting_participants", "monitored_areas", "pem_agreement", "pem_criteria"),
    },
}


@pytest.fixture(scope="module")
def reader(bundle_settings) -> Reader:
    return Reader(Database(bundle_settings.public_url), load(), "/")


def ways_to_ask(snapshot: Snapshot, topic: str) -> list[Selection]:
    """Each value of each choice of a page, alone."""
    return [
        Selection(**{facet.key: value})
        for facet in facets.of_topic(topic)
        for value in choices.values(snapshot, facet.key)
    ]


@pytest.mark.parametrize("topic", panels.TOPICS)
def test_no_choice_of_a_page_finds_figures_in_what_it_lists_as_without(reader, topic):
    snapshot, route, builder = reader.snapshot(""), Route("en", topic), Builder(reader)
    gap_panels = gaps.page_panels(snapshot, route, reader, builder.answer).without_figures
    assert {panel.key for panel in gap_panels} == LISTED.get(topic, set())
    answers = [
        (panel.key, choice.search)
        for panel in gap_panels
        for choice in ways_to_ask(snapshot, topic)
        if not panel.answer(snapshot, panel.relevant(choice)).is_empty
    ]
    assert not answers


def test_a_page_asks_each_of_its_panels_once(bundle_settings, monkeypatch):
    keys: list[str] = []
    answer = Panel.answer
    monkeypatch.setattr(Panel, "answer", lambda panel, *args: keys.append(panel.key) or answer(panel, *args))
    fresh = Reader(Database(bundle_settings.public_url), load(), "/")
    Builder(fresh).page(fresh.view("/en/incidents", ""))
    assert sorted(keys) == sorted(panel.key for panel in panels.of_topic("incidents"))
