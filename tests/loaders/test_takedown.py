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
from tests.loaders.test_release import log, shown

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
    said = []
    incidents.takedown(stores, settings(folder), key, "privacy", "A.B.", said.append)
    return "\n".join(said)


def list_twice(stores: Stores) -> None:
    """Bring the word in by two loads, and publish it."""
    with tempfile.TemporaryDirectory() as folder:
        load_text(stores, Path(folder), "incidents", INCIDENTS)
        load_text(stores, Path(folder), "incidents", INCIDENTS.replace(",2,100,", ",2,101,"))
    publish(stores, LIMIT)
    assert WORD in held(stores.private) and WORD in held(stores.public)


def freeze(stores: Stores) -> None:
    editions.freeze(stores, LIMIT, "msg-1", TITLES, "A.B.")


def take_word_down(stores: Stores) -> None:
    with tempfile.TemporaryDirectory() as folder:
        takedown(stores, Path(folder))


LISTED = (*OF_INCIDENTS, list_twice)
FROZEN = (*LISTED, freeze)
TAKEN = (*LISTED, take_word_down)


@pytest.fixture
def listed(opened) -> Stores:
    """Stores that hold the word, published, in two loads."""
    return opened(*LISTED)


@pytest.fixture
def frozen(opened) -> Stores:
    """The same with an edition of it."""
    return opened(*FROZEN)


@pytest.fixture
def taken(opened) -> Stores:
    """The same as listed, after the word was taken down."""
    return opened(*TAKEN)


def held(engine) -> str:
    """Everything in a store as text, kept rows unpacked."""
    with reading(engine) as connection:
        is_private = engine.dialect.has_table(connection, "kept_rows")
        packed = connection.scalars(select(kept_rows.c.content)).all() if is_private else []
    return str(dump(engine)) + str([zlib.decompress(content).decode() for content in packed])


@both_databases
def test_it_is_gone_at_once_and_leaves_a_trace_without_content(listed, tmp_path):
    said = takedown(listed, tmp_path)
    assert "taken down by A.B." in said and "published as version" in said and "1 taken down" in said
    with reading(listed.public) as connection:
        assert connection.scalars(select(schema.incident.c.incident_id)).all() == []
    assert WORD not in held(listed.private) and WORD not in held(listed.public)
    with reading(listed.private) as connection:
        row = connection.execute(select(incident_decision).where(incident_decision.c.incident_id == "i-1")).one()
    assert (row.decision, row.reason, row.decided_by, row.content_hash) == ("taken_down", "privacy", "A.B.", None)
    assert row.decided_at is not None


def test_nothing_of_it_is_left_in_the_files(listed, tmp_path):
    """Databases leave deleted rows in their files until the space is used again; those of a server are not at hand."""
    paths = [Path(engine.url.database.removeprefix("file:")) for engine in (listed.private, listed.public)]
    assert WORD.encode() in b"".join(path.read_bytes() for path in paths)
    takedown(listed, tmp_path)
    left = [file for path in paths for file in path.parent.glob(f"{path.name}*") if WORD.encode() in file.read_bytes()]
    assert left == []


def test_the_other_incidents_stay(listed, tmp_path):
    for by in ("A.", "B."):
        release(listed, "i-2", by)
    takedown(listed, tmp_path)
    assert shown(listed) == ["i-2"]


@pytest.mark.parametrize("again", [INCIDENTS, INCIDENTS + "\n"])
def test_no_file_brings_it_back_and_the_loader_says_so(taken, tmp_path, again):
    path, said = tmp_path / "again.csv", []
    path.write_text(again, encoding="utf-8")
    actions.load(taken, settings(tmp_path), source_of("incidents"), path, said.append, Terms())
    assert "1 row, set aside: was taken down and stays so" in "\n".join(said)
    assert WORD not in held(taken.private) and shown(taken) == []
    said.clear()
    actions.load(taken, settings(tmp_path), source_of("incidents"), path, said.append, Terms())
    assert "nothing new" in said[0] and "1 taken down" in said[-1]


