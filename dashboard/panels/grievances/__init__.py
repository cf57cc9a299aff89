"""Questions about grievances: where and how far, how long and whether in time, what about, how many still open."""

from functools import partial

from dashboard.panel import HERE, PERIOD, Panel
from dashboard.panels.area import map_of
from dashboard.panels.grievances import counts as on_grievances
from dashboard.panels.grievances import outcomes as on_outcomes
from dashboard.panels.grievances import waits as on_waits
from data_access import grievances, outcomes

PERIOD_AND_ISSUE = (*PERIOD, "issue")


def _by_part(kind: str, height: str, heeds: tuple[str, ...]) -> Panel:
    """How the grievances of the chosen years divide into the codes of one kind."""
    return Panel(
        f"grievances_by_{kind}",
        "grievances",
        height,
        heeds,
        partial(grievances.by_part, kind),
        partial(on_grievances.draw_by_code, kind),
        partial(on_grievances.say_by_code, kind),
        partial(on_grievances.tabulate_by_code, kind),
    )


PANELS = (
    map_of("grievances"),
    Panel(
        "grievances_by_stage",
        "grievances",
        "chart",
        PERIOD,
        grievances.by_stage,
        partial(on_grievances.draw_by_code, "stage_reached"),
        on_outcomes.say_by_stage,
        partial(on_grievances.tabulate_by_code, "stage_reached"),
    ),
    Panel(
        "grievances_waits",
        "grievances",
        "chart",
        PERIOD_AND_ISSUE,
        outcomes.waits,
        on_waits.draw,
        on_waits.say,
        on_waits.tabulate,
    ),
    Panel(
        "grievances_by_age",
        "grievances",
        "chart",
        PERIOD,
        outcomes.open_by_age,
        partial(on_grievances.draw_by_code, "age"),
        on_outcomes.say_by_age,
        partial(on_grievances.tabulate_by_code, "age"),
    ),
    Panel(
        "grievances_in_time",
        "grievances",
        "chart",
        PERIOD_AND_ISSUE,
        outcomes.in_time,
        on_outcomes.draw_in_time,
        on_outcomes.say_in_time,
        on_outcomes.tabulate_in_time,
    ),
    _by_part("issue", "bars", PERIOD_AND_ISSUE),
    _by_part("channel", "chart", PERIOD),
    Panel(
        "grievances_open",
        "grievances",
        "chart",
        PERIOD,
        grievances.by_quarter,
        on_grievances.draw_backlog,
        on_grievances.say_backlog,
        on_grievances.tabulate_backlog,
    ),
    Panel(
        "grievances_by_year",
        "grievances",
        "chart",
        HERE,
        grievances.by_year,
        on_grievances.draw_by_year,
        on_grievances.say_by_year,
        on_grievances.tabulate_by_year,
    ),
    Panel(
        "grievances_returned",
        "grievances",
        "tall",
        PERIOD_AND_ISSUE,
        outcomes.returned,
        on_outcomes.draw_returned,
        on_outcomes.say_returned,
        on_outcomes.tabulate_returned,
    ),
)
