"""Loaders killed half-way: a reader never sees a part of a version, and the next command mends the rest."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, func, select, text

from data_access.store.settings import CHECKOUT
from data_access.vocabulary import schema
from loaders.engine.run import Terms
from loaders.publish import publish
from loaders.store.database import Stores, reading
from loaders.store.monitoring import observation
from loaders.store.runs import load_run
from loaders.store.settings import LoaderSettings
from tests.loaders.databases import FILLED, LIMIT, both_databases
from tests.loaders.stand_ins import load_text

# At random moments, where everything is tested.
KILLS = int(os.environ.get("KILLS", "100"))
ROWS = 1_000
HEADER = "station_id,indicator_code,sampled_on,averaging,value,unit,collected_by,qa_flag\n"
# What has been done, and the function that is called next.
POINTS = {
    "rows are written, not committed": "loaders.engine.run.finish",
    "it is announced, nothing is public": "loaders.publish.publication._refill",
    "one of the public tables is filled": "loaders.publish.publication._check_count",
    "it is public, not confirmed": "loaders.publish.ledger.confirm",
}
# For each line that it gets, an address and a word, a process that goes a loader's whole way: once, stopping at the
# point of that name, or again and again. It is started by one that has everything imported, which takes seconds.
LOADERS = """
import itertools, os, signal, sys
from pathlib import Path
from unittest import mock
from loaders.store.database import Stores
from loaders.datasets.registry import DATASETS
from loaders.publish import publish
from loaders.engine.run import Terms, load
from loaders.store.settings import LoaderSettings
from tests.loaders.stand_ins import source_of

def stop(*_arguments):
    tell("here")
    signal.pause()

def tell(word):
    print(word, os.getpid(), flush=True)

def go(url, rounds):
    stores = Stores.open(LoaderSettings.from_environment({"DATABASE_URL": url}))
    for _ in rounds:
        for file in sys.argv[1:]:
            load(stores.private, DATASETS["readings"], Path(file), source_of("readings"), Terms(allow_removal=True))
            publish(stores, 5)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        match line.rsplit(maxsplit=1):
            case url, "once":
                go(url, range(1))
            case url, "again":
                tell("here")
                go(url, itertools.count())
            case url, point:
                with mock.patch(point, stop):
                    go(url, range(1))
        os._exit(0)
    tell(f"ended {os.waitpid(child, 0)[1]}")
"""


class Loaders:
    """Loaders that can be stopped and killed."""

    def __init__(self, files: list[str]) -> None:
        environ = os.environ | {"PYTHONPATH": str(CHECKOUT)}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
        command = [sys.executable, "-c", LOADERS, *files]
        self._process = subprocess.Popen(command, cwd=CHECKOUT, env=environ, **pipes)

    def start(self, url: str, how: str) -> int:
        """A loader that is somewhere on its way, or at a point; gives its number."""
        self._ask(url, how)
        return int(self._outputs("here")[-1])

    def kill(self, number: int) -> None:
        os.kill(number, signal.SIGKILL)
        assert self._outputs("ended")[1] == str(int(signal.SIGKILL))

    def run_once(self, url: str) -> None:
        """A load and a publication of each file that nobody kills."""
        self._ask(url, "once")
        assert self._outputs("ended")[1] == "0"

    def end(self) -> None:
        self._process.communicate()

    def _ask(self, url: str, how: str) -> None:
        self._process.stdin.write(f"{url} {how}\n")

    def _outputs(self, word: str) -> list[str]:
        words = self._process.stdout.readline().split()
        assert words[0] == word
        return words


def content(value: int) -> str:
    """A file with this value in every reading."""
    return HEADER + f"st-1,as,2020-01-10,single,{value},mg/L,state,ok\n" * ROWS


def publish_second(stores: Stores) -> None:
    """Publish what the second of two files holds."""
    with tempfile.TemporaryDirectory() as folder:
        load_text(stores, Path(folder), "readings", content(2), Terms(allow_removal=True))
    publish(stores, LIMIT)


@pytest.fixture
def settings(settings_of) -> LoaderSettings:
    return settings_of(*FILLED, publish_second)


@pytest.fixture
def url(settings) -> str:
    return settings.public_url


@pytest.fixture(scope="module")
def loaders(tmp_path_factory) -> Iterator[Loaders]:
    """Loaders of two files that differ in every value: means of 1 and of 2."""
    folder = tmp_path_factory.mktemp("loaders")
    paths = [folder / f"{value}.csv" for value in (1, 2)]
    for value, path in enumerate(paths, start=1):
        path.write_text(content(value))
    loaders = Loaders(list(map(str, paths)))
    yield loaders
    loaders.end()


class Reader:
    """Reads the public store, and notes what is not one complete version."""

    def __init__(self, url: str) -> None:
        options = {"isolation_level": "REPEATABLE READ"} if url.startswith("postgresql") else {}
        self.engine = create_engine(url, **options)
        self.reads, self.wrong, self.versions, self.over = 0, [], [], False

    def read(self) -> None:
        with self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execute(text("SET search_path TO mining_public"))
            self._look(connection)
        self.reads += 1

    def read_on(self) -> None:
        """Again and again, until it is over."""
        while not self.over:
            self.read()

    def _look(self, connection: Connection) -> None:
        version = connection.scalars(select(schema.publication.c.version)).all()
        readings = connection.execute(select(schema.reading.c.reading_count, schema.reading.c.mean_value)).all()
        districts = connection.scalar(select(func.count()).select_from(schema.district))
        self.versions += version
        if len(version) != 1 or readings not in ([(ROWS, 1)], [(ROWS, 2)]) or districts != 2:
            self.wrong.append((version, readings, districts))


@both_databases
def test_no_reader_sees_a_part_wherever_a_loader_stops_and_is_killed(settings, url, loaders):
    reader = Reader(url)
    for point in POINTS.values():
        number = loaders.start(url, point)
        reader.read()
        loaders.kill(number)
        reader.read()
    assert reader.reads == 2 * len(POINTS) and reader.wrong == []
    # Nothing new is public until the last one, which is from then on.
    before, *_, last = reader.versions
    assert reader.versions == [before] * 6 + [last] * 2 and last == before + 1
    mend(settings, loaders)


@pytest.mark.exhaustive
@both_databases
def test_no_reader_sees_a_part_and_the_next_command_mends(settings, url, loaders):
    reader = Reader(url)
    thread = threading.Thread(target=reader.read_on, daemon=True)
    thread.start()
    chance = random.Random(KILLS)
    for _ in range(KILLS):
        number = loaders.start(url, "again")
        time.sleep(chance.uniform(0, 1.5))
        loaders.kill(number)
    reader.over = True
    thread.join()
    assert reader.reads > KILLS and reader.wrong == []
    assert reader.versions == sorted(reader.versions)
    mend(settings, loaders)


def mend(settings: LoaderSettings, loaders: Loaders) -> None:
    """After one more command both stores are whole, and hold the same."""
    loaders.run_once(settings.public_url)
    stores = Stores.open(settings)
    with reading(stores.private) as connection:
        newest = connection.scalar(select(func.max(load_run.c.run_id)))
        assert set(connection.scalars(select(observation.c.run_id))) == {newest}
        assert connection.scalar(select(func.count()).select_from(observation)) == ROWS
    with reading(stores.public) as connection:
        assert connection.execute(select(schema.reading.c.reading_count, schema.reading.c.mean_value)).all() == [
            (ROWS, 2)
        ]
    if settings.public_url.startswith("sqlite"):
        for url in (settings.public_url, settings.private_url):
            with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