def test_no_undo_brings_it_back(taken, tmp_path):
    with reading(taken.private) as connection:
        run = connection.scalar(text("SELECT max(run_id) FROM load_run"))
    undo(taken, undo(taken, run)[1].run_id)
    assert WORD not in held(taken.private) and shown(taken) == []


def test_what_only_an_earlier_load_had_can_be_taken_down(listed, tmp_path):
    without = INCIDENTS.replace(ONE.splitlines()[1] + "\n", "")
    newest = load_text(listed, tmp_path, "incidents", without, ANY).run_id
    assert WORD in held(listed.private)
    takedown(listed, tmp_path)
    assert WORD not in held(listed.private)
    undo(listed, newest)
    assert WORD not in held(listed.private)


def test_a_list_of_which_nothing_is_left_can_be_loaded_anew(listed, tmp_path):
    load_text(listed, tmp_path, "incidents", ONE, ANY)
    takedown(listed, tmp_path)
    with pytest.raises(LoadRefused, match="was taken down and stays so"):
        load_text(listed, tmp_path, "incidents", ONE + "\n", ANY)
    assert load_text(listed, tmp_path, "incidents", ONE.replace("i-1", "i-9").replace(WORD, "other")).rows_written == 1
    assert shown(listed) == ["i-9"]


def test_a_restricted_one_can_be_taken_down_and_not_released_then(listed, tmp_path):
    release(listed, "i-2", "A.")
    takedown(listed, tmp_path, "i-2")
    with pytest.raises(LoadRefused, match="was taken down on 20.* and cannot be released"):
        release(listed, "i-2", "B.")
    with reading(listed.private) as connection:
        assert set(connection.scalars(select(incident_decision.c.content_hash))) == {None}


def test_a_wrong_key_is_refused_and_changes_nothing(listed, tmp_path):
    before = dump(listed.private), dump(listed.public)
    with pytest.raises(LoadRefused, match="incident i-77: no load has an incident of this key; nothing was changed"):
        takedown(listed, tmp_path, "i-77")
    assert (dump(listed.private), dump(listed.public)) == before


def test_a_second_time_adds_nothing_to_the_log(taken, tmp_path):
    before = log(taken)
    assert "was taken down before" in takedown(taken, tmp_path)
    assert log(taken) == before


@sqlite_mostly
def test_an_interrupted_one_is_finished_by_the_next_command(listed, tmp_path, monkeypatch):
    def unavailable(*_arguments):
        raise StoreUnavailable("another loader is writing")

    with monkeypatch.context() as patch:
        patch.setattr(actions, "publish_stores", unavailable)
        patch.setattr(incidents, "withdraw", unavailable)
        with pytest.raises(StoreUnavailable, match="not removed everywhere yet, run the same command again"):
            takedown(listed, tmp_path)
    assert WORD in held(listed.public)
    assert "published as version" in takedown(listed, tmp_path)
    assert WORD not in held(listed.public)


@both_databases
def test_it_is_gone_although_nothing_else_can_be_published(listed, tmp_path):
    with write_transaction(listed.private) as connection:
        connection.execute(delete(places.layer))
    with reading(listed.public) as connection:
        before = connection.scalar(select(schema.publication.c.version))
    assert "nothing else could be published" in takedown(listed, tmp_path)
    assert WORD not in held(listed.public)
    with reading(listed.public) as connection:
        assert connection.scalar(select(schema.publication.c.version)) == before + 1


def test_it_is_gone_although_something_unforeseen_goes_wrong(listed, tmp_path, monkeypatch):
    def broken(*_arguments):
        raise ArithmeticError("a solver gave up")

    with monkeypatch.context() as patch:
        patch.setattr(actions, "publish_stores", broken)
        assert "nothing else could be published: a solver gave up" in takedown(listed, tmp_path)
    assert WORD not in held(listed.public)


def test_it_is_gone_although_another_loader_keeps_the_private_store(frozen, tmp_path, monkeypatch):

    def unavailable(*_arguments):
        raise StoreUnavailable("another loader is writing")

    for name in ("announce", "confirm"):
        monkeypatch.setattr(ledger, name, unavailable)
    assert "nothing else could be published: another loader" in takedown(frozen, tmp_path)
    assert WORD not in held(frozen.public)
    assert editions.incidents_by_edition(frozen, {"i-1"}) == {"msg-1": frozenset()}
    monkeypatch.undo()
    assert publish(frozen, LIMIT).is_new


