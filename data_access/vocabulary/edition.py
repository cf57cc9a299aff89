"""A published version that was kept under a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data_access.vocabulary import clock

# The edition with invented figures, which shows what the dashboard can do; no other may have its name.
EXAMPLE = "example"


@dataclass(frozen=True)
class Edition:
    """What is known of an edition without opening it; titles by language, moments in UTC.

    ``version`` is the one whose figures it holds. ``sha256`` is the hash of its content, None once it was withdrawn;
    ``removed_count`` counts the records that were taken down since it was frozen.
    """

    key: str
    titles: Mapping[str, str]
    version: int
    published_at: datetime
    frozen_at: datetime
    sha256: str | None
    removed_count: int = 0
    withdrawn_at: datetime | None = None
    withdrawn_why: str | None = None

    @property
    def is_example(self) -> bool:
        """Whether its figures are invented."""
        return self.key == EXAMPLE

    @property
    def content(self) -> str:
        """A name of the content that no other content has."""
        return content_name(self.key, self.sha256 or "")

    @property
    def published_on(self) -> date:
        """The day on which its figures were published."""
        return self.published_at.date()

    @property
    def frozen_on(self) -> date:
        """The day that it is in the edition, for ever."""
        return clock.day_of(self.frozen_at)

    @property
    def withdrawn_on(self) -> date | None:
        """The day on which it was withdrawn; None: it stands."""
        return self.withdrawn_at and clock.day_of(self.withdrawn_at)


def content_name(key: str, sha256: str) -> str:
    """The name of an edition's content, which stands for a version wherever versions are told apart."""
    return f"edition-{key}-{sha256[:16]}"


def today_in(edition: Edition | None) -> date:
    """The day for which late is told from on time: in an edition time stands still; None: the newest figures."""
    return edition.frozen_on if edition else clock.today()
