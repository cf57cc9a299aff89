"""What is taken down is gone from both stores at once, and nothing brings it back, whatever else happens."""

import sqlite3
import tempfile
import zlib
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import OperationalError

from data_access.vocabulary import schema
from loaders import migrations
from loaders.commands import actions, incidents, status
from loaders.decisions import editions
from loaders.decisions.release import release
from loaders.decisions.takedown import take_down
from loaders.engine.run import Terms
from loaders.engine.undo import undo
from loaders.gate.checks import LoadRefused
from loaders.publish import ledger, publish, withdraw
from loaders.publish.notes import published_notes
from loaders.store import incident_decisions, places
from loaders.store.database import Stores, StoreUnavailable, reading, write_transaction
from loaders.store.decisions import incident_decision
from loaders.store.grievances import decided_count
from loaders.store.runs import kept_rows, publication
from loaders.store.settings import LoaderSettings
from tests.loaders.databases import LIMIT, OF_INCIDENTS, both_databases, sqlite_mostly
from tests.loaders.stand_ins import FILES, dump, load_text, source_of
from tests.loaders.test_release import log, shown_incidents

WORD = "Qalmoxun"
# The public incident with a word that stands nowhere else, in columns of both stores.
INCIDENTS = FILES["incidents"].replace("24.kg; Reuters", f"{WORD} news").replace("noise,told", f"noise,{WORD} told")
ONE = "".join(INCIDENTS.splitlines(keepends=True)[:2])
ANY = Terms(allow_removal=True)
TITLES = dict.fromkeys(("ky", "ru", "en"), "MSG")
EDITION = (schema.edition, schema.edition_part)


def settings(folder: Path) -> LoaderSettings:
    return LoaderSettings("", "", reports=folder / "reports")


def takedown(stores: Stores, folder: Path, key: str = "i-1") -> str:
    """The command; gives what it said."""
    messages = []
    incidents.takedown(stores, settings(folder), key, "privacy", "A.B.", messages.append)
    return "\n".join(messages)


def list_twice(stores: Stores) -> None:
    """Bring the word in by two loads, and publish it."""
    with tempfile.TemporaryDirectory() as folder:
        load_text(stores, Path(folder), "incidents", INCIDENTS)
        load_text(stores, Path(folder), "incidents", INCIDENTS.replace(",2,100,", ",2,101,"))
    publish(stores, LIMIT)
    assert WORD in content_of(stores.private) and WORD in content_of(stores.public)


def freeze(stores: Stores) -> None:
    editions.freeze(stores, LIMIT, "msg-1", TITLES, "A.B.")


def take_word_down(stores: Stores) -> None:
    with tempfile.TemporaryDirectory() as folder:
        takedown(stores, Path(folder))


LISTED = (*OF_INCIDENTS, list_twice)
FROZEN = (*LISTED, freeze)
TAKEN = (*LISTED, take_word_down)


@pytest.fixture
def list_stores(stores_of) -> Stores:
    """Stores that hold the word, published, in two loads."""
    return stores_of(*LISTED)


@pytest.fixture
def frozen(stores_of) -> Stores:
    """The same with an edition of it."""
    return stores_of(*FROZEN)


@pytest.fixture
def stores_after_takedown(stores_of) -> Stores:
    """The same as listed, after the word was taken down."""
    return stores_of(*TAKEN)


def content_of(engine) -> str:
    """Everything in a store as text, kept rows unpacked."""
    with reading(engine) as connection:
        is_private = engine.dialect.has_table(connection, "kept_rows")
        contents = connection.scalars(select(kept_rows.c.content)).all() if is_private else []
    return str(dump(engine)) + str([zlib.decompress(content).decode() for content in contents])


@both_databases
def test_it_is_gone_at_once_and_leaves_a_trace_without_content(list_stores, tmp_path):
    output = takedown(list_stores, tmp_path)
    assert "taken down by A.B." in output and "published as version" in output and "1 taken down" in output
    with reading(list_stores.public) as connection:
        assert connection.scalars(select(schema.incident.c.incident_id)).all() == []
    assert WORD not in content_of(list_stores.private) and WORD not in content_of(list_stores.public)
    with reading(list_stores.private) as connection:
        row = connection.execute(select(incident_decision).where(incident_decision.c.incident_id == "i-1")).one()
    assert (row.decision, row.reason, row.decided_by, row.content_hash) == ("taken_down", "privacy", "A.B.", None)
    assert row.decided_at is not None


