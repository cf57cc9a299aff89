"""What each panel shows that somebody may have replied to.

A total is another figure than its parts: a reply about the royalties of a district stands beside those, where they are
chosen or listed, and not beside all money of the district, nor beside the royalties of the country.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from dashboard import measures
from dashboard.answer import Answer
from dashboard.facets import held
from dashboard.panel import Panel
from dashboard.reply import Codes, Figures, Shown, Years
from dashboard.selection import Selection

Reading = Callable[[Answer, Selection], Iterable[Figures]]
Where = Callable[[Answer, Selection], Codes]
LANES = ("revenue", "exceedance_water", "incident_count", "grievance_received")


def shown(panel: Panel, answer: Answer, selection: Selection) -> Shown:
    """What a panel shows for a choice; nothing where it says that there is nothing."""
    if answer.is_empty:
        return Shown()
    return Shown(
        figures=tuple(_figures(panel, answer, selection)),
        sites=_listed("site_id", answer) if panel.key in SITES else frozenset(),
        incidents=_listed("incident_id", answer) if panel.key in INCIDENTS else frozenset(),
        districts=frozenset(selection.districts) if panel.key in WHOLE else frozenset(),
    )


def _figures(panel: Panel, answer: Answer, selection: Selection) -> Iterable[Figures]:
    if panel.kind == "map":
        key = measures.chosen(panel.topic, selection.measure, selection.medium).key
        return [_of_measure(key, answer.years, _each(answer, selection), selection)]
    return FIGURES[panel.key](answer, selection) if panel.key in FIGURES else ()


def _of_measure(key: str, years: Years, districts: Codes, selection: Selection) -> Figures:
    topic = measures.BY_KEY[key].topic
    if topic == "revenue":
        stage = held(selection, "stage") if key == "revenue" else "payment"
        return Figures(topic, years, districts, stage, _one(selection.stream), _one(selection.operator))
    if topic == "monitoring":
        code = key if key in measures.CONDITIONS else selection.indicator
        return Figures(topic, years, districts, indicators=_one(code))
    return Figures(topic, years, districts, issues=_one(selection.issue) if topic == "incidents" else frozenset())


def _here(_answer: Answer, selection: Selection) -> Codes:
    return frozenset(selection.districts)


def _each(answer: Answer, _selection: Selection) -> Codes:
    return _listed("slug", answer)


def _country(_answer: Answer, _selection: Selection) -> Codes:
    return frozenset()


def _revenue(stage: str | None, where: Where, answer: Answer, selection: Selection) -> Iterator[Figures]:
    streams, payers = _one(selection.stream), _one(selection.operator)
    yield Figures("revenue", answer.years, where(answer, selection), stage or held(selection, "stage"), streams, payers)


def _by_stream(answer: Answer, selection: Selection) -> Iterator[Figures]:
    stage, payers = held(selection, "stage"), _one(selection.operator)
    yield Figures("revenue", answer.years, _here(answer, selection), stage, _listed("code", answer), payers)


def _by_way(answer: Answer, selection: Selection) -> Iterator[Figures]:
    """From payers by streams to districts, as far as the stage has them."""
    districts = _marked("district", answer) or _here(answer, selection)
    streams = _marked("stream", answer) or _one(selection.stream)
    payers = _marked("operator", answer) or _one(selection.operator)
    yield Figures("revenue", answer.years, districts, held(selection, "stage"), streams, payers)


def _by_payer(answer: Answer, selection: Selection) -> Iterator[Figures]:
    """What both sides say of each payer: whatever stream a reply is about, it is about their difference."""
    yield Figures("revenue", answer.years, _here(answer, selection), "payment", None, _listed("payer_code", answer))


def _due(answer: Answer, _selection: Selection) -> Iterator[Figures]:
    """What was due of each payer beside what it paid, and what of that was passed on."""
    streams, payers = _listed("stream_code", answer), _listed("payer_code", answer)
    for stage in ("payment", "transfer"):
        yield Figures("revenue", answer.years, stage=stage, streams=streams, payers=payers)


def _measured(where: Where, answer: Answer, selection: Selection) -> Iterator[Figures]:
    yield Figures("monitoring", answer.years, where(answer, selection), indicators=_one(selection.indicator))


def _by_indicator(where: Where, answer: Answer, selection: Selection) -> Iterator[Figures]:
    yield Figures("monitoring", answer.years, where(answer, selection), indicators=_listed("code", answer))


def _cases(topic: str, where: Where, answer: Answer, selection: Selection) -> Iterator[Figures]:
    yield Figures(topic, answer.years, where(answer, selection), issues=_one(selection.issue))


def _by_issue(topic: str, where: Where, answer: Answer, selection: Selection) -> Iterator[Figures]:
    yield Figures(topic, answer.years, where(answer, selection), issues=_listed("code", answer))


def _of_all_issues(topic: str, where: Where, answer: Answer, selection: Selection) -> Iterator[Figures]:
    yield Figures(topic, answer.years, where(answer, selection))


def _lanes(answer: Answer, selection: Selection) -> Iterator[Figures]:
    """Subjects as a whole, whatever else is chosen."""
    districts = _here(answer, selection)
    return (_of_measure(key, answer.years, districts, Selection()) for key in LANES)


def _standing(answer: Answer, selection: Selection) -> Iterator[Figures]:
    districts = _here(answer, selection)
    return (_of_measure(key, answer.years, districts, selection) for key in _listed("measure", answer))


def _pairs(answer: Answer, selection: Selection) -> Iterator[Figures]:
    first = answer.rows[0]
    for axis in ("x", "y"):
        years = int(getattr(first, f"{axis}_first")), int(getattr(first, f"{axis}_last"))
        yield _of_measure(held(selection, axis), years, _each(answer, selection), selection)


def _before(answer: Answer, _selection: Selection) -> Iterator[Figures]:
    """Of each district beside its incidents, what it received in the year before."""
    return (Figures("grievances", (int(row.year), int(row.year)), frozenset({row.slug})) for row in answer.rows)


def _one(code: str | None) -> Codes:
    return frozenset({code}) if code else frozenset()


def _listed(column: str, answer: Answer) -> Codes:
    return frozenset(value for value in answer.frame[column].tolist() if isinstance(value, str))


def _marked(kind: str, answer: Answer) -> Codes:
    """Codes of the stations of one kind on the way of the money."""
    marks = (mark.partition(":") for step in ("first", "second", "third") for mark in answer.frame[step].tolist())
    return frozenset(code for found, _, code in marks if found == kind)


FIGURES: dict[str, Reading] = {
    "overview_timeline": _lanes,
    "revenue_by_stream": _by_stream,
    "revenue_by_purpose": partial(_revenue, "spending", _here),
    "revenue_flow": _by_way,
    "revenue_fairness": partial(_revenue, None, _each),
    "revenue_hosts": partial(_revenue, None, _country),
    "revenue_reconciliation": _by_payer,
    "revenue_due": _due,
    "revenue_reported": partial(_revenue, "payment", _country),
    "readings_by_quarter": partial(_measured, _here),
    "readings_by_collector": partial(_measured, _here),
    "readings_by_place": partial(_by_indicator, _each),
    **dict.fromkeys(
        ("readings_by_indicator", "station_series", "conditions_newest", "condition_by_year"),
        partial(_by_indicator, _here),
    ),
    **dict.fromkeys(
        ("incidents_by_year", "incidents_by_outcome", "incidents_by_actor"), partial(_cases, "incidents", _here)
    ),
    "incidents_by_issue": partial(_by_issue, "incidents", _here),
    **dict.fromkeys(
        ("grievances_waits", "grievances_in_time", "grievances_returned"), partial(_cases, "grievances", _country)
    ),
    **dict.fromkeys(
        ("grievances_by_stage", "grievances_by_age", "grievances_by_channel", "grievances_open"),
        partial(_of_all_issues, "grievances", _country),
    ),
    "grievances_by_issue": partial(_by_issue, "grievances", _country),
    "grievances_by_year": partial(_of_all_issues, "grievances", _here),
    "compare_pairs": _pairs,
    "compare_before": _before,
    "compare_standing": _standing,
    "compare_years": _lanes,
    "district_standing": _standing,
}
# Panels that tell of sites or incidents one by one.
SITES, INCIDENTS = ("sites_register", "site_facts"), ("incident_events", "incidents_apart", "incidents_unplaced")
# Panels that show the chosen districts as a whole.
WHOLE = ("overview_map", "compare_standing", "district_standing")
# Nothing of these can be named in a reply: the data themselves, what belongs to a site, and to no district.
UNNAMED = (
    *("data_coverage", "data_register", "data_source", "changes"),
    *("site_operators", "site_readings", "site_flows", "revenue_unplaced"),
)
