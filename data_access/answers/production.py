"""What mines produced, sold and exported by year, as reported: one row per figure, none of them added to another."""

import pandas as pd
from sqlalchemy import ColumnElement, and_, case, select, true

from data_access.answers import filters, places, sources
from data_access.answers.links import web_address
from data_access.store.database import Snapshot
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.mines import QUANTITIES, VALUES
from data_access.vocabulary.selection import Selection

figure = schema.production.c
area = schema.site_district.c
site = schema.site.c
ORDER = {measure: place for place, measure in enumerate((*QUANTITIES, *VALUES))}


def by_mine(snapshot: Snapshot, selection: Selection) -> Answer:
    """Figures of the chosen period about the chosen mine, or about those that concern the chosen district.

    Columns of ``schema.production`` and names of the site (site_name_ky, …); newest year first, in each by site,
    quantities before values. Figures stay in the unit in which they were reported.
    """
    about = _about(snapshot, selection)
    names = [site[name].label(f"site_{name}") for name in languages.columns("name")]
    query = (
        select(schema.production, *names)
        .join(schema.site, site.site_id == figure.site_id)
        .where(about)
        .order_by(
            figure.year.desc(),
            figure.site_id,
            case(ORDER, value=figure.production_measure),
            figure.commodity_code,
        )
    )
    rows = snapshot.frame(query)
    known_years = (int(rows["year"].min()), int(rows["year"].max())) if len(rows) else None
    years = filters.years_with_rows(filters.chosen_years(selection, known_years), rows["year"])
    shown_rows = rows[rows["year"].between(*(years or (0, 0)))].reset_index(drop=True)
    origins = sources.of_rows(snapshot, schema.production)
    why = "no_production" if known_years is None and origins else None
    frame = shown_rows.assign(
        url=pd.Series([web_address(text) for text in shown_rows["url"]], shown_rows.index, dtype=object)
    )
    return Answer(frame, years, known_years, origins, empty_reason=why)


def _about(snapshot: Snapshot, selection: Selection) -> ColumnElement[bool]:
    of_site = figure.site_id == selection.site if selection.site else true()
    code = places.code_of(snapshot, selection.district)
    if code is None:
        return of_site
    return and_(of_site, figure.site_id.in_(select(area.site_id).where(area.area_code == code)))
