"""The read-only door: nothing but reading passes, and no query runs for ever."""

import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select, text
from sqlalchemy.pool import NullPool

from data_access.store import guard
from data_access.vocabulary import schema

FORBIDDEN = (
    "ATTACH 'other.sqlite' AS other",
    "ATTACH ':memory:' AS other",
    "ATTACH 'file:other.sqlite?mode=rwc' AS other",
    "DETACH main",
    "VACUUM",
    "VACUUM INTO 'other.sqlite'",
    "PRAGMA query_only = OFF",
    "PRAGMA query_only",
    "PRAGMA trusted_schema = ON",
    "PRAGMA writable_schema = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA journal_mode",
    "PRAGMA user_version = 7",
    "PRAGMA schema_version = 7",
    "PRAGMA application_id = 7",
    "PRAGMA read_uncommitted = 1",
    "PRAGMA temp_store_directory = '/tmp'",
    "PRAGMA wal_checkpoint(TRUNCATE)",
    "PRAGMA database_list",
    "PRAGMA table_info(district)",
    "PRAGMA optimize",
    "SELECT * FROM pragma_database_list",
    "SELECT * FROM pragma_table_info('district')",
    "INSERT INTO publication VALUES (9, '2026-01-01 00:00:00', 5)",
    "INSERT OR REPLACE INTO publication SELECT version, published_at, 1 FROM publication",
    "REPLACE INTO publication VALUES (1, '2026-01-01 00:00:00', 1)",
    "UPDATE publication SET version = 9",
    "DELETE FROM publication",
    "WITH one AS (SELECT 1) DELETE FROM publication",
    "INSERT INTO publication VALUES (9, '2026-01-01 00:00:00', 5) RETURNING version",
    "CREATE TABLE own (x)",
    "CREATE TABLE own AS SELECT * FROM district",
    "CREATE TEMP TABLE own (x)",
    "CREATE TEMP TABLE own AS SELECT * FROM district",
    "CREATE VIEW own AS SELECT 1",
    "CREATE TEMP VIEW own AS SELECT 1",
    "CREATE INDEX own ON district (slug)",
    "CREATE TRIGGER own AFTER DELETE ON district BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER own AFTER DELETE ON district BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE own USING fts5(x)",
    "CREATE VIRTUAL TABLE own USING rtree(a, b, c)",
    "CREATE VIRTUAL TABLE temp.own USING fts5(x)",
    "DROP TABLE publication",
    "DROP TABLE IF EXISTS district",
    "DROP INDEX ix_incident_starts_on_district_code",
    "ALTER TABLE district RENAME TO other",
    "ALTER TABLE district ADD COLUMN x",
    "ALTER TABLE district DROP COLUMN population",
    "REINDEX",
    "ANALYZE",
    "SAVEPOINT here",
    "SELECT load_extension('libm.so.6')",
    "SELECT LOAD_EXTENSION('libm.so.6', 'main')",
    "SELECT writefile('other.txt', 'x')",
    "SELECT readfile('/etc/passwd')",
    "SELECT edit('x', 'vi')",
    "SELECT fts3_tokenizer('simple')",
    "EXPLAIN DELETE FROM publication",
    "ATTACH 'private.sqlite' AS private",
    "INSERT INTO publication VALUES (1, '2026-01-01 00:00:00', 5) ON CONFLICT DO UPDATE SET version = 9",
    "INSERT INTO publication DEFAULT VALUES",
    "UPDATE publication SET small_cell_limit = other.small_cell_limit FROM publication AS other",
    "UPDATE publication SET version = version",
    "DELETE FROM publication RETURNING version",
    "CREATE UNIQUE INDEX own ON district (slug)",
    "ALTER TABLE district RENAME COLUMN slug TO own",
    "ROLLBACK TO here",
    "RELEASE here",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA synchronous = OFF",
    "PRAGMA mmap_size = 1000000000",
    "PRAGMA hard_heap_limit = 1",
    "PRAGMA incremental_vacuum",
    "PRAGMA wal_autocheckpoint = 1",
    "DELETE FROM sqlite_master",
    "UPDATE sqlite_schema SET sql = ''",
)
ENDLESS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT max(x) FROM n",
    "SELECT count(*) FROM revenue a, revenue b, revenue c, revenue d",
)


@pytest.fixture(scope="module")
def path(example_public_url) -> Path:
    """The file of the example."""
    return Path(example_public_url.removeprefix("sqlite:///"))


@pytest.fixture
def connection(path, tmp_path, monkeypatch):
    """A connection through the door; what a statement might write would lie in an empty folder."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    database = guard.open_read_only(path)
    before = sha256(path.read_bytes()).digest()
    yield database
    database.close()
    assert sha256(path.read_bytes()).digest() == before
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_what_is_no_reading_is_refused(connection, statement):
    with pytest.raises(sqlite3.Error):
        connection.execute(statement).fetchall()


@pytest.mark.parametrize("statement", ["DELETE FROM publication; COMMIT", "BEGIN; DROP TABLE district; COMMIT"])
def test_a_script_is_refused(connection, statement):
    with pytest.raises(sqlite3.Error):
        connection.executescript(statement)


@pytest.mark.parametrize("statement", ENDLESS)
def test_a_query_without_end_is_interrupted(connection, monkeypatch, statement):
    monkeypatch.setattr(guard, "LONGEST_QUERY_SECONDS", 0.05)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(statement).fetchall()


def test_reading_passes(connection):
    """The list of tables too: it is the published schema, and holds no row that a query could not ask for."""
    assert connection.execute("SELECT count(*) FROM district").fetchone() == (54,)
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'district'").fetchall() == [("district",)]


def test_every_table_can_be_read_through_sqlalchemy(path):
    engine = create_engine("sqlite://", creator=lambda: guard.open_read_only(path), poolclass=NullPool)
    with engine.connect() as connected:
        for table in schema.of_publication():
            assert connected.execute(select(table).limit(1)).all()
        assert connected.execute(text("SELECT 1")).scalar() == 1
