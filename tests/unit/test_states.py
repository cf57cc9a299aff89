"""Six states of a number, in every rendering of every panel: table, picture, file. None turns into another."""

import re
from collections import Counter, defaultdict
from dataclasses import replace

import pytest

from dashboard import panels
from dashboard.downloads.answers import file_columns
from dashboard.downloads.columns import OF_PANELS
from dashboard.downloads.sheet import field_of
from dashboard.figures.base import Canvas
from dashboard.panels.panel import Column
from dashboard.text import load
from dashboard.text.table import NO_RANK
from data_access.vocabulary.fields.field import BY_ROW
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import HIGHER_LEVEL, MISSING, STATES, VALUE, WITHHELD, ZERO
from tests.support.panel_choices import ALL_MEASURES, CHOICES, LINED, answers_of, in_turn, lines_of, pairs

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
        "commitment.no_day",
        "result.no_target",
        "agreement.too_few",
        "signal_state.unknown",
        "phases.few_places",
        "phases.no_years",
        "cohort.too_early",
        "moment.no_readings",
        "legend.stage_untold",
        "correction.untold",
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
def answers(example_public_url):
    return answers_of(example_public_url)


@pytest.fixture(scope="module")
def words():
    return load()


def words_of(state: str, language) -> set[str]:
    """Everything that may be said instead of a number in this state."""
    own = (f"state.{state}.{measure}" for measure in ALL_MEASURES)
    keys = [f"state.{state}", *OWN_WORDS.get(state, ()), *own, *([NO_SITE] if state == MISSING else [])]
    return {language(key) for key in keys if language.has(key)}


def states_in_file(panel, answer, selection, language) -> Counter:
    """How often each state stands in the columns of states, of all years that a table shows."""
    columns = file_columns(panel, answer, replace(selection, since=None, until=None), language)
    # Where there is no value, the column state is of the row, whose numbers have states of their own.
    own = columns["state"] if "value" in columns and "state" in columns else []
    others = [states for name, states in columns.items() if name.endswith("_state")]
    return Counter(state for column in (own, *others) for state in column)


@pytest.mark.parametrize(("panel", "choice", "language"), in_turn(pairs(CELLS)))
def test_a_cell_has_a_number_or_says_why_not(panel, choice, language, answers, words):
    answer, catalogue = answers(panel, choice), words[language]
    if answer.is_empty:
        return
    table = panel.tabulate(answer, catalogue, choice)
    cells = [cell for row in table.rows for cell in row if cell.text != NO_RANK]
    assert all(cell.text.strip() for cell in cells)
    assert not [cell for cell in cells if re.search(r"\b(None|nan|NaN|null)\b", cell.text)]
    for cell in cells:
        assert not cell.is_number or (cell.state in (VALUE, ZERO) and re.search(r"\d", cell.text)), cell
        # Of what is known for an oblast, the oblast is named before, or its number said behind.
        texts = {cell.text, cell.text.rpartition(": ")[2], cell.text.partition(": ")[0]}
        assert cell.state not in INSTEAD or texts & words_of(cell.state, catalogue), cell
        texts = {state for state in INSTEAD if cell.text == catalogue(f"state.{state}")}
        assert not texts or cell.state in texts, cell
    counts = Counter(cell.state for cell in cells if cell.state in INSTEAD and cell.text != catalogue(NO_SITE))
    filed = states_in_file(panel, answer, choice, catalogue)
    assert (counts[WITHHELD] > 0) <= (filed[WITHHELD] > 0), (counts, filed)
    if panel.key in ROW_BY_ROW:
        assert counts == Counter({state: filed[state] for state in INSTEAD if filed[state]})


@pytest.mark.parametrize(("panel", "choice"), pairs(CELLS[:12]))
def test_an_empty_number_of_a_file_has_a_state(panel, choice, answers, words):
    """Where a column has states, a number stands for value and zero alone, and zero is zero."""
    columns = file_columns(panel, answers(panel, choice), choice, words["en"])
    for name, column in columns.items():
        states = columns.get("state" if name == "value" else f"{name}_state")
        if states is None or panel.key == "station_series":
            continue
        for value, state in zip(column, states, strict=True):
            assert state in STATES
            assert (value is None) == (state in INSTEAD), (name, value, state)
            assert (value == 0) == (state == ZERO), (name, value, state)


# Numbers of several panels that may be empty without a word: the number beside them says why, or nobody reported one.
UNSTATED_ANYWHERE = {
    *("rank", "judged", "of_year", "here", "severity"),
    *(f"{people}_{end}" for people in ("participants", "injured", "fatalities") for end in ("min", "max")),
}
DESCRIBED = [
    *(*CELLS[:4], Selection(until="2014"), Selection(site="kumtor"), Selection(source="incidents")),
    Selection(x="poverty", lag="2"),
]


def missing_parts(panel, columns: dict, language) -> list[str]:
    """What files of a panel with these columns would leave untold of them."""
    fields = [field_of(name, "", language.language, OF_PANELS, panel.columns.get(name)) for name in columns]
    without_description = [f"what the column {field.name} is" for field in fields if not field.says]
    by_row = "code" in panel.columns and panel.columns["code"].codes == BY_ROW
    without_words = [
        f"what the codes of the column {name} are of"
        for name in ({"code"} if by_row else {"code", "kind"}) & set(columns)
        if columns[name] and not any(columns.get(f"{name}_label", ()))
    ]
    without_state = [
        f"what an empty number of the column {field.name} means"
        for field in fields
        if None in columns[field.name]
        and {type(value) for value in columns[field.name]} & {int, float}
        and not {"state" if field.name == "value" else f"{field.name}_state"} & set(columns)
        and not panel.columns.get(field.name, Column()).empty
        and field.name not in UNSTATED_ANYWHERE
        and "empty" not in field.says
    ]
    return [*without_description, *without_words, *without_state]


@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
def test_a_panel_says_all_of_its_columns(panel, answers, words):
    columns = defaultdict(list)
    for choice in dict.fromkeys(map(panel.relevant, DESCRIBED)):
        for name, values in file_columns(panel, answers(panel, choice), choice, words["en"]).items():
            columns[name] += values
    missing = missing_parts(panel, columns, words["en"])
    assert not missing, f"the panel {panel.key} lacks {', '.join(missing)}"


@pytest.mark.parametrize("measure", ALL_MEASURES)
def test_on_a_map_each_reason_has_a_pattern_of_its_own(measure, answers, words):
    panel, choice = panels.BY_KEY["overview_map"], Selection(measure=measure)
    answer = answers(panel, choice)
    patterns = panel.draw(answer, Canvas(words["en"], choice)).figure["data"][1]["locations"]
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


@pytest.mark.parametrize(("panel", "choice"), pairs(CHOICES, LINED))
def test_no_line_is_drawn_over_a_year_without_data(panel, choice, answers, words):
    answer = answers(panel, choice)
    if answer.is_empty:
        return
    lines = lines_of(panel.draw(answer, Canvas(words["en"], choice)).figure)
    date_lines = [
        trace for trace in lines if re.fullmatch(r"\d{4}-\d\d-\d\d", str(trace["x"][0] if trace["x"] else ""))
    ]
    assert [gap for trace in date_lines for gap in gaps(trace)] == []
    assert not any(trace.get("connectgaps") for trace in lines)
