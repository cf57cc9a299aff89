"""How an answer of a service differs from what is known of it, in words for the person who loads it."""

from typing import Any

from loaders.gate.checks import LoadRefused

MOST_NAMES, LONGEST = 12, 80


def difference(file: str, subject: str, expectation: str, value: Any) -> LoadRefused:
    """The refusal of a value of JSON that should have been something else."""
    reason = (
        f"{subject} should be {expectation}, and is {_kind(value)}: the service answers otherwise than is known of it"
    )
    return LoadRefused(file, reason)


def _kind(value: Any) -> str:
    match value:
        case None:
            return "missing"
        case dict():
            names = ", ".join(str(name)[:40] for name in [*value][:MOST_NAMES])
            return f"an object with {names or 'nothing in it'}"
        case list():
            return f"a list of {len(value)}"
        case str():
            return f"the text {value[:LONGEST]!r}"
    return f"{value}"[:LONGEST]
