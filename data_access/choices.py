"""What a reader can choose, read from what is known."""

from types import MappingProxyType

from sqlalchemy import select

from dashboard.measures import MEASURES
from dashboard.selection import Known
from data_access import filters, places, schema
from data_access.database import Snapshot, per_version

STAGES = ("payment", "transfer", "allocation", "spending", "social")


def known(snapshot: Snapshot, tables: tuple[str, ...]) -> Known:
    """Every value that an address may hold. ``tables`` are the panels whose table can be opened."""
    values = {
        "district": _districts(snapshot),
        "measure": {measure.key: measure.key for measure in MEASURES},
        "stage": {stage: stage for stage in STAGES},
        "indicator": {code: code for code in filters.distinct(snapshot, schema.reading.c.indicator_code)},
        "tables": {key: key for key in tables},
    }
    return Known(MappingProxyType({key: MappingProxyType(found) for key, found in values.items()}))


@per_version
def stages(snapshot: Snapshot) -> tuple[str, ...]:
    """The stages that have any flow, in the order in which money passes through them."""
    found = filters.distinct(snapshot, schema.revenue.c.stage)
    return tuple(stage for stage in STAGES if stage in found)


@per_version
def indicators(snapshot: Snapshot) -> tuple[str, ...]:
    """The indicators that have any reading, by medium."""
    measured = filters.distinct(snapshot, schema.reading.c.indicator_code)
    listed = snapshot.frame(
        select(schema.indicator).order_by(schema.indicator.c.medium, schema.indicator.c.indicator_code)
    )
    return tuple(code for code in listed["indicator_code"] if code in measured)


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
