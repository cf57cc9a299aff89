"""How many grievances were open at the end of each quarter."""

from functools import partial

from dashboard.figures import columns, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.withheld import withheld_quarters
from dashboard.panels import reply_targets
from dashboard.panels.panel import PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, of_rows
from data_access.answers import grievances
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import WITHHELD


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Grievances open at the end of each quarter (frame: ``grievances.by_quarter``)."""
    words, frame = canvas.words, answer.frame
    label = words("grievance.open_at_end")
    series = [columns.Series(label, theme.middle("grievances"), frame["open_count"].tolist())]
    writer = wording.writer("grievances", words)
    quarters = frame["quarter"].tolist()
    picture = columns.by_quarter(answer, quarters, series, canvas, words("unit.grievances"), writer)
    quarters_withheld = frame.loc[frame["open_count"].isna(), "quarter"].tolist()
    if not quarters_withheld:
        return picture
    figure = {**picture.figure, "data": [*picture.figure["data"], withheld_quarters(quarters_withheld, words)]}
    return Picture(figure, (*picture.legend, Key("dots", words("state.withheld"))))


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per quarter."""
    counts = {"received_count": "received_count", "closed_count": "closed_in_quarter", "open_count": "open_at_end"}
    headers = {"quarter": words("table.quarter")} | {name: words(f"grievance.{key}") for name, key in counts.items()}
    return of_rows(answer.frame, headers, words, lambda row: Cell(words.quarter(row.quarter)), WITHHELD)


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """Open at the end of the last chosen quarter, against a year earlier."""
    chosen_rows = answer.frame[[selection.touches_quarter(quarter) for quarter in answer.frame["quarter"]]]
    known_rows = chosen_rows.dropna(subset="open_count")
    if known_rows.empty:
        key = "say.grievances.none" if chosen_rows.empty else "say.grievances.withheld"
        return words(key, place=words("place.country"), years=words.years(answer.span))
    last = known_rows.iloc[-1]
    grievances = words.plural("unit.grievances.amount", int(last["open_count"]))
    return words("say.grievances.backlog", quarter=words.quarter(last["quarter"]), grievances=grievances)


PANEL = Panel(
    key="grievances_open",
    topic="grievances",
    shape=CHART,
    depends_on=PERIOD,
    read=grievances.by_quarter,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.all_cases, "grievances", reply_targets.country),
    columns={
        "received_count": Column(empty=WITHHELD),
        "closed_count": Column(empty=WITHHELD),
        "open_count": Column(empty=WITHHELD),
    },
)
