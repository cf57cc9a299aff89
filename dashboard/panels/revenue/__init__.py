"""Questions about money."""

from functools import partial

from dashboard.panel import HERE, MONEY, PERIOD, TERMS, Panel
from dashboard.panels.area import map_of
from dashboard.panels.revenue import due as on_due
from dashboard.panels.revenue import fairness as on_fairness
from dashboard.panels.revenue import flow as on_flow
from dashboard.panels.revenue import parts as on_revenue
from dashboard.panels.revenue import reconciliation as on_reconciliation
from dashboard.panels.revenue import unplaced as on_unplaced
from data_access import (
    revenue,
    revenue_due,
    revenue_fairness,
    revenue_flow,
    revenue_national,
    revenue_reconciliation,
    revenue_unplaced,
)

PANELS = (
    map_of("revenue"),
    Panel(
        "revenue_by_stream",
        "revenue",
        "chart",
        (*HERE, "stage", "stream", "operator", *MONEY),
        revenue.by_year,
        partial(on_revenue.draw_parts, "stream"),
        on_revenue.say_received,
        partial(on_revenue.tabulate_parts, "stream"),
    ),
    Panel(
        "revenue_by_purpose",
        "revenue",
        "chart",
        (*HERE, "stream", *MONEY),
        revenue.spending_by_purpose,
        partial(on_revenue.draw_parts, "purpose"),
        on_revenue.say_spent,
        partial(on_revenue.tabulate_parts, "purpose"),
    ),
    Panel(
        "revenue_flow",
        "revenue",
        "tall",
        (*HERE, "stage", "stream", "operator", *TERMS),
        revenue_flow.by_path,
        on_flow.draw,
        on_flow.say,
        on_flow.tabulate,
    ),
    Panel(
        "revenue_fairness",
        "revenue",
        "chart",
        (*HERE, "stage", "stream", "operator", *TERMS),
        revenue_fairness.shares,
        on_fairness.draw_shares,
        on_fairness.say_shares,
        on_fairness.tabulate_shares,
    ),
    Panel(
        "revenue_hosts",
        "revenue",
        "chart",
        (*PERIOD, "stage", "stream", "operator", *MONEY),
        revenue_fairness.hosts,
        on_fairness.draw_hosts,
        on_fairness.say_hosts,
        on_fairness.tabulate_hosts,
    ),
    Panel(
        "revenue_reconciliation",
        "revenue",
        "wide",
        (*HERE, "stream", "operator", *TERMS),
        revenue_reconciliation.by_outcome,
        on_reconciliation.draw,
        on_reconciliation.say,
        on_reconciliation.tabulate,
    ),
    Panel(
        "revenue_due",
        "revenue",
        "wide",
        (*PERIOD, "stream", "operator", *TERMS),
        revenue_due.by_payer,
        on_due.draw,
        on_due.say,
        on_due.tabulate,
    ),
    Panel(
        "revenue_reported",
        "revenue",
        "wide",
        (*PERIOD, *TERMS),
        revenue_national.reported,
        on_revenue.draw_reported,
        on_revenue.say_reported,
        on_revenue.tabulate_reported,
    ),
    Panel(
        "revenue_unplaced",
        "revenue",
        "wide",
        (*PERIOD, "stage", "stream", "operator", *TERMS),
        revenue_unplaced.listed,
        on_unplaced.draw,
        on_unplaced.say,
        on_unplaced.tabulate,
    ),
)
