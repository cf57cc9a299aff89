"""Everything that a publication holds, as frames per public table, parents first."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Connection, Table, select

from data_access import schema
from loaders.publish import cases, grievances
from loaders.publish.incidents import published_incidents, published_issues
from loaders.publish.layers import dissolved, loaded_shapes, published_layers
from loaders.publish.places import published_aliases, published_districts, published_oblasts
from loaders.publish.read import rows
from loaders.publish.readings import published_readings
from loaders.publish.revenue import published_revenue
from loaders.store import monitoring, places, revenue
from loaders.store.runs import load_run, source

Frames = dict[Table, pd.DataFrame]


class PublishRefused(Exception):
    """The private store cannot be published; the public store is as it was."""


def published_tables(connection: Connection, limit: int) -> Frames:
    """All public tables but ``publication``, computed from one state of the private store."""
    suppressed = _grievances(connection, limit)
    return {
        schema.source: _sources(connection, suppressed, cases.cut_off(connection)),
        **_places(connection),
        **_revenue(connection),
        schema.indicator: rows(connection, monitoring.indicator),
        schema.threshold: rows(connection, monitoring.threshold),
        schema.reading: published_readings(connection),
        schema.statistic: rows(connection, monitoring.statistic),
        schema.incident: published_incidents(connection),
        schema.incident_issue: published_issues(connection),
        **suppressed,
    }


def _places(connection: Connection) -> Frames:
    districts = loaded_shapes(connection, "districts")
    oblasts = dissolved(districts.geometry)
    units = published_districts(connection, districts.geometry)
    if units["label_lat"].isna().any():
        raise PublishRefused("districts have no polygon to be drawn and labelled in: load the boundaries first")
    return {
        schema.layer: published_layers(districts, oblasts, loaded_shapes(connection, "lakes")),
        schema.oblast: published_oblasts(connection, oblasts),
        schema.district: units,
        schema.district_alias: published_aliases(connection),
        schema.site: rows(connection, places.site),
    }


def _revenue(connection: Connection) -> Frames:
    organisations = select(revenue.organisation, source.c.kind).join(
        source, source.c.source_key == revenue.organisation.c.source_key
    )
    return {
        schema.organisation: rows(connection, organisations).assign(
            is_synthetic=lambda frame: frame["kind"] == "synthetic"
        ),
        schema.national_revenue: rows(connection, revenue.national_revenue),
        schema.revenue: published_revenue(connection),
    }


def _grievances(connection: Connection, limit: int) -> Frames:
    steps, end = cases.ordinary_steps(connection), cases.cut_off(connection)
    counted = cases.counted(steps, end) if end is not None else steps
    if counted.empty:
        return {}
    areas = grievances.by_area(counted, limit)
    frames = {
        schema.grievance_year: areas,
        schema.grievance_status_year: grievances.by_status(counted, areas, limit),
        schema.grievance_issue_year: grievances.by_issue(counted, areas, limit),
        schema.grievance_quarter: grievances.by_quarter(steps, end, areas, limit),
    }
    return {table: frame.assign(source_key=_main_source(connection)) for table, frame in frames.items()}


def _main_source(connection: Connection) -> str:
    """Source of the counts; of several, the one that wrote the most cases, since a count has room for one."""
    kept = _last_runs(connection).query("dataset == 'grievances'")
    return kept.sort_values("rows_written")["source_key"].iloc[-1]


def _sources(connection: Connection, suppressed: Mapping[Table, pd.DataFrame], end: pd.Timestamp | None):
    """Rows of the public ``source`` table.

    For grievances the newest record and the number of rows would follow the register from day to
    day; they are the last day and the cases that the shown counts cover.
    """
    frame = _last_runs(connection).rename(
        columns={"finished_at": "loaded_at", "period_last": "newest_on", "rows_written": "row_count"}
    )
    of_people = frame["dataset"] == "grievances"
    frame.loc[of_people, "newest_on"] = end
    frame.loc[of_people, "row_count"] = _shown_cases(suppressed)
    return frame


def _shown_cases(suppressed: Mapping[Table, pd.DataFrame]) -> int:
    if not suppressed:
        return 0
    areas = suppressed[schema.grievance_year]
    return int(areas.loc[areas["area_level"] == "country", "received_count"].sum())


def _last_runs(connection: Connection) -> pd.DataFrame:
    """Every source with its newest load; one whose only load was taken back is as if it had never been loaded."""
    query = select(source, load_run.c.finished_at, load_run.c.period_last, load_run.c.rows_written)
    joined = query.join(load_run, load_run.c.source_key == source.c.source_key).order_by(load_run.c.run_id)
    newest = rows(connection, joined).drop_duplicates("source_key", keep="last")
    return newest[newest["rows_written"] > 0]
