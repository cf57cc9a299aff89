"""The course of a key figure: its years in order."""

from typing import NamedTuple


class Year(NamedTuple):
    """Its value (None: nothing known), whether only a part of it is known, and whether it is chosen."""

    value: float | None
    is_part: bool
    is_chosen: bool
