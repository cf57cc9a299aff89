"""Which page in which language: ``/ky/revenue``, ``/ru/district/jeti-oguz``, and their lite twins ``…/lite``."""

from dataclasses import dataclass, replace
from typing import Any

from dashboard.panels import PLACE_PAGES, TOPICS, of_topic
from dashboard.text import LANGUAGES
from data_access.vocabulary import link
from data_access.vocabulary.facets import BY_KEY, FACETS, for_topic
from data_access.vocabulary.selection import PLACE, Selection

LITE, START = "lite", "overview"
# Marks of pictures stand on many pages: where each is looked at.
LEADS = {facet.key: facet.leads_to for facet in FACETS if facet.leads_to}


@dataclass(frozen=True)
class Route:
    """A language and a topic, and on the pages of one place which place that is.

    ``topic`` is then the kind of place, which is the choice that the page makes of itself. The lite twin of a page
    says the same in one document that needs no script; whatever is reached from there is lite, too.
    """

    language: str
    topic: str
    place: str | None = None
    is_lite: bool = False

    @classmethod
    def parse(cls, path: str, base_path: str = "/") -> "Route | None":
        """Read a path; None where it names no page of ours. Whether a place exists, only the data know.

        A language alone names the page that it begins with.
        """
        if not path.startswith(base_path):
            return None
        language, *rest = link.segments(path.removeprefix(base_path)) or [""]
        if language not in LANGUAGES:
            return None
        is_lite = rest[-1:] == [LITE]
        segments = (rest[:-1] if is_lite else rest) or [START]
        if len(segments) == 1 and segments[0] in TOPICS:
            return cls(language, segments[0], is_lite=is_lite)
        if len(segments) == 2 and segments[0] in PLACE_PAGES and PLACE.fullmatch(segments[1]):
            return cls(language, segments[0], segments[1], is_lite=is_lite)
        return None

    def path(self, base_path: str = "/") -> str:
        """The path of the page, without a query."""
        parts = (self.language, self.topic, self.place, LITE if self.is_lite else None)
        return base_path + "/".join(part for part in parts if part)

    def to(self, topic: str) -> "Route":
        """The page of a topic, or of the kind of place that a choice names, in the same language and the same way."""
        return replace(self, topic=topic, place=None)

    @property
    def live(self) -> "Route":
        """The page that scripts keep alive."""
        return replace(self, is_lite=False)

    @property
    def lite(self) -> "Route":
        """The page as one document."""
        return replace(self, is_lite=True)

    def selection_on_page(self, selection: Selection) -> Selection:
        """The selection as it holds on the page: of a place's page, that place is chosen.

        Tables of other pages would make every link of a lite page longer, and without scripts there are no slides.
        """
        page_selection = for_topic(selection, self.topic)
        if self.is_lite:
            own = {panel.key for panel in of_topic(self.topic)}
            page_selection = replace(
                page_selection, present=None, tables=tuple(key for key in page_selection.tables if key in own)
            )
        place: dict[str, Any] = {self.topic: self.place}
        return replace(page_selection, **place) if self.place else page_selection

    @property
    def leads(self) -> dict[str, str]:
        """By choice that this page does not heed: the page that it leads to."""
        return {key: page for key, page in LEADS.items() if self.topic not in BY_KEY[key].topics}

    def address(self, selection: Selection, base_path: str = "/") -> str:
        """The address of the page with as much of a choice as means something there.

        Another place leads to that place's page, none to the overview.
        """
        if self.topic not in PLACE_PAGES:
            return self.path(base_path) + for_topic(selection, self.topic).search
        place = getattr(selection, self.topic)
        there = replace(self, place=place) if place else self.to("overview")
        in_path: dict[str, Any] = {self.topic: None}
        return there.path(base_path) + replace(for_topic(selection, there.topic), **in_path).search
