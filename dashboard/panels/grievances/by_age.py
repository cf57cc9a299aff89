"""For how long grievances had been open."""

from functools import partial

from dashboard.panels import reply_targets
from dashboard.panels.grievances import by_code
from dashboard.panels.panel import PERIOD, Column, Panel
from dashboard.text import Words
from data_access.answers import outcomes
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import WITHHELD


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many of those open at the end of the year had been open for longest."""
    values = answer.frame.set_index("code")["value"]
    if values.isna().any():
        return words("say.grievances.withheld", place=words("place.country"), years=words.years(answer.span))
    total = int(values.sum())
    over = int(values["over_90"])
    share = words.percent(100 * over / total, 0) if total else words.percent(0, 0)
    texts = {"grievances": words.plural("unit.grievances.amount", total), "over": words.number(over), "share": share}
    return words("say.ages", year=answer.span[1], **texts)


PANEL = Panel(
    key="grievances_by_age",
    topic="grievances",
    shape=CHART,
    depends_on=PERIOD,
    read=outcomes.open_by_age,
    draw=partial(by_code.draw, "age"),
    say=say,
    tabulate=partial(by_code.tabulate, "age"),
    replies_to=partial(reply_targets.all_cases, "grievances", reply_targets.country),
    columns={"code": Column(codes=("age",)), "value": Column(empty=WITHHELD)},
)
