"""Conflict incidents that no map can place."""

from dashboard.panels import reply_targets
from dashboard.panels.incidents import events
from dashboard.panels.panel import ABOUT, PERIOD, Panel
from dashboard.text import Words
from data_access.answers import incident_list
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """How many a map leaves out, and of how many the oblast is known."""
    episodes = answer.frame["episode_id"].fillna(answer.frame["incident_id"])
    keys = episodes if answer.counted_unit == "episodes" else answer.frame["incident_id"]
    return words(
        "say.unplaced_incidents",
        years=words.years(answer.span),
        incidents=words.plural(f"unit.{answer.counted_unit}.amount", keys.nunique()),
        oblast=words.number(keys[answer.frame["oblast_code"].notna()].nunique()),
    )


PANEL = Panel(
    key="incidents_unplaced",
    topic="incidents",
    shape=CHART,
    depends_on=(*PERIOD, *ABOUT, "count"),
    read=incident_list.listed_unplaced,
    draw=events.draw,
    say=say,
    tabulate=events.tabulate,
    replies_to=reply_targets.incidents,
    lists_unplaced=True,
)
