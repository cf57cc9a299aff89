"""Six states of a number, in every rendering of every panel: table, picture, file. None turns into another."""

import re
from collections import Counter

import pytest

from dashboard import panels
from dashboard.answer import HIGHER_LEVEL, MISSING, STATES, VALUE, WITHHELD, ZERO
from dashboard.downloads import answers
from dashboard.figures.base import Canvas
from dashboard.measures import MEASURES
from dashboard.selection import Selection
from dashboard.tables import NO_RANK
from dashboard.text import LANGUAGES, load
from data_access.database import Database, Snapshot
from tests.test_panels import CHOICES

INSTEAD = [state for state in STATES if state not in (VALUE, ZERO)]
# Words of their own for a state, where the usual one would say less.
OWN_WORDS = {
    MISSING: (
        "recon.not_stated",
        "due.unknown",
        "value.no_earlier",
        "station.no_times",
        "site.from_memory",
        "unplaced.nowhere",
    ),
    HIGHER_LEVEL: ("place.oblast_only",),
}
NO_SITE = "incident.no_site"
# Of these each row of the frame is one row of the table, cell by cell.
ROW_BY_ROW = {
    *(f"grievances_by_{part}" for part in ("stage", "age", "issue", "channel", "year")),
    *("grievances_waits", "grievances_in_time", "grievances_open", "compare_before"),
    *(key for key in panels.BY_KEY if key.endswith("_map")),
}
CELLS = [
    *CHOICES,
    *(Selection(district=slug, since="2015", until="2015") for slug in ("toguz-toro", "naryn", "bishkek")),
    Selection(district="toguz-toro", beside=("manas-city", "bishkek")),
]


@pytest.fixture(scope="module")
def snapshot(sample_public_url) -> Snapshot:
    return Database(sample_public_url).snapshot()


@pytest.fixture(scope="module")
def words():
    return load()


def words_of(state: str, language) -> set[str]:
    """Everything that may be said instead of a number in this state."""
    own = (f"state.{state}.{measure.key}" for measure in MEASURES)
    keys = [f"state.{state}", *OWN_WORDS.get(state, ()), *own, *([NO_SITE] if state == MISSING else [])]
    return {language(key) for key in keys if language.has(key)}


def states_in_file(panel, answer, selection, language) -> Counter:
    """How often each state stands in the columns of states."""
    columns = answers.dressed(panel, answer, selection, language)
    # Where there is no value, the column state is of the row, whose numbers have states of their own.
    own = columns["state"] if "value" in columns and "state" in columns else []
    others = [states for name, states in columns.items() if name.endswith("_state")]
    return Counter(state for column in (own, *others) for state in column)


@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
@pytest.mark.parametrize("selection", CELLS, ids=lambda selection: selection.search or "nothing")
def test_a_cell_has_a_number_or_says_why_not(panel, selection, snapshot, words):
    heeded = panel.heeded(selection)
    answer = panel.answer(snapshot, heeded)
    if answer.is_empty:
        return
    for code in LANGUAGES:
        table = panel.tabulate(answer, words[code], selection)
        cells = [cell for row in table.rows for cell in row if cell.text != NO_RANK]
        assert all(cell.text.strip() for cell in cells)
        assert not [cell for cell in cells if re.search(r"\b(None|nan|NaN|null)\b", cell.text)]
        for cell in cells:
            assert not cell.is_number or (cell.state in (VALUE, ZERO) and re.search(r"\d", cell.text)), cell
            # Of what is known for an oblast, the oblast is named before.
            said = {cell.text, cell.text.rpartition(": ")[2]}
            assert cell.state not in INSTEAD or said & words_of(cell.state, words[code]), cell
            said = {state for state in INSTEAD if cell.text == words[code](f"state.{state}")}
            assert not said or cell.state in said, cell
        told = Counter(cell.state for cell in cells if cell.state in INSTEAD and cell.text != words[code](NO_SITE))
        filed = states_in_file(panel, answer, heeded, words[code])
        assert (told[WITHHELD] > 0) <= (filed[WITHHELD] > 0), (told, filed)
        if panel.key in ROW_BY_ROW:
            assert told == Counter({state: filed[state] for state in INSTEAD if filed[state]})


@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
@pytest.mark.parametrize("selection", CELLS[:12], ids=lambda selection: selection.search or "nothing")
def test_an_empty_number_of_a_file_has_a_state(panel, selection, snapshot, words):
    """Where a column has states, a number stands for value and zero alone, and zero is zero."""
    heeded = panel.heeded(selection)
    columns = answers.dressed(panel, panel.answer(snapshot, heeded), heeded, words["en"])
    for name, column in columns.items():
        states = columns.get("state" if name == "value" else f"{name}_state")
        if states is None or panel.key == "station_series":
            continue
        for value, state in zip(column, states, strict=True):
            assert state in STATES
            assert (value is None) == (state in INSTEAD), (name, value, state)
            assert (value == 0) == (state == ZERO), (name, value, state)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_on_a_map_each_reason_has_a_pattern_of_its_own(measure, snapshot, words):
    panel, selection = panels.BY_KEY["overview_map"], Selection(measure=measure.key)
    answer = panel.answer(snapshot, selection)
    patterns = panel.draw(answer, Canvas(words["en"], selection)).figure["data"][1]["locations"]
    without = answer.frame[answer.frame["state"].isin([MISSING, WITHHELD, HIGHER_LEVEL])]
    assert sorted(patterns) == sorted(without["state"] + ":" + without["district_code"])


def gaps(trace: dict) -> list[tuple[str, str]]:
    """Pairs of marks more than a year apart between which a line is drawn."""
    points = [(str(x)[:10], y) for x, y in zip(trace["x"], trace["y"], strict=True)]
    return [
        (x, then)
        for (x, y), (then, later) in zip(points, points[1:], strict=False)
        if y is not None and later is not None and int(then[:4]) - int(x[:4]) > 1
    ]


@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
@pytest.mark.parametrize("selection", CHOICES, ids=lambda selection: selection.search or "nothing")
def test_no_line_is_drawn_over_a_year_without_data(panel, selection, snapshot, words):
    heeded = panel.heeded(selection)
    answer = panel.answer(snapshot, heeded)
    if answer.is_empty:
        return
    figure = panel.draw(answer, Canvas(words["en"], heeded)).figure
    lines = [trace for trace in figure["data"] if "lines" in trace.get("mode", "") and trace["type"] == "scatter"]
    dated = [trace for trace in lines if re.fullmatch(r"\d{4}-\d\d-\d\d", str(trace["x"][0] if trace["x"] else ""))]
    assert [gap for trace in dated for gap in gaps(trace)] == []
    assert not any(trace.get("connectgaps") for trace in lines)
