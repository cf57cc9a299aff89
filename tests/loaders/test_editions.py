"""A published version that is kept under a name stays as it was."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import delete, select, update

from data_access.store import cache_dir, packing
from data_access.store.database import Database, EditionUnavailable, Snapshot
from data_access.vocabulary import schema
from loaders.__main__ import loaders
from loaders.commands import actions, incidents
from loaders.decisions import editions
from loaders.decisions.editions import EditionRefused
from loaders.publish import publish
from loaders.store.database import Stores, write_transaction
from loaders.store.settings import LoaderSettings
from tests.loaders.databases import LIMIT, OF_INCIDENTS, PUBLISHED, both_databases, publish_all, sqlite_mostly
from tests.loaders.stand_ins import FILES, load_text

NEVER = 1e6
TITLES = {"ky": "КТК", "ru": "МСГ", "en": "MSG"}


@pytest.fixture(autouse=True)
def _copies(tmp_path, monkeypatch):
    """Local copies of the test's own."""
    folder = tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(cache_dir, "gettempdir", lambda: str(folder))


def freeze(stores: Stores) -> None:
    editions.freeze(stores, LIMIT, "msg-1", TITLES, "A.B.")


@pytest.fixture
def edition_stores(stores_of) -> Stores:
    """Published stores with an edition."""
    return stores_of(*PUBLISHED, freeze)


def url_of(stores: Stores) -> str:
    """The address of the public store, as the web has it."""
    url = stores.public.url
    if url.drivername.startswith("sqlite"):
        return f"sqlite:///{url.database.removeprefix('file:')}"
    return url.render_as_string(hide_password=False).replace("postgresql+psycopg", "postgresql")


def edition_of(stores: Stores, key: str = "msg-1") -> Snapshot:
    """The edition, as a host has it that has just started."""
    return Database(url_of(stores), NEVER).snapshot(key)


def figures(snapshot: Snapshot) -> dict[str, list[tuple]]:
    """Every public row."""
    return {
        table.name: snapshot.rows(select(table).order_by(*table.primary_key))[1] for table in schema.of_publication()
    }


def change_revenue(stores: Stores, folder: Path) -> None:
    load_text(stores, folder, "revenue", FILES["revenue"].replace(",90,100,KGS", ",90,777,KGS"))


@both_databases
def test_it_holds_what_was_published_and_stays_so(edition_stores, tmp_path):
    before = figures(edition_of(edition_stores))
    assert before == figures(Database(url_of(edition_stores), NEVER).snapshot())
    change_revenue(edition_stores, tmp_path)
    publish(edition_stores, LIMIT)
    after = Database(url_of(edition_stores), NEVER)
    assert figures(after.snapshot("msg-1")) == before != figures(after.snapshot())
    assert after.snapshot().version.startswith("2-")


@sqlite_mostly
def test_its_bytes_stay_the_same(edition_stores, tmp_path):
    before = edition_of(edition_stores).edition.sha256
    change_revenue(edition_stores, tmp_path)
    publish(edition_stores, LIMIT)
    actions.upgrade(edition_stores)
    parts = select(schema.edition_part.c.content).order_by(schema.edition_part.c.part)
    with write_transaction(edition_stores.public) as connection:
        packing.unpack(connection.scalars(parts), tmp_path / "content")
    assert packing.sha256_of(tmp_path / "content") == edition_of(edition_stores).edition.sha256 == before


def test_what_is_told_of_it(edition_stores):
    one = edition_of(edition_stores).edition
    assert (one.key, one.titles, one.version, one.removed_count, one.withdrawn_at) == ("msg-1", TITLES, 1, 0, None)
    assert one.published_at <= one.frozen_at


@pytest.mark.parametrize("state", ["name twice", "withdrawn name", "nothing published", "newer rows", "another limit"])
def test_it_is_refused_with_a_reason(edition_stores, tmp_path, state):
    key, limit, reason = "msg-2", LIMIT, "loaders publish"
    if state == "name twice":
        key, reason = "msg-1", "already"
    elif state == "withdrawn name":
        editions.withdraw(edition_stores, "msg-1", "why")
        key, reason = "msg-1", "already"
    elif state == "nothing published":
        reason = "nothing is published"
        with write_transaction(edition_stores.public) as connection:
            connection.execute(delete(schema.publication))
    elif state == "newer rows":
        change_revenue(edition_stores, tmp_path)
    else:
        limit = LIMIT + 1
    before = editions.all_editions(edition_stores)
    with pytest.raises(EditionRefused, match=reason):
        editions.freeze(edition_stores, limit, key, TITLES, "A.B.")
    assert editions.all_editions(edition_stores) == before


@sqlite_mostly
def test_withdrawn_it_leaves_a_trace_without_content(edition_stores):
    editions.withdraw(edition_stores, "msg-1", "too early")
    with pytest.raises(EditionUnavailable) as error:
        edition_of(edition_stores)
    one = error.value.edition
    assert (error.value.reason, one.withdrawn_why, one.sha256) == ("edition_withdrawn", "too early", None)
    with write_transaction(edition_stores.public) as connection:
        assert connection.execute(select(schema.edition_part)).first() is None
    for key, reason in (("msg-1", "before"), ("msg-9", "no edition")):
        with pytest.raises(EditionRefused, match=reason):
            editions.withdraw(edition_stores, key, "again")


