"""Where figures come from, and how far they reach."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from data_access.vocabulary.timeliness import timeliness


@dataclass(frozen=True)
class Source:
    """Where figures come from, and how old they are; texts by language, empty where not translated yet.

    Of an edition, nothing is late.
    """

    key: str
    dataset: str
    title: Mapping[str, str]
    publisher: Mapping[str, str]
    licence: Mapping[str, str]
    url: str | None
    kind: str
    newest_on: date | None
    loaded_on: date
    expected_on: date | None = None
    complete_from: date | None = None
    is_of_edition: bool = False

    @property
    def timeliness(self) -> str:
        """Whether its next figures are late, on time or not promised; ``dated`` in an edition."""
        return timeliness(self.expected_on, self.is_of_edition)


def newest_on(sources: Iterable[Source]) -> date | None:
    """The day up to which the newest records of these sources reach; lists that only help are left aside."""
    days = (source.newest_on for source in sources if source.newest_on and source.dataset != "reference")
    return max(days, default=None)


def incomplete_year(sources: Iterable[Source]) -> int | None:
    """The year in which the newest record lies, unless that is its last day: it is compared with no whole year."""
    newest = newest_on(sources)
    return None if newest is None or (newest.month, newest.day) == (12, 31) else newest.year
