"""The district map: every district with its value, or with the mark of what its number is instead."""

from collections.abc import Sequence

from dashboard import measures, wording
from dashboard.answer import NOT_COLLECTED, VALUE, ZERO, Answer
from dashboard.figures import classes, theme
from dashboard.figures import map_layers as layers
from dashboard.figures.base import Canvas, Picture, layout, safe
from dashboard.legend import Key

COUNTRY = {"lon": (69.05, 80.45), "lat": (39.05, 43.4)}


def by_district(answer: Answer, canvas: Canvas, measure: measures.Measure, hover: Sequence[str]) -> Picture:
    """Colour districts by ``value`` in the hue of the measure's topic (frame: ``places.by_district``).

    ``hover`` holds one text per row of the frame.
    """
    frame = answer.frame.assign(hover=[safe(text) for text in hover])
    bounds = classes.upper_bounds(frame.loc[frame["state"] == VALUE, "value"].tolist())
    colours = [theme.RAMPS[measure.topic][step] for step in classes.spread(len(bounds))] if bounds else []
    palette = [theme.GROUND, theme.PAPER, *colours]
    has_sites = shows_sites(measure, canvas)
    steps = zip(frame["state"], frame["value"], strict=True)
    frame["step"] = [_step(state, value, bounds) for state, value in steps]
    frame = frame.sort_values("district_code")
    return Picture(
        {"data": _traces(frame, palette, canvas, has_sites), "layout": country(canvas)},
        (*_legend(frame, palette, bounds, canvas, measure), *_of_sites(canvas, has_sites)),
    )


def shows_sites(measure: measures.Measure, canvas: Canvas) -> bool:
    """Whether mines and tailings stand on the map: beside water and air, and where incidents count by their site."""
    return measure.key == "exceedance_share" or (measure.topic == "incidents" and canvas.selection.by == "site")


def _of_sites(canvas: Canvas, has_sites: bool) -> tuple[Key, ...]:
    return (Key("site", canvas.words("legend.site")),) if has_sites else ()


def _step(state: str, value: float, bounds: Sequence[float]) -> int:
    """0 = the ground, 1 = zero, from 2 on the classes."""
    if state == VALUE:
        return 2 + classes.class_of(value, bounds)
    return 1 if state == ZERO else 0


def _traces(frame, palette: list[str], canvas: Canvas, has_sites: bool) -> list[dict]:
    towns = frame[frame["unit_type"] != "raion"]
    chosen = frame[frame["slug"] == canvas.selection.district]
    return [
        layers.areas(frame, palette, canvas),
        layers.patterns(frame, canvas),
        layers.outlines("oblasts", _oblasts(frame), canvas, "#7b868e", 1.3),
        layers.lakes(canvas),
        layers.towns(towns, palette),
        *([layers.sites(canvas.sites, canvas, theme.ACCENT)] if has_sites else []),
        layers.outlines("districts", chosen["district_code"].tolist(), canvas, theme.ACCENT, 3),
        layers.oblast_names(canvas, chosen),
        layers.chosen_name(chosen, canvas),
    ]


def _oblasts(frame) -> list[str]:
    return sorted(set(frame["oblast_code"]))


def country(canvas: Canvas) -> dict:
    """The layout of a map of the whole country, which fills its frame."""
    geo = {
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
        "projection": {"type": "mercator"},
        "lonaxis": {"range": list(COUNTRY["lon"])},
        "lataxis": {"range": list(COUNTRY["lat"])},
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
    return layout(canvas.words, margin={"l": 0, "r": 0, "t": 0, "b": 0}, geo=geo)


def _legend(
    frame, palette: list[str], bounds: Sequence[float], canvas: Canvas, measure: measures.Measure
) -> tuple[Key, ...]:
    present = set(frame["state"])
    lowest = frame.loc[frame["state"] == VALUE, "value"].min() if bounds else 0
    written = [_figure(value, canvas, measure) for value in (lowest, *bounds)]
    spans = [low if low == high else f"{low}–{high}" for low, high in zip(written, written[1:], strict=False)]
    if len(set(frame.loc[frame["state"] == VALUE, "value"])) == len(bounds):
        spans = written[1:]
    ramp = [Key(colour, span) for colour, span in zip(palette[2:], spans, strict=True)]
    others = [
        Key(state, wording.state(state, measure, canvas.words))
        for state in (ZERO, *layers.PATTERNED, NOT_COLLECTED)
        if state in present
    ]
    return (*ramp, *others)


def _figure(value: float, canvas: Canvas, measure: measures.Measure) -> str:
    if measure.unit == "percent":
        return canvas.words.percent(value, 0 if value >= 10 else measure.places)
    return canvas.words.short_number(value)
