"""A grid of shaded cells: two things against each other, and how much of each pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe
from dashboard.text import Words
from data_access.vocabulary.legend import Key

NAME_WIDTH, NAME_LETTERS, MOST_NAMES = 148, 22, 6
# Fewer rows or columns are no larger than so many would be.
FEWEST = 4
# Upper ends of the classes of a share.
SHARES = (0.25, 0.5, 0.75, 1.0)
SHORT = 7  # letters of a name that fits below a column of a phone
LINE = 14  # letters of a line of a longer name where columns are few: standing, it leaves the cells their height


@dataclass(frozen=True)
class Row:
    """One row: its name, a class of shade per column (None: nothing known), the text of each cell.

    ``is_open`` marks cells of which something is known, though not enough for a shade.
    """

    name: str
    classes: Sequence[int | None]
    texts: Sequence[str]
    choices: Sequence[str | None] = ()
    is_open: Sequence[bool] = ()


def share_class(share: float) -> int:
    """The class of a share from 0 to 1, the lowest first."""
    return next(number for number, end in enumerate(SHARES) if share <= end)


def share_legend(key: str, shades: Sequence[str], words: Words) -> list[Key]:
    """The classes of shares with their ends in percent, the first in the words of a key, and a cell without figures."""
    ends = [round(100 * share) for share in SHARES]
    classes = zip([key, *["legend.share"] * len(shades)], shades, [0, *ends], ends, strict=False)
    return [
        *(Key(colour, words(text, low=low, high=high)) for text, colour, low, high in classes),
        Key("none", words("legend.no_figures")),
    ]


def of_cells(
    rows: Sequence[Row], columns: Sequence[str], shades: Sequence[str], legend: Sequence[Key], canvas: Canvas
) -> Picture:
    """Cells in the colours ``shades`` of their class; a pair of which nothing is known stays empty."""
    longest = _longest(columns)
    columns = [in_lines(name, LINE) if len(columns) <= MOST_NAMES else safe(name) for name in columns]
    style = layout(
        canvas.words,
        margin={"l": NAME_WIDTH, "r": 8, "t": 4, "b": 28},
        xaxis=axis(
            type="category", showgrid=False, range=[-0.5, max(len(columns), FEWEST) - 0.5], **_names(columns, longest)
        ),
        yaxis=axis(visible=False, range=[max(len(rows), FEWEST) - 0.5, -0.5]),
        annotations=[name(row.name, number) for number, row in enumerate(rows)],
    )
    data = {
        "type": "heatmap",
        "x": columns,
        "y": list(range(len(rows))),
        "z": [list(row.classes) for row in rows],
        "zmin": 0,
        "zmax": max(len(shades) - 1, 1),
        "colorscale": _steps(shades),
        "showscale": False,
        "xgap": 2,
        "ygap": 6,
        "text": [[safe(text) for text in row.texts] for row in rows],
        "customdata": [list(row.choices) for row in rows] if any(row.choices for row in rows) else None,
        "hovertemplate": "%{text}<extra></extra>",
        "hoverongaps": False,
    }
    return Picture({"data": [data, *_open_squares(rows, columns)], "layout": style}, tuple(legend))


def _open_squares(rows: Sequence[Row], columns: Sequence[str]) -> list[dict]:
    """An open square in each cell that is known and cannot be shaded."""
    cells = [
        (column, number, row.texts[place], row.choices[place] if row.choices else None)
        for number, row in enumerate(rows)
        for place, column in enumerate(columns)
        if row.is_open and row.is_open[place]
    ]
    if not cells:
        return []
    x, y, texts, choices = (list(parts) for parts in zip(*cells, strict=True))
    mark = {"symbol": "square-open", "size": 11, "color": theme.PATTERN, "line": {"width": 1.5}}
    hover = {"text": [safe(text) for text in texts], "customdata": choices, "hovertemplate": "%{text}<extra></extra>"}
    return [{"type": "scatter", "mode": "markers", "x": x, "y": y, "marker": mark, **hover}]


def _names(columns: Sequence[str], longest: int) -> dict:
    """Short names lie below their columns, as many as a phone has room for.

    Of long ones every one is there: they lie where they have room, and stand on a phone.
    """
    if longest > SHORT:
        return {"autotickangles": [0, -90], "automargin": True, "tickvals": list(columns)}
    return {"tickangle": 0, "tickvals": list(columns[:: max(1, -(-len(columns) // MOST_NAMES))])}


def in_lines(name: str, letters: int, most: int | None = None) -> str:
    """A text in lines of so many letters, ``most`` of them, as markup of a picture."""
    return "<br>".join(safe(line) for line in wrap(name, letters)[:most])


def _longest(columns: Sequence[str]) -> int:
    return max(map(len, columns), default=0)


def _steps(shades: Sequence[str]) -> list[list]:
    """A scale of flat colours: plotly would blend them."""
    count = len(shades)
    return [[edge / count, shade] for number, shade in enumerate(shades) for edge in (number, number + 1)]


def name(text: str, row: int) -> dict[str, Any]:
    """The name of a row, left of it, in two lines at most."""
    place = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -NAME_WIDTH, "y": row, "yref": "y"}
    lines = in_lines(text, NAME_LETTERS, 2)
    font = {"size": theme.SMALLEST_TYPE, "color": theme.INK}
    return {"text": lines, "font": font, "showarrow": False, "align": "left", **place}
