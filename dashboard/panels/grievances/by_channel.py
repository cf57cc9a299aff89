"""Which way grievances come in."""

from functools import partial

from dashboard.panels import reply_targets
from dashboard.panels.grievances import by_code
from dashboard.panels.panel import PERIOD, Column, Panel
from data_access.answers import grievances
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import WITHHELD

PANEL = Panel(
    key="grievances_by_channel",
    topic="grievances",
    shape=CHART,
    depends_on=PERIOD,
    read=partial(grievances.by_part, "channel"),
    draw=partial(by_code.draw, "channel"),
    say=partial(by_code.say, "channel"),
    tabulate=partial(by_code.tabulate, "channel"),
    replies_to=partial(reply_targets.all_cases, "grievances", reply_targets.country),
    columns={"code": Column(codes=("channel",)), "value": Column(empty=WITHHELD)},
)
