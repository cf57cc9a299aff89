"""The panel that sets districts where people met, or where a project was, beside others: before, during and after."""

from typing import Any

from dashboard.figures import intervals
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import AS_THE_ROW, PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table, number
from data_access.answers import phases
from data_access.answers.phases import GROUPS, PHASES, WITH, WITHOUT
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.reply import ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import TALL
from data_access.vocabulary.states import MISSING, NOT_COLLECTED, WITHHELD

# On a phone the first three are seen at once.
HEADERS = ("phase", "place_group", "mean_a_year", "interval", "place_count", "place_years", "cases", "withheld_years")
OF_DAYS = {"mean_a_year": "mean_days"}
FEW, NO_YEARS = "phases.few_places", "phases.no_years"
# Digits behind the comma, and the topic, of what is set side by side.
PLACES = {"incidents": 2, "grievances": 2, "days": 0}
TOPICS = {"incidents": "incidents", "grievances": "grievances", "days": "grievances"}


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Each phase with the districts with the setting, and below them those without, in the same years."""
    words, selection = canvas.words, canvas.selection
    cases, setting = effective_value(selection, "cases"), effective_value(selection, "setting")
    rows = [_interval(row, words, cases) for row in answer.rows]
    names = words(f"legend.phases.{setting}"), words("legend.phases.without")
    return intervals.of_rows(rows, names, TOPICS[cases], canvas, words(f"phases.mean.{cases}"))


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """Phase, which districts, mean and interval, and the numbers behind them."""
    cases = effective_value(selection, "cases")
    names = (OF_DAYS.get(name, name) if cases == "days" else name for name in HEADERS)
    headers = tuple(words(f"table.{name}") for name in names)
    return Table(headers, tuple(_row(row, words, cases) for row in answer.rows))


def say(answer: Answer, words: Words, selection: Selection) -> str:
    """The means of each phase with those of the same years elsewhere; never why."""
    setting, cases = effective_value(selection, "setting"), effective_value(selection, "cases")
    if answer.is_synthetic:
        ours, others = (words.number(count) for count in answer.extras["places"])
        return words(f"say.phases.example.{setting}", districts=ours, others=others)
    parts = "; ".join(_part(answer, phase, words, cases) for phase in PHASES)
    mean, years = words(f"phases.mean.{cases}"), wording.years(answer, words)
    said = words(f"say.phases.{setting}", mean=mean, years=years, parts=parts)
    return " ".join([said, *_beyond_chance(answer, words)])


def _beyond_chance(answer: Answer, words: Words) -> list[str]:
    """Whether intervals overlap, of the phases in which both are told: how far chance alone may make a difference."""
    ends = {(row.phase, row.place_group): (row.rate_low, row.rate_high) for row in answer.rows if row.rate == row.rate}
    both = [phase for phase in PHASES if {(phase, group) for group in GROUPS} <= ends.keys()]
    apart = [words(f"phase.{phase}") for phase in both if not _overlap(ends[phase, WITH], ends[phase, WITHOUT])]
    if not apart:
        return [words("say.phases.overlap")] if both else []
    return [words("say.phases.apart", phases=", ".join(apart))]


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _part(answer: Answer, phase: str, words: Words, cases: str) -> str:
    rows = {row.place_group: row for row in answer.rows if row.phase == phase}
    ours, others = (_mean(rows[group], words, cases) for group in (WITH, WITHOUT))
    return words("say.phases.part", phase=words(f"phase.{phase}"), ours=ours, others=others)


def _mean(row: Any, words: Words, cases: str) -> str:
    return words.number(row.rate, PLACES[cases]) if row.rate == row.rate else words(_why(row))


def _why(row: Any) -> str:
    """Key of what is said where there is no mean."""
    if row.place_years + row.withheld_years == 0:
        return NO_YEARS
    return FEW if row.state == MISSING else f"state.{row.state}"


def _interval(row: Any, words: Words, cases: str) -> intervals.Interval:
    name, note = f"{words(f'phase.{row.phase}')} · {words(f'place_group.{row.place_group}')}", _behind(row, words)
    if row.rate != row.rate:
        return intervals.Interval(
            name, note, None, None, None, words(_why(row)), row.place_group == WITHOUT, row.state == WITHHELD
        )
    text = f"{name} · {_mean(row, words, cases)} ({_ends(row, words, cases)}) · {note}"
    return intervals.Interval(name, note, row.rate, row.rate_low, row.rate_high, text, row.place_group == WITHOUT)


def _behind(row: Any, words: Words) -> str:
    """How many districts and cases a number is of; of days nobody tells of how many cases."""
    districts = words.number(row.place_count)
    if row.event_count != row.event_count:
        years, every = (words.number(one) for one in (row.place_years, row.place_years + row.withheld_years))
        return words("phases.behind_years", districts=districts, years=years, all=every)
    return words("phases.behind", districts=districts, cases=words.number(row.event_count))


def _ends(row: Any, words: Words, cases: str) -> str:
    return "–".join(words.number(end, PLACES[cases]) for end in (row.rate_low, row.rate_high))


def _row(row: Any, words: Words, cases: str) -> tuple[Cell, ...]:
    otherwise = _why(row) if row.state == MISSING else None
    counts = (number(one, words) for one in (row.place_count, row.place_years))
    events = number(row.event_count, words) if row.event_count == row.event_count else Cell(NO_RANK)
    return (
        Cell(words(f"phase.{row.phase}")),
        Cell(words(f"place_group.{row.place_group}")),
        number(row.rate, words, lambda one: words.number(one, PLACES[cases]), state=row.state, otherwise=otherwise),
        Cell(_ends(row, words, cases) if row.rate == row.rate else NO_RANK),
        *counts,
        events,
        number(row.withheld_years, words),
    )


def replies_to(answer: Answer, selection: Selection) -> ReplyTargets:
    """The chosen cases of all districts together."""
    topic = TOPICS[effective_value(selection, "cases")]
    return reply_targets.all_cases(topic, reply_targets.country, answer, selection)


PANEL = Panel(
    key="compare_phases",
    topic="compare",
    shape=TALL,
    depends_on=(*PERIOD, "cases", "setting"),
    read=phases.by_phase,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=replies_to,
    columns={
        "phase": Column("before, during or after", codes=("phase",)),
        "place_group": Column("Districts with the setting of the address, or without it", codes=("place_group",)),
        "place_count": Column("Districts of which a year has a number", unit="districts"),
        "place_years": Column("Years that have a number, of all these districts together", unit="years"),
        "event_count": Column("Incidents or grievances in these years; empty of days", empty=NOT_COLLECTED),
        "withheld_years": Column(),
        "rate": Column(
            "Mean in a district and year; of districts without, weighted by the years of those with. Empty: see state",
            empty=AS_THE_ROW,
        ),
        "rate_low": Column("Lower end of its 95 % interval, wider where districts and years differ", empty=AS_THE_ROW),
        "rate_high": Column("Upper end of its 95 % interval, wider where districts and years differ", empty=AS_THE_ROW),
    },
)
