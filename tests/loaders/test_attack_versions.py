"""Someone who has kept an earlier version, an edition for example, and solves it together with a later one.

Which counts have stayed the same in between, and which of these the other version shows, the attacker is told. That
is more than a reader can know: a count that is withheld does not say whether it has changed.
"""

from random import Random

import pandas as pd
import pytest
from hypothesis import given

from loaders.publish.cases import counted, turns
from loaders.publish.counts import Counts, Unit, of_unit
from loaders.publish.earlier import NOTHING, Earlier
from loaders.publish.grievances import published_grievances
from loaders.publish.suppression import Suppression
from tests.loaders.attacker import AREA, OUTCOME, PART, QUARTER
from tests.loaders.databases import LIMIT
from tests.loaders.kinds import only_exhaustive
from tests.loaders.random_cases import END, random_steps
from tests.loaders.test_attack import found_out
from tests.loaders.tried import SEEDS, tried_slowly

EARLIER_END = pd.Timestamp("2021-06-30")


class Version:
    """What was published of a register at the end of a quarter."""

    def __init__(self, steps: pd.DataFrame, end: pd.Timestamp, earlier: Earlier, limit: int = LIMIT):
        self.counts = Counts(counted(steps, end), turns(steps, end))
        self.withheld = Suppression(self.counts, limit, earlier).withheld()
        self.values = of_unit(self.counts.figures)
        self.tables = published_grievances(self.counts, self.withheld, limit)
        self.decided = earlier.and_now(self.values, self.withheld, limit)

    def told_by(self, other: "Version") -> list[tuple]:
        """Names of the counts that are withheld here, and shown in another version with the same values."""
        same = {unit for unit in self.withheld if other.values.get(unit) == self.values[unit]}
        return [
            name for figure in self.counts.figures if figure.unit in same - other.withheld for name in names(figure)
        ]


def names(figure) -> list[tuple]:
    """What the attacker calls a count."""
    unit: Unit = figure.unit
    if unit.table == "area":
        return [(AREA.name, unit.year, unit.code, f"{figure.name}_count")]
    if unit.table == "part":
        return [(PART.name, unit.year, unit.kind, unit.code)]
    if unit.table == "outcome":
        return [(OUTCOME.name, unit.kind, unit.code, unit.what, figure.name)]
    return [(QUARTER.name, pd.Period(unit.code, freq="Q").start_time, figure.name)]


def corrected(steps: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The register with some cases taken out: one in twenty."""
    keys = sorted(steps["grievance_key"].unique())
    gone = Random(seed).sample(keys, len(keys) // 20)
    return steps[~steps["grievance_key"].isin(gone)]


def versions(seed: int, most: int, earlier_end: pd.Timestamp = EARLIER_END) -> tuple[Version, Version]:
    """A version, and the next one, of the corrected register half a year later."""
    steps = random_steps(seed, most)
    first = Version(steps, earlier_end, NOTHING)
    return first, Version(corrected(steps, seed), END, first.decided)


@pytest.mark.parametrize("earlier_end", [EARLIER_END, END], ids=["a later quarter", "a correction"])
@pytest.mark.parametrize(("most", "count"), [(60, 1), (400, 1), only_exhaustive(60, 20), only_exhaustive(400, 20)])
def test_nothing_can_be_narrowed_with_two_versions(most, count, earlier_end):
    asked = []

    @tried_slowly(count)
    @given(SEEDS)
    def attack(seed):
        for one, other in (pair := versions(seed, most, earlier_end)), pair[::-1]:
            narrow, number = found_out(one.counts, one.tables, one.told_by(other))
            assert narrow == []
            asked.append(number)

    attack()
    assert sum(asked) > 20


def test_the_attack_succeeds_where_each_version_forgets_the_other():
    def forgetful(seed: int) -> list:
        first = Version(random_steps(seed), END, NOTHING)
        second = Version(corrected(random_steps(seed), seed), END, NOTHING)
        return found_out(first.counts, first.tables, first.told_by(second))[0]

    assert any(forgetful(seed) for seed in (2, 4, 6, 10, 11))


def test_what_was_withheld_stays_so_as_long_as_it_is_the_same():
    first, second = versions(1, 400, END)
    same = {unit for unit in first.withheld if second.values.get(unit) == first.values[unit]}
    assert same and same <= second.withheld


@pytest.mark.parametrize(("before", "now", "is_kept"), [(10, 5, False), (5, 5, True), (5, 10, True)])
def test_a_limit_that_is_lowered_shows_more(before, now, is_kept):
    """Else what a stricter rule withheld could never be shown again."""
    unit = Unit("area", "district", "41702210", 2020, "received")
    decided = NOTHING.and_now({unit: (7,)}, {unit}, before)
    assert (decided.withheld({unit: (7,)}, now) == {unit}) == is_kept
    assert decided.withheld({unit: (8,)}, now) == set() == decided.shown({unit: (7,)})


def test_what_was_shown_once_is_known_for_good():
    unit = Unit("area", "district", "41702210", 2020, "received")
    decided = NOTHING.and_now({unit: (7,)}, set(), 5).and_now({unit: (7,)}, {unit}, 10)
    assert decided.shown({unit: (7,)}) == {unit}
    assert decided.withheld({unit: (7,)}, 10) == set()
