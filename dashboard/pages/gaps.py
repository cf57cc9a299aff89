"""Questions of a page that nothing published answers: told once in a list, where each would have been an empty box.

Whether a panel has figures is asked without any choice but the place of the page. One that waits for a choice has its
box.
"""

import logging
from collections.abc import Callable
from typing import NamedTuple

from dashboard import panels
from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages.page_view import Gaps
from dashboard.panels.panel import Panel
from dashboard.text import Words
from data_access.store.database import DataUnavailable, Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection

LOG = logging.getLogger(__name__)
# Subjects of which more is known than that no figures were found.
TOPICS_WITH_LEAD = ("grievances",)
# What a panel answers, as it is remembered.
Ask = Callable[[Snapshot, Panel, Selection], Answer]


class PagePanels(NamedTuple):
    """The panels of a page with figures, and those without, in their order."""

    with_figures: tuple[Panel, ...]
    without_figures: tuple[Panel, ...]


def page_panels(snapshot: Snapshot, route: Route, reader: Reader, ask: Ask) -> PagePanels:
    """What a page shows in boxes, and what it only lists."""
    every = panels.of_topic(route.topic)
    bare = reader.selection(snapshot, route, reader.within(snapshot, Selection()).search)
    missing = tuple(panel for panel in every if _is_missing(snapshot, panel, bare, ask))
    return PagePanels(tuple(panel for panel in every if panel not in missing), missing)


def gaps_of(snapshot: Snapshot, route: Route, reader: Reader, empty_panels: tuple[Panel, ...]) -> Gaps | None:
    """What is said of the questions without figures; None where there are none."""
    if not empty_panels:
        return None
    words, bare = reader.words[route.language], reader.within(snapshot, Selection())
    example = reader.example_href(snapshot, route, Selection())
    return Gaps(
        lead=lead(route, words),
        questions=[words(panel.question(bare)) for panel in empty_panels],
        send_href=f"{reader.href(route.to('data'), bare)}#send",
        example_href=example,
    )


def lead(route: Route, words: Words) -> str:
    """Why a page has no figures."""
    return words(f"gaps.{route.topic}" if route.topic in TOPICS_WITH_LEAD else "gaps.lead")


def _is_missing(snapshot: Snapshot, panel: Panel, bare: Selection, ask: Ask) -> bool:
    """Whether a panel has nothing to show. One that fails has its box, which says so."""
    relevant = panel.relevant(bare)
    try:
        is_missing: bool = snapshot.remember(
            ("missing", panel.key, relevant.search), lambda: _is_unanswered(ask(snapshot, panel, relevant))
        )
        return is_missing
    except DataUnavailable:
        raise
    except Exception:
        LOG.exception("panel %s, %s", panel.key, relevant.search)
        return False


def _is_unanswered(answer: Answer) -> bool:
    """That somebody looked and recorded nothing is an answer."""
    return answer.is_empty and answer.known_years is None and not answer.waits_for_choice
