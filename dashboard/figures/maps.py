"""The district map: every district with its value, or with the mark of what its number is instead."""

from collections.abc import Sequence

from dashboard import measures
from dashboard.answer import HIGHER_LEVEL, MISSING, NOT_COLLECTED, VALUE, WITHHELD, ZERO, Answer
from dashboard.figures import classes, theme
from dashboard.figures.base import Canvas, Picture, layout, safe
from dashboard.legend import Key

PATTERNED = (MISSING, WITHHELD, HIGHER_LEVEL)
COUNTRY = {"lon": (69.05, 80.45), "lat": (39.05, 43.4)}
CITY_MARKER, CITY_LINE = 14, 1.2
CLEAR = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]


def by_district(answer: Answer, canvas: Canvas, measure: measures.Measure, hover: Sequence[str]) -> Picture:
    """Colour districts by ``value`` in the hue of the measure's topic (frame: ``places.by_district``).

    ``hover`` holds one text per row of the frame.
    """
    frame = answer.frame.assign(hover=[safe(text) for text in hover])
    bounds = classes.upper_bounds(frame.loc[frame["state"] == VALUE, "value"].tolist())
    colours = [theme.RAMPS[measure.topic][step] for step in classes.spread(len(bounds))] if bounds else []
    palette = [theme.GROUND, theme.PAPER, *colours]
    frame["step"] = [_step(row.state, row.value, bounds) for row in frame.itertuples()]
    frame = frame.sort_values("district_code")
    return Picture(
        {"data": _traces(frame, palette, canvas), "layout": _layout(canvas)},
        _legend(frame, palette, bounds, canvas, measure),
    )


def _step(state: str, value: float, bounds: Sequence[float]) -> int:
    """0 = the ground, 1 = zero, from 2 on the classes."""
    if state == VALUE:
        return 2 + classes.class_of(value, bounds)
    return 1 if state == ZERO else 0


def _traces(frame, palette: list[str], canvas: Canvas) -> list[dict]:
    towns = frame[frame["unit_type"] != "raion"]
    chosen = frame[frame["slug"] == canvas.selection.district]
    return [
        _areas(frame, palette, canvas),
        _patterns(frame, canvas),
        _outlines("oblasts", _oblasts(frame), canvas, "#7b868e", 1.3),
        _lakes(canvas),
        _towns(towns, palette),
        _outlines("districts", chosen["district_code"].tolist(), canvas, theme.ACCENT, 3),
        _oblast_names(canvas),
        _chosen_name(chosen, canvas),
    ]


def _areas(frame, palette: list[str], canvas: Canvas) -> dict:
    return {
        **_choropleth("districts", frame["district_code"].tolist(), canvas),
        "z": frame["step"].tolist(),
        "zmin": -0.5,
        "zmax": len(palette) - 0.5,
        "colorscale": _steps(palette),
        "marker": {"line": {"color": "#aab3b9", "width": 0.6}},
        "text": frame["hover"].tolist(),
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"district:{slug}" for slug in frame["slug"]],
    }


def _patterns(frame, canvas: Canvas) -> dict:
    """plotly fills no map with a pattern, so the marks of missing numbers are a layer of their own."""
    marked = frame[frame["state"].isin(PATTERNED)]
    names = [f"{row.state}:{row.district_code}" for row in marked.itertuples()]
    colour = [[0, theme.PATTERN], [1, theme.PATTERN]]
    return {**_silent("patterns", names, canvas), "colorscale": colour, "marker": {"line": {"width": 0}}}


def _outlines(layer: str, codes: list[str], canvas: Canvas, colour: str, width: float) -> dict:
    return {**_silent(layer, codes, canvas), "colorscale": CLEAR, "marker": {"line": {"color": colour, "width": width}}}


def _lakes(canvas: Canvas) -> dict:
    colour = [[0, theme.WATER], [1, theme.WATER]]
    line = {"line": {"color": "#9fb6c4", "width": 0.6}}
    return {**_silent("lakes", ["issyk-kul", "song-kol"], canvas), "colorscale": colour, "marker": line}


def _towns(towns, palette: list[str]) -> dict:
    """Cities are too small to click as areas."""
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lat": towns["label_lat"].tolist(),
        "lon": towns["label_lon"].tolist(),
        "marker": {
            "size": CITY_MARKER,
            "opacity": 1,
            "color": [palette[step] for step in towns["step"]],
            "line": {"color": theme.MUTED, "width": CITY_LINE},
        },
        "text": towns["hover"].tolist(),
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [f"district:{slug}" for slug in towns["slug"]],
    }


def _oblast_names(canvas: Canvas) -> dict:
    """Large enough to place the eye, pale enough not to be read as data."""
    return {
        "type": "scattergeo",
        "mode": "text",
        "lat": [label.lat for label in canvas.labels],
        "lon": [label.lon for label in canvas.labels],
        "text": [safe(label.names[canvas.words.language]) for label in canvas.labels],
        "textfont": {"size": theme.SMALLEST_TYPE, "color": theme.MUTED},
        "hoverinfo": "skip",
    }


def _chosen_name(chosen, canvas: Canvas) -> dict:
    """The chosen district by name, and a ring where it is a city."""
    is_town = [row.unit_type != "raion" for row in chosen.itertuples()]
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "lat": chosen["label_lat"].tolist(),
        "lon": chosen["label_lon"].tolist(),
        "text": [f"<b>{safe(name)}</b>" for name in chosen[f"name_{canvas.words.language}"]],
        "textposition": "top center",
        "textfont": {"size": 15, "color": theme.ACCENT},
        "hoverinfo": "skip",
        "marker": {
            "size": CITY_MARKER + 6,
            "color": "rgba(0,0,0,0)",
            "opacity": [float(town) for town in is_town],
            "line": {"color": theme.ACCENT, "width": 3},
        },
    }


def _oblasts(frame) -> list[str]:
    return sorted(set(frame["oblast_code"]))


def _choropleth(layer: str, ids: list[str], canvas: Canvas) -> dict:
    return {
        "type": "choropleth",
        "geojson": canvas.layers.get(layer, ""),
        "featureidkey": "id",
        "locations": ids,
        "showscale": False,
    }


def _silent(layer: str, ids: list[str], canvas: Canvas) -> dict:
    return {**_choropleth(layer, ids, canvas), "z": [1] * len(ids), "zmin": 0, "zmax": 1, "hoverinfo": "skip"}


def _steps(palette: list[str]) -> list[list]:
    """A colour scale that does not blend: each step holds its colour from edge to edge."""
    count = len(palette)
    return [[edge / count, colour] for step, colour in enumerate(palette) for edge in (step, step + 1)]


def _layout(canvas: Canvas) -> dict:
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
        Key(state, canvas.words(f"state.{state}")) for state in (ZERO, *PATTERNED, NOT_COLLECTED) if state in present
    ]
    return (*ramp, *others)


def _figure(value: float, canvas: Canvas, measure: measures.Measure) -> str:
    if measure.unit == "percent":
        return canvas.words.percent(value, 0 if value >= 10 else measure.places)
    return canvas.words.short_number(value)
