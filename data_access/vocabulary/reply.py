"""Replies of those concerned to what is shown, and what a panel must show for a reply to stand beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Codes = frozenset[str]
Years = tuple[int, int]


@dataclass(frozen=True)
class Figures:
    """Figures of one topic that a panel shows.

    ``districts`` (slugs), ``streams``, ``payers``, ``indicators`` and ``issues`` are those that have figures of their
    own. Without any the figures are totals, and no reply about one district or stream is about them; None: whichever.
    """

    topic: str
    years: Years
    districts: Codes = frozenset()
    stage: str | None = None
    streams: Codes | None = frozenset()
    payers: Codes | None = frozenset()
    indicators: Codes | None = frozenset()
    issues: Codes | None = frozenset()


@dataclass(frozen=True)
class ReplyTargets:
    """What a panel shows that somebody may have replied to: figures; sites, incidents and districts by their keys."""

    figures: tuple[Figures, ...] = ()
    sites: Codes = frozenset()
    incidents: Codes = frozenset()
    districts: Codes = frozenset()


@dataclass(frozen=True)
class Reply:
    """Who replied when, to what, and what; texts and names by language.

    ``subject`` is figure, site, incident or district; ``key`` of all but figures is the site, the incident or the slug
    of the district. Figures have a topic, and what they are narrowed to; ``paid_in`` are the districts in which
    figures of its payer lie, None without one. ``original`` is the language that the other texts are translated from.
    """

    day: date
    kind: str
    by: Mapping[str, str]
    texts: Mapping[str, str]
    subject: str
    reference: str
    url: str | None = None
    original: str | None = None
    is_synthetic: bool = False
    key: str | None = None
    topic: str | None = None
    stage: str | None = None
    stream: str | None = None
    payer: str | None = None
    paid_in: Codes | None = None
    indicator: str | None = None
    issue: str | None = None
    district: str | None = None
    years: Years | None = None

    def concerns(self, targets: ReplyTargets) -> bool:
        """Whether what it is about is among what a panel shows."""
        if self.subject == "figure":
            return any(self._is_of(figures) for figures in targets.figures)
        keys = {"site": targets.sites, "incident": targets.incidents, "district": targets.districts}
        return self.key in keys[self.subject]

    def _is_of(self, figures: Figures) -> bool:
        return (
            self.topic == figures.topic
            and (self.stage is None or self.stage == figures.stage)
            and _among(self.stream, figures.streams)
            and _among(self.payer, figures.payers)
            and _among(self.indicator, figures.indicators)
            and _among(self.issue, figures.issues)
            and self._lies_in(figures.districts)
            and (self.years is None or (self.years[0] <= figures.years[1] and figures.years[0] <= self.years[1]))
        )

    def _lies_in(self, districts: Codes) -> bool:
        if self.district:
            return self.district in districts
        return not districts or self.paid_in is None or bool(self.paid_in & districts)


def _among(code: str | None, codes: Codes | None) -> bool:
    return code is None or codes is None or code in codes
