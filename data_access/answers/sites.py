"""Answers about mines, plants and legacy sites. Positions are known to some kilometres, and never given as exact."""

import pandas as pd
from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from data_access.answers import filters, places, sources
from data_access.answers.indicators import codes_of, judged_sums, judged_years, with_shares
from data_access.answers.revenue import money
from data_access.answers.revenue.flows import flow
from data_access.answers.revenue.sides import alone, side_of
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.soate import oblast_of
from data_access.vocabulary.stages import PAYMENT

site = schema.site.c
area = schema.site_district.c
operator = schema.site_operator.c
station = schema.station.c
month = schema.station_month.c
NAMES, POINT = languages.columns("name"), ("lat", "lon", "uncertainty_km")


@per_version
def marks(snapshot: Snapshot) -> tuple[tuple[str, str, dict[str, str], float, float, float], ...]:
    """Of every site: key, kind, names by language, latitude, longitude, radius in km within which it lies."""
    rows = snapshot.frame(select(schema.site).order_by(site.site_id)).to_dict("records")
    return tuple(
        (row["site_id"], row["kind"] or "", languages.texts(row, "name"), *map(row.get, POINT)) for row in rows
    )


@per_version
def about(snapshot: Snapshot, site_id: str) -> tuple:
    """One that exists: columns of ``schema.site``, and its district's names (district_ky, …)."""
    rows = _with_district(snapshot)
    return named_rows(rows[rows["site_id"] == site_id])[0]


def register(snapshot: Snapshot, selection: Selection) -> Answer:
    """Every site, or those that concern the chosen district.

    Columns of ``schema.site``, slug and names (district_ky, …) of the district in which it is stated to lie, and the
    operator: who runs it, or is the last that is named, None where nobody is. A site concerns a district in any role,
    also when it is only known to concern its oblast.
    """
    code, frame = places.code_of(snapshot, selection.district), _with_district(snapshot)
    if code:
        frame = frame[frame["site_id"].isin(_concerned(snapshot, code) | _concerned(snapshot, oblast_of(code)))]
    frame = frame.assign(operator=[_last_operators(snapshot).get(site_id) for site_id in frame["site_id"]])
    return _answer(snapshot, frame, "no_site_here", schema.site, schema.site_district, schema.site_operator)


def facts(snapshot: Snapshot, selection: Selection) -> Answer:
    """The chosen site: a row for each district, or oblast where only that is known, and role.

    Columns area_code, role, slug (empty of an oblast), names of the area, role_basis, and those of ``schema.site``.
    """
    district, oblast = schema.district.c, schema.oblast.c
    area_names = [func.coalesce(district[name], oblast[name]).label(name) for name in NAMES]
    own = [column.label(f"site_{column.name}" if column.name in NAMES else column.name) for column in schema.site.c]
    order = case({"host": 0, "affected": 1}, value=area.role, else_=2)
    query = (
        select(area.area_code, area.role, area.basis.label("role_basis"), district.slug, *area_names, *own)
        .join_from(schema.site_district, schema.site, area.site_id == site.site_id)
        .join(schema.district, district.district_code == area.area_code, isouter=True)
        .join(schema.oblast, oblast.oblast_code == area.area_code, isouter=True)
        .where(area.site_id == selection.site)
        .order_by(order, (area.area_code != site.district_code), area.area_code)
    )
    return _answer(snapshot, snapshot.frame(query), "no_site", schema.site, schema.site_district)


def operators(snapshot: Snapshot, selection: Selection) -> Answer:
    """Who ran the chosen site: columns of ``schema.site_operator``, earliest first. Days are empty where unknown."""
    frame = _operators(snapshot, selection)
    year = [_first_year(row) for row in named_rows(frame)]
    frame = frame.assign(year=year).sort_values(["year", "operator"], kind="stable", ignore_index=True)
    return _answer(snapshot, frame.drop(columns="year"), "no_operator", schema.site_operator)


