"""When the public store is lost, versions go on from where they were, and editions come back from their files."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data_access.store.settings import PUBLIC_SCHEMA
from data_access.vocabulary import schema
from loaders.commands import actions
from loaders.decisions import edition_archive, editions
from loaders.decisions.editions import EditionRefused
from loaders.publish import ledger, publish
from loaders.publish.publication import withdraw
from loaders.store import incident_decisions
from loaders.store.database import Stores, StoreUnavailable, reading, write_transaction
from tests.loaders.command_line import run_here
from tests.loaders.databases import LIMIT, OF_INCIDENTS, both_databases, publish_all
from tests.loaders.stand_ins import dump
from tests.loaders.test_attack import fresh

TITLES = {"ky": "КТК", "ru": "МСГ", "en": "MSG"}
KEY = "msg-1"


def publish_twice_and_freeze(stores: Stores) -> None:
    """Versions 1 and 2, of which the second is an edition; another one was withdrawn."""
    publish_all(stores)
    editions.freeze(stores, LIMIT, "msg-0", TITLES, "A.B.")
    editions.withdraw(stores, "msg-0", "too early")
    with write_transaction(stores.private) as private:
        incident_decisions.note(private, "nothing", "held")  # something to publish
    assert publish(stores, LIMIT).version == 2
    editions.freeze(stores, LIMIT, KEY, TITLES, "A.B.")


WITH_EDITIONS = (*OF_INCIDENTS, publish_twice_and_freeze)


@pytest.fixture
def stores(stores_of) -> Stores:
    """Stores with two versions, an edition and a withdrawn one."""
    return stores_of(*WITH_EDITIONS)


@pytest.fixture(scope="module")
def edition_files(originals, tmp_path_factory) -> list[Path]:
    """The editions as files. Only to be copied."""
    stores = Stores.open(originals.copy("sqlite", WITH_EDITIONS))
    return edition_archive.write(stores, tmp_path_factory.mktemp("editions"))


@pytest.fixture
def files(edition_files, tmp_path) -> list[Path]:
    """The same, of the test's own."""
    return [Path(shutil.copy(file, tmp_path)) for file in edition_files]


def lose(stores: Stores) -> list[str]:
    """The public store is gone, and made anew."""
    if stores.public.dialect.name == "postgresql":
        with write_transaction(stores.public) as connection:
            connection.exec_driver_sql(f"DROP SCHEMA {PUBLIC_SCHEMA} CASCADE")
        return actions.upgrade(stores)
    file = Path(stores.public.url.database.removeprefix("file:"))
    for path in file.parent.glob(f"{file.name}*"):
        path.unlink()
    return actions.upgrade(stores)


def of_editions(stores: Stores) -> list[list]:
    """All that the public store holds of editions."""
    tables = dump(stores.public)
    return [tables["edition"], tables["edition_part"]]


@both_databases
def test_number_and_editions_come_back(stores, tmp_path):
    files, before = edition_archive.write(stores, tmp_path), of_editions(stores)
    lose(stores)
    assert of_editions(stores) == [[], []]
    assert publish(stores, LIMIT).version == 3
    assert [edition_archive.read(stores, file) for file in files] == [("msg-0", True), (KEY, True)]
    assert of_editions(stores) == before
    assert [edition_archive.read(stores, file) for file in files] == [("msg-0", False), (KEY, False)]
    assert of_editions(stores) == before
    assert not publish(stores, LIMIT).is_new


def test_a_store_from_a_backup_goes_on_where_it_was_too(stores):
    with write_transaction(stores.public) as public:
        public.execute(schema.publication.update().values(version=1))
    assert publish(stores, LIMIT).version == 3


def test_the_number_of_a_withdrawal_is_kept(stores):
    assert withdraw(stores, "i-1")
    lose(stores)
    assert publish(stores, LIMIT).version == 4


def test_a_withdrawal_takes_the_number_of_what_was_only_announced(stores, monkeypatch):
    """The private store was too busy to be told before, and is told now."""

    def busy(*_arguments: object) -> None:
        raise StoreUnavailable("another loader is writing")

    with reading(stores.private) as private:
        state = ledger.state(private, LIMIT)
    ledger.announce(stores, 3, datetime.now(UTC), state, fresh())
    with monkeypatch.context() as patch:
        patch.setattr(ledger, "settle", busy)
        assert withdraw(stores, "i-1")
    assert publish(stores, LIMIT).version == 4


@pytest.mark.parametrize(("version", "next_one"), [(3, 4), (1, 1)])
def test_what_was_announced_may_have_been_public(stores_of, version, next_one):
    """A version of a store that was lost; where it would have been the first one, nothing was ever there."""
    stores = stores_of(*OF_INCIDENTS)
    with reading(stores.private) as private:
        state = ledger.state(private, LIMIT)
    ledger.announce(stores, version, datetime.now(UTC), state, fresh())
    assert publish(stores, LIMIT).version == next_one


def test_what_was_taken_down_since_does_not_come_back(stores, files):
    with write_transaction(stores.private) as private:
        incident_decisions.note(private, "i-1", "taken_down", reason="safety", decided_by="A.B.", was_public=True)
    lose(stores)
    edition_archive.read(stores, files[1])
    assert editions.incidents_by_edition(stores, {"i-1"}) == {KEY: frozenset()}
    assert [row.removed_count for row in editions.all_editions(stores)] == [1]


def test_a_file_holds_what_is_public_and_nobody_else_reads_it(files):
    assert [file.name for file in files] == ["msg-0.edition.sqlite", "msg-1.edition.sqlite"]
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    for file in files:
        with closing(sqlite3.connect(file)) as connection:
            table_names = {
                name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            }
            assert table_names == {*schema.metadata.tables, "alembic_version"}
            full_tables = {name for name in table_names if connection.execute(f"SELECT 1 FROM {name}").fetchone()}
            assert full_tables <= {"edition", "edition_part", "alembic_version"}


def test_the_command_line(stores, tmp_path):
    where = {"DATABASE_URL": f"sqlite:///{stores.public.url.database.removeprefix('file:')}"}
    folder = tmp_path / "editions"
    assert run_here("write-editions", folder, **where).stdout.count("written: ") == 2
    lose(stores)
    again = [run_here("read-editions", *sorted(folder.iterdir()), **where).stdout for _ in range(2)]
    assert "edition msg-1 is brought back" in again[0] and "edition msg-1 is there already" in again[1]
    (folder / "msg-1.edition.sqlite").write_text("no edition")
    result = run_here("read-editions", folder / "msg-1.edition.sqlite", **where)
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert run_here("read-editions", **where).returncode == 2


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _other_content(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE edition SET sha256 = ?", ("0" * 64,))
        connection.commit()


def _numbered(revision: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
            connection.commit()

    return change


DAMAGED = {
    "cut off": (_cut, "holds no edition"),
    "another content": (_other_content, "is damaged"),
    "newer tables": (_numbered("9999"), "newer version"),
    "older tables": (_numbered("0013"), "docs/older-stores.md"),
    "empty": (lambda file: os.truncate(file, 0), "holds no edition"),
    "text": (lambda file: file.write_text("edition"), "holds no edition"),
    "not there": (Path.unlink, "cannot be read"),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_refused_and_changes_nothing(stores, files, damage):
    lose(stores)
    change, reason = DAMAGED[damage]
    change(files[1])
    with pytest.raises(EditionRefused, match=reason):
        edition_archive.read(stores, files[1])
    assert of_editions(stores) == [[], []]