def test_nothing_of_it_is_left_in_the_files(list_stores, tmp_path):
    """Databases leave deleted rows in their files until the space is used again; those of a server are not at hand."""
    paths = [Path(engine.url.database.removeprefix("file:")) for engine in (list_stores.private, list_stores.public)]
    assert WORD.encode() in b"".join(path.read_bytes() for path in paths)
    takedown(list_stores, tmp_path)
    files = [file for path in paths for file in path.parent.glob(f"{path.name}*") if WORD.encode() in file.read_bytes()]
    assert files == []


def test_the_other_incidents_stay(list_stores, tmp_path):
    for by in ("A.", "B."):
        release(list_stores, "i-2", by)
    takedown(list_stores, tmp_path)
    assert shown_incidents(list_stores) == ["i-2"]


@pytest.mark.parametrize("again", [INCIDENTS, INCIDENTS + "\n"])
def test_no_file_brings_it_back_and_the_loader_says_so(stores_after_takedown, tmp_path, again):
    path, messages = tmp_path / "again.csv", []
    path.write_text(again, encoding="utf-8")
    actions.load(stores_after_takedown, settings(tmp_path), source_of("incidents"), path, messages.append, Terms())
    assert "1 row, set aside: was taken down and stays so" in "\n".join(messages)
    assert WORD not in content_of(stores_after_takedown.private) and shown_incidents(stores_after_takedown) == []
    messages.clear()
    actions.load(stores_after_takedown, settings(tmp_path), source_of("incidents"), path, messages.append, Terms())
    assert "nothing new" in messages[0] and "1 taken down" in messages[-1]


def test_no_undo_brings_it_back(stores_after_takedown, tmp_path):
    with reading(stores_after_takedown.private) as connection:
        run = connection.scalar(text("SELECT max(run_id) FROM load_run"))
    undo(stores_after_takedown, undo(stores_after_takedown, run)[1].run_id)
    assert WORD not in content_of(stores_after_takedown.private) and shown_incidents(stores_after_takedown) == []


def test_what_only_an_earlier_load_had_can_be_taken_down(list_stores, tmp_path):
    without = INCIDENTS.replace(ONE.splitlines()[1] + "\n", "")
    newest = load_text(list_stores, tmp_path, "incidents", without, ANY).run_id
    assert WORD in content_of(list_stores.private)
    takedown(list_stores, tmp_path)
    assert WORD not in content_of(list_stores.private)
    undo(list_stores, newest)
    assert WORD not in content_of(list_stores.private)


def test_a_list_of_which_nothing_is_left_can_be_loaded_anew(list_stores, tmp_path):
    load_text(list_stores, tmp_path, "incidents", ONE, ANY)
    takedown(list_stores, tmp_path)
    with pytest.raises(LoadRefused, match="was taken down and stays so"):
        load_text(list_stores, tmp_path, "incidents", ONE + "\n", ANY)
    assert (
        load_text(list_stores, tmp_path, "incidents", ONE.replace("i-1", "i-9").replace(WORD, "other")).rows_written
        == 1
    )
    assert shown_incidents(list_stores) == ["i-9"]


def test_a_restricted_one_can_be_taken_down_and_not_released_then(list_stores, tmp_path):
    release(list_stores, "i-2", "A.")
    takedown(list_stores, tmp_path, "i-2")
    with pytest.raises(LoadRefused, match="was taken down on 20.* and cannot be released"):
        release(list_stores, "i-2", "B.")
    with reading(list_stores.private) as connection:
        assert set(connection.scalars(select(incident_decision.c.content_hash))) == {None}


def test_a_wrong_key_is_refused_and_changes_nothing(list_stores, tmp_path):
    before = dump(list_stores.private), dump(list_stores.public)
    with pytest.raises(LoadRefused, match="incident i-77: no load has an incident of this key; nothing was changed"):
        takedown(list_stores, tmp_path, "i-77")
    assert (dump(list_stores.private), dump(list_stores.public)) == before


def test_a_second_time_adds_nothing_to_the_log(stores_after_takedown, tmp_path):
    before = log(stores_after_takedown)
    assert "was taken down before" in takedown(stores_after_takedown, tmp_path)
    assert log(stores_after_takedown) == before


