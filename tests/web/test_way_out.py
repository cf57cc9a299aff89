"""A choice that leaves nothing in a panel offers the nearest one that leaves something."""

from urllib.parse import urlsplit

import pytest

from tests.support.live_page import open_page

# Topic, a choice that leaves its first panel empty, and the one that the link must lead to.
EMPTY = [
    ("monitoring", "?since=1999&until=2000", ""),
    ("monitoring", "?measure=poverty&since=1999&until=2000", "?measure=poverty"),
    ("grievances", "?since=1999&until=2001&district=naryn", "?district=naryn"),
    ("revenue", "?since=1999&until=2000&stream=royalty", "?stream=royalty"),
]


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize(("topic", "search", "nearest"), EMPTY)
def test_empty_panel_links_to_the_nearest_choice(client, topic, search, nearest, language):
    page_panels = open_page(client, f"/{language}/{topic}{search}").panels
    first, panel = next(iter(page_panels.items()))
    assert panel.figure_href == "" and len(panel.ways_out) == 1
    assert urlsplit(panel.ways_out[0]).query == nearest.removeprefix("?")
    assert open_page(client, panel.ways_out[0]).panels[first].figure_href, "it is empty there too"


@pytest.mark.parametrize("topic", ["overview", "revenue", "monitoring", "incidents", "grievances"])
def test_page_with_figures_offers_no_way_out(client, topic):
    page_panels = open_page(client, f"/ky/{topic}").panels
    assert page_panels and [panel.ways_out for panel in page_panels.values()] == [[]] * len(page_panels)
