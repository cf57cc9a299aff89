"""How inputs are made up: the same ones at each run, a bounded number of them, however busy the machine is."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy


def each_of(examples: int, strategy: SearchStrategy, check: Callable[[Any], None]) -> None:
    """Call ``check`` with made-up inputs; one that fails is told in its smallest form."""
    limits = settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )
    limits(given(strategy)(check))()