def flows(snapshot: Snapshot, selection: Selection) -> Answer:
    """Payments that name the chosen site, and those of its operators that name no site: fiscal_year, code, value.

    ``code`` is the stream. An operator counts for the years in which it ran the site. Totals, never per person.
    """
    if selection.site is None:
        return Answer(pd.DataFrame(), None, None, empty_reason="no_site")
    in_question = and_(flow.stage == PAYMENT, _concerning(_operators(snapshot, selection), selection.site))
    counts = func.count(flow.revenue_id).label("rows"), alone().label("alone")
    sums = func.sum(flow.amount_kgs).label("value"), *counts
    query = (
        select(flow.fiscal_year, flow.stream_code.label("code"), *sums)
        .where(in_question)
        .group_by(flow.fiscal_year, flow.stream_code)
        .order_by(flow.fiscal_year, flow.stream_code)
    )
    rows = snapshot.frame(query)
    amounts = rows[["fiscal_year", "code", "value"]]
    if rows.empty:
        return Answer(amounts, None, None, empty_reason="no_flows_of_site")
    exchange = money.convert(snapshot, amounts, selection)
    span = int(rows["fiscal_year"].min()), int(rows["fiscal_year"].max())
    years = filters.chosen_years(selection, span)
    chosen_rows = rows[rows["fiscal_year"].between(*(years or (0, 0)))]
    keys = snapshot.frame(select(flow.source_key).where(in_question).distinct())["source_key"]
    origin = (source for source in sources.all_of(snapshot) if source.key in {*keys})
    sides = side_of(int(chosen_rows["rows"].sum()), int(chosen_rows["alone"].sum()))
    return Answer(exchange.frame, years, span, (*origin, *exchange.sources), money=exchange.money, one_sided=sides)


def readings(snapshot: Snapshot, selection: Selection) -> Answer:
    """Stations that watch the chosen site, then others in districts where it lies or that it affects.

    Those of what limits are set for. Columns station_id, names, is_named (it is said to watch the site) and those of
    ``indicators.with_shares``, of the chosen period. Where stations stand within a district is not published, so there
    is no distance.
    """
    if selection.site is None:
        return Answer(pd.DataFrame(), None, None, empty_reason="no_site")
    is_named = func.coalesce(station.site_id == selection.site, False).label("is_named")
    what = (station.station_id, *(station[name] for name in NAMES), is_named)
    query = (
        select(*what, *judged_sums(month))
        .join_from(schema.station_month, schema.station, station.station_id == month.station_id)
        .where(or_(station.site_id == selection.site, station.district_code.in_(places.around(selection.site))))
        .where(filters.within_period(selection, month.month), month.indicator_code.in_(codes_of(snapshot)))
        .group_by(*what)
        .order_by(is_named.desc(), station.station_id)
    )
    known_years = judged_years(snapshot)
    years = filters.chosen_years(selection, known_years)
    why = "no_stations_near" if years else None
    return Answer(
        with_shares(snapshot.frame(query)),
        years,
        known_years,
        sources.of_rows(snapshot, schema.station_month),
        empty_reason=why,
    )


def _concerned(snapshot: Snapshot, code: str) -> set[str]:
    """Sites that concern a district or an oblast."""
    return {key for (key,) in filters.of_place(snapshot, code, _concern).rows}


def _concern(_by_place: bool) -> Select:
    return select(area.area_code, area.site_id)


@per_version
def _with_district(snapshot: Snapshot) -> pd.DataFrame:
    district = schema.district.c
    names = (district[f"name_{code}"].label(f"district_{code}") for code in languages.LANGUAGES)
    query = select(schema.site, district.slug, *names).join(schema.district).order_by(site.site_id)
    return snapshot.frame(query)


@per_version
def _last_operators(snapshot: Snapshot) -> dict[str, str]:
    """Of each site the operator that is named for the latest day or year."""
    rows = named_rows(snapshot.frame(select(schema.site_operator).order_by(operator.site_operator_id)))
    return {row.site_id: row.operator for row in sorted(rows, key=_last_year)}


def _operators(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    return snapshot.frame(select(schema.site_operator).where(operator.site_id == selection.site))


def _concerning(operator_rows: pd.DataFrame, site_id: str) -> ColumnElement[bool]:
    """Flows of the site, and those without a site of organisations in the years in which they ran it."""
    runs = [
        and_(flow.payer_code == row.organisation_code, flow.fiscal_year.between(_first_year(row), _last_year(row)))
        for row in named_rows(operator_rows)
        if isinstance(row.organisation_code, str)
    ]
    return or_(flow.site_id == site_id, and_(flow.site_id.is_(None), or_(*runs))) if runs else flow.site_id == site_id


def _first_year(row) -> int:
    """The first year in which somebody is known to have run a site; of an open beginning, the year of the end."""
    first = row.valid_from or row.valid_to
    return first.year if first else int(row.stated_year)


def _last_year(row) -> int:
    if row.valid_to:
        return row.valid_to.year
    return 9999 if row.valid_from else int(row.stated_year)


def _answer(snapshot: Snapshot, frame: pd.DataFrame, why: str, *tables) -> Answer:
    """Lists of sites cover no time: what is asked of them is never outside a period."""
    sources_by_key = {source.key: source for table in tables for source in sources.of_rows(snapshot, table)}
    span = filters.known_years(snapshot, schema.site.c.status_year)
    return Answer(frame, span, span, tuple(sources_by_key.values()), empty_reason=why)
