"""Cases of one kind: some run always, the others are exhaustive."""

from collections.abc import Iterable, Sequence
from itertools import cycle

import pytest


def in_turns(values: Iterable, turns: Sequence, always: Iterable | None = None) -> list:
    """Pairs for pytest: each value with one of the turns, which they take one after the other; all others exhaustive.

    Where ``always`` is given, these values alone run with their turn.
    """
    values = list(values)
    always_values = list(values if always is None else always)
    return [
        pytest.param(
            value, one, marks=() if (value, one) in zip(always_values, cycle(turns)) else pytest.mark.exhaustive
        )
        for value in values
        for one in turns
    ]


def mostly(values: Iterable, *always: object) -> list:
    """Parameters for pytest: those that always run as they are, all others marked exhaustive."""
    return [pytest.param(one, marks=() if one in always else pytest.mark.exhaustive) for one in values]
