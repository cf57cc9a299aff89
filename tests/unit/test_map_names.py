"""Names on maps: those first that the map is about, as many as there is room for; marks as their legend shows them."""

import re
from itertools import combinations
from types import SimpleNamespace

import pytest

from dashboard.figures import map_meetings, map_names, site_map
from dashboard.figures.base import Canvas
from dashboard.panels import BY_KEY
from dashboard.text import LANGUAGES, load
from dashboard.web.assets import FOLDER
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection

MARKS = {"circle": "border-radius: 50%", "diamond": "rotate(45deg)", "triangle-up": "clip-path: polygon", "square": ""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_highest_are_named_and_nothing_lies_on_anything(example_public_url, language):
    snapshot, selection = Database(example_public_url).snapshot(), Selection()
    panel = BY_KEY["overview_map"]
    answer = panel.answer(snapshot, selection)
    rows = [row for row in answer.rows if row.unit_type != "raion"]
    marks = [map_names.mark(row.label_lat, row.label_lon) for row in rows]
    names = map_names.names_with_room(map_names.of_ranked(answer.rows, language), marks)
    assert len(names) > 2
    canvas = Canvas(load()[language], selection)
    layer = next(one for one in panel.draw(answer, canvas).figure["data"] if one.get("mode") == "text")
    texts = [map_names.Name(*one) for one in zip(layer["text"], layer["lat"], layer["lon"], strict=True)]
    assert {one.text for one in names[:1]} <= {one.text for one in texts}
    assert [pair for pair in combinations(texts, 2) if pair[0].meets(pair[1])] == []
    assert [one for one in texts for mark in marks if one.meets(mark)] == []


@pytest.mark.parametrize(
    ("spelling", "name"),
    [("Ала-Бука району", "Ала-Бука"), ("Тонский район", "Тонский"), ("г. Каракол", "Каракол"), ("Osh city", "Osh")],
)
def test_a_map_needs_no_word_for_what_it_draws(spelling, name):
    row = SimpleNamespace(rank=1.0, unit_type="raion", label_lat=41.0, label_lon=75.0, name_ky=spelling)
    assert [one.text for one in map_names.of_ranked([row], "ky")] == [name]


@pytest.mark.parametrize("kind", site_map.STYLES)
def test_marks_of_sites_look_alike_on_the_map_and_in_its_legend(kind):
    colour, symbol = site_map.STYLES[kind]
    rules = " ".join(re.findall(rf"\.swatch-{kind}\b[^{{]*{{([^}}]*)}}", (FOLDER / "3-marks.css").read_text()))
    assert re.findall(r"background: (#\w+)", rules)[-1] == colour
    assert MARKS[symbol] in rules


@pytest.mark.parametrize("kind", ["held", "ahead"])
def test_marks_of_meetings_look_alike_on_the_map_and_in_its_legend(kind):
    rules = " ".join(re.findall(rf"\.swatch-{kind}\b[^{{]*{{([^}}]*)}}", (FOLDER / "3-marks.css").read_text()))
    assert MARKS[map_meetings.SYMBOL] in rules and ("evenodd" in rules) == (kind == "ahead")
