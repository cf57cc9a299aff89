"""Where several signals worsened at once: which ones, each with the way to its panel; no score, and no alarm."""

from collections.abc import Callable
from typing import Any

from dashboard.figures import grid, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.area import map as map_panel
from dashboard.panels.monitoring import by_quarter
from dashboard.panels.panel import UNSTATED_KEY, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table
from data_access.answers import signals
from data_access.answers.signals import LATE, MEASURES, NOT_ROSE, ROSE, SIGNALS, UNKNOWN
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER
from data_access.vocabulary.states import MISSING, VALUE

# By state: the same grey for all signals, as none of them is an alarm.
SHADES = {NOT_ROSE: theme.FRAME, ROSE: theme.MUTED}
STATES = [*SHADES]


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A row for each district, a cell for each signal."""
    words = canvas.words
    rows = [
        grid.Row(
            _name(row, words),
            [_shade(getattr(row, signal)) for signal in SIGNALS],
            [f"{words(f'signal.{signal}')} · {_course_text(signal, row, words)}" for signal in SIGNALS],
            [f"district:{row.slug}"] * len(SIGNALS),
        )
        for row in _by_name(answer, words)
    ]
    legend = [Key(SHADES[state], words(f"signal_state.{state}")) for state in reversed(STATES)]
    legend.append(Key("none", words(f"signal_state.{UNKNOWN}")))
    return grid.of_cells(rows, [words(f"signal.{one}") for one in SIGNALS], [*SHADES.values()], legend, canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row for each district by name: each signal in words, with the way to the panel that tells more of it."""
    headers = (words("table.district"), *(words(f"signal.{signal}") for signal in SIGNALS))
    rows = tuple(
        (
            Cell(_name(row, words), choice=f"district:{row.slug}", page="district"),
            *(_signal(signal, row, words) for signal in SIGNALS),
        )
        for row in _by_name(answer, words)
    )
    return Table(headers, rows)


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """In how many districts several signals rose, or which did in the chosen one; and of how many too few are known."""
    place = wording.place(answer, words)
    if selection.district:
        row = answer.rows[0]
        risen_signals = [words(f"signal.{one}") for one in SIGNALS if getattr(row, one) == ROSE]
        unknown_count = sum(getattr(row, one) == UNKNOWN for one in SIGNALS)
        key = "say.signals.here" if risen_signals else "say.signals.none_here"
        return words(
            key,
            place=place,
            signals=", ".join(risen_signals),
            unknown=words.number(unknown_count),
            all=words.number(len(SIGNALS)),
        )
    count, unknown_districts = (
        words.plural("count.districts", n) for n in (len(answer.rows), answer.extras["unknown"])
    )
    return words("say.signals", place=place, districts=count, unknown=unknown_districts)


def _by_name(answer: Answer, words: Words) -> list[Any]:
    return sorted(answer.rows, key=lambda row: words.sort_key(_name(row, words)))


def _name(row: Any, words: Words) -> str:
    return str(getattr(row, f"name_{words.language}"))


def _shade(state: str) -> int | None:
    return STATES.index(state) if state in SHADES else None


def _signal(signal: str, row: Any, words: Words) -> Cell:
    is_known = getattr(row, signal) != UNKNOWN
    page = MEASURES.get(signal, by_quarter.PANEL.topic)
    return Cell(
        _course_text(signal, row, words),
        choice=f"district:{row.slug}",
        page=page,
        panel=by_quarter.PANEL.key if signal == LATE else map_panel.key_of(page),
        measure=None if signal == LATE else signal,
        state=VALUE if is_known else MISSING,
    )


def _course_text(signal: str, row: Any, words: Words) -> str:
    """Both years with their numbers, whether it rose or not; that nothing is known, where that is so."""
    state = getattr(row, signal)
    if state == UNKNOWN:
        return words(f"signal_state.{UNKNOWN}")
    if signal == LATE:
        return words(f"signal.late_data.{state}", month=words.month(row.newest_on))
    writer = _writer(signal, words)
    now, before = (writer(getattr(row, f"{signal}_{name}")) for name in ("now", "before"))
    course = words("signal.course", before=before, now=now, year=int(getattr(row, f"{signal}_year")))
    return words("signal.rose", course=course) if state == ROSE else course


def _writer(signal: str, words: Words) -> Callable[[float], str]:
    measure = measures.of(signal)
    return wording.writer(measure.unit, words, measure.places)


PANEL = Panel(
    key="signals",
    topic="outcomes",
    shape=REGISTER,
    depends_on=("district",),
    read=signals.by_district,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={one: Column(f"{one}: rose, not_rose or unknown", codes=("signal_state",)) for one in SIGNALS}
    | {
        f"{one}_{name}": Column(f"{one}, {span_text}", unit=measures.of(one).unit, empty=UNSTATED_KEY)
        for one in MEASURES
        for name, span_text in (("now", "of the newest whole year"), ("before", "of the year before"))
    }
    | {f"{one}_year": Column(f"Newest whole year of {one}", empty=UNSTATED_KEY) for one in MEASURES}
    | {"newest_on": Column("Month of the newest reading")},
)
