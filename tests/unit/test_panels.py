"""Every panel × language × choice: a picture that plotly accepts, a sentence, a table, all from one frame."""

import json
import re
from dataclasses import fields, replace
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import plotly.graph_objects as go
import pytest

from dashboard import panels
from dashboard.figures.base import Canvas
from dashboard.panels.panel import Panel
from dashboard.text import load
from data_access.store.database import Database, Snapshot
from data_access.store.settings import CHECKOUT
from data_access.vocabulary.facets import for_topic
from data_access.vocabulary.legend import AREA
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import MAP
from tests.support.panel_choices import ALL_MEASURES, CHOICES, LINED, answers_of, in_turn, lines_of, pairs, without_area

FILLED = {"since": "2019", "until": "2019", "beside": ("x",), "tables": ("x",)}

# A value of each choice.
ONE_EACH = {
    **{"district": "jeti-oguz", "since": "2019", "until": "2020", "measure": "poverty", "indicator": "as"},
    **{"stage": "payment", "stream": "royalty", "operator": "example-company-a", "per": "total", "currency": "usd"},
    **{"prices": "constant", "station": "example-station-06", "site": "kumtor", "by": "site", "count": "episodes"},
    **{"issue": "water", "actor": "residents", "x": "poverty", "y": "poverty", "lag": "1", "quarters": "4"},
    **{"source": "incidents", "goal": "11"},
}
# Choices that a panel leaves out although it could follow them.
LEFT_OUT = {
    "revenue_by_purpose": "operator",  # what was spent names no company
    "readings_by_indicator": "indicator",  # it lists them all
}


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


@pytest.fixture(scope="module")
def answers(example_public_url):
    return answers_of(example_public_url)


@pytest.fixture(scope="module")
def words():
    return load()


def answers_to(panel, snapshot, selection):
    relevant = panel.relevant(selection)
    return panel.answer(snapshot, relevant), relevant


def with_the_rest_filled(panel, choice: Selection) -> Selection:
    """The same choice, and something in every field that does not matter to the panel."""
    rest = {field.name for field in fields(Selection)} - {*panel.depends_on, "edition"}
    return replace(choice, **{name: FILLED.get(name, "x") for name in rest})


@pytest.mark.parametrize(("panel", "choice", "language"), in_turn(pairs(CHOICES)))
def test_a_panel_draws_says_and_tabulates(panel, choice, language, answers, words):
    answer = answers(panel, choice)
    if answer.is_empty:
        return
    picture = panel.draw(answer, Canvas(words[language], choice))
    sentence = panel.say(answer, words[language], choice)
    table = panel.tabulate(answer, words[language], choice)
    figure_text = json.dumps(picture.figure, ensure_ascii=False)
    text = sentence + figure_text + json.dumps([picture.legend, table], default=vars, ensure_ascii=False)
    go.Figure(picture.figure)
    assert sentence and len(sentence) < 400
    assert not re.search(r"\[[a-z_]+\.[\w.]+\]|\bnan\b|None|Infinity", text.replace("null", "")), sentence
    assert table.rows and all(len(row) == len(table.headers) for row in table.rows)
    assert len(figure_text.encode()) < 45_000
    assert panel.key in LINED or not lines_of(picture.figure)
    # A legend has marks of the form of what they stand for.
    assert {
        key.label for key in picture.legend if key.mark in without_area(picture.figure) and key.form == AREA
    } == set()
    # A table does not depend on what its panel does not depend on.
    assert panel.tabulate(answer, words[language], with_the_rest_filled(panel, choice)) == table


@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
def test_a_panel_depends_on_what_it_says(panel, snapshot):
    """Other choices cannot reach its answer; those that it depends on are choices."""
    fields = set(Selection.__dataclass_fields__) - {"tables", "edition"}
    assert set(panel.depends_on) <= fields
    everything = Selection(**dict.fromkeys(fields, "x"))
    assert {name for name in fields if getattr(panel.relevant(everything), name)} == set(panel.depends_on)


@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
def test_what_a_panel_does_not_depend_on_changes_nothing(panel, snapshot, answers):
    """Else a choice would be lost on the way to the answer."""
    for key, value in ONE_EACH.items():
        selection = for_topic(Selection(**{key: value}), panel.topic)
        relevant = panel.relevant(selection)
        if relevant != selection:
            frame = panel.answer(snapshot, selection).frame
            assert answers(panel, relevant).frame.equals(frame) or LEFT_OUT.get(panel.key) == key, key


def modules() -> dict[str, ModuleType]:
    """Every module of a chart, as ``subject/chart``."""
    all_modules = [import_module(name) for _, name, _ in walk_packages(panels.__path__, f"{panels.__name__}.")]
    parts = {"/".join(one.__name__.split(".")[2:]): one for one in all_modules}
    return {name: one for name, one in parts.items() if "PANEL" in vars(one)}


