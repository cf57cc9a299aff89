"""Someone who has kept every version that was ever published, an edition among them, and solves all of them together.

The register changes in between as registers do: cases are entered late, corrected and taken out, and a district has its
first one. Two things are looked for: a count that two versions say differently, by which whatever has changed in
between stands in a crossing that no table shows; and a withheld count that all versions together narrow to fewer
numbers than ``LIMIT``.
"""

from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import given

from data_access.vocabulary import schema
from loaders.publish import suppression
from loaders.publish.counts import Unit
from loaders.publish.earlier import NO_HISTORY
from loaders.publish.grievances import Books, Closing
from tests.loaders.attacker import counts_of, differences_of, together
from tests.loaders.databases import LIMIT
from tests.loaders.examples import SEEDS, tried_slowly
from tests.loaders.kinds import only_exhaustive
from tests.loaders.random_cases import registers
from tests.loaders.test_attack import closed, fresh, narrow_counts, truth

ENDS = [end.end_time.normalize() for end in pd.period_range("2020Q4", "2023Q3", freq="Q")]


def books_after(books: Books, new: Books) -> Books:
    """The books after a publication."""
    return Books(pd.concat([books.posted_events, new.posted_events], ignore_index=True), new.earlier)


def versions_of(seed: int, most: int = 300) -> list[Closing]:
    """Twelve versions of a register."""
    books, closings = fresh(), []
    for steps, end in zip(registers(seed, most, ENDS), ENDS, strict=True):
        closings.append(closed(steps, end, books))
        books = books_after(books, closings[-1].new)
    return closings


def days_by_unit(version: Closing) -> dict[tuple, list]:
    frame = version.tables[schema.grievance_wait].astype(object)
    return {tuple(row[:4]): [None if pd.isna(days) else days for days in row[4:]] for row in frame.to_numpy().tolist()}


def differences(versions: list[Closing]) -> list:
    """The counts and days that two versions say differently."""
    moves = differences_of(counts_of(version.tables) for version in versions)
    for before, now in zip(versions, versions[1:], strict=False):
        moves += [key for key, days in days_by_unit(before).items() if days_by_unit(now).get(key) != days]
    return moves


def solve(versions: list[Closing]) -> tuple[list, int]:
    """What all versions together narrow, and how many counts were asked for."""
    known_counts = together(counts_of(version.tables) for version in versions)
    return narrow_counts(known_counts, truth(versions[-1]))


@pytest.mark.parametrize(("most", "count"), [(60, 1), (600, 1), only_exhaustive(60, 20), only_exhaustive(600, 20)])
def test_twelve_versions_tell_no_more_than_the_last(most, count):
    numbers = []

    @tried_slowly(count)
    @given(SEEDS)
    def attack(seed):
        versions = versions_of(seed, most)
        assert differences(versions) == []
        narrow, number = solve(versions)
        assert narrow == []
        numbers.append(number)

    attack()
    assert sum(numbers) > 50


PROTECTIONS = {
    "each version counts all quarters again": lambda _: fresh(),
    "stocks and days follow the register": lambda books: books._replace(earlier=NO_HISTORY),
}


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_versions_differ_where_the_books_are_forgotten(protection):
    """With each of the two taken away, a single case stands in the difference of two versions."""
    first, second = registers(3, 300, ENDS)[7:9]
    books = books_after(fresh(), closed(first, ENDS[7]).new)
    versions = [closed(first, ENDS[7]), closed(second, ENDS[8], PROTECTIONS[protection](books))]
    assert small_moves(versions)


def test_the_attack_succeeds_where_each_table_is_only_hidden_by_itself(monkeypatch):
    monkeypatch.setattr(suppression, "protect", lambda _figures, _identities, _held, withheld, *_: withheld)
    assert any(solve(versions_of(seed, 60))[0] for seed in range(3))


def small_moves(versions: Sequence[Closing]) -> list:
    """Shown counts that move by less than the limit."""
    changes = differences_of(counts_of(version.tables) for version in versions)
    return [move for move in changes if None not in move[1:] and 0 < abs(move[1] - move[2]) < LIMIT]


@pytest.mark.parametrize(("before", "now", "is_kept"), [(10, 5, False), (5, 5, True), (5, 10, True)])
def test_a_limit_that_is_lowered_shows_more(before, now, is_kept):
    """Else what a stricter rule withheld could never be shown again."""
    unit = Unit("area", "district", "41702210", 2020, "received")
    history = NO_HISTORY.and_now({unit: (7,)}, {unit}, before)
    assert (history.withheld({unit: (7,)}, now) == {unit}) == is_kept
    assert history.shown_units({unit: (7,)}) == set()


def test_what_was_shown_once_is_known_for_good():
    unit = Unit("area", "district", "41702210", 2020, "received")
    history = NO_HISTORY.and_now({unit: (7,)}, set(), 5).and_now({unit: (7,)}, {unit}, 10)
    assert history.shown_units({unit: (7,)}) == {unit}
    assert history.withheld({unit: (7,)}, 10) == set()
