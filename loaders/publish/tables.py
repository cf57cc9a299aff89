"""Everything that a publication holds, as frames per public table, parents first."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Connection, Table, select

from data_access.vocabulary import schema
from data_access.vocabulary.fields import PUBLISHED_ENTITIES
from loaders.publish import cases, posting
from loaders.publish.dialogue import published_dialogue
from loaders.publish.earlier import Earlier
from loaders.publish.events import events_of
from loaders.publish.grievances import Books, close_register
from loaders.publish.incidents import published_actors, published_incidents, published_issues
from loaders.publish.layers import loaded_shapes, oblast_shapes, published_layers
from loaders.publish.notes import published_notes
from loaders.publish.places import (
    published_aliases,
    published_districts,
    published_oblasts,
    published_population,
    published_site_districts,
)
from loaders.publish.readings import published_readings
from loaders.publish.replies import published_replies
from loaders.publish.revenue import published_revenue
from loaders.publish.revenue_due import published_due
from loaders.publish.sensitive import sensitive_events
from loaders.publish.sources import GrievanceTotals, last_runs, published_checks, published_sources
from loaders.publish.statistics import published_statistics
from loaders.publish.teams import published_teams
from loaders.store import metadata, revenue
from loaders.store.frames import rows
from loaders.store.runs import source

Frames = dict[Table, pd.DataFrame]


class ComputedTables(NamedTuple):
    """The frames of a publication, and what it settles for good of people's cases."""

    frames: Frames
    books: Books


class PublishRefused(Exception):
    """The private store cannot be published; the public store is as it was."""


def published_tables(connection: Connection, limit: int) -> ComputedTables:
    """All public tables but ``publication``, computed from one state of the private store."""
    meetings = published_dialogue(connection, limit, Earlier.read(connection))
    grievance_tables, books = _grievances(connection, limit, meetings.earlier)
    by_district, by_station = published_readings(connection)
    incidents = published_incidents(connection)
    replies = published_replies(connection, incidents)
    sources = published_sources(connection, _totals(grievance_tables), incidents, replies)
    frames = {
        schema.source: sources,
        schema.source_check: published_checks(connection, sources["source_key"]),
        schema.load_note: published_notes(connection, sources["source_key"]),
        **_as_loaded(connection),
        **_places(connection),
        **_revenue(connection),
        schema.reading: by_district,
        schema.station_month: by_station,
        **published_statistics(connection, limit),
        schema.pem_team: published_teams(connection, limit),
        **meetings.frames,
        schema.incident: incidents,
        schema.incident_issue: published_issues(connection),
        schema.incident_actor: published_actors(connection),
        schema.reply: replies,
        **grievance_tables,
    }
    return ComputedTables({table: frames[table] for table in schema.of_publication() if table in frames}, books)


def _as_loaded(connection: Connection) -> Frames:
    """What whoever reads may see as it was loaded; the public tables do not have its private columns."""
    names = [entity.name for entity in PUBLISHED_ENTITIES.values() if entity.is_published_as_loaded]
    return {schema.metadata.tables[name]: rows(connection, metadata.tables[name]) for name in names}


def _places(connection: Connection) -> Frames:
    districts = loaded_shapes(connection, "districts")
    oblasts = oblast_shapes(districts.geometry)
    units, wider = published_districts(connection, districts.geometry), published_oblasts(connection, oblasts)
    if units["label_lat"].isna().any() or wider["label_lat"].isna().any():
        raise PublishRefused("districts have no polygon to be drawn and labelled in: load the boundaries first")
    return {
        schema.layer: published_layers(districts, oblasts, loaded_shapes(connection, "lakes")),
        schema.oblast: wider,
        schema.district: units,
        schema.district_alias: published_aliases(connection),
        schema.population: published_population(connection),
        schema.site_district: published_site_districts(connection),
    }


def _revenue(connection: Connection) -> Frames:
    organisations = select(revenue.organisation, source.c.kind).join(
        source, source.c.source_key == revenue.organisation.c.source_key
    )
    return {
        schema.organisation: rows(connection, organisations).assign(
            is_synthetic=lambda frame: frame["kind"] == "synthetic"
        ),
        schema.revenue: published_revenue(connection),
        schema.revenue_due: published_due(connection),
    }


def _grievances(connection: Connection, limit: int, earlier: Earlier) -> ComputedTables:
    books = Books(posting.posted_before(connection), earlier)
    steps, end = cases.ordinary_steps(connection), cases.cut_off(connection)
    if end is None or (books.posted_events.empty and not (steps["status_on"] <= end).any()):
        return ComputedTables({}, Books(books.posted_events.iloc[:0], books.earlier))
    events = pd.concat([events_of(steps, end), sensitive_events(connection, end)])
    closing = close_register(steps, events, end, books, limit)
    key = _main_source(connection)
    return ComputedTables({table: frame.assign(source_key=key) for table, frame in closing.tables.items()}, closing.new)


def _main_source(connection: Connection) -> str:
    """Source of the counts; of several, the one that wrote the most cases, since a count has room for one."""
    runs = last_runs(connection).query("dataset == 'grievances'")
    return runs.sort_values("rows_written")["source_key"].iloc[-1]


def _totals(grievance_tables: Mapping[Table, pd.DataFrame]) -> GrievanceTotals:
    if not grievance_tables:
        return GrievanceTotals(0, None, None)
    quarters = grievance_tables[schema.grievance_quarter]
    last = quarters["quarter"].max().to_period("Q").end_time.normalize()
    return GrievanceTotals(int(quarters["received_count"].sum()), int(quarters["quarter"].min().year), last)
