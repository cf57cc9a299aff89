"""Names and amounts beside pictures: none is cut, none lies on another or on what it names."""

from itertools import pairwise

import pandas as pd
import pytest

from dashboard.figures import beside, flow, gaps, grid, scatter, strips
from dashboard.figures.base import Canvas
from dashboard.panels import BY_KEY
from dashboard.panels.monitoring import by_place as monitoring_grid
from dashboard.text import LANGUAGES, load
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from tests.support.spaces import plain_spaces

WORDS = load()
CANVAS = Canvas(WORDS["en"], Selection())
# Height of the lowest picture (on a wall, in its own pixels) and of a line of its smallest letters, px.
LOWEST, LINE = 320, 12 * 1.3


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


def draw(snapshot: Snapshot, key: str, language: str = "en", **choices: str):
    panel, selection = BY_KEY[key], Selection(**choices)
    return panel.draw(panel.answer(snapshot, panel.relevant(selection)), Canvas(WORDS[language], selection))


def spans(node: dict) -> dict[float, list[tuple[float, float]]]:
    """Top and bottom of each label of a flow, by the column in which it stands."""
    spans_by_column: dict[float, list[tuple[float, float]]] = {}
    for x, y, label in zip(node["x"], node["y"], node["label"], strict=True):
        half = LINE * (label.count("<br>") + 1) / 2
        spans_by_column.setdefault(x, []).append((y * LOWEST - half, y * LOWEST + half))
    return spans_by_column


@pytest.mark.parametrize("shares", [[78, 20, 1, 0.5, 0.4], [94, 2, 2, 1, 0.5, 0.3, 0.2], [100], [50, 50]])
@pytest.mark.parametrize("name", ["Tax", "Два процента на местную инфраструктуру"])
def test_names_of_a_flow_lie_below_each_other(shares, name):
    last = len(shares)
    stops = [flow.Stop(name, None, 0) for _ in shares] + [flow.Stop("Fund", None, 1), flow.Stop("Place", None, 2)]
    bands = [(number, last, share) for number, share in enumerate(shares)] + [(last, last + 1, sum(shares))]
    node = flow.of_stops(stops, bands, ["a", "b", "c"], CANVAS, str).figure["data"][0]["node"]
    for column in spans(node).values():
        assert all(upper[1] <= lower[0] + 1 for upper, lower in pairwise(column))


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_few_stops_every_name_is_whole(snapshot, language):
    node = draw(snapshot, "revenue_flow", language, district="jeti-oguz").figure["data"][0]["node"]
    assert not any("…" in label for label in node["label"]), node["label"]


def test_classes_of_the_grid_do_not_touch(snapshot):
    labels = [plain_spaces(key.label) for key in draw(snapshot, "readings_by_place").legend][:5]
    assert labels == ["none beyond the limit", "under 10%", "10%–24%", "25%–49%", "50% and more"]
    shares = {0.0: 0, 0.4: 1, 9.4: 1, 9.5: 2, 24.4: 2, 24.6: 3, 49.6: 4, 100.0: 4}
    assert {share: monitoring_grid._class(share) for share in shares} == shares


def test_a_single_cell_is_no_wall():
    layout = grid.of_cells([grid.Row("a", [1], ["a"])], ["b"], ["#fff", "#000"], [], CANVAS).figure["layout"]
    assert [abs(end - begin) for begin, end in (layout["xaxis"]["range"], layout["yaxis"]["range"])] == [4, 4]


def test_names_of_dots_begin_beside_them():
    dots = scatter.Dots([1, 9], [1, 9], [100, 900_000], ["a", "b"], ["", ""], ["", ""], [True, True])
    figure = scatter.of_districts(dots, "x", "y", "#000", CANVAS).figure
    names = {note["text"]: abs(note["xshift"]) for note in figure["layout"]["annotations"] if note["x"] in (1, 9)}
    sizes = dict(zip(("<b>a</b>", "<b>b</b>"), figure["data"][0]["marker"]["size"], strict=True))
    assert all(names[name] > size / 2 for name, size in sizes.items())


def test_titles_of_lanes_keep_away_from_ticks():
    lanes = [beside.Lane(name, [{2020: 3.0}], [{2020: name}]) for name in "abcd"]
    layout = beside.of_lanes(lanes, ["x"], (2019, 2021), CANVAS).figure["layout"]
    domains = [layout[key]["domain"] for key in ("yaxis", "yaxis2", "yaxis3", "yaxis4")]
    title, tick = 13 * 1.3, 12 * 1.3 / 2
    for note, above, below in zip(layout["annotations"][1:], domains, domains[1:], strict=False):
        bottom = below[1] * LOWEST + note["yshift"]
        assert bottom >= below[1] * LOWEST + tick and bottom + title <= above[0] * LOWEST - tick + 1


def test_amounts_at_the_end_of_gaps_have_room_in_wide_letters():
    side = gaps.Side("a", "#000", [-1.0], [1.0])
    answer = Answer(pd.DataFrame({"year": [2020]}), (2020, 2020), (2020, 2020))
    ends = ["−51.5 mln +5.28 mln"]
    margin = gaps.by_year(answer, [2020], [side], ends, CANVAS, ["gap"], str).figure["layout"]["margin"]
    assert margin["r"] >= 0.62 * 13 * len(ends[0])


def test_a_district_whose_first_incident_is_late_has_no_late_beginning(snapshot):
    layout = draw(snapshot, "overview_timeline", district="toguz-toro").figure["layout"]
    notes = [note["text"] for note in layout["annotations"]]
    assert "data begin in 2018" not in notes and "data begin in 2019" in notes


def test_ticks_of_severity_have_room_on_paper(snapshot):
    axis = draw(snapshot, "overview_timeline").figure["layout"]["yaxis3"]
    height = (axis["domain"][1] - axis["domain"][0]) * 240
    unit = height / (axis["range"][1] - axis["range"][0])
    assert all((b - a) * unit >= LINE for a, b in pairwise(axis["tickvals"]))


def test_without_a_choice_no_district_is_another_one():
    strip = strips.Strip("a", "#000", [1.0], ["x"], ["c"], [], [])
    assert [key.label for key in strips.of_measures([strip], [], "a district", CANVAS).legend] == ["a district"]


def test_what_lies_outside_the_choice_is_not_drawn_as_nothing(snapshot):
    axis = draw(snapshot, "revenue_unplaced", since="2020", until="2021").figure["layout"]["xaxis"]
    assert [day[:4] for day in axis["range"]] in (["2020", "2021"], ["2020", "2022"])
