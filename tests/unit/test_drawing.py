"""Pictures drawn without a browser: what the figure holds stands in the drawing, where the figure says."""

import re
from xml.etree import ElementTree

import pytest

from dashboard import text
from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.figures.base import axis
from dashboard.figures.svg import svg
from dashboard.media.shapes import Shapes
from dashboard.pages.build import Builder
from dashboard.panels import PANELS
from dashboard.text import LANGUAGES
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection

SVG = "{http://www.w3.org/2000/svg}"
WIDTH, HEIGHT = 380, 300
MARGIN = {"l": 40, "r": 20, "t": 10, "b": 30}
# No edition was kept, every incident of the example has a place, no payment of it names its site; and of glaciers, and
# of what oblasts alone are known of, it has nothing.
NOT_IN_EXAMPLE = (
    *("changes", "incidents_unplaced", "site_flows", "glacier_balance", "conditions_of_oblasts"),
    *("revenue_statements", "monitoring_statements", "site_statements", "data_corrections"),
)
CHOICES = (
    Selection(),
    Selection(district="jeti-oguz", since="2019", until="2023"),
    Selection(site="kumtor", source="incidents"),
    Selection(site="example-site-1"),
    Selection(district="jeti-oguz", beside=("chatkal",), measure="poverty", site="kumtor", indicator="as"),
)


def figure(*traces: dict, **layout) -> dict:
    """A figure on two axes from 0 to 10, whose ticks stand at the ends."""
    ends = {"range": [0, 10], "tickvals": [0, 10], "ticktext": ["none", "ten"]}
    axes = {"xaxis": axis(**ends), "yaxis": axis(**ends)}
    return {"data": list(traces), "layout": {"margin": MARGIN, "font": {"size": 13, "color": "#000"}, **axes, **layout}}


def draw(picture: dict) -> ElementTree.Element:
    return ElementTree.fromstring(svg(picture, WIDTH, HEIGHT, dict, "test"))


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def rectangles(root: ElementTree.Element) -> list[tuple[float, ...]]:
    """Left, top, width and height of every rectangle, alone or as a part of a path."""
    alone = [tuple(float(one.get(key)) for key in ("x", "y", "width", "height")) for one in root.iter(f"{SVG}rect")]
    pattern = re.compile(r"M(-?[\d.]+) ?(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h")
    paths = [one.get("d") for one in root.iter(f"{SVG}path")]
    return alone + [tuple(map(float, numbers)) for path in paths for numbers in pattern.findall(path)]


BAR = {"type": "bar", "x": [2, 4], "y": [5, 10], "width": 1, "marker": {"color": "#123456"}}


def test_bars_stand_where_their_axes_say():
    """The room inside the margins is 320 x 260 px; ten units across and ten up."""
    assert rectangles(draw(figure(BAR))) == [(88, 140, 32, 130), (152, 10, 32, 260)]


def test_bars_stand_upon_each_other_and_lie():
    upright = figure({**BAR, "y": [5, 5]}, {**BAR, "y": [2.5, 5], "marker": {"color": "#fedcba"}}, barmode="stack")
    assert rectangles(draw(upright))[2:] == [(88, 75, 32, 65), (152, 10, 32, 130)]
    level = figure({**BAR, "orientation": "h", "x": [5, 10], "y": [2, 4]})
    assert rectangles(draw(level)) == [(40, 205, 160, 26), (40, 153, 320, 26)]


def test_a_year_without_a_value_is_a_gap():
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [0, 1, 2, 3, 4],
        "y": [1, 1, None, 1, 1],
        "line": {"color": "#00f"},
    }
    paths = [one.get("d") for one in draw(figure(line)).iter(f"{SVG}path") if one.get("stroke") == "#00f"]
    assert [path.count("l") for path in paths] == [1, 1]
    lines = [
        one for one in draw(figure({**line, "connectgaps": True})).iter(f"{SVG}path") if one.get("stroke") == "#00f"
    ]
    assert len(lines) == 1


