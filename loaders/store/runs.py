"""Sources, loads, refused attempts and publications."""

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, String, Table, Text

from data_access.vocabulary.fields import sources
from data_access.vocabulary.fields.entity import refers_to
from loaders.store.base import metadata, private

# States of a load. The rows of an embargoed one are kept and stand in no other table.
LOADED, EMBARGOED, RELEASED, WITHDRAWN = "loaded", "embargoed", "released", "withdrawn"

source = private(sources.SOURCES)

load_run = Table(
    "load_run",
    metadata,
    Column("run_id", Integer, primary_key=True, comment="Number of the load, rising"),
    Column("source_key", refers_to("source.source_key"), nullable=False, index=True, comment="Source that was loaded"),
    Column("loads", String(32), nullable=False, comment="Dataset format that it was loaded as"),
    Column("file_name", String(300), nullable=False, comment="Name of the file, without its folder"),
    Column("sha256", String(64), nullable=False, comment="Hash of the file's bytes; an equal file is not loaded again"),
    Column("started_at", DateTime(timezone=True), nullable=False, comment="When the load began (UTC)"),
    Column("finished_at", DateTime(timezone=True), nullable=False, comment="When its rows were checked (UTC)"),
    Column("rows_read", Integer, nullable=False, comment="Rows of the file"),
    Column("rows_written", Integer, nullable=False, comment="Rows kept, in the main table of the dataset"),
    Column("rows_rejected", Integer, nullable=False, comment="Rows of the file that were set aside"),
    Column("rows_added", Integer, comment="Rows that its source did not have before; empty: cannot be compared"),
    Column("rows_changed", Integer, comment="Rows that its source had with other values; empty: cannot be compared"),
    Column("rows_removed", Integer, comment="Rows that its source has no longer; empty: cannot be compared"),
    Column(
        "status",
        String(16),
        nullable=False,
        comment="loaded; embargoed until release_at, then released by another load, or withdrawn before",
    ),
    Column("message", Text, comment="Remark of a load of before reasons were published; is not published"),
    Column("reason", String(500), comment="Why it was loaded or taken back, as the operator told; is published"),
    Column("loaded_by", String(100), nullable=False, comment="System account that ran the loader"),
    Column("period_first", Date, comment="First day that the rows cover"),
    Column("period_last", Date, comment="Last day that the rows cover"),
    Column("undoes", Integer, comment="Load that this one took back; empty: a load of a file"),
    Column("release_at", DateTime(timezone=True), comment="When an embargo ends (UTC); empty: a load without one"),
    Column("may_remove", Boolean, comment="Of a load under embargo: whether many rows may vanish when it is released"),
    Column("releases", Integer, comment="Load under embargo whose rows this one brought in; empty: another load"),
    comment="One row per completed load; a refused file leaves none",
)

kept_rows = Table(
    "kept_rows",
    metadata,
    Column("run_id", refers_to("load_run.run_id"), primary_key=True, comment="Load that the rows belong to"),
    Column("seq", Integer, primary_key=True, comment="Order of the parts, from 1"),
    Column("content", LargeBinary, nullable=False, comment="Rows in the dataset's columns: JSON by column, zlib"),
    comment="Rows of every load as they were accepted, so that any of them can be compared and loaded again",
)

load_check = Table(
    "load_check",
    metadata,
    Column("run_id", refers_to("load_run.run_id"), primary_key=True, comment="Load in which it ran"),
    Column("seq", Integer, primary_key=True, comment="Order of the checks, from 1"),
    Column("reason", String(300), nullable=False, comment="What is wrong with a row that breaks it"),
    Column("severity", String(16), nullable=False, comment="What that does: refused, set aside or warning"),
    Column("row_count", Integer, nullable=False, comment="Rows that broke it; of a folder, of all of its files"),
    comment="Checks of the rows of each load, also those that every row passed; no cell of a file",
)

publication = Table(
    "publication",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False, comment="Version of the public store"),
    Column("run_id", refers_to("load_run.run_id"), comment="Newest load in it; empty: nothing was loaded"),
    Column("decision_id", Integer, comment="Newest decision about an incident in it; empty: there was none"),
    Column("small_cell_limit", Integer, nullable=False, comment="Counts of people's cases below this were withheld"),
    Column("tables", String(8), comment="Revision of the public tables that it filled; empty: before that was noted"),
    Column("attempt", Integer, comment="Number of the attempt to publish, rising; empty: before attempts were noted"),
    Column("is_confirmed", Boolean, comment="Whether it is known to have become public; empty: before that was noted"),
    Column("published_at", DateTime(timezone=True), nullable=False, comment="When it was published (UTC)"),
    comment="What was published when, or announced; tells whether the public store is up to date",
)
