"""Publishing while others read: each reader sees one version, whole, and never an older one after a newer."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from data_access.database import Database
from tests.data_access.small_stores import publish, versions_in

VERSIONS, READERS = 60, 3
BREATH_SECONDS = 0.002


@pytest.fixture
def database(store) -> Database:
    """The small store, refreshed only when a test says so."""
    return Database(f"sqlite:///{store}", watch_seconds=1e6)


def test_readers_never_see_a_mixture(store, database):
    over = threading.Event()

    def publish_all() -> None:
        for version in range(2, VERSIONS):
            publish(store, version)
        over.set()

    def refresh() -> None:
        while not over.wait(BREATH_SECONDS):
            database._keeper.refresh()
        database._keeper.refresh()

    def read() -> list[set[int]]:
        seen = []
        while not over.wait(BREATH_SECONDS):
            snapshot = database.snapshot()
            seen.append((int(snapshot.version.partition("-")[0]), versions_in(snapshot)))
        return seen

    with ThreadPoolExecutor(READERS + 2) as pool:
        writing = [pool.submit(publish_all), pool.submit(refresh)]
        readings = [pool.submit(read) for _ in range(READERS)]
        for done in (*writing, *readings):
            done.result()
    for seen in (reading.result() for reading in readings):
        assert [pair for pair in seen if pair[1] != {pair[0]}] == []
        assert seen == sorted(seen, key=lambda pair: pair[0])
        assert len({pair[0] for pair in seen}) > 3
    assert versions_in(database.snapshot()) == {VERSIONS - 1}


def test_a_request_keeps_the_version_with_which_it_began(store, database):
    snapshot = database.snapshot()
    for version in range(2, 6):
        publish(store, version)
        database._keeper.refresh()
    assert versions_in(snapshot) == {1}
    assert versions_in(database.snapshot()) == {5}
