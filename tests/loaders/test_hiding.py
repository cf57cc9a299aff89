"""Hiding small counts: the rule's examples, then random trees against an attacker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.publish.hiding import is_safe, withheld_nodes, withheld_parts
from tests.loaders.databases import LIMIT
from tests.loaders.examples import outcome_of
from tests.loaders.kinds import only_exhaustive


def test_the_example_of_three_districts():
    # A 3, B 12, C 7, total 22: A is small, and C goes with it so that A cannot be subtracted.
    assert withheld_parts({"A": (3,), "B": (12,), "C": (7,)}, LIMIT) == {"A", "C"}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"A": (5,), "B": (9,)}, set()),
        ({"A": (0,), "B": (9,)}, set()),
        ({"A": (1,), "B": (1,), "C": (9,), "D": (20,)}, {"A", "B", "C"}),
        ({"A": (2,), "B": (3,), "C": (9,)}, {"A", "B"}),
        ({"A": (2,), "B": (0,), "C": (9,)}, {"A", "C"}),
        ({"A": (4, 6), "B": (9, 9), "C": (7, 7)}, {"A", "C"}),
        ({"A": (0, 3), "B": (0, 4), "C": (9, 9)}, {"A", "B", "C"}),
        ({"A": (0, 3), "B": (0, 4), "C": (0, 9)}, {"A", "B"}),
    ],
)
def test_withheld_parts(parts, expected):
    assert withheld_parts(parts, LIMIT) == expected


def test_a_part_that_another_reason_withholds_is_not_left_alone():
    assert withheld_parts({"A": (9,), "B": (7,), "C": (20,)}, LIMIT, {"A"}) == {"A", "B"}


def test_all_of_a_withheld_total_is_withheld():
    parents = {"417": None, "41702": "417", "41703": "417", "a": "41702", "b": "41702", "c": "41703"}
    totals = {"417": (33,), "41702": (3,), "41703": (30,), "a": (3,), "b": (0,), "c": (30,)}
    assert withheld_nodes(totals, parents, LIMIT) == {"41702", "41703", "a", "b", "c"}


def test_a_withheld_root_withholds_everything():
    assert withheld_nodes({"r": (4,), "a": (4,), "b": (0,)}, {"r": None, "a": "r", "b": "r"}, LIMIT) == {"r", "a", "b"}


# Districts with (open, closed) in oblasts; most cells small, some empty.
CELLS = st.sampled_from([0, 1, 4, 8, 30]).flatmap(
    lambda most: st.tuples(st.integers(0, most), st.integers(0, most * 3))
)
OBLASTS = st.lists(st.lists(CELLS, min_size=1, max_size=8), min_size=1, max_size=9)


def tree(oblasts: list[list[tuple[int, int]]]) -> tuple[dict, dict]:
    """Counts of the country, its oblasts and their districts, and what each is part of."""
    parents: dict[str, str | None] = {"417": None}
    totals: dict[str, tuple[int, int]] = {}
    for oblast, districts in enumerate(oblasts):
        parents[str(oblast)] = "417"
        for district, counts in enumerate(districts):
            parents[f"{oblast}.{district}"] = str(oblast)
            totals[f"{oblast}.{district}"] = counts
    for area in [*map(str, range(len(oblasts))), "417"]:
        below = [totals[code] for code, parent in parents.items() if parent == area]
        totals[area] = (sum(pair[0] for pair in below), sum(pair[1] for pair in below))
    return totals, parents


def bounds(totals: dict, parents: dict, withheld: set, known_sums: dict) -> list[tuple[str, int, int, int]]:
    """What subtraction tells of each withheld component: (node, index, least, most).

    ``known_sums`` are received counts that are shown although the split is not.
    """
    bounds_of_nodes = []
    for parent in parents:
        group = [child for child, above in parents.items() if above == parent and child in withheld]
        if parent in withheld or not group:
            continue
        siblings = [child for child, above in parents.items() if above == parent and child not in withheld]
        residual = [totals[parent][i] - sum(totals[child][i] for child in siblings) for i in range(len(totals[parent]))]
        for node in group:
            others = [child for child in group if child != node]
            for i, rest in enumerate(residual):
                most = min(rest, known_sums.get(node, rest))
                room = sum(min(rest, known_sums.get(child, rest)) for child in others)
                bounds_of_nodes.append((node, i, max(0, rest - room), most))
    return bounds_of_nodes


@pytest.mark.parametrize("count", [300, only_exhaustive(5_000)])
def test_nothing_withheld_can_be_calculated(count):
    @outcome_of(count)
    @given(OBLASTS)
    def attack(oblasts):
        totals, parents = tree(oblasts)
        receipts = {code: (sum(pair),) for code, pair in totals.items()}
        withheld = withheld_nodes(receipts, parents, LIMIT)
        withheld_states = withheld_nodes(totals, parents, LIMIT, withheld)
        assert withheld <= withheld_states
        assert all(is_safe(receipts[code], LIMIT) for code in parents if code not in withheld)
        assert all(is_safe(totals[code], LIMIT) for code in parents if code not in withheld_states)
        for node, _i, least, most in bounds(receipts, parents, withheld, {}):
            assert most - least >= LIMIT, node
        shown_sums = {code: receipts[code][0] for code in parents if code not in withheld}
        for node, i, least, most in bounds(totals, parents, withheld_states, shown_sums):
            has_none = totals[parents[node]][i] == 0
            assert has_none or most - least >= LIMIT or receipts[node] == (0,), (node, i, least, most)

    attack()
