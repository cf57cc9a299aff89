"""The numbers that a map can be coloured by."""

from dataclasses import dataclass, replace

from data_access.vocabulary.answer import Answer


@dataclass(frozen=True)
class Measure:
    """One number per district. ``unit`` is a key of the catalogues; ``places`` its decimals in tables.

    The unit of money follows the reader's choice of currency and of total or per person: see ``of_answer``.
    """

    key: str
    topic: str
    unit: str
    places: int = 0


MEASURES = (
    Measure("revenue", "revenue", "kgs"),
    Measure("dependency", "revenue", "percent"),
    # Of one medium each: places that measure other things have no rank among each other.
    Measure("exceedance_water", "monitoring", "percent", places=1),
    Measure("exceedance_air", "monitoring", "percent", places=1),
    Measure("poverty", "monitoring", "percent", places=1),
    Measure("unemp", "monitoring", "percent", places=1),
    Measure("jobs_local_share", "monitoring", "percent", places=1),
    Measure("health_resp", "monitoring", "cases_per_10000", places=1),
    Measure("rehab_ha", "monitoring", "hectares", places=1),
    Measure("disturbed_ha", "monitoring", "hectares", places=1),
    Measure("hearings", "monitoring", "hearings"),
    Measure("incident_count", "incidents", "incidents"),
    Measure("incident_rate", "incidents", "incidents_per_10000", places=2),
    Measure("grievance_received", "grievances", "grievances"),
    Measure("grievance_rate", "grievances", "grievances_per_10000", places=1),
    Measure("grievance_days", "grievances", "days"),
)

# Annual statistics of districts: these measures have the codes of their indicators.
CONDITIONS = ("poverty", "unemp", "jobs_local_share", "health_resp", "rehab_ha", "disturbed_ha", "hearings")
EXCEEDANCES = ("exceedance_water", "exceedance_air")
# Before a unit that is written as it was stated: it has no text in the catalogues.
OWN_UNIT = "own:"
BY_KEY = {measure.key: measure for measure in MEASURES}
# Each subject as a whole, beside the others on one time axis.
LANE_UNITS = {"revenue": "kgs", "monitoring": "percent", "incidents": "incidents", "grievances": "grievances"}


def measures_of(topic: str) -> tuple[Measure, ...]:
    """The measures that a topic's map offers; the overview offers all, a topic without a map none."""
    return tuple(m for m in MEASURES if topic in ("overview", m.topic))


def measure_of(topic: str, key: str | None, medium: str | None = None) -> Measure:
    """The chosen measure where the topic offers it, else its first; a topic without a map leaves the choice alone.

    The first one of readings is that of the ``medium`` that is measured, where it is known.
    """
    possible = measures_of(topic) or MEASURES
    return next((m for m in possible if m.key == key), BY_KEY.get(first(possible[0].key, medium), possible[0]))


def first(key: str, medium: str | None) -> str:
    """The measure with which a topic begins: of readings the one of a medium, where it is known."""
    return f"exceedance_{medium}" if medium and key in EXCEEDANCES else key


def of_statistic(code: str, unit: str) -> Measure:
    """An annual statistic; one that nobody has given words yet is called by its code, in the unit as it was stated."""
    return BY_KEY.get(code) or Measure(code, "monitoring", OWN_UNIT + unit, places=1)


def condition(key: str | None) -> Measure:
    """The chosen measure where it is an annual statistic, else the first of those."""
    return BY_KEY[key if key in CONDITIONS else CONDITIONS[0]]


def lane_units(answer: Answer) -> dict[str, str]:
    """The unit of each subject; that of money follows the reader's choice."""
    return LANE_UNITS | ({"revenue": answer.money.unit} if answer.money else {})


def of_answer(measure: Measure, answer: Answer) -> Measure:
    """The measure in the unit of its answer."""
    if measure.topic == "incidents":
        return replace(measure, unit=measure.unit.replace("incidents", answer.counted_unit))
    if answer.money is None or measure.key != "revenue":
        return measure
    unit = answer.money.unit
    return replace(measure, unit=unit, places=2 if unit == "usd_per_person_year" else 0)
