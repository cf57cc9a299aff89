"""A choice that leaves nothing in a panel offers the nearest one that leaves something."""

from urllib.parse import urlsplit

import pytest

from tests.support.html_parts import opened
from tests.web.callback_bodies import Page

# Topic, a choice that leaves its first panel empty, and the one that the link must lead to.
EMPTY = [
    ("monitoring", "?since=1999&until=2000", ""),
    ("monitoring", "?measure=poverty&since=1999&until=2000", "?measure=poverty"),
    ("grievances", "?since=1999&until=2001&district=naryn", "?district=naryn"),
    ("revenue", "?since=1999&until=2000&stream=royalty", "?stream=royalty"),
]


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize(("topic", "search", "nearest"), EMPTY)
def test_empty_panel_links_to_the_nearest_choice(callbacks, call, topic, search, nearest, language):
    page = Page(topic=topic, language=language, search=search)
    links = _ways_out(call(callbacks.body("figure", page)).json)
    assert urlsplit(links[0]).query == nearest.removeprefix("?")
    there = Page(topic=topic, language=language, search=nearest)
    assert _parts(call(callbacks.body("figure", there)).json, "table", "children")[0], (
        "the first panel is empty there too"
    )


@pytest.mark.parametrize("topic", ["overview", "revenue", "monitoring", "incidents", "grievances"])
def test_page_with_figures_offers_no_way_out(callbacks, call, topic):
    assert _ways_out(call(callbacks.body("figure", Page(topic=topic))).json) == []


def _parts(answer: dict, kind: str, prop: str) -> list:
    return [part[prop] for key, part in opened(answer["response"]).items() if f'"{kind}"' in key]


def _ways_out(answer: dict) -> list[str]:
    """Addresses of the links, panel by panel."""
    parts = [one for links in _parts(answer, "links", "children") for one in links]
    return [one["props"]["href"] for one in parts if "way-out" in (one["props"].get("className") or "")]
