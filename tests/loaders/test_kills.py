"""Loaders killed at random moments: a reader never sees a part of a version, and the next command mends the rest."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select, text

from data_access import schema
from loaders import commands
from loaders.database import Stores, reading
from loaders.settings import LoaderSettings
from loaders.store.monitoring import observation
from loaders.store.runs import load_run
from tests.loaders.stand_ins import load_all

KILLS = int(os.environ.get("KILLS", "6"))
CHECKOUT = Path(__file__).parents[2]
ROWS = 3_000
HEADER = "station_id,indicator_code,sampled_on,averaging,value,unit,collected_by,qa_flag\n"
# A loader's whole way, many times; it is killed somewhere on it.
LOADER = """
import sys
from pathlib import Path
from loaders import commands
from loaders.database import Stores
from loaders.datasets import DATASETS
from loaders.publish import publish
from loaders.run import Terms, load
from loaders.settings import LoaderSettings
from tests.loaders.stand_ins import source_of
stores = Stores.open(LoaderSettings.from_environment())
print("ready", flush=True)
while True:
    for file in sys.argv[1:]:
        load(stores.private, DATASETS["readings"], Path(file), source_of("readings"), Terms(allow_removal=True))
        publish(stores, 5)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path) -> str:
    if request.param == "postgresql":
        return request.getfixturevalue("new_postgres")()
    return f"sqlite:///{tmp_path}/public.sqlite"


@pytest.fixture
def files(tmp_path) -> list[str]:
    """Two files that differ in every value: sums of 1 and of 2 per reading."""
    paths = [tmp_path / f"{value}.csv" for value in (1, 2)]
    for value, path in zip((1, 2), paths, strict=True):
        row = f"st-1,as,2020-01-10,single,{value},mg/L,state,ok\n"
        path.write_text(HEADER + row * ROWS)
    return list(map(str, paths))


class Reader(threading.Thread):
    """Reads the public store again and again, and notes what is not one complete version."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        options = {"isolation_level": "REPEATABLE READ"} if url.startswith("postgresql") else {}
        self.engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), **options)
        self.reads, self.wrong, self.versions, self.over = 0, [], [], False

    def run(self) -> None:
        while not self.over:
            with self.engine.connect() as connection:
                if self.engine.dialect.name == "postgresql":
                    connection.execute(text("SET search_path TO mining_public"))
                self.look(connection)
            self.reads += 1

    def look(self, connection) -> None:
        version = connection.scalars(select(schema.publication.c.version)).all()
        readings = connection.execute(select(schema.reading.c.reading_count, schema.reading.c.mean_value)).all()
        districts = connection.scalar(select(func.count()).select_from(schema.district))
        self.versions += version
        if len(version) != 1 or readings not in ([(ROWS, 1)], [(ROWS, 2)]) or districts != 2:
            self.wrong.append((version, readings, districts))


def test_no_reader_sees_a_part_and_the_next_command_mends(url, files, tmp_path):
    stores = Stores.open(LoaderSettings.from_environment({"DATABASE_URL": url}))
    commands.upgrade(stores)
    load_all(stores, tmp_path)
    run_once(url, files[:1])
    reader = Reader(url)
    reader.start()
    chance = random.Random(KILLS)
    for _ in range(KILLS):
        kill_somewhere(url, files, chance.uniform(0, 1.5))
    reader.over = True
    reader.join()
    assert reader.reads > KILLS and reader.wrong == []
    assert reader.versions == sorted(reader.versions)
    mended(stores, url, files)


def kill_somewhere(url: str, files: list[str], after: float) -> None:
    process = loader(url, files)
    assert process.stdout.readline() == "ready\n"
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


def loader(url: str, files: list[str]) -> subprocess.Popen:
    environ = os.environ | {"DATABASE_URL": url, "PYTHONPATH": str(CHECKOUT)}
    return subprocess.Popen(
        [sys.executable, "-c", LOADER, *files], cwd=CHECKOUT, env=environ, stdout=subprocess.PIPE, text=True
    )


def run_once(url: str, files: list[str]) -> None:
    """One load and publication that nobody kills."""
    environ = os.environ | {"DATABASE_URL": url, "PYTHONPATH": str(CHECKOUT)}
    once = LOADER.replace("while True:", "if True:")
    subprocess.run([sys.executable, "-c", once, *files], cwd=CHECKOUT, env=environ, check=True, capture_output=True)


def mended(stores: Stores, url: str, files: list[str]) -> None:
    """After one more command both stores are whole, and hold the same."""
    run_once(url, files)
    with reading(stores.private) as connection:
        newest = connection.scalar(select(func.max(load_run.c.run_id)))
        assert set(connection.scalars(select(observation.c.run_id))) == {newest}
        assert connection.scalar(select(func.count()).select_from(observation)) == ROWS
    with reading(stores.public) as connection:
        assert connection.execute(select(schema.reading.c.reading_count, schema.reading.c.mean_value)).all() == [
            (ROWS, 2)
        ]
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
