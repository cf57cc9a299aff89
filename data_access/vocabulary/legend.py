"""What an entry of a legend is, for pictures that make them and pages that write them."""

from typing import NamedTuple


class Key(NamedTuple):
    """``mark`` is a CSS colour, or the name of a mark such as a state of a number."""

    mark: str
    label: str


class DateMark(NamedTuple):
    """A numbered date on a time axis in words, and the address of the document that states it."""

    text: str
    url: str | None
