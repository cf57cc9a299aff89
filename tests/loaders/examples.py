"""How hypothesis tries what the loaders must hold: a bounded number of examples, the same ones on every run."""

from collections.abc import Callable

from hypothesis import Phase, settings
from hypothesis import strategies as st

# Of invented registers, see ``random_cases``.
SEEDS = st.integers(0, 1_000_000)


def outcome_of(count: int) -> Callable:
    """Try so many examples; a failing one is made small."""
    return settings(max_examples=count, deadline=None, derandomize=True)


def tried_slowly(count: int) -> Callable:
    """The same where an example takes a second: of seeds, a smaller one is no simpler one."""
    return settings(outcome_of(count), phases=(Phase.explicit, Phase.generate))
