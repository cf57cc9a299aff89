"""What a question is answered with: the one frame that every rendering of a panel starts from."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from data_access.vocabulary.frames import named_rows, without_nan
from data_access.vocabulary.indicator import Indicator
from data_access.vocabulary.source import Source, incomplete_year


@dataclass(frozen=True)
class Unplaced:
    """What belongs to the question but to no district: number of records, and their sum where they have one."""

    count: int
    value: float | None = None


@dataclass(frozen=True)
class SensitiveTotal:
    """Sensitive grievances, counted apart from all others: at least so many through a year, in full ``step`` s.

    ``at_least`` is None where there are fewer than one step.
    """

    through_year: int
    step: int
    at_least: int | None


# Why an answer is empty although nothing is missing.
NO_GAPS = frozenset(
    {"no_districts", "no_source", "without_edition", "unchanged", "all_placed", "all_placed_incidents", "no_signals"}
)


@dataclass(frozen=True)
class Money:
    """In what amounts of money are given, and what must be said of how they were made.

    ``price_year``: the year whose prices they are in, by the index named in ``deflator``; None: each year's own.
    ``people_years``: first and last year of the population figures used. ``unknown_years``: those left out because
    there is no rate or index for them. ``without_people``: districts left out of amounts per person, as their
    population is not known; names by slug and language. ``is_of_few``: they are known for a small part of the country,
    and so not divided by its people.
    """

    currency: str
    price_year: int | None = None
    deflator: Mapping[str, str] | None = None
    per: str = "total"
    people_years: tuple[int, int] | None = None
    unknown_years: tuple[int, ...] = ()
    without_people: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    is_of_few: bool = False

    @property
    def unit(self) -> str:
        """Key of the unit in the catalogues."""
        return f"{self.currency}_per_person_year" if self.per == "person" else self.currency


@dataclass(frozen=True, eq=False)
class Answer:
    """A frame with what must be said beside it; what follows from an answer alone can be remembered by it.

    ``frame`` is a pandas DataFrame whose columns the reading function documents, texts and days that are missing are
    None in it (``without_nan``); ``years`` are the first and last year it covers (None: the choice leaves nothing);
    ``known_years`` are those that the data cover; ``place`` names the chosen district by language (None: country).
    ``money`` says in what amounts are given; ``empty_reason`` is the key of a reason of its own for being empty.
    ``names`` holds names by language of what the frame writes as ``key:code``.
    ``counted_unit`` says whether incidents are counted, or episodes; ``sensitive_total`` what grievances are left out.
    ``people_years`` are the first and last year of the population figures that rates are made with.
    ``measure`` is that of a map, whose numbers may be missing for a reason of its own; ``extent`` is how far its usual
    values reach in all years, which its classes are made from. ``medium`` is that of the readings, if of one.
    ``reporters`` are the sources and payers of each year, where years of different ones must not be compared.
    ``instead`` is the stage of money that is shown where nobody chose one and the usual one has no figures.
    ``indicators`` are all that the data list, by code: they name what the frame has.
    ``one_sided`` says whether ``all`` amounts of money, or ``some``, are those of companies alone. ``place_bases`` are
    the ways in which places of money are known that its sources do not name. ``beside`` are sources of what only the
    picture shows; they make no year incomplete. ``is_by_month``: a choice of months decided about rows or numbers.
    ``extras`` are, by name, what belongs to the rows and is in no column (not ``frame.attrs``: pandas copies these with
    every column that is read). ``cleaned_frame`` is the frame in which None was put: it need not be gone over again.
    """

    frame: Any
    years: tuple[int, int] | None
    known_years: tuple[int, int] | None
    sources: tuple[Source, ...] = ()
    unplaced: Unplaced | None = None
    place: Mapping[str, str] | None = None
    money: Money | None = None
    empty_reason: str | None = None
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    counted_unit: str = "incidents"
    sensitive_total: SensitiveTotal | None = None
    people_years: tuple[int, int] | None = None
    reporters: Mapping[int, frozenset[Hashable]] = field(default_factory=dict)
    medium: str | None = None
    extent: tuple[float, float] | None = None
    measure: str | None = None
    instead: str | None = None
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    one_sided: str | None = None
    place_bases: frozenset[str] = frozenset()
    beside: tuple[Source, ...] = ()
    is_by_month: bool = False
    extras: Mapping[str, Any] = field(default_factory=dict)
    cleaned_frame: Any = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.frame is not self.cleaned_frame:
            cleaned_frame = without_nan(self.frame)
            object.__setattr__(self, "frame", cleaned_frame)
            object.__setattr__(self, "cleaned_frame", cleaned_frame)

    @cached_property
    def rows(self) -> list[Any]:
        """The rows of the frame as named tuples, made once: pandas takes long over each row and each column."""
        return named_rows(self.frame)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.years is None or self.frame.empty

    @property
    def waits_for_choice(self) -> bool:
        """Whether it is empty until the reader chooses something, or as that is all that there is to say."""
        return self.is_empty and self.empty_reason in NO_GAPS

    @property
    def span(self) -> tuple[int, int]:
        """First and last year. Raises LookupError where the choice leaves nothing, as ``is_empty`` says before."""
        if self.years is None:
            raise LookupError("an empty answer covers no years")
        return self.years

    @property
    def terms(self) -> Money:
        """In what amounts of money are given. Raises LookupError where the question is not about money."""
        if self.money is None:
            raise LookupError("an answer without amounts of money")
        return self.money

    @property
    def incomplete_year(self) -> int | None:
        """The year in which the newest record lies, unless that is its last day."""
        return incomplete_year(self.sources)

    def of_dataset(self, dataset: str) -> tuple[Source, ...]:
        """The sources of one of its subjects."""
        return tuple(source for source in self.sources if source.dataset == dataset)

    def is_comparable(self, year: int) -> bool:
        """Whether a year can be set against the one before it: both are whole, and told by the same."""
        return self.incomplete_year not in (year, year - 1) and self.is_told_alike(year)

    def is_told_alike(self, year: int) -> bool:
        """Whether the same sources and payers tell of a year and of the one before it."""
        return self.reporters.get(year) == self.reporters.get(year - 1)

    @property
    def is_synthetic(self) -> bool:
        """Whether any of the figures are invented for the example."""
        return any(source.kind == "synthetic" for source in self.sources)
