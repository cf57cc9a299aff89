"""A number per district: the map, its sentence and its ranking, for every topic that has one."""

import statistics
from functools import partial
from typing import Any

from dashboard.figures import maps
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import ABOUT, MONEY, PLACE_AND_PERIOD, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Table, of_districts
from data_access.answers import measure_values
from data_access.store.database import Snapshot
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.measures import Measure
from data_access.vocabulary.reply import ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import MAP

# Of fewer districts no middle is told, and that there are no more comes first.
FEWEST = 8
# So many that share the first place are named.
MOST_FIRST = 3


def key_of(topic: str) -> str:
    """The key of a topic's map."""
    return f"{topic}_map"


def map_of(topic: str) -> Panel:
    """The panel with a number per district: the first one of a topic."""

    def measure(selection: Selection) -> Measure:
        return measures.measure_of(topic, selection.measure, selection.medium)

    def read(snapshot: Snapshot, selection: Selection) -> Answer:
        return measure_values.for_map(snapshot, selection, measure(selection).key)

    def replies_to(answer: Answer, selection: Selection) -> ReplyTargets:
        each, here = (
            where(answer, selection) for where in (reply_targets.districts_of_rows, reply_targets.chosen_districts)
        )
        target = reply_targets.of_measure(measure(selection).key, answer.span, each, selection)
        # The overview is about the chosen districts as a whole.
        return ReplyTargets(figures=(target,), districts=here if topic == "overview" else frozenset())

    return Panel(
        key=key_of(topic),
        topic=topic,
        shape=MAP,
        depends_on=(
            *PLACE_AND_PERIOD,
            "measure",
            "medium",
            "stage",
            "indicator",
            "stream",
            "operator",
            *MONEY,
            *ABOUT,
            "count",
        ),
        read=read,
        draw=partial(draw, topic),
        say=partial(say, topic),
        tabulate=partial(tabulate, topic),
        replies_to=replies_to,
        measure=measure,
        ask=partial(ask, topic),
        geometry="shape",
    )


def ask(topic: str, selection: Selection) -> str:
    """Key of the question that a map answers; of money, of the stage that is shown, of readings, of an indicator."""
    key = measures.measure_of(topic, selection.measure, selection.medium).key
    if key == "revenue" and selection.stage:
        return f"measure.revenue.{selection.stage}.title"
    if key in measures.EXCEEDANCES and selection.indicator:
        return "measure.exceedance_indicator.title"
    return f"measure.{key}.title"


def draw(topic: str, answer: Answer, canvas: Canvas) -> Picture:
    """The map of the chosen measure."""
    measure = _measure(topic, answer, canvas.selection)
    return maps.by_district(answer, canvas, measure)


def tabulate(topic: str, answer: Answer, words: Words, selection: Selection) -> Table:
    """Every district by rank."""
    return of_districts(answer, words, selection, _measure(topic, answer, selection))


def say(topic: str, answer: Answer, words: Words, selection: Selection) -> str:
    """Where the chosen district stands, or which district is first."""
    measure = _measure(topic, answer, selection)
    ranked_rows = [row for row in answer.rows if row.rank == row.rank]
    if len(ranked_rows) == 1 and selection.district in (None, ranked_rows[0].slug):
        return _only(ranked_rows[0], answer, measure, words)
    if selection.district:
        return _of_chosen(answer, measure, words, selection, len(ranked_rows))
    if not ranked_rows and "oblast_value" in answer.frame and answer.frame["oblast_value"].notna().any():
        return _of_oblasts(answer, measure, words)
    if not ranked_rows:
        return words("say.area.none", years=words.years(answer.span))
    if len(ranked_rows) < FEWEST:
        return _few(ranked_rows, answer, measure, words)
    return _highest(ranked_rows, answer, measure, words)


def _of_oblasts(answer: Answer, measure: Measure, words: Words) -> str:
    """The lowest and the highest oblast of a statistic that is known of oblasts alone."""
    known_rows = answer.frame.dropna(subset="oblast_value").sort_values("oblast_value", kind="stable")
    (lowest, low), (highest, high) = (
        (row[f"oblast_{words.language}"], wording.amount(row["oblast_value"], measure.unit, words, measure.places))
        for row in (known_rows.iloc[0], known_rows.iloc[-1])
    )
    return words(
        "say.area.oblasts", low=low, high=high, lowest=lowest, highest=highest, years=wording.years(answer, words)
    )


def _measure(topic: str, answer: Answer, selection: Selection) -> Measure:
    return measures.of_answer(measures.measure_of(topic, selection.measure, selection.medium), answer)


def _only(row: Any, answer: Answer, measure: Measure, words: Words) -> str:
    """Of a single district neither a rank nor a middle can be told."""
    values = {"district": getattr(row, f"name_{words.language}"), "years": wording.years(answer, words)}
    return words("say.area.only", **values, value=wording.area_value(row, measure, words))


def _few(ranked_rows: Any, answer: Answer, measure: Measure, words: Words) -> str:
    """How many districts have a number at all, and the highest of these."""
    return words(
        "say.area.few",
        n=words.plural("count.districts", len(ranked_rows)),
        total=words.number(len(answer.rows)),
        district=_first(ranked_rows, words),
        value=wording.area_value(ranked_rows[0], measure, words),
        years=wording.years(answer, words),
    )


def _of_chosen(answer: Answer, measure: Measure, words: Words, selection: Selection, count: int) -> str:
    row = next(row for row in answer.rows if row.slug == selection.district)
    values = {
        "district": getattr(row, f"name_{words.language}"),
        "value": wording.area_value(row, measure, words),
        "years": wording.years(answer, words),
    }
    if row.rank != row.rank:
        return words("say.area.state", **values)
    return words("say.area.chosen", **values, rank=int(row.rank), n=words.plural("count.districts", count))


def _highest(ranked_rows: Any, answer: Answer, measure: Measure, words: Words) -> str:
    first = ranked_rows[0]
    if first.value == 0:
        return words("say.area.all_zero", years=wording.years(answer, words))
    median = statistics.median(row.value for row in ranked_rows)
    return words(
        "say.area.highest" if median else "say.area.highest_of_few",
        district=_first(ranked_rows, words),
        value=wording.area_value(first, measure, words),
        median=wording.amount(median, measure.unit, words, measure.places),
        zero=words.number(sum(row.value == 0 for row in ranked_rows)),
        n=words.plural("count.districts", len(ranked_rows)),
        years=wording.years(answer, words),
    )


def _first(ranked_rows: Any, words: Words) -> str:
    """The districts that share the first place: all of them by name, or some and how many more."""
    names = [getattr(row, f"name_{words.language}") for row in ranked_rows if row.rank == ranked_rows[0].rank]
    if len(names) <= MOST_FIRST:
        return ", ".join(names)
    return words("say.area.and_more", names=", ".join(names[:MOST_FIRST]), n=len(names) - MOST_FIRST)
