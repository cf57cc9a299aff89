"""What can be chosen, each choice told once: its place in addresses, its pages, its values, its code on paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column

from data_access.vocabulary import schema
from data_access.vocabulary.measures import MEASURES
from data_access.vocabulary.stages import REACHED, STAGES

ALL = "all"
SUBJECTS = ("overview", "revenue", "monitoring", "incidents", "grievances")
# Where the terms of money have controls, and where else they hold.
TERMS, TERMS_HOLD = ("revenue", "district"), ("overview", "compare")
ALL_STAGES = (REACHED, *STAGES)
GOALS = tuple(str(number) for number in range(1, 18))
# Annual statistics are choices too: those that the data list, which name them (``answers.choices``).
MEASURES_MADE_HERE = tuple(measure.key for measure in MEASURES)


class ValueNames(NamedTuple):
    """Where values are named in the data: the column of their codes, and how the columns of names begin."""

    code: Column[Any]
    names: str = "name"


@dataclass(frozen=True, eq=False)
class Facet:
    """A choice beside district and period: where it makes sense, what it can be, and what holds without it.

    ``controls`` are the pages that have a drop-down list for it; those of ``also`` heed it too, and there it is set by
    a click or a link. It goes along between all these pages and is dropped elsewhere. ``leads_to`` is the page that
    looks at it, where it is chosen on one that does not heed it.

    ``default`` is the option that holds without a choice, and is never written into an address; ``all`` means that
    nothing is left out. ``values`` are the options, of which those count that ``column`` has, where there is one;
    without ``values`` it is all that the column has, unless ``answers.choices`` reads them in a way of their own.
    ``narrows``: a public table with a column of that name has only the chosen rows.

    Values have names in the data (``value_names``) or in the catalogues, under ``words`` where another choice has
    the same.
    """

    controls: tuple[str, ...]
    also: tuple[str, ...] = ()
    default: str = ALL
    values: tuple[str, ...] = ()
    column: Column[Any] | None = None
    narrows: bool = True
    value_names: ValueNames | None = None
    words: str = ""
    leads_to: str = ""
    key: str = ""  # that of its field

    @property
    def topics(self) -> tuple[str, ...]:
        """The pages that heed it."""
        return (*self.controls, *self.also)


def _choice(short: str, facet: Facet | None = None, default: object = None) -> Any:
    """A field for a choice; ``short`` stands for it on paper, for ever (``dashboard.address.short`` says how)."""
    return field(default=default, metadata={"short": short, "facet": facet})


@dataclass(frozen=True)
class Choices:
    """A field for each choice; None or () is not chosen. Addresses, controls and chips keep this order.

    ``beside`` are further districts to compare the chosen one with; an address names them together. ``tables`` are the
    panels whose table is open. ``edition`` is the kept version that is asked; without one, it is the newest.
    ``present`` shows the page as slides. ``medium`` nobody chooses and no address holds: it is the one that a map of
    readings begins with, as it is measured in the district.
    """

    district: str | None = _choice("d")
    since: str | None = _choice("f")
    until: str | None = _choice("t")
    # Without a choice it is the first of each topic.
    measure: str | None = _choice("m", Facet(SUBJECTS, default="", values=MEASURES_MADE_HERE))
    stage: str | None = _choice(
        "a",
        Facet(("revenue",), also=("overview",), default=REACHED, values=ALL_STAGES, column=schema.revenue.c.stage),
    )
    stream: str | None = _choice("n", Facet(("revenue",), column=schema.revenue.c.stream_code))
    operator: str | None = _choice(
        "o",
        Facet(
            ("revenue",),
            column=schema.revenue.c.payer_code,
            value_names=ValueNames(schema.organisation.c.organisation_code),
        ),
    )
    # Money per person by default, on maps and series alike: one page must not say two things about one amount.
    per: str | None = _choice("p", Facet(TERMS, also=TERMS_HOLD, default="person", values=("person", "total")))
    currency: str | None = _choice("c", Facet(TERMS, also=(*TERMS_HOLD, "site"), default="kgs", values=("kgs", "usd")))
    prices: str | None = _choice(
        "r", Facet(TERMS, also=(*TERMS_HOLD, "site"), default="nominal", values=("nominal", "constant"))
    )
    indicator: str | None = _choice(
        "i", Facet(("monitoring",), also=("overview",), column=schema.reading.c.indicator_code)
    )
    station: str | None = _choice(
        "u",
        Facet(
            ("monitoring",),
            column=schema.station_month.c.station_id,
            value_names=ValueNames(schema.station.c.station_id),
            leads_to="monitoring",
        ),
    )
    site: str | None = _choice(
        "s",
        Facet(
            ("incidents", "outcomes", "site"),
            column=schema.site.c.site_id,
            value_names=ValueNames(schema.site.c.site_id),
            leads_to="site",
        ),
    )
    by: str | None = _choice("b", Facet(("incidents",), default="place", values=("place", "site")))
    # A wave that reaches several places at once is several incidents, and one episode.
    count: str | None = _choice("k", Facet(("incidents",), default="incidents", values=("incidents", "episodes")))
    x: str | None = _choice("x", Facet(("compare",), default="revenue", values=MEASURES_MADE_HERE, words="measure"))
    y: str | None = _choice(
        "y", Facet(("compare",), default="incident_count", values=MEASURES_MADE_HERE, words="measure")
    )
    # Years by which one measure may follow another: published counts of grievances by district are annual.
    lag: str | None = _choice("l", Facet(("compare",), default="0", values=("0", "1", "2", "3")))
    # Quarters before an incident, of which grievances are shown.
    quarters: str | None = _choice("q", Facet(("compare",), default="1", values=("1", "2", "4")))
    # What is counted where something went on and elsewhere, before, during and after, and what went on.
    cases: str | None = _choice(
        "va", Facet(("compare",), default="incidents", values=("incidents", "grievances", "days"))
    )
    setting: str | None = _choice("vb", Facet(("compare",), default="dialogue", values=("dialogue", "project")))
    issue: str | None = _choice("g", Facet(("incidents", "grievances"), column=schema.incident_issue.c.issue_code))
    # Districts have a role of their own beside a site.
    actor: str | None = _choice("w", Facet(("incidents",), column=schema.incident_actor.c.role, narrows=False))
    # Goals of sustainable development, of which projects name several.
    goal: str | None = _choice("vc", Facet(("outcomes",), values=GOALS))
    source: str | None = _choice(
        "h",
        Facet(
            ("data",), column=schema.source.c.source_key, value_names=ValueNames(schema.source.c.source_key, "title")
        ),
    )
    tables: tuple[str, ...] = _choice("j", default=())
    edition: str | None = _choice("e")
    present: str | None = _choice("z")
    beside: tuple[str, ...] = ()
    medium: str | None = None


# What stands for each choice of an address on paper, in the order of addresses.
SHORT_CODES: Mapping[str, str] = MappingProxyType(
    {one.name: one.metadata["short"] for one in fields(Choices) if one.metadata}
)
FACETS: tuple[Facet, ...] = tuple(
    replace(one.metadata["facet"], key=one.name) for one in fields(Choices) if one.metadata.get("facet")
)
BY_KEY = {facet.key: facet for facet in FACETS}
Chosen = TypeVar("Chosen", bound=Choices)


def of_topic(topic: str) -> tuple[Facet, ...]:
    """The choices that a page has a control for."""
    return tuple(facet for facet in FACETS if topic in facet.controls)


def effective_value(selection: Choices, key: str) -> str:
    """The option of a choice that holds: the chosen one, else the default."""
    return getattr(selection, key) or BY_KEY[key].default


def for_topic(selection: Chosen, topic: str) -> Chosen:
    """The selection without the choices that mean nothing on a page."""
    strange: dict[str, Any] = {key: None for key in _strange(topic) if getattr(selection, key)}
    beside = selection.beside if topic == "compare" else ()
    if not strange and beside == selection.beside:
        return selection
    return replace(selection, beside=beside, **strange)


@cache
def _strange(topic: str) -> tuple[str, ...]:
    strange = tuple(facet.key for facet in FACETS if topic not in facet.topics)
    # A site is a place of its own: its page is about the whole of it, in whatever district.
    return (*strange, "district") if topic == "site" else strange
