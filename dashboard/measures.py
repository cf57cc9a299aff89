"""The numbers that a map can be coloured by."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One number per district. ``unit`` is a key of the catalogues; ``places`` its decimals in tables."""

    key: str
    topic: str
    unit: str
    places: int = 0


MEASURES = (
    Measure("revenue_per_person", "revenue", "kgs_per_person_year"),
    Measure("revenue_total", "revenue", "kgs"),
    Measure("exceedance_share", "monitoring", "percent", places=1),
    Measure("poverty", "monitoring", "percent", places=1),
    Measure("incident_count", "incidents", "incidents"),
    Measure("incident_rate", "incidents", "incidents_per_10000", places=2),
    Measure("grievance_received", "grievances", "grievances"),
    Measure("grievance_open", "grievances", "grievances"),
    Measure("grievance_rate", "grievances", "grievances_per_10000", places=1),
    Measure("grievance_days", "grievances", "days"),
)

BY_KEY = {measure.key: measure for measure in MEASURES}


def offered(topic: str) -> tuple[Measure, ...]:
    """The measures that a topic's map offers; the overview offers all, a topic without a map none."""
    return tuple(m for m in MEASURES if topic in ("overview", m.topic))


def chosen(topic: str, key: str | None) -> Measure:
    """The chosen measure where the topic offers it, else its first; a topic without a map leaves the choice alone."""
    possible = offered(topic) or MEASURES
    return next((m for m in possible if m.key == key), possible[0])