def test_texts_are_those_of_the_figure_as_text():
    note = {"text": "a<br><b>5 &lt; 6</b>", "x": 5, "y": 5, "xref": "x", "yref": "y", "showarrow": False}
    hostile = {"text": "&lt;script&gt;alert(1)&lt;/script&gt;", "x": 1, "y": 1, "showarrow": False}
    all_texts = texts(draw(figure(BAR, annotations=[note, hostile])))
    assert set(all_texts) == {"none", "ten", "a", "5 < 6", "<script>alert(1)</script>"}


def test_marks_of_one_look_are_one_path_and_others_are_not():
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": [1, 2, 3],
        "y": [1, 2, 3],
        "marker": {"color": "#0a0", "size": 8},
    }
    alike = [one for one in draw(figure(marks)).iter(f"{SVG}path") if one.get("stroke") == "#0a0"]
    assert [one.get("d").count("h0") for one in alike] == [3]
    with_lines = {**marks, "marker": {"color": "#0a0", "size": [8, 9, 8], "line": {"width": 1, "color": "#000"}}}
    assert len([*draw(figure(with_lines)).iter(f"{SVG}circle")]) == 3


@pytest.fixture(scope="module")
def reader(example_public_url) -> Reader:
    """The example and the words."""
    return Reader(Database(example_public_url), text.load(), "/")


@pytest.mark.parametrize("is_all", [False, pytest.param(True, marks=pytest.mark.exhaustive)], ids=["in turn", "all"])
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.key)
def test_every_picture_can_be_drawn(reader, panel, is_all):
    """For several choices, in one language after the other or in all: no number is missing, all stands on the paper."""
    snapshot, builder, shapes = reader.database.snapshot(), Builder(reader), Shapes()
    count = 0
    for number, selection in enumerate(dict.fromkeys(map(panel.relevant, CHOICES))):
        for language in LANGUAGES if is_all else [LANGUAGES[number % len(LANGUAGES)]]:
            panel_view = builder.panel(View(snapshot, Route(language, panel.topic), selection), panel)
            assert not panel_view.is_broken
            if panel_view.figure:
                image = svg(panel_view.figure, WIDTH, HEIGHT, shapes.of(snapshot), panel.key)
                root = ElementTree.fromstring(image)
                assert not re.search(r"\b(nan|None|inf)\b", image)
                assert len(image) < 60_000
                places = [float(one.get("y")) for one in root.iter(f"{SVG}text")]
                assert all(-5 <= y <= HEIGHT + 20 for y in places)
                count += 1
    assert count or panel.key in NOT_IN_EXAMPLE


def test_names_that_are_wider_than_their_columns_stand():
    """Below the cells, each under its own; the picture makes room for them."""
    columns = ["Acidity (pH)", "Arsenic", "Cyanide, total"]
    cells = {"type": "heatmap", "x": columns, "y": [0], "z": [[0, 1, 0]], "zmin": 0, "zmax": 1}
    cells["colorscale"] = [[0, "#fff"], [0.5, "#fff"], [0.5, "#000"], [1, "#000"]]
    names = axis(type="category", tickvals=columns, autotickangles=[0, -90])
    picture = figure(cells, xaxis=names, yaxis=axis(visible=False, range=[0.5, -0.5]))
    root = draw(picture | {"layout": picture["layout"] | {"margin": {**MARGIN, "l": 200}}})
    standing = [one for one in root.iter(f"{SVG}text") if "rotate(-90" in one.get("transform", "")]
    assert texts(root) == columns and len(standing) == 3
    assert max(top + height for _, top, _, height in rectangles(root)) < HEIGHT - MARGIN["b"] - 80
    wide = draw(figure(cells | {"x": ["a", "b", "c"]}, xaxis={**names, "tickvals": ["a", "b", "c"]}))
    assert not any("rotate" in one.get("transform", "") for one in wide.iter(f"{SVG}text"))
