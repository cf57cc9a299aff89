"""The numbers that a map can be coloured by: some are made here, annual statistics are what the data list."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from data_access.vocabulary.answer import Answer
from data_access.vocabulary.indicator import Indicator
from data_access.vocabulary.languages import LANGUAGES


@dataclass(frozen=True)
class Measure:
    """One number per district. ``unit`` is a key of the catalogues; ``places`` its decimals in tables.

    The unit of money follows the reader's choice of currency and of total or per person, name and unit of an annual
    statistic what the data say of it: see ``of_answer``. ``names`` are by language, where the data have them.
    """

    key: str
    topic: str
    unit: str
    places: int = 0
    names: Mapping[str, str] = field(default_factory=dict, compare=False)


# Those that are made here. Annual statistics, which have the codes of their indicators, stand behind the readings.
MEASURES = (
    Measure("revenue", "revenue", "kgs"),
    Measure("dependency", "revenue", "percent"),
    # Of one medium each: places that measure other things have no rank among each other.
    Measure("exceedance_water", "monitoring", "percent", places=1),
    Measure("exceedance_air", "monitoring", "percent", places=1),
    Measure("incident_count", "incidents", "incidents"),
    Measure("incident_rate", "incidents", "incidents_per_10000", places=2),
    Measure("grievance_received", "grievances", "grievances"),
    Measure("grievance_rate", "grievances", "grievances_per_10000", places=1),
    Measure("grievance_days", "grievances", "days"),
    Measure("dialogue_count", "outcomes", "meetings"),
)
EXCEEDANCES = ("exceedance_water", "exceedance_air")
BEHIND_READINGS = EXCEEDANCES[-1]
# Topics on whose maps hearings and talks have marks.
BESIDE_MEETINGS = ("incidents", "grievances", "outcomes")
# Before a unit that is written as the data have it, language by language: it has no text in the catalogues.
OWN_UNIT, BETWEEN = "own:", "\x1f"
# Units as files have them -> keys of the catalogues, whose texts have plural forms.
WORDED_UNITS = {"%": "percent", "ha": "hectares", "per 10,000": "cases_per_10000", "count": "count"}
BY_KEY = {measure.key: measure for measure in MEASURES}
# Each subject as a whole, beside the others on one time axis.
LANE_UNITS = {"revenue": "kgs", "monitoring": "percent", "incidents": "incidents", "grievances": "grievances"}


def of(key: str) -> Measure:
    """The measure of a key; an annual statistic before its answer has told its name and unit."""
    return BY_KEY.get(key) or Measure(key, "monitoring", OWN_UNIT, places=1)


def is_statistic(key: str) -> bool:
    """Whether a measure is an annual statistic."""
    return key not in BY_KEY


def has_map(topic: str) -> bool:
    """Whether a topic has measures to choose from."""
    return any(is_offered(measure.key, topic) for measure in MEASURES)


def is_offered(key: str, topic: str) -> bool:
    """Whether a topic's map offers a measure; the overview offers all, a topic without a map none."""
    return topic in ("overview", of(key).topic)


def measure_of(topic: str, key: str | None, medium: str | None = None) -> Measure:
    """The chosen measure where the topic offers it, else its first; a topic without a map leaves the choice alone.

    The first one of readings is that of the ``medium`` that is measured, where it is known.
    """
    if key and (is_offered(key, topic) or not has_map(topic)):
        return of(key)
    return of(first(next((one.key for one in MEASURES if is_offered(one.key, topic)), MEASURES[0].key), medium))


def first(key: str, medium: str | None) -> str:
    """The measure with which a topic begins: of readings the one of a medium, where it is known."""
    return f"exceedance_{medium}" if medium and f"exceedance_{medium}" in BY_KEY and key in EXCEEDANCES else key


def own_unit(units: Mapping[str, str]) -> str:
    """A unit that the data name in each language."""
    return OWN_UNIT + BETWEEN.join(units[language] for language in LANGUAGES)


def stated_unit(unit: str, language: str) -> str | None:
    """The name of such a unit in a language; None of another one."""
    if not unit.startswith(OWN_UNIT):
        return None
    return dict(zip(LANGUAGES, unit.removeprefix(OWN_UNIT).split(BETWEEN), strict=False)).get(language, "")


def of_indicator(code: str, indicators: Mapping[str, Indicator]) -> Measure:
    """An annual statistic as the data name it; one that they do not list by its code, without a unit."""
    indicator = indicators.get(code)
    if indicator is None:
        return of(code)
    unit = WORDED_UNITS.get(indicator.unit_code) or own_unit(indicator.units)
    return replace(of(code), unit=unit, places=0 if indicator.unit_code == "count" else 1, names=indicator.names)


def lane_units(answer: Answer) -> dict[str, str]:
    """The unit of each subject; that of money follows the reader's choice."""
    return LANE_UNITS | ({"revenue": answer.money.unit} if answer.money else {})


def of_answer(measure: Measure, answer: Answer) -> Measure:
    """The measure with the name and in the unit of its answer."""
    if is_statistic(measure.key):
        return of_indicator(measure.key, answer.indicators)
    if measure.topic == "incidents":
        return replace(measure, unit=measure.unit.replace("incidents", answer.counted_unit))
    if answer.money is None or measure.key != "revenue":
        return measure
    unit = answer.money.unit
    return replace(measure, unit=unit, places=2 if unit == "usd_per_person_year" else 0)
