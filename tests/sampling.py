"""Cases of one kind: some run always, the others are exhaustive."""

from collections.abc import Iterable

import pytest


def mostly(values: Iterable, *always: object) -> list:
    """Parameters for pytest: those that always run as they are, all others marked exhaustive."""
    return [pytest.param(one, marks=() if one in always else pytest.mark.exhaustive) for one in values]
