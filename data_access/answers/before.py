"""Conflict incidents with the grievances that came before them.

The public counts hold what is open at the end of a quarter for the whole country only, and for a district what it
received in a year. So each incident is given both: of its district the last full year that had ended, and of the
country what was open at the end of the same quarter. What is withheld there is withheld here.
"""

from collections.abc import Iterable
from datetime import date
from statistics import median

import pandas as pd
from sqlalchemy import select

from data_access.answers import filters, incidents, sources
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import NOT_COLLECTED, VALUE, WITHHELD

incident, district = schema.incident.c, schema.district.c
NAN = float("nan")
NAMES = ("slug", *languages.columns("name"))
COLUMNS = (
    *("starts_on", "date_precision", "category", "episode_id", *NAMES),
    *("quarter", "year", "received", "usual", "state", "country_open", "country_usual"),
)


def incidents_after_grievances(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per conflict incident of the chosen districts and period, newest first.

    Only those of a known district, dated at least to the quarter, and after a full year of published grievances.
    Columns of ``schema.incident`` and the names of the district; quarter (first day of the chosen number of quarters
    before), year (the last full one that had ended by the end of that quarter); received (grievances of the district
    in that year) and usual (``usual`` of its full years), each NaN where there is none; state (of the two together:
    value, withheld or not_collected); country_open and country_usual (grievances open at the end of the quarter, and
    the median of all quarters; NaN withheld).
    """
    rows = _of_all(snapshot, int(effective_value(selection, "quarters")))
    chosen_rows = [row for row in rows if selection.covers(row["starts_on"]) and _is_chosen(row["slug"], selection)]
    years = [row["starts_on"].year for row in rows]
    known_years = (min(years), max(years)) if years else None
    origins = (*sources.of_rows(snapshot, schema.incident), *sources.of_rows(snapshot, schema.grievance_year))
    frame = pd.DataFrame(chosen_rows, columns=list(COLUMNS))
    why = "none_after_grievances" if frame.empty else None
    return Answer(frame, filters.chosen_years(selection, known_years), known_years, origins, empty_reason=why)


def quarter_before(day: date, count: int) -> date:
    """First day of the quarter that lies ``count`` quarters before that of a day."""
    quarters = day.year * 4 + (day.month - 1) // 3 - count
    return date(quarters // 4, quarters % 4 * 3 + 1, 1)


def last_year_by(quarter: date) -> int:
    """The last calendar year that has ended by the end of a quarter (of which this is the first day)."""
    return quarter.year if quarter.month == 10 else quarter.year - 1


def usual(counts: Iterable[float]) -> float:
    """The median of the shown counts (NaN: withheld); NaN unless more of them are shown than withheld."""
    every = list(counts)
    known_counts = [count for count in every if count == count]
    return float(median(known_counts)) if 2 * len(known_counts) > len(every) else NAN


def _is_chosen(slug: str, selection: Selection) -> bool:
    return not selection.districts or slug in selection.districts


@per_version
def _of_all(snapshot: Snapshot, quarters: int) -> list[dict]:
    """The rows of every incident that grievances are published before."""
    open_by_quarter, receipts = _open_in_country(snapshot), _receipts(snapshot)
    years = frozenset(year for of_district in receipts.values() for year in of_district)
    of_country = {"country_usual": usual(open_by_quarter.values())}
    return [
        {
            **row,
            **before,
            **of_country,
            "country_open": open_by_quarter[before["quarter"]],
            **_there(row, before, receipts),
        }
        for row in _incidents(snapshot)
        if (before := _when(row["starts_on"], quarters, open_by_quarter, years))
    ]


def _when(day: date, quarters: int, open_by_quarter: dict[date, float], years: frozenset[int]) -> dict | None:
    """The quarter before and the last full year by its end; None where grievances are not published so early."""
    quarter = quarter_before(day, quarters)
    year = last_year_by(quarter)
    return {"quarter": quarter, "year": year} if quarter in open_by_quarter and year in years else None


def _there(row: dict, before: dict, by_year: dict[str, dict[int, float]]) -> dict:
    """What the district of an incident received in the year before, what is usual there, and the state of both."""
    of_years = by_year.get(row["district_code"])
    if of_years is None:
        return {"received": NAN, "usual": NAN, "state": NOT_COLLECTED}
    count, middle = of_years.get(before["year"], NAN), usual(of_years.values())
    is_known = count == count and middle == middle
    return {"received": count, "usual": middle, "state": VALUE if is_known else WITHHELD}


def _incidents(snapshot: Snapshot) -> list[dict]:
    """Conflict incidents of a known district, dated at least to the quarter, newest first."""
    query = (
        select(schema.incident, *(district[name] for name in NAMES))
        .join(schema.district, district.district_code == incident.district_code)
        .where(incidents.is_conflict, incident.date_precision != "year")
        .order_by(incident.starts_on.desc(), incident.incident_id)
    )
    return snapshot.frame(query).to_dict("records")


def _open_in_country(snapshot: Snapshot) -> dict[date, float]:
    """Grievances open at the end of each quarter (first day), NaN where withheld."""
    quarter = schema.grievance_quarter.c
    rows = snapshot.frame(select(quarter.quarter, quarter.open_count))
    return dict(zip(rows["quarter"], rows["open_count"].astype(float).tolist(), strict=True))


def _receipts(snapshot: Snapshot) -> dict[str, dict[int, float]]:
    """Grievances received by district code and full year, NaN where withheld."""
    columns, receipts = schema.grievance_year.c, {}
    query = select(columns.area_code, columns.year, columns.received_count).where(columns.area_level == "district")
    for code, year, count in named_rows(snapshot.frame(query).astype({"received_count": float})):
        receipts.setdefault(code, {})[year] = count
    return receipts
