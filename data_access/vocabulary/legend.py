"""What an entry of a legend is, for pictures that make them and pages that write them."""

from typing import NamedTuple

AREA, DOT, LINE, DASHES = "", "dot", "line", "dashes"


def of_line(dash: str) -> str:
    """The form of a line: ``solid``, or any of the others that plotly names."""
    return LINE if dash == "solid" else DASHES


class Key(NamedTuple):
    """``mark`` is a CSS colour, or the name of a mark such as a state of a number; ``form`` is what has the colour."""

    mark: str
    label: str
    form: str = AREA
