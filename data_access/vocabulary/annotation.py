"""Dates that are shown beside figures, so that times can be compared; never as a cause."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Annotation:
    """A project, an election, a law, a change of operator or an event: its days, and what it is about.

    ``first`` and ``last`` are days; of a month or a year (``precision``) its first and its last one. ``subjects`` are
    the topics that it matters for (None: all), ``district`` the slug of the only one that it is about (None: the
    country). ``is_of_place``: it was found for the place that is chosen. ``is_open``: no last day is told.
    """

    kind: str
    first: date
    last: date
    precision: str
    names: Mapping[str, str]
    subjects: frozenset[str] | None
    district: str | None = None
    url: str | None = None
    is_of_place: bool = False
    is_open: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def matters(self, topic: str, districts: tuple[str, ...], first: date, last: date) -> bool:
        """Whether to show it beside figures of a topic, of these districts (none: the country), from first to last."""
        is_here = self.district is None or not districts or self.district in districts
        is_about = self.subjects is None or topic in self.subjects
        return is_about and is_here and self.first <= last and self.last >= first
