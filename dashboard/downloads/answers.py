"""The frame of a panel as a sheet: the very rows that the picture, the table and the sentence are made from."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from dashboard import measures, pause, wording
from dashboard.answer import MISSING, WITHHELD, Answer
from dashboard.downloads.cells import plain, type_of
from dashboard.downloads.dressing import AS_THE_ROW, Columns, Dressing
from dashboard.downloads.sheet import About, Rows, Sheet, field_of
from dashboard.facets import held
from dashboard.panel import Panel
from dashboard.selection import Selection
from dashboard.text import Words

LONGEST_CHUNK = 200
# Columns that say of which year, or from which day on, a row is.
DATED = ("fiscal_year", "year", "quarter", "month")
# What the codes of a panel are of, or may be of; where that differs from row to row, the column kind tells.
CODES: dict[str, str | tuple[str, ...]] = {
    "data_coverage": ("stage", "coverage", "measure"),
    **dict.fromkeys(("revenue_by_stream", "site_flows"), "stream"),
    "revenue_by_purpose": "purpose",
    "revenue_hosts": "hosts",
    **dict.fromkeys(("readings_by_indicator", "readings_by_place", "station_series"), "indicator"),
    "readings_by_collector": "collected_by",
    **dict.fromkeys(("conditions_newest", "condition_by_year"), "measure"),
    "incidents_by_outcome": "outcome",
    "incidents_by_actor": "actor",
    **dict.fromkeys(("incidents_by_issue", "grievances_by_issue"), "issue"),
    "grievances_by_stage": "stage_reached",
    "grievances_by_age": "age",
    "grievances_by_channel": "channel",
    "grievances_waits": "wait",
    **dict.fromkeys(("grievances_in_time", "grievances_returned"), "by_row"),
}
KINDS = {
    "site_facts": "site_kind",
    "sites_register": "site_kind",
    **dict.fromkeys(("data_register", "data_source"), "kind"),
}
# Numbers of a panel, and what an empty one means.
STATED = {
    **dict.fromkeys(("overview_timeline", "compare_years"), {"value": WITHHELD}),
    **dict.fromkeys((f"grievances_by_{part}" for part in ("stage", "age", "issue", "channel")), {"value": WITHHELD}),
    **dict.fromkeys(("revenue_by_stream", "revenue_by_purpose", "revenue_flow", "site_flows"), {"value": MISSING}),
    **dict.fromkeys(("revenue_fairness", "revenue_hosts"), {"value": MISSING}),
    **dict.fromkeys((f"incidents_by_{part}" for part in ("year", "outcome", "issue", "actor")), {"value": MISSING}),
    "revenue_reconciliation": {"value": MISSING, "government": MISSING, "company": MISSING},
    "revenue_due": {"due": MISSING, "paid": MISSING},
    "revenue_reported": {"amount_government": MISSING, "amount_company": MISSING},
    "grievances_waits": {"median_days": WITHHELD, "p90_days": WITHHELD},
    "grievances_in_time": dict.fromkeys(("in_time", "missed", "acknowledged_in_time", "acknowledged_missed"), WITHHELD),
    "grievances_returned": {"happened": WITHHELD, "could": WITHHELD},
    "grievances_open": dict.fromkeys(("received_count", "closed_count", "open_count"), WITHHELD),
    "grievances_by_year": dict.fromkeys(("received_count", "closed_count", "open_count"), WITHHELD),
    **dict.fromkeys(("readings_by_indicator", "readings_by_place", "site_readings"), {"share": MISSING}),
    "station_series": {"times": MISSING},
    "compare_before": dict.fromkeys(("received", "usual"), AS_THE_ROW)
    | dict.fromkeys(("country_open", "country_usual"), WITHHELD),
    **dict.fromkeys(("data_register", "data_source"), {"read_count": WITHHELD, "set_aside_count": WITHHELD}),
}
# A name that means something else elsewhere.
RENAMED = {"revenue_due": {"state": "comparison"}, "data_coverage": {"value": "districts"}}
# Panels that need none of these: each of their columns tells by itself what it holds. So does every map.
PLAIN = frozenset(
    {
        *("revenue_unplaced", "readings_by_quarter", "incident_events", "incidents_unplaced", "incidents_apart"),
        *("compare_pairs", "compare_standing", "changes", "district_standing", "site_operators"),
    }
)


def require_declared(panels: Iterable[Panel]) -> None:
    """Raise LookupError that names panels of which nothing is declared here, and what is declared of none.

    A file of such a panel would lose words beside its codes and the states of its numbers, and nobody would see it.
    """
    declared, there = {*CODES, *KINDS, *STATED, *PLAIN}, {panel.key: panel.kind for panel in panels}
    undeclared = [key for key, kind in there.items() if kind != "map" and key not in declared]
    unknown = sorted(declared - set(there))
    if undeclared or unknown:
        reason = f"dashboard/downloads/answers.py declares nothing of the panels {undeclared}"
        raise LookupError(f"{reason} and something of {unknown}, which are no panels; enter them, if only in PLAIN")


def sheet(
    panel: Panel, answer: Answer, selection: Selection, words: Words, comments: dict[str, str], about: About
) -> Sheet:
    """The rows that a panel shows for a choice; none where it says that there are none."""
    columns = dressed(panel, answer, selection, words)
    fields = tuple(field_of(name, type_of(values), words.language, comments) for name, values in columns.items())
    rows = list(zip(*columns.values(), strict=True))
    return Sheet(panel.key, words.language, fields, len(rows), lambda: _chunks(rows), about)


def dressed(panel: Panel, answer: Answer, selection: Selection, words: Words) -> dict[str, list[Any]]:
    """The columns of a panel's file."""
    codes = CODES.get(panel.key, ())
    families = {"code": codes if isinstance(codes, tuple) else (codes,)} if codes else {}
    families |= {"kind": (KINDS[panel.key],)} if panel.key in KINDS else {}
    stated = STATED.get(panel.key, {})
    how = Dressing(words, families=families, names=answer.names, stated=stated, sources=answer.sources)
    columns = _columns(panel, answer, selection)
    units = _units(panel, answer, selection, columns)
    return how.dressed(columns, {name: [_unit(key, answer, words) for key in keys] for name, keys in units.items()})


