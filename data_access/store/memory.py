"""What was answered before. Nothing else remembers what follows from the data.

The one rule of the key. An answer depends on the version of the data or the edition (``snapshot.version`` names either,
and of an edition also the version beside which it is looked at), on the day, which decides what is late
(``snapshot.today``: in an edition it stands still), and on the question: all other arguments. Whatever else an answer
depends on has to be an argument.

What fails is never kept: it is tried anew for each who asks. There is room for so many entries or bytes, and whatever
was not asked for longest goes first. Threads may ask at once; two that ask the same for the first time both work it
out, and get one answer. What takes seconds is made once for all who ask by ``dashboard.web.heavy``.

A snapshot has memories of its own, for what its version alone decides (``database.per_version``). What follows from its
arguments whatever the data, such as a number as people write it, is left to ``functools``.
"""

from collections.abc import Callable, Hashable
from datetime import date
from functools import cached_property, wraps
from threading import Lock
from types import MethodType
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from cachetools import LRUCache

Answer = TypeVar("Answer")
Question = ParamSpec("Question")
Function = Callable[Concatenate[Any, Question], Answer]
Method = Callable[Concatenate[Any, Any, Question], Answer]


class DatedVersion(Protocol):
    """One version of the data, looked at on a day."""

    version: str

    @property
    def today(self) -> date: ...


class Memory(Generic[Answer]):
    """Answers by what was asked. There is room for so many; for so many bytes, where ``size`` tells those of one."""

    def __init__(self, room: int, size: Callable[[Answer], int] | None = None) -> None:
        self._answers: LRUCache[Hashable, Answer] = LRUCache(room, getsizeof=size)
        self._lock = Lock()

    def get(self, key: Hashable) -> Answer | None:
        """What is kept under a key."""
        with self._lock:
            return self._answers.get(key)

    def keep(self, key: Hashable, answer: Answer) -> Answer:
        """Keep an answer, unless it takes more than all the room; gives the one that was kept first under the key."""
        with self._lock:
            try:
                return self._answers.setdefault(key, answer)
            except ValueError:
                return answer

    def recall(self, key: Hashable, make: Callable[[], Answer], pause: Callable[[], None] | None = None) -> Answer:
        """What is kept under a key, else what is made now; in a ``pause`` before that others may have made it."""
        if pause and self.get(key) is None:
            pause()
        with self._lock:
            try:
                return self._answers[key]
            except KeyError:
                pass
        return self.keep(key, make())


def per_question(
    entries: int, pause: Callable[[], None] | None = None
) -> Callable[[Function[Question, Answer]], Function[Question, Answer]]:
    """Remember what a function of a snapshot answers, by the rule above; ``pause`` as of ``Memory.recall``."""

    def decorate(function: Function[Question, Answer]) -> Function[Question, Answer]:
        memory: Memory[Answer] = Memory(entries)

        @wraps(function)
        def recall(snapshot: DatedVersion, /, *arguments: Question.args, **keywords: Question.kwargs) -> Answer:
            key = (snapshot.version, snapshot.today, *arguments, *keywords.items())
            return memory.recall(key, lambda: function(snapshot, *arguments, **keywords), pause)

        return recall

    return decorate


def method_per_question(
    entries: int, pause: Callable[[], None] | None = None
) -> Callable[[Method[Question, Answer]], "cached_property[Function[Question, Answer]]"]:
    """The same of a method whose first argument is a snapshot; each object has a memory of its own."""
    return lambda method: cached_property(lambda owner: per_question(entries, pause)(MethodType(method, owner)))
