"""Dates on every time axis: thin lines for days, light bands for periods, at most three, each with its words above it.

All dates stand once on a page, with what documents them: below the figures. Projects of the chosen place go before
others, and their bands are in the legend.
"""

from collections.abc import Sequence
from datetime import date

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, safe
from dashboard.text import Words
from data_access.vocabulary.annotation import Annotation
from data_access.vocabulary.legend import Key

# Of more dates the latest are shown.
MOST = 3
LINE_PX = 16
# So many have room beside a mark in the middle of a phone.
MOST_LETTERS = 25
# Marks further along the axis than this part have their words to the left.
TURN = 0.42


def with_dates(picture: Picture, annotations: Sequence[Annotation], topic: str, canvas: Canvas) -> Picture:
    """The picture with the latest dates that matter for its topic and lie on its time axis; others stay as they are."""
    span = _span(picture)
    if span is None:
        return picture
    marks = _shown([one for one in annotations if one.matters(topic, canvas.selection.districts, *span)])
    if not marks:
        return picture
    layout = picture.figure["layout"]
    top = layout["margin"]["t"]
    words_above = [_words(one, top + LINE_PX * level, canvas.words, span) for level, one in _levels(marks, span)]
    layout = layout | {
        "margin": layout["margin"] | {"t": top + LINE_PX * len(marks) + 2},
        "shapes": [*layout.get("shapes", ()), *(_shape(one, span) for one in marks)],
        "annotations": [*layout.get("annotations", ()), *words_above],
    }
    keys = (Key(theme.DATE_BAND, canvas.words(f"annotation_kind.{one.kind}")) for one in marks if one.is_of_place)
    return Picture(picture.figure | {"layout": layout}, (*picture.legend, *dict.fromkeys(keys)))


def _shown(annotations: Sequence[Annotation]) -> list[Annotation]:
    """As many as there is room for, in the order of their days: those of the place first of all, then the latest."""
    return sorted(sorted(annotations, key=lambda one: one.is_of_place)[-MOST:], key=lambda one: one.first)


def date_text(annotation: Annotation, words: Words) -> str:
    """When, what, and of what kind."""
    kind = words(f"annotation_kind.{annotation.kind}")
    return words("annotation", dates=_dates(annotation, words), name=annotation.names[words.language], kind=kind)


def _dates(annotation: Annotation, words: Words) -> str:
    """First and last day as exactly as they are known; of an open end only since when."""
    written = {"day": words.day, "month": words.month, "year": lambda day: str(day.year)}[annotation.precision]
    first = written(annotation.first)
    if annotation.is_open:
        return words("period.since", since=first)
    last = written(annotation.last)
    return first if first == last else f"{first} – {last}"


def short_name(name: str) -> str:
    """What a date is of without what is told after a colon, cut after a whole word where it is long."""
    head = name.partition(":")[0]
    if len(head) <= MOST_LETTERS:
        return head
    return head[: MOST_LETTERS + 1].rpartition(" ")[0] + "…"


def _span(picture: Picture) -> tuple[date, date] | None:
    """First and last day of a time axis; None of a picture without one."""
    axis = picture.figure["layout"].get("xaxis", {})
    if axis.get("type") != "date":
        return None
    first, last = (date.fromisoformat(day) for day in axis["range"])
    return first, last


def _shape(annotation: Annotation, span: tuple[date, date]) -> dict:
    first, last = (day.isoformat() for day in (max(annotation.first, span[0]), min(annotation.last, span[1])))
    place = {"xref": "x", "yref": "paper", "layer": "below", "x0": first, "x1": last, "y0": 0, "y1": 1}
    if annotation.is_day:
        return {"type": "line", "line": {"color": theme.DATE_LINE, "width": 1.2, "dash": "dash"}, **place}
    return {"type": "rect", "fillcolor": theme.DATE_BAND, "line": {"width": 0}, **place}


def _levels(marks: Sequence[Annotation], span: tuple[date, date]) -> list[tuple[int, Annotation]]:
    """Each date with the line of its words, 0 the lowest: no words lie on what leads to others.

    Words to the right of their marks are the higher the further left these are, words to the left the other way round.
    """
    right = [one for one in marks if not _turns(one, span)]
    left = [one for one in marks if _turns(one, span)]
    return [*enumerate((*reversed(right), *left))]


def _turns(annotation: Annotation, span: tuple[date, date]) -> bool:
    """Whether the words of a mark stand to its left."""
    return (max(annotation.first, span[0]) - span[0]) / (span[1] - span[0]) > TURN


def _words(annotation: Annotation, up: int, words: Words, span: tuple[date, date]) -> dict:
    """The words of a mark ``up`` px above its top, and a line that leads to them."""
    return {
        "text": safe(short_name(annotation.names[words.language])),
        "hovertext": safe(date_text(annotation, words)),
        "xref": "x",
        "yref": "paper",
        "x": max(annotation.first, span[0]).isoformat(),
        "y": 1,
        "xanchor": "right" if _turns(annotation, span) else "left",
        "yanchor": "bottom",
        "ax": 0,
        "ay": -up,
        "showarrow": True,
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": theme.DATE_LINE,
        "borderpad": 1,
        "font": {"size": theme.SMALLEST_TYPE, "color": theme.MUTED},
    }
