"""Numbered dates on every time axis: thin lines for days, light bands for periods; their words stand below."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, safe
from dashboard.text import Words
from data_access.vocabulary.annotation import Annotation
from data_access.vocabulary.legend import DateMark

# Parts of the axis that one number and two joined ones take on a phone: what begins within is joined to them.
WIDTH_OF_ONE, WIDTH_OF_SEVERAL = 0.05, 0.11


def with_dates(picture: Picture, annotations: Sequence[Annotation], topic: str, canvas: Canvas) -> Picture:
    """The picture with those dates that matter for its topic and lie on its time axis; others stay as they are."""
    span = _span(picture)
    if span is None:
        return picture
    districts = canvas.selection.districts
    shown = [one for one in annotations if one.matters(topic, districts, *span)]
    if not shown:
        return picture
    texts = [date_text(one, canvas.words) for one in shown]
    layout = picture.figure["layout"]
    layout = layout | {
        "shapes": [*layout.get("shapes", ()), *(_shape(one, span) for one in shown)],
        "annotations": [*layout.get("annotations", ()), *_numbers(shown, texts, span)],
    }
    dated = tuple(DateMark(text, one.url) for text, one in zip(texts, shown, strict=True))
    return replace(picture, figure=picture.figure | {"layout": layout}, date_marks=dated)


def date_text(annotation: Annotation, words: Words) -> str:
    """When, what, and of what kind."""
    written = {"day": words.day, "month": words.month, "year": lambda day: str(day.year)}[annotation.precision]
    first, last = written(annotation.first), written(annotation.last)
    dates = first if first == last else f"{first} – {last}"
    kind = words(f"annotation_kind.{annotation.kind}")
    return words("annotation", dates=dates, name=annotation.names[words.language], kind=kind)


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


def _numbers(annotations: Sequence[Annotation], texts: Sequence[str], span: tuple[date, date]) -> list[dict]:
    """A number at the top of each mark; of marks too near each other, the first and the last number."""
    groups: list[list[int]] = []
    for place, one in enumerate(annotations):
        if groups and _is_near(one, annotations[groups[-1][0]], len(groups[-1]), span):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [_number(group, annotations[group[0]], [texts[place] for place in group], span) for group in groups]


def _is_near(annotation: Annotation, first: Annotation, joined: int, span: tuple[date, date]) -> bool:
    return _part(annotation, span) - _part(first, span) < (WIDTH_OF_ONE if joined == 1 else WIDTH_OF_SEVERAL)


def _part(annotation: Annotation, span: tuple[date, date]) -> float:
    """Where along the axis a mark begins, from 0 to 1."""
    return (max(annotation.first, span[0]) - span[0]) / (span[1] - span[0])


def _number(group: list[int], first: Annotation, texts: list[str], span: tuple[date, date]) -> dict:
    numbers = [str(place + 1) for place in group]
    at_end = _part(first, span) > 1 - WIDTH_OF_SEVERAL
    place = {"xref": "x", "yref": "paper", "x": max(first.first, span[0]).isoformat(), "y": 1, "yanchor": "top"}
    look = {"font": {"size": theme.SMALLEST_TYPE, "color": theme.INK}, "bgcolor": "rgba(255,255,255,0.85)"}
    return {
        "text": "–".join(numbers if len(numbers) < 3 else (numbers[0], numbers[-1])),
        "xanchor": "right" if at_end else "left",
        "borderpad": 1,
        "showarrow": False,
        "hovertext": "<br>".join(f"{number}. {safe(text)}" for number, text in zip(numbers, texts, strict=True)),
        **place,
        **look,
    }