def unit_of(panel: Panel, answer: Answer, selection: Selection, words: Words) -> str:
    """The unit of a panel's numbers, where it is one for all."""
    columns = dressed(panel, answer, selection, words)
    found = {unit for unit in columns.get("unit", ()) if unit}
    return found.pop() if len(found) == 1 else ""


def _columns(panel: Panel, answer: Answer, selection: Selection) -> Columns:
    frame = answer.frame.head(0) if answer.is_empty else _of_period(answer.frame, selection)
    names = RENAMED.get(panel.key, {})
    own = {names.get(name, name): [plain(value) for value in frame[name].tolist()] for name in frame}
    return own | {name: [plain(value)] * len(frame) for name, value in _of_all_rows(panel, answer)}


def _of_period(frame: Any, selection: Selection) -> Any:
    """The rows of the chosen period: a picture shows the years around it too, a file holds what its address says."""
    kept = frame
    for name in DATED:
        if name in frame:
            covered = [value != value or _covers(selection, name, value) for value in kept[name].tolist()]
            kept = kept[covered]
    return kept


def _covers(selection: Selection, name: str, when: int | date) -> bool:
    if isinstance(when, date):
        return selection.covers(when) if name == "month" else selection.touches_quarter(when)
    first, last = selection.years(int(when), int(when))
    return first <= last


def _of_all_rows(panel: Panel, answer: Answer) -> Iterator[tuple[str, Any]]:
    """Further columns of a map, the same in every row: which years its numbers are of, and what it could not place."""
    if panel.kind != "map":
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
        return {f"{axis}_unit": [_of_measure(held(selection, axis), answer)] * length for axis in ("x", "y")}
    if "lane" in columns:
        return {"unit": [measures.lane_units(answer)[lane] for lane in columns["lane"]]}
    if "measure" in columns:
        return {"unit": [_of_measure(key, answer) for key in columns["measure"]]}
    if CODES.get(panel.key) == "measure":
        stated = columns.get("unit", [""] * length)
        pairs = zip(columns["code"], stated, strict=True)
        return {"unit": [measures.of_answer(measures.of_statistic(*pair), answer).unit for pair in pairs]}
    if panel.key == "station_series":
        return {"unit": [f"indicator_unit.{code}" for code in columns["code"]]}
    unit = _of_all(panel, answer, selection)
    return {"unit": [unit] * length} if unit else {}


def _of_all(panel: Panel, answer: Answer, selection: Selection) -> str | None:
    if panel.kind == "map":
        return _of_measure(measures.chosen(panel.topic, selection.measure, selection.medium).key, answer)
    if answer.money:
        return answer.money.unit
    counted = {"incidents": answer.counted, "grievances": "grievances"}.get(panel.topic)
    return counted if "value" in answer.frame else None


def _of_measure(key: str, answer: Answer) -> str:
    return measures.of_answer(measures.BY_KEY[key], answer).unit


def _unit(key: str, answer: Answer, words: Words) -> str:
    family, _, code = key.partition(".")
    return (
        "".join(wording.indicator_unit(code, words)) if family == "indicator_unit" else wording.unit(answer, key, words)
    )


def _chunks(rows: Rows) -> Iterator[Rows]:
    for start in range(0, len(rows), LONGEST_CHUNK):
        yield rows[start : start + LONGEST_CHUNK]
        pause.let_others()
