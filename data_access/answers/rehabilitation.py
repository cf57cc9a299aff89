"""Answers about the rehabilitation of sites: one row per stage that is told; nothing is added up."""

import pandas as pd
from sqlalchemy import ColumnElement, and_, or_, select, true

from data_access.answers import filters, places, sources
from data_access.answers.links import web_address
from data_access.store.database import Snapshot
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.rehabilitation import STAGES
from data_access.vocabulary.selection import Selection

stage = schema.rehabilitation_stage.c
site, area, district = schema.site.c, schema.site_district.c, schema.district.c
AMOUNTS = ("hectares_planned", "hectares_done", "volume_planned", "volume_moved", "cost")
ORDER = {one: place for place, one in enumerate(STAGES)}


def by_site(snapshot: Snapshot, selection: Selection) -> Answer:
    """Stages of the chosen site, or of those that concern the chosen district: site by site, in their order.

    Columns of ``schema.rehabilitation_stage``, names of the site (site_name_ky, …), slug and names of its district. The
    period leaves nothing out: a site is on its way for decades.
    """
    query = (
        select(
            schema.rehabilitation_stage,
            *(site[name].label(f"site_{name}") for name in languages.columns("name")),
            district.slug,
            *(district[name] for name in languages.columns("name")),
        )
        .join(schema.site, site.site_id == stage.site_id)
        .join(schema.district, district.district_code == site.district_code)
        .where(_about(snapshot, selection))
    )
    found = snapshot.frame(query)
    order = found.assign(place=found["rehabilitation_stage"].map(ORDER)).sort_values(
        ["site_id", "place"], kind="stable"
    )
    shown = found.loc[order.index].reset_index(drop=True)
    frame = shown.assign(
        url=pd.Series(map(web_address, shown["url"]), shown.index, dtype=object),
        **{name: shown[name].astype(float) for name in AMOUNTS},
    )
    known = filters.known_years(snapshot, stage.stage_began_on) if len(frame) else None
    used = sources.of_rows(snapshot, schema.rehabilitation_stage)
    return Answer(frame, known, known, used, empty_reason="no_rehabilitation")


def _about(snapshot: Snapshot, selection: Selection) -> ColumnElement[bool]:
    of_site = stage.site_id == selection.site if selection.site else true()
    code = places.code_of(snapshot, selection.district)
    if code is None:
        return of_site
    concerned = select(area.site_id).where(area.area_code == code)
    return and_(of_site, or_(site.district_code == code, stage.site_id.in_(concerned)))
