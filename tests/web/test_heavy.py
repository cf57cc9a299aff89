"""What costs much is made once for all who ask, one after the other, and not for any number of them."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest
from werkzeug.exceptions import ServiceUnavailable

from dashboard.web import heavy
from dashboard.web.heavy import Heavy


class Going:
    """An answer that is being made until it is let go, in a thread of its own."""

    def __init__(self, pool: ThreadPoolExecutor, room: Heavy, key: str) -> None:
        self.begun, self.done, self._let_go = Event(), Event(), Event()
        self.answer = pool.submit(room.get_or_make, key, self._make)

    def _make(self) -> bytes:
        self.begun.set()
        self._let_go.wait()
        self.done.set()
        return b"made"

    def let_go(self) -> bytes:
        """The answer, made to its end."""
        self._let_go.set()
        return self.answer.result()


@pytest.fixture
def start_making():
    """Begins an answer under a key."""
    with ThreadPoolExecutor() as pool:
        yield lambda room, key: Going(pool, room, key)


def never() -> bytes:
    """What is not to be made."""
    raise AssertionError


def register(room: Heavy, count: int) -> None:
    """Wait until so many answers are asked for."""
    while len(room._futures) < count:
        sleep(0)


def test_those_who_ask_for_the_same_wait_for_what_is_made_already(start_making, monkeypatch):
    arrival = Event()

    class Watched(Future):
        def result(self, timeout: float | None = None) -> bytes:
            arrival.set()
            return super().result(timeout)

    monkeypatch.setattr(heavy, "Future", Watched)
    room = Heavy()
    first = start_making(room, "pack")
    first.begun.wait()
    monkeypatch.setattr(Heavy, "_make", lambda _self, _key, make, _mine: (arrival.set(), make())[1])
    with ThreadPoolExecutor() as pool:
        second = pool.submit(room.get_or_make, "pack", never)
        arrival.wait()
        assert (first.let_go(), second.result()) == (b"made", b"made")
    assert room.get_or_make("pack", never) == b"made"


def test_one_is_made_after_the_other(start_making):
    room = Heavy()
    first = start_making(room, "one")
    first.begun.wait()
    with ThreadPoolExecutor() as pool:
        second = pool.submit(room.get_or_make, "other", lambda: str(first.done.is_set()).encode())
        register(room, 2)
        first.let_go()
        assert second.result() == b"True"


def test_where_many_are_asked_for_others_are_sent_away_for_a_while(start_making, monkeypatch):
    monkeypatch.setattr(heavy, "MOST_ASKED", 2)
    room = Heavy()
    makers = [start_making(room, key) for key in ("one", "other")]
    register(room, 2)
    with ThreadPoolExecutor() as pool:
        third = pool.submit(room.get_or_make, "third", lambda: b"made all the same")
        while not third.done() and len(room._futures) < 3:
            sleep(0)
        assert [one.let_go() for one in makers] == [b"made"] * 2
    error = third.exception()
    assert isinstance(error, ServiceUnavailable) and error.retry_after == heavy.RETRY_SECONDS
    assert room.get_or_make("third", lambda: b"now") == b"now"


@pytest.mark.parametrize(("size", "again"), [(heavy.KEPT_BYTES, b"x"), (heavy.KEPT_BYTES + 1, b"anew")])
def test_what_is_too_large_is_made_anew(size, again):
    room = Heavy()
    assert len(room.get_or_make("key", lambda: b"x" * size)) == size
    assert room.get_or_make("key", lambda: b"anew")[:4] in (again * 4, again)


def test_what_failed_is_told_to_whoever_asked_and_tried_again():
    room = Heavy()
    with pytest.raises(AssertionError):
        room.get_or_make("key", never)
    assert room.get_or_make("key", lambda: b"made") == b"made"


def full(_self: Heavy, _key: object, _make: Callable[[], bytes]) -> bytes:
    raise ServiceUnavailable(retry_after=heavy.RETRY_SECONDS)


@pytest.mark.parametrize("path", ["/ru/district/ton/pack.zip", "/data/limits.xlsx?lang=ru", "/data/limits.zip?lang=ru"])
def test_whoever_is_sent_away_is_told_when_to_come_again(client, monkeypatch, path):
    monkeypatch.setattr(Heavy, "get_or_make", full)
    answer = client.get(path, headers={"Accept-Language": "ru"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert "Сейчас слишком много запросов" in answer.text and 'http-equiv="refresh" content="10"' in answer.text
    assert client.get("/ru/overview").status_code == 200
