"""The frame of a panel as a sheet: the very rows that the picture, the table and the sentence are made from."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dashboard.downloads.cells import plain, type_of
from dashboard.downloads.columns import OF_PANELS
from dashboard.downloads.dressing import Columns, Dressing
from dashboard.downloads.sheet import About, Rows, Sheet, field_of
from dashboard.panels.panel import UNSTATED_KEY, Panel
from dashboard.text import Words, wording
from data_access.store import pause
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.indicator import by_family
from data_access.vocabulary.measures import own_unit
from data_access.vocabulary.selection import Selection

LONGEST_CHUNK = 200
# Columns that say of which year, or from which day on, a row is.
DATE_COLUMNS = ("fiscal_year", "year", "quarter", "month")


def sheet(panel: Panel, answer: Answer, selection: Selection, words: Words, about: About) -> Sheet:
    """The rows that a panel shows for a choice; none where it says that there are none."""
    columns = file_columns(panel, answer, selection, words)
    fields = tuple(
        field_of(name, type_of(values), words.language, OF_PANELS, panel.columns.get(name))
        for name, values in columns.items()
    )
    rows = list(zip(*columns.values(), strict=True))
    return Sheet(panel.key, words.language, fields, len(rows), lambda: _chunks(rows), about, panel.geometry)


def file_columns(panel: Panel, answer: Answer, selection: Selection, words: Words) -> dict[str, list[Any]]:
    """The columns of a panel's file."""
    families = {name: column.codes for name, column in panel.columns.items() if column.codes}
    empty_texts = {name: one.empty for name, one in panel.columns.items() if one.empty not in ("", UNSTATED_KEY)}
    how = Dressing(
        words,
        families=families,
        names={**answer.names, **by_family(answer.indicators)},
        empty_texts=empty_texts,
        sources=answer.sources,
    )
    columns = _columns(panel, answer, selection)
    units = _units(panel, answer, selection, columns)
    return how.dress(
        columns, {name: [wording.unit(answer, key, words) for key in keys] for name, keys in units.items()}
    )


def unit_of(panel: Panel, answer: Answer, selection: Selection, words: Words) -> str:
    """The unit of a panel's numbers, where it is one for all."""
    columns = file_columns(panel, answer, selection, words)
    units = {unit for unit in columns.get("unit", ()) if unit}
    return units.pop() if len(units) == 1 else ""


def _columns(panel: Panel, answer: Answer, selection: Selection) -> Columns:
    frame = answer.frame.head(0) if answer.is_empty else _of_period(answer.frame, selection)
    own = {name: [plain(value) for value in frame[name].tolist()] for name in frame}
    return own | {name: [plain(value)] * len(frame) for name, value in _of_all_rows(panel, answer)}


def _of_period(frame: Any, selection: Selection) -> Any:
    """The rows of the chosen period: a picture shows the years around it too, a file holds what its address says."""
    rows = frame
    for name in DATE_COLUMNS:
        if name in frame:
            is_covered = [value != value or _covers(selection, name, value) for value in rows[name].tolist()]
            rows = rows[is_covered]
    return rows


def _covers(selection: Selection, name: str, when: int | date) -> bool:
    if isinstance(when, date):
        return selection.covers(when) if name == "month" else selection.touches_quarter(when)
    first, last = selection.years(int(when), int(when))
    return first <= last


def _of_all_rows(panel: Panel, answer: Answer) -> Iterator[tuple[str, Any]]:
    """Further columns of a map, the same in every row: which years its numbers are of, and what it could not place."""
    if panel.measure is None:
        return
    yield from zip(("from_year", "to_year"), answer.years or (None, None), strict=True)
    people = answer.money.people_years if answer.money else answer.people_years
    if people:
        yield from zip(("people_from_year", "people_to_year"), people, strict=True)
    if answer.unplaced:
        yield "unplaced_count", answer.unplaced.count
        if answer.unplaced.value is not None:
            yield "unplaced_value", answer.unplaced.value


def _units(panel: Panel, answer: Answer, selection: Selection, columns: Columns) -> dict[str, Sequence[str]]:
    """Further columns: the key of the unit in each row."""
    length = len(next(iter(columns.values()), ()))
    if "x" in columns and "y" in columns:
        return {f"{axis}_unit": [_of_measure(effective_value(selection, axis), answer)] * length for axis in ("x", "y")}
    if "lane" in columns:
        return {"unit": [measures.lane_units(answer)[lane] for lane in columns["lane"]]}
    if "measure" in columns:
        return {"unit": [_of_measure(key, answer) for key in columns["measure"]]}
    codes = panel.columns["code"].codes if "code" in panel.columns else ()
    if codes == ("measure",):
        return {"unit": [measures.of_indicator(code, answer.indicators).unit for code in columns["code"]]}
    if codes == ("indicator",) and "value" in columns:
        return {"unit": [own_unit(answer.indicators[code].units) for code in columns["code"]]}
    unit = _of_all(panel, answer, selection)
    return {"unit": [unit] * length} if unit else {}


def _of_all(panel: Panel, answer: Answer, selection: Selection) -> str | None:
    if panel.measure:
        return _of_measure(panel.measure(selection).key, answer)
    if answer.money:
        return answer.money.unit
    unit = {"incidents": answer.counted_unit, "grievances": "grievances"}.get(panel.topic)
    return unit if "value" in answer.frame else None


def _of_measure(key: str, answer: Answer) -> str:
    return measures.of_answer(measures.of(key), answer).unit


def _chunks(rows: Rows) -> Iterator[Rows]:
    for start in range(0, len(rows), LONGEST_CHUNK):
        yield rows[start : start + LONGEST_CHUNK]
        pause.let_others()
