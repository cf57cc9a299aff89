"""What is remembered: an answer to the same question about the same data on the same day, within bounds."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from data_access.store.memory import Memory, method_per_question, per_question


@dataclass(frozen=True)
class Version:
    """A snapshot, as far as the key is concerned."""

    version: str = "1"
    today: date = date(2026, 3, 1)


ONE = Version()


@pytest.fixture
def calls() -> list[tuple]:
    """The questions that were worked out."""
    return []


@pytest.fixture
def answer(calls):
    """A function that is remembered; it fails where it is asked to."""

    @per_question(2)
    def answer(snapshot, place: str, year: int = 2020):
        calls.append((snapshot, place, year))
        return 1 / 0 if place == "fails" else object()

    return answer


def test_the_same_question_has_the_same_answer(answer, calls):
    assert answer(ONE, "naryn") is answer(Version(), "naryn")
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("snapshot", "arguments"),
    [
        (replace(ONE, version="2"), ("naryn",)),
        (replace(ONE, today=date(2026, 3, 2)), ("naryn",)),
        (ONE, ("talas",)),
        (ONE, ("naryn", 2021)),
    ],
)
def test_other_data_another_day_or_another_question_are_asked_anew(answer, calls, snapshot, arguments):
    assert answer(ONE, "naryn") is not answer(snapshot, *arguments)
    assert len(calls) == 2


def test_a_failure_is_not_kept(answer, calls):
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            answer(ONE, "fails")
    assert len(calls) == 2


def test_what_was_not_asked_for_longest_goes_first(answer, calls):
    for place in ("naryn", "talas", "naryn", "chatkal", "naryn", "talas"):
        answer(ONE, place)
    assert [place for _, place, _ in calls] == ["naryn", "talas", "chatkal", "talas"]


def test_what_takes_more_than_all_the_room_is_given_and_not_kept():
    memory = Memory(10, len)
    assert memory.recall("long", lambda: b"x" * 11) == b"x" * 11
    assert memory.recall("short", lambda: b"x") == b"x"
    assert (memory.get("long"), memory.get("short")) == (None, b"x")


def test_each_object_remembers_its_own():
    class Renderer:
        def __init__(self, name: str) -> None:
            self.name = name

        @method_per_question(2)
        def title(self, _snapshot, place: str) -> list[str]:
            return [self.name, place]

    one, other = Renderer("one"), Renderer("other")
    assert (one.title(ONE, "naryn"), other.title(ONE, "naryn")) == (["one", "naryn"], ["other", "naryn"])
    assert one.title(ONE, "naryn") is one.title(ONE, "naryn")