@sqlite_mostly
def test_an_interrupted_one_is_finished_by_the_next_command(list_stores, tmp_path, monkeypatch):
    def unavailable(*_arguments):
        raise StoreUnavailable("another loader is writing")

    with monkeypatch.context() as patch:
        patch.setattr(actions, "publish_stores", unavailable)
        patch.setattr(incidents, "withdraw", unavailable)
        with pytest.raises(StoreUnavailable, match="not removed everywhere yet, run the same command again"):
            takedown(list_stores, tmp_path)
    assert WORD in content_of(list_stores.public)
    assert "published as version" in takedown(list_stores, tmp_path)
    assert WORD not in content_of(list_stores.public)


@both_databases
def test_it_is_gone_although_nothing_else_can_be_published(list_stores, tmp_path):
    with write_transaction(list_stores.private) as connection:
        connection.execute(delete(places.layer))
    with reading(list_stores.public) as connection:
        before = connection.scalar(select(schema.publication.c.version))
    assert "nothing else could be published" in takedown(list_stores, tmp_path)
    assert WORD not in content_of(list_stores.public)
    with reading(list_stores.public) as connection:
        assert connection.scalar(select(schema.publication.c.version)) == before + 1


def test_it_is_gone_although_something_unforeseen_goes_wrong(list_stores, tmp_path, monkeypatch):
    def give_up(*_arguments):
        raise ArithmeticError("a solver gave up")

    with monkeypatch.context() as patch:
        patch.setattr(actions, "publish_stores", give_up)
        assert "nothing else could be published: a solver gave up" in takedown(list_stores, tmp_path)
    assert WORD not in content_of(list_stores.public)


def test_it_is_gone_although_another_loader_keeps_the_private_store(frozen, tmp_path, monkeypatch):

    def unavailable(*_arguments):
        raise StoreUnavailable("another loader is writing")

    for name in ("announce", "confirm"):
        monkeypatch.setattr(ledger, name, unavailable)
    assert "nothing else could be published: another loader" in takedown(frozen, tmp_path)
    assert WORD not in content_of(frozen.public)
    assert editions.incidents_by_edition(frozen, {"i-1"}) == {"msg-1": frozenset()}
    monkeypatch.undo()
    assert publish(frozen, LIMIT).is_new


@sqlite_mostly
def test_a_withdrawal_waits_for_no_private_store_and_what_was_decided_stays_known(published_stores, monkeypatch):
    with write_transaction(published_stores.private) as connection:
        connection.execute(update(publication).values(is_confirmed=False))
        decisions = connection.execute(select(decided_count)).all()

    def unavailable(*_arguments):
        raise StoreUnavailable("another loader is writing")

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "settle", unavailable)
        assert withdraw(published_stores, "i-1")
    publish(published_stores, LIMIT)
    with reading(published_stores.private) as connection:
        assert set() < set(decisions) <= set(connection.execute(select(decided_count)).all())


def test_a_backup_brings_nothing_back_into_editions(frozen, tmp_path):
    with reading(frozen.public) as connection:
        backup = {table: connection.execute(select(table)).mappings().all() for table in EDITION}
    takedown(frozen, tmp_path)
    with write_transaction(frozen.public) as connection:
        for table in reversed(EDITION):
            connection.execute(delete(table))
        for table, rows in backup.items():
            connection.execute(insert(table), [dict(row) for row in rows])
    assert editions.incidents_by_edition(frozen, {"i-1"}) == {"msg-1": {"i-1"}}
    messages = []
    actions.publish(frozen, LIMIT, messages.append)
    assert "removed from 1 edition; they say that a record was taken down" in messages
    assert editions.incidents_by_edition(frozen, {"i-1"}) == {"msg-1": frozenset()}


def test_an_edition_of_older_tables_loses_it_too(frozen, tmp_path, monkeypatch):
    upgrades, upgrade_file = [], migrations.upgrade_file
    monkeypatch.setattr(migrations, "upgrade_file", lambda file: upgrades.append(file) or upgrade_file(file))
    assert "removed from 1 edition" in takedown(frozen, tmp_path)
    assert upgrades


def test_an_edition_that_nobody_can_bring_up_to_date_is_withdrawn(frozen, tmp_path, monkeypatch):
    upgrade_file = migrations.upgrade_file
    monkeypatch.setattr(migrations, "upgrade_file", lambda file: upgrade_file(of_newer_code(file)))
    assert "edition msg-1 cannot be read and may hold it: it is withdrawn" in takedown(frozen, tmp_path)


