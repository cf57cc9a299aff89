"""The key figures of the overview. They are four numbers, not a question and a picture, so they are no panel."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.pages import choice_names
from dashboard.pages.cell_links import to_source
from dashboard.pages.page_view import KeyFigure, Origin
from dashboard.text import Words, instead, wording
from dashboard.text.wording import is_money
from data_access.answers import key_figures, sources
from data_access.answers.overview import LANES
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.measures import lane_units
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source
from data_access.vocabulary.states import HIGHER_LEVEL, NOT_COLLECTED

LOG = logging.getLogger(__name__)
# Of fewer cases a percentage says more than the cases do.
FEW = 20
# The page whose map shows any subject.
MAP_OF_ALL = "overview"
# What is said where there is no number at all, but where money has no figures.
ABSENCE_TEXTS = {"incidents": "key.no_record", "monitoring": "state.not_collected", "grievances": "key.nothing"}


def safe_figures(view: View, reader: Reader) -> list[KeyFigure]:
    """The same as figures; none where they cannot be read, so that the rest of a page can be."""
    try:
        return figures(view, reader)
    except Exception:
        LOG.exception("key figures, %s", view.selection.search)
        return []


def figures(view: View, reader: Reader) -> list[KeyFigure]:
    """One figure a subject, of the chosen district and period."""
    snapshot, route, selection = view
    words = reader.words[route.language]
    courses = key_figures.courses(snapshot, selection)
    answer = key_figures.key_figures(snapshot, selection)
    silent = {"revenue": instead.NO_PEOPLE} if instead.lacks_people(answer) else {}
    unit = lane_units(answer)
    by_month = _counted_by_month(view, answer)
    collected_datasets = {one.dataset for one in sources.all_of(snapshot)}
    on_map = measures.measure_of(MAP_OF_ALL, selection.measure, selection.medium).topic
    silent |= {lane: f"state.{NOT_COLLECTED}" for lane in LANES if lane not in collected_datasets}
    return [
        KeyFigure(
            subject=row.lane,
            title=_title(row.lane, answer, words),
            value=words(silent[row.lane]) if row.lane in silent else _value(row, unit[row.lane], view, words),
            unit=words(f"unit.{unit[row.lane]}") if is_money(unit[row.lane]) and row.value == row.value else "",
            place=_place(row.lane, answer, words),
            period=_period(row, selection, row.lane in by_month, words),
            change=_course_in_words(row, unit[row.lane], answer, words) if row.value == row.value else "",
            course=courses.get(row.lane, []),
            href=_href(row.lane, view, reader),
            origins=_origins(answer.of_dataset(row.lane), route, selection, reader),
            is_on_map=row.lane == on_map if route.topic == MAP_OF_ALL else None,
        )
        for row in answer.rows
    ]


def _href(lane: str, view: View, reader: Reader) -> str:
    """The page of a subject; where one map shows all subjects, the same page with this one on it."""
    _, route, selection = view
    if route.topic != MAP_OF_ALL:
        return reader.href(route.to(lane), selection)
    first = measures.measure_of(lane, None, selection.medium).key
    is_first_on_map = first == measures.measure_of(MAP_OF_ALL, None, selection.medium).key
    return reader.href(route, replace(selection, measure=None if is_first_on_map else first))


def _title(lane: str, answer: Answer, words: Words) -> str:
    """What the number is of: of money the stage that is shown, of readings their medium."""
    if lane == "revenue":
        return instead.money(answer, "key.revenue", words)
    return words(f"key.{wording.lane(lane, answer)}")


def _place(lane: str, answer: Answer, words: Words) -> str:
    """Which place a number is of: money of few places, and readings of one station, are not the country's."""
    if lane == "monitoring":
        return wording.measured_at(answer, words)
    is_of_few = lane == "revenue" and answer.money is not None and answer.money.is_of_few
    return words("place.of_few") if is_of_few else wording.place(answer, words)


