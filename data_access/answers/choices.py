"""What a reader can choose, read from what is known."""

from types import MappingProxyType

from sqlalchemy import Table, select

from data_access.answers import filters, places
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.facets import BY_KEY, FACETS
from data_access.vocabulary.measures import MEASURES
from data_access.vocabulary.selection import AllowedValues, Selection
from data_access.vocabulary.stages import STAGES

# Years by which one measure may follow another: published counts of grievances by district are annual.
LAGS = ("0", "1", "2", "3")
# Quarters before an incident, of which grievances are shown.
QUARTERS = ("1", "2", "4")


def known(snapshot: Snapshot, tables: tuple[str, ...]) -> AllowedValues:
    """Every value that an address may hold. ``tables`` are the panels whose table can be opened."""
    found = {facet.key: {value.lower(): value for value in values(snapshot, facet.key)} for facet in FACETS}
    found |= {"district": _districts(snapshot), "tables": {key: key for key in tables}, "present": {"1": "1"}}
    found |= {"edition": {snapshot.edition.key: snapshot.edition.key} if snapshot.edition else {}}
    meant = MappingProxyType({key: MappingProxyType(values) for key, values in found.items()})
    return AllowedValues(meant, MappingProxyType(instead(snapshot)))


def instead(snapshot: Snapshot) -> dict[str, str]:
    """What holds of a choice that nobody made, by key, where the data have nothing for what usually does."""
    shown = stage_instead(snapshot)
    return {"stage": shown} if shown else {}


def stage(snapshot: Snapshot, selection: Selection) -> str:
    """The stage of money that is shown: the chosen one, else the usual one, else the first that has any flow."""
    return selection.stage or stage_instead(snapshot) or BY_KEY["stage"].default


@per_version
def stage_instead(snapshot: Snapshot) -> str | None:
    """The first stage with any flow, where the one that holds without a choice has none; None where it has."""
    found = _stages(snapshot)
    return found[0] if found and BY_KEY["stage"].default not in found else None


@per_version
def values(snapshot: Snapshot, key: str) -> tuple[str, ...]:
    """The values of a facet that the data know, in the order in which they are offered."""
    return tuple(VALUES[key](snapshot))


@per_version
def names(snapshot: Snapshot, key: str) -> dict[str, dict[str, str]]:
    """Names by value and language of a facet whose values are named in the data."""
    table, code, name = NAMED[key]
    rows = snapshot.frame(select(table)).to_dict("records")
    return {row[code]: languages.texts(row, name) for row in rows}


def _measures(_snapshot: Snapshot) -> list[str]:
    return [measure.key for measure in MEASURES]


def _stages(snapshot: Snapshot) -> list[str]:
    """The stages that have any flow, in the order in which money passes through them."""
    found = filters.distinct(snapshot, schema.revenue.c.stage)
    return [stage for stage in STAGES if stage in found]


def _indicators(snapshot: Snapshot) -> list[str]:
    """The indicators that have any reading, by medium."""
    measured = filters.distinct(snapshot, schema.reading.c.indicator_code)
    listed = snapshot.frame(
        select(schema.indicator).order_by(schema.indicator.c.medium, schema.indicator.c.indicator_code)
    )
    return [code for code in listed["indicator_code"] if code in measured]


def _streams(snapshot: Snapshot) -> list[str]:
    """The streams that have any flow."""
    return sorted(filters.distinct(snapshot, schema.revenue.c.stream_code))


def _operators(snapshot: Snapshot) -> list[str]:
    """The organisations that have paid anything."""
    return sorted(filters.distinct(snapshot, schema.revenue.c.payer_code))


def _stations(snapshot: Snapshot) -> list[str]:
    """The stations that have any reading."""
    return sorted(filters.distinct(snapshot, schema.station_month.c.station_id))


def _sources(snapshot: Snapshot) -> list[str]:
    """Every source that has rows, by subject."""
    listed = snapshot.frame(select(schema.source).order_by(schema.source.c.dataset, schema.source.c.source_key))
    return listed["source_key"].tolist()


def _sites(snapshot: Snapshot) -> list[str]:
    return sorted(filters.distinct(snapshot, schema.site.c.site_id))


def _currencies(snapshot: Snapshot) -> list[str]:
    return ["kgs", "usd"] if filters.known_years(snapshot, schema.fx_rate.c.year) else ["kgs"]


def _prices(snapshot: Snapshot) -> list[str]:
    return ["nominal", "constant"] if filters.known_years(snapshot, schema.price_index.c.year) else ["nominal"]


def _issues(snapshot: Snapshot) -> list[str]:
    """The issues of any incident or grievance."""
    of_grievances = ((schema.grievance_part_year.c.kind, "issue"),)
    found = filters.distinct(snapshot, schema.grievance_part_year.c.code, of_grievances)
    return sorted(found | filters.distinct(snapshot, schema.incident_issue.c.issue_code))


def _actors(snapshot: Snapshot) -> list[str]:
    """The roles that any report of an incident names."""
    return sorted(filters.distinct(snapshot, schema.incident_actor.c.role))


VALUES = {
    "x": _measures,
    "y": _measures,
    "lag": lambda _snapshot: LAGS,
    "quarters": lambda _snapshot: QUARTERS,
    "measure": _measures,
    "stage": _stages,
    "indicator": _indicators,
    "stream": _streams,
    "operator": _operators,
    "per": lambda _snapshot: ["person", "total"],
    "currency": _currencies,
    "prices": _prices,
    "station": _stations,
    "issue": _issues,
    "actor": _actors,
    "site": _sites,
    "source": _sources,
    "by": lambda _snapshot: ["place", "site"],
    "count": lambda _snapshot: ["incidents", "episodes"],
}
# Of each facet whose values are named in the data: the table, its key, and how the columns of names begin.
NAMED: dict[str, tuple[Table, str, str]] = {
    "operator": (schema.organisation, "organisation_code", "name"),
    "site": (schema.site, "site_id", "name"),
    "station": (schema.station, "station_id", "name"),
    "source": (schema.source, "source_key", "title"),
}


@per_version
def all_years(snapshot: Snapshot) -> tuple[int, int]:
    """First and last year that any of the four subjects covers."""
    columns = (
        schema.revenue.c.fiscal_year,
        schema.reading.c.month,
        schema.incident.c.starts_on,
        schema.grievance_year.c.year,
        schema.national_revenue.c.fiscal_year,
    )
    spans = [span for span in (filters.known_years(snapshot, column) for column in columns) if span]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else (2000, 2000)


def _districts(snapshot: Snapshot) -> dict[str, str]:
    """A slug, a SOATE code (8 or 14 digits) and an OCHA P-code all mean the district."""
    found = {}
    for row in places.districts(snapshot).itertuples():
        written = (row.slug, row.district_code, f"{row.district_code}000000", row.pcode.lower())
        found.update(dict.fromkeys(written, row.slug))
    return found