@sqlite_mostly
def test_a_withdrawal_waits_for_no_private_store_and_what_was_decided_stays_known(published, monkeypatch):
    with write_transaction(published.private) as connection:
        connection.execute(update(publication).values(is_confirmed=False))
        decided = connection.execute(select(decided_count)).all()

    def unavailable(*_arguments):
        raise StoreUnavailable("another loader is writing")

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "settle", unavailable)
        assert withdraw(published, "i-1")
    publish(published, LIMIT)
    with reading(published.private) as connection:
        assert set() < set(decided) <= set(connection.execute(select(decided_count)).all())


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
    said = []
    actions.publish(frozen, LIMIT, said.append)
    assert "removed from 1 edition; they say that a record was taken down" in said
    assert editions.incidents_by_edition(frozen, {"i-1"}) == {"msg-1": frozenset()}


def test_an_edition_of_older_tables_loses_it_too(frozen, tmp_path, monkeypatch):
    brought, upgrade_file = [], migrations.upgrade_file
    monkeypatch.setattr(migrations, "upgrade_file", lambda file: brought.append(file) or upgrade_file(file))
    assert "removed from 1 edition" in takedown(frozen, tmp_path)
    assert brought


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
    assert editions.all_editions(frozen)[0].withdrawn_at is None and WORD not in held(frozen.public)
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
    assert WORD not in held(frozen.public)
    actions.publish(frozen, LIMIT, (said := []).append)
    assert any("editions could not be looked through" in line for line in said)


def test_a_broken_edition_is_withdrawn_and_keeps_it_in_no_other(listed, tmp_path):
    for key in ("msg-1", "msg-2", "msg-3"):
        editions.freeze(listed, LIMIT, key, TITLES, "A.B.")
    part = schema.edition_part.c
    with write_transaction(listed.public) as connection:
        connection.execute(delete(schema.edition_part).where(part.edition_key == "msg-1"))
    actions.upgrade(listed)
    said = takedown(listed, tmp_path)
    assert "edition msg-1 cannot be read and may hold it: it is withdrawn" in said and "from 2 editions" in said
    told = {row.edition_key: (row.removed_count, row.withdrawn_at is None) for row in editions.all_editions(listed)}
    assert told == {"msg-1": (0, False), "msg-2": (1, True), "msg-3": (1, True)}


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
        told = published_notes(connection, pd.Series(["incidents"]))
    assert ("takedown" in set(told["kind"])) == is_told


def test_reports_of_lists_of_incidents_are_deleted(listed, tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    stamp = "20260102-030405-000006.csv"
    names = [f"incidents-{stamp}", f"incidents-changes-{stamp}", f"incidents-other-{stamp}", f"revenue-{stamp}"]
    for name in names:
        (folder / name).write_text(WORD)
    assert "2 reports" in takedown(listed, tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == sorted(names[2:])


def test_status_tells_how_many(listed, tmp_path):
    def told() -> dict:
        return {entry["source_key"]: entry for entry in status.of_sources(listed, tmp_path, {})}

    assert [told()["incidents"][name] for name in ("held_back", "taken_down")] == [1, 0]
    take_down(listed, "i-1", "privacy", "A.B.")
    assert [told()["incidents"][name] for name in ("held_back", "taken_down")] == [1, 1]
    assert told()["sites"]["taken_down"] is None
    assert "incidents: 1 held back (`python -m loaders release` lists them), 1 taken down" in status.as_table(
        [*told().values()]
    )


@both_databases
def test_the_log_only_grows(listed):
    release(listed, "i-2", "A.")
    before = log(listed)
    release(listed, "i-2", "B.")
    for key in ("i-2", "i-1"):
        take_down(listed, key, "privacy", "A.B.")
    assert log(listed)[: len(before)] == before and len(log(listed)) == len(before) + 3


@both_databases
def test_the_log_says_when(listed):
    take_down(listed, "i-1", "safety", "A.B.")
    with reading(listed.private) as connection:
        assert incident_decisions.taken_down(connection)["i-1"].decided_at.year >= 2025
