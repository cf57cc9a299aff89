"""Answers that cost seconds of the processor: workbooks, archives and packs.

They are made one after the other, in pieces between which pages are answered, each once for all who ask for it. What
was made is kept while there is room. Where many different ones are asked for, the rest are sent away for a while.
"""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock

from werkzeug.exceptions import ServiceUnavailable

from data_access.store.memory import Memory

# Of one worker process, as all here.
KEPT_BYTES = 32 * 1024 * 1024
MOST_ASKED = 8
RETRY_SECONDS = 10

Make = Callable[[], bytes]


class Heavy:
    """The heavy answers of one application."""

    def __init__(self) -> None:
        self._contents: Memory[bytes] = Memory(KEPT_BYTES, len)
        self._futures: dict[Hashable, Future[bytes]] = {}
        self._lock, self._turn = Lock(), Lock()

    def get_or_make(self, key: Hashable, make: Make) -> bytes:
        """What is kept under a key, else what others have asked for under it and wait for, else what is made now.

        ``key`` has all that the answer depends on, and nothing that whoever asks may write as he likes. Raises
        ServiceUnavailable when MOST_ASKED others are asked for already, and what ``make`` raises to all who wait.
        """
        with self._lock:
            content = self._contents.get(key)
            if content is not None:
                return content
            waited_for = self._futures.get(key)
            if waited_for is None:
                if len(self._futures) >= MOST_ASKED:
                    raise ServiceUnavailable(retry_after=RETRY_SECONDS)
                mine = self._futures[key] = Future[bytes]()
        return waited_for.result() if waited_for else self._make(key, make, mine)

    def _make(self, key: Hashable, make: Make, mine: Future[bytes]) -> bytes:
        try:
            with self._turn:
                content = make()
        except BaseException as error:
            mine.set_exception(error)
            raise
        else:
            mine.set_result(content)
            return content
        finally:
            self._settle(key, mine)

    def _settle(self, key: Hashable, mine: Future[bytes]) -> None:
        """Nobody has to wait for it any more; it is kept unless it failed."""
        with self._lock:
            del self._futures[key]
            if not mine.exception():
                self._contents.keep(key, mine.result())
