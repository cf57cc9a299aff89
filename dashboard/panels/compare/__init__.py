"""Questions that set one thing against another."""

from dashboard.panel import PERIOD, Panel
from dashboard.panels.compare import before as on_before
from dashboard.panels.compare import pairs as on_compare
from dashboard.panels.district import standing as on_district
from data_access import before, compared, measured

MONEY = ("stage", "per", "currency", "prices")
DISTRICTS = ("district", "beside")

PANELS = (
    Panel(
        "compare_pairs",
        "compare",
        "tall",
        (*DISTRICTS, *PERIOD, *MONEY, "x", "y", "lag"),
        compared.pairs,
        on_compare.draw_pairs,
        on_compare.say_pairs,
        on_compare.tabulate_pairs,
    ),
    Panel(
        "compare_before",
        "compare",
        "tall",
        (*DISTRICTS, *PERIOD, "quarters"),
        before.incidents_after_grievances,
        on_before.draw_before,
        on_before.say_before,
        on_before.tabulate_before,
    ),
    Panel(
        "compare_standing",
        "compare",
        "long",
        (*DISTRICTS, *PERIOD, *MONEY),
        measured.standing,
        on_district.draw_standing,
        on_district.say_standing,
        on_district.tabulate_standing,
    ),
    Panel(
        "compare_years",
        "compare",
        "tall",
        (*DISTRICTS, *PERIOD, *MONEY),
        compared.side_by_side,
        on_compare.draw_side_by_side,
        on_compare.say_side_by_side,
        on_compare.tabulate_side_by_side,
    ),
)
