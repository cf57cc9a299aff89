"""PostgreSQL with the two roles of loaders/roles.sql: the loaders write as one, the web reads as the other."""

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pgserver
import psycopg
import pytest
from sqlalchemy import inspect, select, text

from data_access.store import rights
from data_access.store.database import Database
from data_access.store.replica_watcher import ReplicaWatcher
from data_access.store.settings import CHECKOUT
from data_access.vocabulary import schema
from loaders.commands import actions
from loaders.datasets.registry import DATASETS
from loaders.publish import publish
from loaders.store.database import Stores, StoreUnavailable, write_transaction
from loaders.store.settings import LoaderSettings
from tests.data_access.forbidden import FORBIDDEN, READING
from tests.data_access.postgres.servers import say, start
from tests.loaders.stand_ins import load_text

SCRIPT = CHECKOUT / "loaders" / "roles.sql"
PLACES = ("oblasts", "districts", "boundaries")
PSQL = Path(pgserver.__file__).parent / "pginstall" / "bin" / "psql"


def make_roles(url: str, *variables: str) -> subprocess.CompletedProcess:
    """Run the script as an administrator does."""
    options = [word for variable in variables for word in ("-v", variable)]
    return subprocess.run([PSQL, "-X", "-d", url, *options, "-f", SCRIPT], capture_output=True, text=True, timeout=60)


def become(url: str, role: str) -> str:
    """The address, to be entered as a role."""
    return f"postgresql://{role}@{url.rpartition('@')[2]}"


def stores_at(public: str, private: str) -> Stores:
    """Stores of the loaders' role."""
    addresses = {"DATABASE_URL": public, "RAW_DATABASE_URL": private}
    return Stores.open(
        LoaderSettings.from_environment({name: become(url, "mining_loader") for name, url in addresses.items()})
    )


def fill(stores: Stores, folder: Path, datasets: Iterable[str] = PLACES) -> None:
    """From empty databases to a first version: of places, or of more."""
    actions.upgrade(stores)
    for dataset in datasets:
        load_text(stores, folder, dataset)
    assert publish(stores, 5).is_new


@pytest.fixture(scope="module")
def url(new_postgres, tmp_path_factory) -> str:
    """One database with both stores; the script ran twice before the loaders, and once after them."""
    url = new_postgres()
    for _ in range(2):
        result = make_roles(url)
        assert (result.returncode, result.stderr) == (0, "")
    fill(stores_at(url, url), tmp_path_factory.mktemp("files"), DATASETS)
    assert make_roles(url).returncode == 0
    return url


@pytest.fixture(scope="module")
def web(url) -> psycopg.Connection:
    """A session of the web's role that has set the courtesies aside, while a loader is at work."""
    as_web = psycopg.connect(become(url, "mining_web"), autocommit=True)
    with psycopg.connect(become(url, "mining_loader")), as_web:
        as_web.execute("SET default_transaction_read_only = off")
        as_web.execute("SET statement_timeout = 0")
        assert as_web.execute("SHOW transaction_read_only").fetchone() == ("off",)
        yield as_web


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_web_is_refused(web, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        web.execute(statement)


@pytest.mark.parametrize("statement", READING)
def test_what_the_web_may_not_read_is_there(url, statement):
    with psycopg.connect(url) as connection:
        connection.execute(statement.replace("TO STDOUT", "TO '/dev/null'"))


def test_the_list_is_as_long_as_was_promised():
    assert len(set(FORBIDDEN)) == len(FORBIDDEN) >= 60


def test_the_web_works_as_its_role(url):
    keeper = ReplicaWatcher(become(url, "mining_web"))
    assert keeper.problem is None and keeper.replica.version.startswith("1-")
    snapshot = Database(become(url, "mining_web")).snapshot()
    for table in schema.metadata.sorted_tables:
        assert [*snapshot.frame(select(table))] == table.columns.keys()
    assert len(snapshot.frame(select(schema.district))) == 2


def test_the_web_says_at_its_start_when_its_role_is_not_its_own(url):
    assert rights.warning(become(url, "mining_web")) is None
    assert "enter the database as mining_web" in rights.warning(become(url, "mining_loader"))


def test_a_table_of_a_later_update_can_be_read(url):
    with write_transaction(stores_at(url, url).public) as connection:
        connection.execute(text("CREATE TABLE later AS SELECT 1 AS x"))
    with psycopg.connect(become(url, "mining_web")) as connection:
        assert connection.execute("SELECT x FROM mining_public.later").fetchone() == (1,)
    say(url, "DROP TABLE mining_public.later")


def test_the_courtesies_are_set(url):
    with psycopg.connect(become(url, "mining_web")) as connection:
        settings = [
            connection.execute(f"SHOW {name}").fetchone()[0] for name in ("transaction_read_only", "statement_timeout")
        ]
    assert settings == ["on", "20s"]


@pytest.mark.parametrize(
    "statement", ["CREATE ROLE own", "CREATE DATABASE own", "CREATE SCHEMA own", "SET ROLE postgres"]
)
def test_the_loader_is_no_administrator(url, statement):
    with (
        psycopg.connect(become(url, "mining_loader"), autocommit=True) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement)


def test_what_a_role_may_not_do_is_one_sentence(url):
    as_web = LoaderSettings.from_environment({"DATABASE_URL": become(url, "mining_web")})
    with pytest.raises(StoreUnavailable, match="does not let this role do it.*roles.sql"):
        actions.upgrade(Stores.open(as_web))


def test_with_two_databases_the_web_enters_one(new_postgres, tmp_path):
    public, private = new_postgres(), new_postgres()
    for database, content in ((private, "private"), (public, "public")) * 2:
        assert make_roles(database, f"holds={content}").returncode == 0
    stores = stores_at(public, private)
    fill(stores, tmp_path)
    assert ReplicaWatcher(become(public, "mining_web")).problem is None
    assert not inspect(stores.public).has_schema("mining_private")
    assert not inspect(stores.private).has_schema("mining_public")
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(become(private, "mining_web"))


def test_tables_from_before_the_roles_are_handed_over(new_postgres, tmp_path):
    url = new_postgres()
    actions.upgrade(Stores.open(LoaderSettings.from_environment({"DATABASE_URL": url})))
    assert make_roles(url).returncode == 0
    fill(stores_at(url, url), tmp_path)
    assert ReplicaWatcher(become(url, "mining_web")).problem is None


def test_an_administrator_without_superuser_rights_is_enough(tmp_path):
    """As at a provider of databases; it may not close the functions that belong to the server."""
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp", ignore_cleanup_errors=True) as folder:
        url = start(folder).get_uri()
        say(url, "CREATE ROLE dba LOGIN CREATEROLE")
        say(url, "ALTER DATABASE postgres OWNER TO dba")
        for _ in range(2):
            result = make_roles(become(url, "dba"))
            assert result.returncode == 0 and "WARNING" in result.stderr
        fill(stores_at(url, url), tmp_path)
        assert ReplicaWatcher(become(url, "mining_web")).problem is None
        start(folder).cleanup()


@pytest.mark.parametrize(
    ("variable", "before", "reason"),
    [("holds=all", "SELECT 1", "holds must be"), ("holds=both", "GRANT mining_loader TO mining_web", "rights of")],
)
def test_what_cannot_be_right_is_refused(url, variable, before, reason):
    say(url, before)
    result = make_roles(url, variable)
    say(url, "REVOKE mining_loader FROM mining_web")
    assert result.returncode != 0 and reason in result.stderr
