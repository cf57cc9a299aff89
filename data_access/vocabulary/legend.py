"""What an entry of a legend is, for pictures that make them and pages that write them."""

from typing import NamedTuple


class Key(NamedTuple):
    """``mark`` is a CSS colour, or the name of a mark such as a state of a number."""

    mark: str
    label: str