def test_every_panel_stands_on_a_page():
    maps = [panel for panel in panels.PANELS if panel.measure]
    assert {one.PANEL for one in modules().values()} == {*panels.PANELS} - {*maps}


def test_a_panel_that_is_not_given_something_names_it():
    arguments = {field.name: getattr(panels.BY_KEY["changes"], field.name) for field in fields(Panel)}
    for name in ("say", "replies_to"):
        arguments.pop(name)
    with pytest.raises(TypeError, match="^the panel changes lacks say, replies_to$"):
        Panel(**arguments)


def test_a_chart_is_the_files_that_its_recipe_lists():
    """And no other file names a panel."""
    recipe = (CHECKOUT / "CONTRIBUTING.md").read_text().split("## A new chart")[1].split("`read` is")[0]
    rooms = [CHECKOUT / room for room in ("dashboard", "callbacks", "layouts", "assets")]
    texts = {
        str(path.relative_to(CHECKOUT)): path.read_text()
        for room in rooms
        for path in room.rglob("*.*")
        if path.suffix in (".py", ".po", ".js", ".css", ".html")
    }
    for name, module in modules().items():
        subject, chart = name.split("/")
        key_pattern = rf"[\"'#-]{module.PANEL.key}[\"']|panel\.{module.PANEL.key}\."
        paths = {path for path, text in texts.items() if re.search(key_pattern, text)}
        listing = f"dashboard/panels/{subject}/__init__.py"
        paths |= {path for path in [listing] if f"{chart}.PANEL" in texts[path]}
        recipe_text = recipe.replace("<subject>", subject).replace("<chart>", chart)
        # Sites are listed on the pages of others.
        assert paths | {listing} == set(re.findall(r"`(dashboard/[^`]+)`", recipe_text)), name


SUBJECTS = [topic for topic in panels.TOPICS if topic not in ("outcomes", "compare", "data")]


@pytest.mark.parametrize("topic", SUBJECTS)
def test_a_topic_has_a_map_and_a_trend(topic):
    shapes = [panel.shape for panel in panels.of_topic(topic)]
    assert shapes[0] == MAP and len(shapes) >= 2


@pytest.mark.parametrize("measure", ALL_MEASURES)
def test_a_chosen_district_is_outlined_and_named(measure, snapshot, words):
    """Choosing a district leaves the colours of the map as they are, and adds an outline and a name."""
    panel = panels.BY_KEY["overview_map"]
    traces = {}
    for district in (None, "kemin"):
        answer, relevant = answers_to(panel, snapshot, Selection(district=district, measure=measure))
        traces[district] = panel.draw(answer, Canvas(words["ru"], relevant)).figure["data"]
    assert traces[None][0] == traces["kemin"][0]
    outlines = [trace["locations"] for trace in traces["kemin"] if trace["type"] == "choropleth"]
    assert ["41708213"] in outlines and ["41708213"] not in [t.get("locations") for t in traces[None]]
    assert any("Кеминский район" in str(trace.get("text")) for trace in traces["kemin"][1:])


def test_every_district_stands_once_in_map_and_table(snapshot, words):
    for topic in SUBJECTS:
        panel = panels.BY_KEY[f"{topic}_map"]
        answer, relevant = answers_to(panel, snapshot, Selection())
        shapes = panel.draw(answer, Canvas(words["ky"], relevant)).figure["data"][0]
        table = panel.tabulate(answer, words["ky"], relevant)
        assert len(set(shapes["locations"])) == len(shapes["customdata"]) == len(table.rows) == 54
        assert {cell.choice for row in table.rows for cell in row if cell.choice} == set(shapes["customdata"])
        choices = dict(zip(answer.frame["district_code"], "district:" + answer.frame["slug"], strict=True))
        assert dict(zip(shapes["locations"], shapes["customdata"], strict=True)) == choices


def test_synthetic_answers_are_known_as_such(snapshot):
    real = {panel.key for panel in panels.PANELS if panel.topic == "incidents"} | {
        "data_register",
        # Without a choice, no source.
        "data_source",
        # Without an edition, nothing has changed since.
        "changes",
        "revenue_reported",
        "site_operators",
        # Nothing was corrected.
        "data_corrections",
        # Without a site, nothing is said of one.
        "site_readings",
        "rehabilitation_before_after",
        "mine_production",
        # The example has no glacier.
        "glacier_balance",
        "conditions_of_oblasts",
        "site_flows",
        # Of poverty, the statistic that is shown without a choice.
        "condition_by_year",
    }
    selection = Selection(district="jeti-oguz")
    assert {panel.key for panel in panels.PANELS if not panel.answer(snapshot, selection).is_synthetic} == real
    assert panels.BY_KEY["site_readings"].answer(snapshot, Selection(site="kumtor")).is_synthetic
