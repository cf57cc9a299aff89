"""Publishing while others read: each reader sees one version, whole, and never an older one after a newer."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from data_access.store.database import Database
from tests.data_access.small_stores import publish, versions_in

VERSIONS, MOST_VERSIONS, READERS = 20, 2_000, 3
BREATH_SECONDS = 0.002


@pytest.fixture
def database(store) -> Database:
    """The small store, refreshed only when a test says so."""
    return Database(f"sqlite:///{store}", watch_seconds=1e6)


def test_readers_never_see_a_mixture(store, database):
    """Versions are published until every reader has seen several of them."""
    over = threading.Event()
    versions: list[list[tuple[int, set[int]]]] = [[] for _ in range(READERS)]

    def publish_all() -> int:
        try:
            for version in range(2, MOST_VERSIONS):
                publish(store, version)
                if version >= VERSIONS and all(len({number for number, _ in one}) > 3 for one in versions):
                    break
        finally:
            over.set()
        return version

    def refresh() -> None:
        while not over.wait(BREATH_SECONDS):
            database._keeper.refresh()
        database._keeper.refresh()

    def read(own: list[tuple[int, set[int]]]) -> None:
        while not over.wait(BREATH_SECONDS):
            snapshot = database.snapshot()
            own.append((int(snapshot.version.partition("-")[0]), versions_in(snapshot)))

    with ThreadPoolExecutor(READERS + 2) as pool:
        publication = pool.submit(publish_all)
        others = [pool.submit(refresh), *(pool.submit(read, own) for own in versions)]
        newest = publication.result()
        for reader in others:
            reader.result()
    for one in versions:
        assert [pair for pair in one if pair[1] != {pair[0]}] == []
        assert one == sorted(one, key=lambda pair: pair[0])
        assert len({number for number, _ in one}) > 3
    assert versions_in(database.snapshot()) == {newest}


def test_a_request_keeps_the_version_with_which_it_began(store, database):
    snapshot = database.snapshot()
    for version in range(2, 6):
        publish(store, version)
        database._keeper.refresh()
    assert versions_in(snapshot) == {1}
    assert versions_in(database.snapshot()) == {5}