@sqlite_mostly
def test_a_full_disk_withdraws_no_edition(frozen, tmp_path, monkeypatch):

    def full(_file):
        raise OperationalError("VACUUM", None, sqlite3.OperationalError("database or disk is full"))

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "upgrade_file", full)
        with pytest.raises(StoreUnavailable, match="not removed everywhere yet.*disk is full"):
            takedown(frozen, tmp_path)
    assert editions.all_editions(frozen)[0].withdrawn_at is None and WORD not in content_of(frozen.public)
    assert "removed from 1 edition" in takedown(frozen, tmp_path)


def of_newer_code(file: Path) -> Path:
    """The file with tables of a revision that nobody knows."""
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    return file


def test_without_room_for_files_it_is_said_what_is_missing(frozen, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(StoreUnavailable, match="not removed everywhere yet.*no file can be written in"):
        takedown(frozen, tmp_path)
    assert WORD not in content_of(frozen.public)
    actions.publish(frozen, LIMIT, (messages := []).append)
    assert any("editions could not be looked through" in line for line in messages)


def test_a_broken_edition_is_withdrawn_and_keeps_it_in_no_other(list_stores, tmp_path):
    for key in ("msg-1", "msg-2", "msg-3"):
        editions.freeze(list_stores, LIMIT, key, TITLES, "A.B.")
    part = schema.edition_part.c
    with write_transaction(list_stores.public) as connection:
        connection.execute(delete(schema.edition_part).where(part.edition_key == "msg-1"))
    actions.upgrade(list_stores)
    output = takedown(list_stores, tmp_path)
    assert "edition msg-1 cannot be read and may hold it: it is withdrawn" in output and "from 2 editions" in output
    states = {
        row.edition_key: (row.removed_count, row.withdrawn_at is None) for row in editions.all_editions(list_stores)
    }
    assert states == {"msg-1": (0, False), "msg-2": (1, True), "msg-3": (1, True)}


@pytest.mark.parametrize(
    ("files", "is_told"),
    [(["public"], True), (["public", "restricted"], True), (["restricted"], False), (["restricted", "public"], False)],
)
def test_a_takedown_is_told_of_what_was_public(incident_stores, tmp_path, files, is_told):
    for count, visibility in enumerate(files):
        text = INCIDENTS.replace("i-1", "i-9").replace(",public,", f",{visibility},")
        load_text(incident_stores, tmp_path, "incidents", text + "\n" * count, ANY)
        publish(incident_stores, LIMIT)
    take_down(incident_stores, "i-9", "privacy", "A.B.")
    with reading(incident_stores.private) as connection:
        notes = published_notes(connection, pd.Series(["incidents"]))
    assert ("takedown" in set(notes["kind"])) == is_told


def test_reports_of_lists_of_incidents_are_deleted(list_stores, tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    stamp = "20260102-030405-000006.csv"
    names = [f"incidents-{stamp}", f"incidents-changes-{stamp}", f"incidents-other-{stamp}", f"revenue-{stamp}"]
    for name in names:
        (folder / name).write_text(WORD)
    assert "2 reports" in takedown(list_stores, tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == sorted(names[2:])


def test_status_tells_how_many(list_stores, tmp_path):
    def entries() -> dict:
        return {entry["source_key"]: entry for entry in status.of_sources(list_stores, tmp_path, {})}

    assert [entries()["incidents"][name] for name in ("held_back", "taken_down")] == [1, 0]
    take_down(list_stores, "i-1", "privacy", "A.B.")
    assert [entries()["incidents"][name] for name in ("held_back", "taken_down")] == [1, 1]
    assert entries()["sites"]["taken_down"] is None
    assert "incidents: 1 held back (`python -m loaders release` lists them), 1 taken down" in status.as_table(
        [*entries().values()]
    )


@both_databases
def test_the_log_only_grows(list_stores):
    release(list_stores, "i-2", "A.")
    before = log(list_stores)
    release(list_stores, "i-2", "B.")
    for key in ("i-2", "i-1"):
        take_down(list_stores, key, "privacy", "A.B.")
    assert log(list_stores)[: len(before)] == before and len(log(list_stores)) == len(before) + 3


@both_databases
def test_the_log_says_when(list_stores):
    take_down(list_stores, "i-1", "safety", "A.B.")
    with reading(list_stores.private) as connection:
        assert incident_decisions.taken_down(connection)["i-1"].decided_at.year >= 2025
