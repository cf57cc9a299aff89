"""Which page in which language: ``/ky/revenue``, ``/ru/district/jeti-oguz``."""

import re
from dataclasses import dataclass, replace

from dashboard.facets import BY_KEY, fitting
from dashboard.panels import PLACE_PAGES, TOPICS
from dashboard.selection import Selection
from dashboard.text import LANGUAGES

PLACE = re.compile(r"[A-Za-z0-9-]{1,64}")
# Marks of pictures stand on many pages: where each is looked at.
LEADS = {"site": "site", "station": "monitoring"}


@dataclass(frozen=True)
class Route:
    """A language and a topic, and on the pages of one place which place that is.

    ``topic`` is then the kind of place, which is the choice that the page makes of itself.
    """

    language: str
    topic: str
    place: str | None = None

    @classmethod
    def parse(cls, path: str, base_path: str = "/") -> "Route | None":
        """Read a path; None where it names no page of ours. Whether a place exists, only the data know."""
        if not path.startswith(base_path):
            return None
        language, *rest = path.removeprefix(base_path).removesuffix("/").split("/")
        if language not in LANGUAGES:
            return None
        if len(rest) == 1 and rest[0] in TOPICS:
            return cls(language, rest[0])
        if len(rest) == 2 and rest[0] in PLACE_PAGES and PLACE.fullmatch(rest[1]):
            return cls(language, *rest)
        return None

    def path(self, base_path: str = "/") -> str:
        """The path of the page, without a query."""
        return base_path + "/".join(part for part in (self.language, self.topic, self.place) if part)

    def holding(self, selection: Selection) -> Selection:
        """The selection as it holds on the page: of a place's page, that place is chosen."""
        chosen = fitting(selection, self.topic)
        return replace(chosen, **{self.topic: self.place}) if self.place else chosen

    def towards(self, before: Selection, after: Selection) -> "Route":
        """Where a change of the choice leads: the page of what was chosen, when this one does not heed it."""
        if self.topic == "site" and after.district:
            return Route(self.language, "district")
        for key, page in LEADS.items():
            value = getattr(after, key)
            if value and value != getattr(before, key) and self.topic not in BY_KEY[key].topics:
                return Route(self.language, page)
        return self

    def address(self, selection: Selection, base_path: str = "/") -> str:
        """The address of the page with as much of a choice as means something there.

        Another place leads to that place's page, none to the overview.
        """
        if self.topic not in PLACE_PAGES:
            return self.path(base_path) + fitting(selection, self.topic).search
        place = getattr(selection, self.topic)
        there = replace(self, place=place) if place else Route(self.language, "overview")
        rest = replace(fitting(selection, there.topic), **{self.topic: None})
        return there.path(base_path) + rest.search
