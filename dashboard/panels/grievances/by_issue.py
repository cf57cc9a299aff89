"""What grievances are about."""

from functools import partial

from dashboard.panels import reply_targets
from dashboard.panels.grievances import by_code
from dashboard.panels.panel import PERIOD, Column, Panel
from data_access.answers import grievances
from data_access.vocabulary.shape import BARS
from data_access.vocabulary.states import WITHHELD

PANEL = Panel(
    key="grievances_by_issue",
    topic="grievances",
    shape=BARS,
    depends_on=(*PERIOD, "issue"),
    read=partial(grievances.by_part, "issue"),
    draw=partial(by_code.draw, "issue"),
    say=partial(by_code.say, "issue"),
    tabulate=partial(by_code.tabulate, "issue"),
    replies_to=partial(reply_targets.issues, "grievances", reply_targets.country),
    columns={"code": Column(codes=("issue",)), "value": Column(empty=WITHHELD)},
)
