"""Answers about projects and their results: what was aimed at, and what is reported of it."""

from collections.abc import Collection
from typing import Any

import pandas as pd
from sqlalchemy import Select, select

from data_access.answers import filters, places, sources
from data_access.answers.links import web_address
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import GOALS
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.soate import oblast_of

project, result = schema.project.c, schema.project_result.c
NUMBERS = ("baseline_value", "target_value", "actual_value")
ADDRESSES = ("url", "evidence_url")


def by_outcome(snapshot: Snapshot, selection: Selection) -> Answer:
    """Results of the projects of the chosen place and goal: a row for each period that touches the chosen one.

    Columns of ``schema.project_result``, and of the project its names (project_ky, …), sdg, starts_on and ends_on;
    project by project, outcome by outcome, the newest period first. A project of an oblast, or of the country, is one
    of its districts too.
    """
    names = [project[f"name_{code}"].label(f"project_{code}") for code in languages.LANGUAGES]
    of_project = (project.project_areas, project.sdg, project.starts_on, project.ends_on)
    order = (project.starts_on.desc(), result.project_id, result.result_number, result.result_indicator_number)
    query = (
        select(schema.project_result, *names, *of_project)
        .join(schema.project, project.project_id == result.project_id)
        .order_by(*order, result.period_start.desc())
    )
    rows = snapshot.frame(query)
    is_meant = (
        _is_here(areas, snapshot, selection) and (selection.goal is None or selection.goal in _codes(goals))
        for areas, goals in zip(rows["project_areas"], rows["sdg"], strict=True)
    )
    here = filters.rows_where(rows, is_meant)
    known_years = _span(here)
    years = filters.chosen_years(selection, known_years)
    shown_rows = filters.rows_where(here, (_touches(row, selection) for row in named_rows(here))).drop(
        columns="project_areas"
    )
    numbers = {name: shown_rows[name].astype(float) for name in NUMBERS}
    links = {name: pd.Series(map(web_address, shown_rows[name]), shown_rows.index, dtype=object) for name in ADDRESSES}
    frame = shown_rows.assign(
        **numbers, **links, baseline_year=filters.whole(shown_rows["baseline_year"].astype(float))
    ).reset_index(drop=True)
    origins = sources.of_rows(snapshot, schema.project_result)
    return Answer(
        frame, years if len(frame) else None, known_years, origins, empty_reason=None if len(here) else "no_result"
    )


def goals_with_results(snapshot: Snapshot) -> list[str]:
    """The goals of the projects that have any result."""
    query = select(project.sdg).where(project.project_id.in_(select(result.project_id)))
    named = {goal for row in snapshot.rows(query)[1] for goal in _codes(row[0])}
    return [goal for goal in GOALS if goal in named]


def activities(snapshot: Snapshot, selection: Selection) -> list[dict[str, Any]]:
    """Every project of the chosen place: columns of ``schema.project``, None where empty.

    ``areas`` are names by language of its districts and oblasts, by code; ``results`` its rows of
    ``schema.project_result``, outcome by outcome.
    """
    records, names = _records(snapshot, select(schema.project).order_by(project.project_id)), _area_names(snapshot)
    order = (result.result_number, result.result_indicator_number, result.period_start)
    results = _records(snapshot, select(schema.project_result).order_by(*order))
    return [
        row
        | {
            "areas": {code: names[code] for code in _codes(row["project_areas"]) if code in names},
            "results": [one for one in results if one["project_id"] == row["project_id"]],
        }
        for row in records
        if _is_here(row["project_areas"], snapshot, selection)
    ]


def that_name(snapshot: Snapshot, codes: Collection[str]) -> list[dict[str, Any]]:
    """Columns of ``schema.project`` of those whose areas name one of these districts or its oblast, earliest first."""
    wanted = {*codes, *map(oblast_of, codes)}
    return [row for row in _by_start(snapshot) if wanted & {*_codes(row["project_areas"])}]


@per_version
def _by_start(snapshot: Snapshot) -> list[dict[str, Any]]:
    return _records(snapshot, select(schema.project).order_by(project.starts_on, project.project_id))


def _records(snapshot: Snapshot, query: Select[Any]) -> list[dict[str, Any]]:
    columns, rows = snapshot.rows(query)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _area_names(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    oblasts = snapshot.frame(select(schema.oblast)).to_dict("records")
    districts = places.districts(snapshot).to_dict("records")
    return {row["oblast_code"]: languages.texts(row, "name") for row in oblasts} | {
        row["district_code"]: languages.texts(row, "name") for row in districts
    }


def _is_here(areas: str | None, snapshot: Snapshot, selection: Selection) -> bool:
    code = places.code_of(snapshot, selection.district)
    codes = _codes(areas)
    return code is None or not codes or bool({code, oblast_of(code)} & set(codes))


def _codes(areas: str | None) -> list[str]:
    return areas.split(",") if isinstance(areas, str) else []


def _touches(row: Any, selection: Selection) -> bool:
    """Whether any day of its period lies in the chosen one."""
    starts_late = selection.last_day is not None and row.period_start > selection.last_day
    ends_early = selection.first_day is not None and row.period_end < selection.first_day
    return not (starts_late or ends_early)


def _span(rows: pd.DataFrame) -> tuple[int, int] | None:
    if rows.empty:
        return None
    return min(day.year for day in rows["period_start"]), max(day.year for day in rows["period_end"])
