"""How far grievances came."""

from functools import partial

from dashboard.panels import reply_targets
from dashboard.panels.grievances import by_code
from dashboard.panels.panel import PERIOD, Column, Panel
from dashboard.text import Words
from data_access.answers import grievances
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import WITHHELD


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many were received, acknowledged and resolved in the chosen years."""
    values = {row.code: words.least(words.number(row.value), row.is_partial) for row in named_rows(answer.frame)}
    counts_by_stage = {
        code: values.get(code, words("state.missing")) for code in ("received", "acknowledged", "resolved")
    }
    return words("say.stages", years=words.years(answer.span), **counts_by_stage)


PANEL = Panel(
    key="grievances_by_stage",
    topic="grievances",
    shape=CHART,
    depends_on=PERIOD,
    read=grievances.by_stage,
    draw=partial(by_code.draw, "stage_reached"),
    say=say,
    tabulate=partial(by_code.tabulate, "stage_reached"),
    replies_to=partial(reply_targets.all_cases, "grievances", reply_targets.country),
    columns={"code": Column(codes=("stage_reached",)), "value": Column(empty=WITHHELD)},
)
