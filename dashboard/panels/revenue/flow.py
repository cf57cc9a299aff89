"""The way of the money within a stage."""

from typing import Any

from dashboard.figures import flow
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.notice import notice
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, TERMS, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers.revenue import paths
from data_access.vocabulary import facets
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.field import IN_UNIT
from data_access.vocabulary.reply import Codes, Figures, ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import TALL
from data_access.vocabulary.states import MISSING

STEPS = ("first", "second", "third")
MOST_STOPS = 7
CHOICES = ("operator", "stream", "district")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Three columns of one stage; the smaller names of each are drawn together."""
    words = canvas.words
    frame = answer.frame[answer.frame["value"] > 0]
    if frame.empty:
        return notice(say(answer, words, canvas.selection), words)
    drawn_rows = frame.assign(**{step: _largest(frame, step) for step in STEPS})
    numbers: dict[tuple[int, str], int] = {}
    stops: list[flow.Stop] = []
    for column, step in enumerate(STEPS):
        for code in _in_order(drawn_rows, step):
            numbers[column, code] = len(stops)
            choice = code if code.partition(":")[0] in CHOICES else None
            stops.append(flow.Stop(name(code, answer, words), choice, column))
    bands = []
    for column in (0, 1):
        sums = drawn_rows.groupby([STEPS[column], STEPS[column + 1]])["value"].sum()
        bands += [(numbers[column, one], numbers[column + 1, other], value) for (one, other), value in sums.items()]
    writer = wording.writer(answer.terms.unit, words)
    return flow.of_stops(stops, bands, _headings(answer, words), canvas, writer)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Every way that money took, none drawn together, with its refunds beside it."""
    unit = wording.unit(answer, answer.terms.unit, words)
    amounts = (f"{words('table.amount')}, {unit}", f"{words('table.refund')}, {unit}")
    rows = tuple(
        (
            *(_cell(getattr(row, step), answer, words) for step in STEPS),
            number(row.value, words, words.number),
            number(row.refund, words, words.number),
        )
        for row in answer.rows
    )
    return Table((*_headings(answer, words), *amounts), rows)


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """How much money there is at the stage, what most of it is or where it ended, and how much came back."""
    frame, unit = answer.frame, answer.terms.unit
    values = {
        "place": wording.place(answer, words),
        "years": wording.years(answer, words),
        "stage": words(f"stage.{answer.instead or facets.effective_value(selection, 'stage')}"),
    }
    total, refund = float(frame["value"].sum()), float(frame["refund"].sum())
    if total <= 0:
        return words("say.flow.none", **values)
    sentences = [words("say.flow", **values, amount=wording.amount(total, unit, words)), _most(answer, words)]
    back = [words("say.flow.refund", amount=wording.amount(-refund, unit, words))] if refund else []
    return " ".join([*sentences, *back])


def _most(answer: Answer, words: Words) -> str:
    """The largest name of the last column that has several: that a district's money ended there says nothing."""
    frame = answer.frame[answer.frame["value"] > 0]
    step = next((step for step in reversed(STEPS) if frame[step].nunique() > 1), None)
    if step is None:
        way = " → ".join(name(frame[step].iloc[0], answer, words) for step in STEPS)
        return words("say.flow.one_way", way=way)
    sums = frame.groupby(step)["value"].sum().sort_values(ascending=False)
    kind, share = _kind(sums.index[0]), words.percent(100 * sums.iloc[0] / sums.sum(), 0)
    return words(f"say.flow.most.{kind}", end=name(sums.index[0], answer, words), share=share)


def _kind(code: str) -> str:
    """What a column is of; districts and oblasts are places."""
    key = code.partition(":")[0]
    return "place" if key in ("district", "oblast") else key


def name(code: str, answer: Answer, words: Words) -> str:
    """What ``key:code`` is called."""
    if code in answer.names:
        return answer.names[code][words.language]
    key, _, value = code.partition(":")
    return words(f"{key}.{value}")


def _headings(answer: Answer, words: Words) -> list[str]:
    return [words(f"flow.{_kind(answer.frame[step].iloc[0])}") for step in STEPS]


def _cell(code: str, answer: Answer, words: Words) -> Cell:
    return Cell(name(code, answer, words), choice=code if code.partition(":")[0] in CHOICES else None)


def _largest(frame: Any, step: str) -> Any:
    """The column with its smaller names under one."""
    order = frame.groupby(step)["value"].sum().sort_values(ascending=False).index
    if len(order) <= MOST_STOPS:
        return frame[step]
    return frame[step].where(frame[step].isin(order[: MOST_STOPS - 1]), "flow:rest")


def _in_order(frame: Any, step: str) -> list[str]:
    order = frame.groupby(step)["value"].sum().sort_values(ascending=False).index
    return sorted(order, key=lambda code: code == "flow:rest")


def replies_to(answer: Answer, selection: Selection) -> ReplyTargets:
    """From payers by streams to districts, as far as the stage has them."""
    districts = _codes_of_step("district", answer) or reply_targets.chosen_districts(answer, selection)
    streams = _codes_of_step("stream", answer) or reply_targets.single_code(selection.stream)
    payers = _codes_of_step("operator", answer) or reply_targets.single_code(selection.operator)
    stage = facets.effective_value(selection, "stage")
    return reply_targets.figures(Figures("revenue", answer.span, districts, stage, streams, payers))


def _codes_of_step(kind: str, answer: Answer) -> Codes:
    """Codes of the stations of one kind on the way of the money."""
    marks = (mark.partition(":") for step in STEPS for mark in answer.frame[step].tolist())
    return frozenset(code for key, _, code in marks if key == kind)


PANEL = Panel(
    key="revenue_flow",
    topic="revenue",
    shape=TALL,
    depends_on=(*PLACE_AND_PERIOD, "stage", "stream", "operator", *TERMS),
    read=paths.by_path,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=replies_to,
    columns={
        "first": Column("First station of the way of the money, as kind:code"),
        "second": Column("Second station of the way of the money, as kind:code"),
        "third": Column("Third station of the way of the money, as kind:code"),
        "refund": Column("Refunds and corrections, zero or negative", unit=IN_UNIT),
        "value": Column(empty=MISSING),
    },
)
