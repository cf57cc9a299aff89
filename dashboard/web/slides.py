"""Slides as one HTML document that needs nothing more once it is there: the pictures' data are in it."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.media.slides import Slide
from dashboard.text import Words
from dashboard.web import assets
from dashboard.web.sharing import CODE, Head
from layouts import templates
from layouts.plotly_config import config

MAPS = "0-plotly.js"  # keeps plotly from asking for a world map
SCRIPTS = (assets.SHARING_SCRIPT, "meeting/parts.js", "meeting/slides.js")


class Entry(NamedTuple):
    """An item of an agenda: its words, the anchor of its first slide, and its live page. How many slides it has, the
    wall decides.

    ``lost_names`` is what its address names and the data do not know; then there is nothing to show.
    """

    title: str
    sentence: str
    start: str
    live: str
    lost_names: str


class PlacedSlide(NamedTuple):
    """A slide in its document: its anchor, what stands above its title, and the slide, or the entries of the agenda."""

    anchor: str
    above: str
    slide: Slide | None
    entries: Sequence[Entry] = ()


class Deck(NamedTuple):
    """Slides in order; ``leave`` is where those lead that have no live page of their own."""

    slides: Sequence[PlacedSlide]
    leave: str


def document(deck: Deck, head: Head, words: Words, base_path: str, plotly: str) -> str:
    """The whole document. ``plotly`` is the address of plotly.js."""
    ways = {"previous": words("present.previous"), "next": words("present.next", title="{title}")}
    return templates.page(
        "slides",
        deck=deck,
        head=head,
        words=words,
        code=f"{base_path}{CODE}",
        styles=assets.styles(base_path, "5-sharing.css", "meeting/slides.css"),
        scripts=[assets.address(base_path, MAPS), plotly, *assets.addresses(base_path, *SCRIPTS)],
        settings={"config": config(words), **ways, "place": words("present.place", n="{n}", count="{count}")},
    )