def _origins(shown_sources: Sequence[Source], route: Route, selection: Selection, reader: Reader) -> list[Origin]:
    """A line for each kind of source: of one its own, of several how many; the page about data lists them."""
    words, by_kind = reader.words[route.language], defaultdict(list)
    for source in shown_sources:
        by_kind[source.kind].append(source)
    href = reader.href(route.to("data"), Selection(edition=selection.edition))
    return [
        Origin(key, words(f"kind.{key}"), words.plural("count.sources", len(group)), href)
        if len(group) > 1
        else _origin(group[0], route, selection, reader)
        for key, group in by_kind.items()
    ]


def _origin(source: Source, route: Route, selection: Selection, reader: Reader) -> Origin:
    """Mark, words and address of a source; that it is late is said here too."""
    words = reader.words[route.language]
    late = f" ({words('timeliness.late')})" if source.timeliness == "late" else ""
    href = to_source(source.key, route, selection.edition, reader)
    return Origin(source.kind, words(f"kind.{source.kind}"), f"{words('key.source')}{late}", href)


def _value(row, unit: str, view: View, words: Words) -> str:
    if row.withheld_count and not row.value > 0:
        return words("state.withheld")
    if row.value != row.value:
        return words(ABSENCE_TEXTS[row.lane] if row.lane in ABSENCE_TEXTS else _absence_of_money(view))
    value_text = words.short_number(row.value) if is_money(unit) else wording.amount(row.value, unit, words, places=1)
    return words.least(value_text, bool(row.withheld_count))


def _absence_of_money(view: View) -> str:
    """Key of what maps say of the chosen district; where that is a year without a record, that there is no figure."""
    state = key_figures.state_of_money(view.snapshot, view.selection)
    return f"state.{state}" if state in (HIGHER_LEVEL, NOT_COLLECTED) else "key.nothing"


def _counted_by_month(view: View, answer: Answer) -> set[str]:
    """The subjects of whose numbers a choice of months decides; the others are counted by years."""
    snapshot, _, selection = view
    whole = selection.of_whole_years
    if whole == selection:
        return set()
    others = key_figures.key_figures(snapshot, whole).frame.set_index("lane")["value"]
    return {row.lane for row in answer.rows if row.value == row.value != others[row.lane]}


def _period(row, selection: Selection, is_by_month: bool, words: Words) -> str:
    """The years of a number, or the months; where the last year is not whole, up to which day."""
    if row.first_year > row.last_year:
        return ""
    if is_by_month:
        return choice_names.period_in_words(selection, words)
    if row.ends_on is not None and row.ends_on.year == row.first_year:
        return words("year.incomplete", year=int(row.first_year))
    if row.ends_on is not None:
        return words("key.until", first=int(row.first_year), until=words.day(row.ends_on))
    years = words.years((int(row.first_year), int(row.last_year)))
    return years if selection.of_whole_years == selection else words("key.whole_years", years=years)


def _left_out(row, words: Words) -> list[str]:
    year_count = int(row.withheld_count)
    return [words.plural("say.grievances.hidden_years", year_count)] if year_count and row.value > 0 else []


def _course_in_words(row, unit: str, answer: Answer, words: Words) -> str:
    return " · ".join([_change(row, unit, words), *_left_out(row, words), *_of_money(row, answer, words)])


def _of_money(row, answer: Answer, words: Words) -> list[str]:
    """What must be said of an amount of money."""
    return instead.remarks(answer, words) if row.lane == "revenue" and row.value == row.value else []


def _change(row, unit: str, words: Words) -> str:
    """The last year against the one before it; a share changes by points, not by percent."""
    if row.before_value is None or row.before_value != row.before_value or row.last_value != row.last_value:
        return words("key.no_comparison")
    last, before = int(row.last_known_year), int(row.last_known_year) - 1
    value = wording.amount(row.last_value, unit, words, places=1)
    if unit == "percent":
        points = words.signed_number(row.last_value - row.before_value, 1)
        return words("key.change_points", year=last, value=value, points=points, before=before)
    if not row.before_value or (not is_money(unit) and min(row.last_value, row.before_value) < FEW):
        earlier = words.number(row.before_value)
        return words("key.change_few", year=last, value=value, before=before, earlier=earlier)
    change = wording.change(row.last_value, row.before_value, words)
    return words("key.change", year=last, value=value, change=change, before=before)