@both_databases
def test_an_open_host_follows_what_happens_to_editions(published_stores, tmp_path, copies_in):
    database = Database(url_of(published_stores), NEVER)
    with pytest.raises(EditionUnavailable, match="no_edition"):
        database.snapshot("msg-1")
    editions.freeze(published_stores, LIMIT, "msg-1", TITLES, "A.B.")
    database._keeper.refresh()
    assert figures(database.snapshot("msg-1")) == figures(database.snapshot())
    assert len(copies_in("editions")) == 1
    editions.withdraw(published_stores, "msg-1", "why")
    database._keeper.refresh()
    with pytest.raises(EditionUnavailable, match="edition_withdrawn"):
        database.snapshot("msg-1")
    assert copies_in("editions") == []


def test_copies_of_the_newest_version_leave_contents_out(edition_stores):
    newest = Database(url_of(edition_stores), NEVER).snapshot()
    assert list(newest.editions) == ["msg-1"]
    assert newest.rows(select(schema.edition_part))[1] == []


@both_databases
def test_a_takedown_reaches_editions_and_hosts_at_once(stores_of, tmp_path, copies_in):
    frozen_stores = stores_of(*OF_INCIDENTS, publish_all, freeze)
    database = Database(url_of(frozen_stores), NEVER)
    word = database.snapshot("msg-1").rows(select(schema.incident.c.report_title))[1][0][0].encode()
    messages = []
    settings = LoaderSettings("", "", reports=tmp_path / "reports")
    incidents.takedown(frozen_stores, settings, "i-1", "privacy", "A.B.", messages.append)
    assert any("removed from 1 edition;" in line for line in messages)
    database._keeper.refresh()
    snapshot = database.snapshot("msg-1")
    for table in (schema.incident, schema.incident_issue, schema.incident_actor):
        assert "i-1" not in {row[0] for row in snapshot.rows(select(table))[1]}
    assert snapshot.edition.removed_count == 1
    assert len(copies_in("editions")) == 1 and word not in copies_in("editions")[0].read_bytes()
    incidents.takedown(frozen_stores, settings, "i-1", "privacy", "A.B.", messages.append)
    assert edition_of(frozen_stores).edition.removed_count == 1


@pytest.mark.parametrize("damage", ["a part less", "another content"])
def test_a_damaged_one_is_not_served_and_the_newest_version_is(edition_stores, damage):
    with write_transaction(edition_stores.public) as connection:
        if damage == "a part less":
            connection.execute(delete(schema.edition_part))
        else:
            connection.execute(update(schema.edition).values(sha256="0" * 64))
    database = Database(url_of(edition_stores), NEVER)
    assert database.snapshot().version.startswith("1-") and database.problem is None
    with pytest.raises(EditionUnavailable, match="edition_unreadable"):
        database.snapshot("msg-1")


@both_databases
def test_an_upgrade_brings_them_along_and_keeps_their_figures(edition_stores, next_revision):
    before, content = figures(edition_of(edition_stores)), editions.all_editions(edition_stores)[0].sha256
    next_revision("public")
    actions.upgrade(edition_stores)
    assert figures(edition_of(edition_stores)) == before
    assert editions.all_editions(edition_stores)[0].sha256 != content
    assert editions.upgrade(edition_stores) == ([], [])


@pytest.fixture
def copies_in(tmp_path):
    """Local copies in a folder of this name."""
    return lambda name: list(tmp_path.glob(f"copies/*/*/{name}/*.sqlite"))


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (["freeze"], 0, "no version is kept"),
        (["freeze", "Upper", "--by", "A.B."], 2, "small Latin letters"),
        (["freeze", "x", "--by", "A.B."], 2, "small Latin letters"),
        (["freeze", "msg-1"], 2, "--by"),
        (["freeze", "msg-1", "--by", "+996 555 123456"], 2, "role or initials"),
        (["freeze", "msg-1", "--by", "A.B.", "--title-en", " "], 2, "a line of at most"),
        (["freeze", "--withdraw", "msg-1"], 2, "--why"),
        (["freeze", "msg-1", "--by", "A.B.", "--title-ru", "МСГ 2026"], 0, "version 1 is kept as edition msg-1"),
    ],
)
def test_the_command_line(published_stores, monkeypatch, arguments, code, text):
    monkeypatch.setenv("DATABASE_URL", url_of(published_stores))
    monkeypatch.delenv("RAW_DATABASE_URL", raising=False)
    answer = CliRunner().invoke(loaders, arguments)
    assert (answer.exit_code, text in answer.output) == (code, True), answer.output
    if code == 0 and len(arguments) > 1:
        assert edition_of(published_stores).edition.titles == {"ky": "msg-1", "ru": "МСГ 2026", "en": "msg-1"}
        listing = CliRunner().invoke(loaders, ["freeze"]).output
        assert "msg-1: msg-1, version 1" in listing and "by A.B." in listing
        withdrawal = CliRunner().invoke(loaders, ["freeze", "--withdraw", "msg-1", "--why", "too early"])
        assert withdrawal.exit_code == 0 and "too early" in CliRunner().invoke(loaders, ["freeze"]).output
