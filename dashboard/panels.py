"""The table of contents: every question that the dashboard answers, topic by topic."""

from collections.abc import Callable
from functools import partial

from dashboard import measures
from dashboard.answer import Answer
from dashboard.panel import Panel
from dashboard.selection import Selection
from dashboard.topics import area
from dashboard.topics import grievances as on_grievances
from dashboard.topics import incidents as on_incidents
from dashboard.topics import monitoring as on_monitoring
from dashboard.topics import overview as on_overview
from dashboard.topics import revenue as on_revenue
from data_access import grievances, incidents, indicators, overview, revenue
from data_access.database import Snapshot

TOPICS = ("overview", "revenue", "monitoring", "incidents", "grievances")

READ_MEASURE: dict[str, Callable[[Snapshot, Selection], Answer]] = {
    "revenue_per_person": revenue.per_person_by_district,
    "revenue_total": revenue.total_by_district,
    "exceedance_share": indicators.exceedance_by_district,
    "poverty": indicators.poverty_by_district,
    "incident_count": incidents.count_by_district,
    "incident_rate": incidents.rate_by_district,
    "grievance_received": grievances.received_by_district,
    "grievance_open": grievances.open_by_district,
}


def _map(topic: str) -> Panel:
    def read(snapshot: Snapshot, selection: Selection) -> Answer:
        return READ_MEASURE[measures.chosen(topic, selection.measure).key](snapshot, selection)

    return Panel(
        key=f"{topic}_map",
        topic=topic,
        kind="map",
        heeds=("district", "since", "until", "measure", "stage", "indicator"),
        read=read,
        draw=partial(area.draw, topic),
        say=partial(area.say, topic),
        tabulate=partial(area.tabulate, topic),
        ask=partial(area.ask, topic),
    )


PERIOD = ("since", "until")
HERE = ("district", *PERIOD)

PANELS = (
    _map("overview"),
    Panel(
        "overview_timeline",
        "overview",
        "wide",
        HERE,
        overview.four_subjects_by_year,
        on_overview.draw_timeline,
        on_overview.say_timeline,
        on_overview.tabulate_timeline,
    ),
    _map("revenue"),
    Panel(
        "revenue_by_stream",
        "revenue",
        "chart",
        (*HERE, "stage"),
        revenue.by_year,
        partial(on_revenue.draw_parts, "stream"),
        on_revenue.say_received,
        partial(on_revenue.tabulate_parts, "stream"),
    ),
    Panel(
        "revenue_by_purpose",
        "revenue",
        "chart",
        HERE,
        revenue.spending_by_purpose,
        partial(on_revenue.draw_parts, "purpose"),
        on_revenue.say_spent,
        partial(on_revenue.tabulate_parts, "purpose"),
    ),
    Panel(
        "revenue_reported",
        "revenue",
        "wide",
        PERIOD,
        revenue.reported_nationally,
        on_revenue.draw_reported,
        on_revenue.say_reported,
        on_revenue.tabulate_reported,
    ),
    _map("monitoring"),
    Panel(
        "readings_by_quarter",
        "monitoring",
        "chart",
        (*HERE, "indicator"),
        indicators.judged_by_quarter,
        on_monitoring.draw_by_quarter,
        on_monitoring.say_by_quarter,
        on_monitoring.tabulate_by_quarter,
    ),
    Panel(
        "readings_by_indicator",
        "monitoring",
        "chart",
        HERE,
        indicators.judged_by_indicator,
        on_monitoring.draw_by_indicator,
        on_monitoring.say_by_indicator,
        on_monitoring.tabulate_by_indicator,
    ),
    _map("incidents"),
    Panel(
        "incident_events",
        "incidents",
        "wide",
        HERE,
        incidents.listed,
        on_incidents.draw_events,
        on_incidents.say_events,
        on_incidents.tabulate_events,
    ),
    Panel(
        "incidents_by_year",
        "incidents",
        "chart",
        HERE,
        incidents.by_year,
        on_incidents.draw_by_year,
        on_incidents.say_by_year,
        on_incidents.tabulate_by_year,
    ),
    Panel(
        "incidents_by_outcome",
        "incidents",
        "chart",
        HERE,
        incidents.by_outcome,
        on_incidents.draw_by_outcome,
        on_incidents.say_by_outcome,
        on_incidents.tabulate_by_outcome,
    ),
    _map("grievances"),
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
        "grievances_by_status",
        "grievances",
        "bars",
        PERIOD,
        grievances.by_status,
        partial(on_grievances.draw_by_code, "status"),
        partial(on_grievances.say_by_code, "status"),
        partial(on_grievances.tabulate_by_code, "status"),
    ),
    Panel(
        "grievances_by_issue",
        "grievances",
        "bars",
        PERIOD,
        grievances.by_issue,
        partial(on_grievances.draw_by_code, "issue"),
        partial(on_grievances.say_by_code, "issue"),
        partial(on_grievances.tabulate_by_code, "issue"),
    ),
)

BY_KEY = {panel.key: panel for panel in PANELS}


def of_topic(topic: str) -> tuple[Panel, ...]:
    """The panels of a page, in order."""
    return tuple(panel for panel in PANELS if panel.topic == topic)
