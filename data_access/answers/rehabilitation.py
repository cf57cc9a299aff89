"""Answers about the rehabilitation of sites: one row per stage that is told; nothing is added up."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, and_, or_, select, true

from data_access.answers import filters, places, sites, sources
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
BEFORE, AFTER = MOMENTS = ("before", "after")
# Stages at which the works begin, and from which on they are done.
WORKS, ACCEPTED = "works", "accepted"
# Columns of the first stage, of the plan, and of the newest stage and what is done.
OF_STAGE = ("rehabilitation_stage", "stage_began_on", "date_precision")
OF_USE = ("after_use", "is_used", "monitored_until")
JUDGED = ("exceeds", "near", "ok")


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
    rows = snapshot.frame(query)
    order = rows.assign(place=rows["rehabilitation_stage"].map(ORDER)).sort_values(["site_id", "place"], kind="stable")
    in_order = rows.loc[order.index].reset_index(drop=True)
    frame = in_order.assign(
        url=pd.Series(map(web_address, in_order["url"]), in_order.index, dtype=object),
        **{name: in_order[name].astype(float) for name in AMOUNTS},
    )
    known_years = filters.known_years(snapshot, stage.stage_began_on) if len(frame) else None
    origins = sources.of_rows(snapshot, schema.rehabilitation_stage)
    return Answer(frame, known_years, known_years, origins, empty_reason="no_rehabilitation")


def before_and_after(snapshot: Snapshot, selection: Selection) -> Answer:
    """The chosen site before its rehabilitation and now: a row for each of ``MOMENTS``.

    Columns moment; of the first and the newest stage that is told its name, day and precision (empty before where one
    alone is told); hectares and volume, planned and done; after_use, is_used, monitored_until (empty before);
    exceeds and judged, readings of stations near the site: before the works began, and since they were accepted (NaN:
    no such day is told, or nothing was judged).
    """
    answer = by_site(snapshot, selection) if selection.site else None
    if answer is None or answer.is_empty:
        return Answer(pd.DataFrame(), None, None, empty_reason="no_rehabilitation")
    stages = answer.rows
    began, accepted = (_dated(stages, name) for name in (WORKS, ACCEPTED))
    first, newest = stages[0] if len(stages) > 1 else None, stages[-1]
    rows = [
        {
            "moment": BEFORE,
            **{name: getattr(first, name, None) for name in OF_STAGE},
            **{name: _told(stages, f"{name}_planned") for name in ("hectares", "volume")},
            **dict.fromkeys(OF_USE),
            **_readings(snapshot, Selection(site=selection.site, until=month_before(began)) if began else None),
        },
        {
            "moment": AFTER,
            **{name: getattr(newest, name) for name in OF_STAGE},
            **{"hectares": _told(stages, "hectares_done"), "volume": _told(stages, "volume_moved")},
            **{name: _told(stages, name) for name in OF_USE},
            **_readings(snapshot, Selection(site=selection.site, since=month_after(accepted)) if accepted else None),
        },
    ]
    columns = ("moment", *OF_STAGE, "hectares", "volume", *OF_USE, "exceeds", "judged")
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    numbers = dict.fromkeys(("hectares", "volume", "exceeds", "judged"), float)
    used = (
        (*answer.sources, *sources.of_rows(snapshot, schema.station_month)) if frame["judged"].any() else answer.sources
    )
    return Answer(frame.astype(numbers), answer.years, answer.known_years, used)


def _told(stages: Sequence[Any], name: str) -> Any:
    """What the newest stage that tells it says; None where none does."""
    values = (getattr(row, name) for row in reversed(stages))
    return next((value for value in values if value is not None and value == value), None)


def _dated(stages: Sequence[Any], name: str) -> Any:
    """A stage whose day is told; None where it is not."""
    return next((row for row in stages if row.rehabilitation_stage == name and row.stage_began_on), None)


def _readings(snapshot: Snapshot, near_site: Selection | None) -> dict[str, int | None]:
    """Readings near a site that were judged in a period, and those beyond their limit; None without any."""
    frame = sites.readings(snapshot, near_site).frame if near_site else pd.DataFrame()
    judged = int(frame[[*JUDGED]].to_numpy().sum()) if len(frame) else 0
    return {"exceeds": int(frame["exceeds"].sum()), "judged": judged} if judged else {"exceeds": None, "judged": None}


def month_before(row: Any) -> str:
    """The last month that lies before a stage began, whatever its day was."""
    first: date = row.stage_began_on.replace(day=1)
    return (first - timedelta(days=1)).strftime("%Y-%m")


def month_after(row: Any) -> str:
    """The first month that lies after a stage began, as exactly as its day is known."""
    day: date = row.stage_began_on
    last = day.replace(month=12) if row.date_precision == "year" else day
    return (last.replace(day=28) + timedelta(days=7)).strftime("%Y-%m")


def _about(snapshot: Snapshot, selection: Selection) -> ColumnElement[bool]:
    of_site = stage.site_id == selection.site if selection.site else true()
    code = places.code_of(snapshot, selection.district)
    if code is None:
        return of_site
    concerned = select(area.site_id).where(area.area_code == code)
    return and_(of_site, or_(site.district_code == code, stage.site_id.in_(concerned)))
