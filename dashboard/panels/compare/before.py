"""The panel that sets the grievances of a district before the incidents there."""

from typing import Any

from dashboard.figures import dumbbells
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import AS_THE_ROW, PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import before
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.reply import Figures, ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import TALL
from data_access.vocabulary.states import NOT_COLLECTED, VALUE, WITHHELD

MOST_ROWS = 12
PLACE = ("date", "district", "category")
BEFORE = ("year", "received", "usual", "quarter", "open", "open_usual")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """The newest incidents for which grievances are counted: what is usual there, and what came before."""
    words = canvas.words
    counted_rows = answer.frame[answer.frame["state"] != NOT_COLLECTED].head(MOST_ROWS)
    pairs = [_pair(row, words) for row in named_rows(counted_rows)]
    names = words("legend.before.usual"), words("legend.before.more"), words("legend.before.not_more")
    return dumbbells.of_pairs(pairs, names, canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """All incidents: the district's year before and what is usual there, the country's quarter and its usual one."""
    headers = (*(words(f"table.{name}") for name in PLACE), *(words(f"table.before_{name}") for name in BEFORE))
    return Table(headers, tuple(_row(row, words) for row in named_rows(answer.frame)), hue="grievances")


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """How many incidents followed more grievances than usual, in the district and in the country; never why."""
    frame = answer.frame
    known_rows = frame[frame["state"] == VALUE]
    if answer.is_synthetic:
        values = {"place": _places(answer, words), "years": words.years(answer.span)}
        return words(
            "say.before.example", **values, incidents=words.plural("count.conflict_incidents", len(known_rows))
        )
    rows_of_country = frame.dropna(subset=["country_open", "country_usual"])
    parts = [
        words(
            "say.before" if len(known_rows) else "say.before.none",
            place=_places(answer, words),
            years=words.years(answer.span),
            more=words.number(int((known_rows["received"] > known_rows["usual"]).sum())),
            incidents=words.plural("count.conflict_incidents", len(known_rows)),
        ),
        *_left_out(frame, words),
        words(
            "say.before.country",
            lag=words(f"quarters.{effective_value(selection, 'quarters')}"),
            more=words.number(int((rows_of_country["country_open"] > rows_of_country["country_usual"]).sum())),
            all=words.number(len(rows_of_country)),
        ),
    ]
    return " ".join(parts)


def _left_out(frame: Any, words: Words) -> list[str]:
    """How many incidents have no figures of the district, by reason."""
    counts = {state: int((frame["state"] == state).sum()) for state in (WITHHELD, NOT_COLLECTED)}
    return [words.plural(f"say.before.{state}", count) for state, count in counts.items() if count]


def _places(answer: Answer, words: Words) -> str:
    """The chosen districts with incidents, or the country."""
    if answer.place is None:
        return wording.place(answer, words)
    return ", ".join(answer.frame[f"name_{words.language}"].drop_duplicates())


def _pair(row: Any, words: Words) -> dumbbells.Pair:
    name, when = getattr(row, f"name_{words.language}"), wording.date_of(row, words)
    received_count, usual = (row.received, row.usual) if row.state == VALUE else (None, None)
    hover = _hover(row, words) if row.state == VALUE else ""
    text = " · ".join(part for part in (name, when, words(f"category.{row.category}"), hover) if part)
    return dumbbells.Pair(name, when, received_count, usual, text, f"beside:{row.slug}")


def _hover(row: Any, words: Words) -> str:
    received_text, middle = words.number(row.received), words.number(row.usual, 1)
    return words("say.before.pair", year=row.year, received=received_text, usual=middle)


def _row(row: Any, words: Words) -> tuple[Cell, ...]:
    state = NOT_COLLECTED if row.state == NOT_COLLECTED else WITHHELD
    return (
        Cell(wording.date_of(row, words), choice=f"period:{row.starts_on.year}", order=row.starts_on.isoformat()),
        Cell(getattr(row, f"name_{words.language}"), choice=f"beside:{row.slug}"),
        Cell(words(f"category.{row.category}")),
        Cell(str(row.year), choice=f"period:{row.year}"),
        _number(row.received, state, words),
        _number(row.usual, state, words),
        Cell(words.quarter(row.quarter)),
        _number(row.country_open, WITHHELD, words),
        _number(row.country_usual, WITHHELD, words),
    )


def _number(value: float, state: str, words: Words) -> Cell:
    return number(value, words, lambda one: words.number(one, 1), state=state)


def replies_to(answer: Answer, _selection: Selection) -> ReplyTargets:
    """Of each district beside its incidents, what it received in the year before."""
    return reply_targets.figures(
        *(Figures("grievances", (int(row.year), int(row.year)), frozenset({row.slug})) for row in answer.rows)
    )


PANEL = Panel(
    key="compare_before",
    topic="compare",
    shape=TALL,
    depends_on=("district", "beside", *PERIOD, "quarters"),
    read=before.incidents_after_grievances,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=replies_to,
    columns={
        "received": Column(
            "Grievances that the district received in the year; empty: see received_state",
            unit="grievances",
            empty=AS_THE_ROW,
        ),
        "usual": Column(
            "Median of the district's full years; empty: see usual_state", unit="grievances", empty=AS_THE_ROW
        ),
        "country_open": Column(
            "Grievances open in the country at the end of the quarter; empty: withheld",
            unit="grievances",
            empty=WITHHELD,
        ),
        "country_usual": Column("Median of all quarters; empty: withheld", unit="grievances", empty=WITHHELD),
    },
)
