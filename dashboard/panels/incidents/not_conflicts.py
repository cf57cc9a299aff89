"""Incidents that are kept apart from conflicts."""

from dashboard.panels import reply_targets
from dashboard.panels.incidents import events
from dashboard.panels.panel import ABOUT, PLACE_AND_PERIOD, Panel
from dashboard.text import Words, wording
from data_access.answers import incident_list
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many, by kind, the most frequent first."""
    kinds = answer.frame["category"].value_counts(sort=True)
    kind_texts = (
        words("value.named", name=words(f"category.{kind}"), value=words.number(int(count)))
        for kind, count in kinds.items()
    )
    place, years = wording.place(answer, words), words.years(answer.span)
    return words("say.apart", place=place, years=years, kinds="; ".join(kind_texts))


PANEL = Panel(
    key="incidents_apart",
    topic="incidents",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, *ABOUT),
    read=incident_list.listed_apart,
    draw=events.draw,
    say=say,
    tabulate=events.tabulate,
    replies_to=reply_targets.incidents,
)
