"""The reader's choices beside district and period: where each makes sense, and what holds without it."""

from dataclasses import dataclass, replace
from functools import cache

from data_access.vocabulary.selection import Selection

ALL = "all"
MONEY = ("overview", "revenue", "compare", "district")
SUBJECTS = ("overview", "revenue", "monitoring", "incidents", "grievances")


@dataclass(frozen=True)
class Facet:
    """One choice. Its key is a field of the selection and a key of the address.

    ``topics`` are the pages that heed it: it goes along between them and is dropped elsewhere. ``controls`` are those
    that have a drop-down list for it; on the others it is set by a click or a link. ``default`` is the option that
    holds without a choice, and is never written into an address; ``all`` means that nothing is left out.
    ``is_named`` says that its values have names of their own in the data; those of others stand in the catalogues,
    under ``words`` where another choice has the same values.
    """

    key: str
    topics: tuple[str, ...]
    controls: tuple[str, ...]
    default: str = ALL
    is_named: bool = False
    words: str = ""


FACETS = (
    Facet("measure", SUBJECTS, SUBJECTS, default=""),  # the first of each topic
    Facet("stage", ("overview", "revenue"), ("revenue",), default="transfer"),
    Facet("stream", ("revenue",), ("revenue",)),
    Facet("operator", ("revenue",), ("revenue",), is_named=True),
    # Money per person by default, on maps and series alike: one page must not say two things about one amount.
    Facet("per", MONEY, ("revenue", "district"), default="person"),
    Facet("currency", (*MONEY, "site"), ("revenue", "district"), default="kgs"),
    Facet("prices", (*MONEY, "site"), ("revenue", "district"), default="nominal"),
    Facet("indicator", ("overview", "monitoring"), ("monitoring",)),
    Facet("station", ("monitoring",), ("monitoring",), is_named=True),
    Facet("site", ("incidents", "site"), ("incidents", "site"), is_named=True),
    Facet("by", ("incidents",), ("incidents",), default="place"),
    # A wave that reaches several places at once is several incidents, and one episode.
    Facet("count", ("incidents",), ("incidents",), default="incidents"),
    Facet("x", ("compare",), ("compare",), default="revenue", words="measure"),
    Facet("y", ("compare",), ("compare",), default="incident_count", words="measure"),
    Facet("lag", ("compare",), ("compare",), default="0"),
    Facet("quarters", ("compare",), ("compare",), default="1"),
    Facet("issue", ("incidents", "grievances"), ("incidents", "grievances")),
    Facet("actor", ("incidents",), ("incidents",)),
    Facet("source", ("data",), ("data",), is_named=True),
)
BY_KEY = {facet.key: facet for facet in FACETS}


def of_topic(topic: str) -> tuple[Facet, ...]:
    """The choices that a page has a control for."""
    return tuple(facet for facet in FACETS if topic in facet.controls)


def effective_value(selection: Selection, key: str) -> str:
    """The option of a choice that holds: the chosen one, else the default."""
    return getattr(selection, key) or BY_KEY[key].default


def fitting(selection: Selection, topic: str) -> Selection:
    """The selection without the choices that mean nothing on a page."""
    strange = {key: None for key in _strange(topic) if getattr(selection, key)}
    beside = selection.beside if topic == "compare" else ()
    if not strange and beside == selection.beside:
        return selection
    return replace(selection, beside=beside, **strange)


@cache
def _strange(topic: str) -> tuple[str, ...]:
    strange = tuple(facet.key for facet in FACETS if topic not in facet.topics)
    # A site is a place of its own: its page is about the whole of it, in whatever district.
    return (*strange, "district") if topic == "site" else strange
