"""Questions that people ask in these words, and the choice that answers each."""

from typing import NamedTuple

from data_access.vocabulary import measures
from data_access.vocabulary.selection import Selection


class FeaturedQuestion(NamedTuple):
    """A question: its key (``asked.<key>``), the pages that offer it, and the choice on the page that answers it."""

    key: str
    topics: tuple[str, ...]
    selection: Selection
    page: str = "compare"

    @property
    def subjects(self) -> set[str]:
        """Those that have to be collected for an answer."""
        topics = {measures.of(key).topic for key in (self.selection.x, self.selection.y) if key}
        return topics or {self.page}


QUESTIONS = (
    FeaturedQuestion("less_money", ("compare",), Selection(x="revenue", y="incident_rate")),
    FeaturedQuestion(
        "unheard", ("compare", "grievances"), Selection(x="grievance_received", y="incident_count", lag="1")
    ),
    FeaturedQuestion("poverty", ("compare",), Selection(x="poverty", y="incident_rate")),
    FeaturedQuestion("promises", ("incidents", "grievances", "compare"), Selection(), page="outcomes"),
    FeaturedQuestion("paid_to_poor", ("compare",), Selection(x="poverty", y="revenue")),
)


def on(topic: str) -> tuple[FeaturedQuestion, ...]:
    """The questions that a page offers."""
    return tuple(question for question in QUESTIONS if topic in question.topics)
