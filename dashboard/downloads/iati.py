"""Projects and their results as an activity file of the International Aid Transparency Initiative (IATI) 2.03.

The dashboard reports what others have told, as a secondary reporter, under the address where it lives. What is not told
is left out: sectors and money are told of no project, and an actual that is not reported has no element.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from dashboard.text import LANGUAGES
from data_access.vocabulary import languages
from data_access.vocabulary.fields.projects import AIMS, RESULT_KINDS, RESULT_UNITS

VERSION, COUNTRY, GOALS = "2.03", "KG", "2"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Codes of IATI: another kind of public body, who pays, who runs it, its web page, its results.
OTHER_BODY, FUNDING, IMPLEMENTING, WEB_PAGE, RESULTS = "90", "1", "4", "A12", "A08"
IN_WORK, CLOSED = "2", "4"
Row = Mapping[str, Any]


def write(projects: Iterable[Row], site: str, name: str, made_at: datetime, note: str, today: date) -> bytes:
    """The file of ``answers.projects.activities``; ``site`` is the address of the dashboard, ``name`` its name.

    ``note`` is said of each project, as that it is invented; ``today`` decides what is over.
    """
    moment = made_at.isoformat(timespec="seconds")
    root = Element("iati-activities", {"version": VERSION, "generated-datetime": moment})
    for project in projects:
        _activity(root, project, (site, name), note, today)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _activity(root: Element, project: Row, reporter: tuple[str, str], note: str, today: date) -> None:
    """One project, its elements in the order of the schema."""
    activity = SubElement(root, "iati-activity", {XML_LANGUAGE: languages.LANGUAGES[-1]})
    SubElement(activity, "iati-identifier").text = project["project_id"]
    site, name = reporter
    reporting = SubElement(activity, "reporting-org", {"ref": site, "type": OTHER_BODY, "secondary-reporter": "1"})
    SubElement(reporting, "narrative").text = name
    _texts(SubElement(activity, "title"), project, "name")
    description = SubElement(activity, "description", {"type": "1"})
    SubElement(description, "narrative").text = f"{project['name_en']} ({project['published_in']}) {note}".strip()
    for role, column in ((FUNDING, "donor"), (IMPLEMENTING, "runner")):
        if project[f"{column}_en"]:
            _texts(SubElement(activity, "participating-org", {"role": role}), project, column)
    ends_on = project["ends_on"]
    SubElement(activity, "activity-status", {"code": CLOSED if ends_on and ends_on < today else IN_WORK})
    for planned_kind, actual, day in (("1", "2", project["starts_on"]), ("3", "4", ends_on)):
        if day:
            kind = actual if day <= today else planned_kind
            SubElement(activity, "activity-date", {"iso-date": day.isoformat(), "type": kind})
    SubElement(activity, "recipient-country", {"code": COUNTRY})
    for code, names in project["areas"].items():
        _narratives(SubElement(SubElement(activity, "location", {"ref": code}), "name"), names)
    for goal in filter(None, (project["sdg"] or "").split(",")):
        SubElement(activity, "tag", {"code": goal, "vocabulary": GOALS})
    _document(activity, project["url"], project["published_in"], WEB_PAGE)
    for _, rows in groupby(project["results"], itemgetter("result_number")):
        _result(activity, [*rows])


def _result(activity: Element, rows: Sequence[Row]) -> None:
    first = rows[0]
    result = SubElement(activity, "result", {"type": str(RESULT_KINDS.index(first["result_kind"]) + 1)})
    _texts(SubElement(result, "title"), first, "result")
    for _, group in groupby(rows, itemgetter("result_indicator_number")):
        own, *_ = periods = [*group]
        attributes = {"measure": str(RESULT_UNITS.index(own["result_unit"]) + 1), "ascending": _ascending(own["aim"])}
        indicator = SubElement(result, "indicator", attributes)
        _texts(SubElement(indicator, "title"), own, "result_indicator")
        if own["baseline_value"] is not None:
            year = str(int(own["baseline_year"]))
            SubElement(indicator, "baseline", {"year": year, "value": _number(own["baseline_value"])})
        for row in periods:
            _period(indicator, row)


def _period(indicator: Element, row: Row) -> None:
    period = SubElement(indicator, "period")
    SubElement(period, "period-start", {"iso-date": row["period_start"].isoformat()})
    SubElement(period, "period-end", {"iso-date": row["period_end"].isoformat()})
    if row["target_value"] is not None:
        SubElement(period, "target", {"value": _number(row["target_value"])})
    if row["actual_value"] is not None:
        actual = SubElement(period, "actual", {"value": _number(row["actual_value"])})
        if row["evidence_url"]:
            _document(actual, row["evidence_url"], row["evidence"] or row["evidence_url"], RESULTS)


def _document(parent: Element, url: str, title: str, category: str) -> None:
    link = SubElement(parent, "document-link", {"url": url, "format": "text/html"})
    SubElement(SubElement(link, "title"), "narrative").text = title
    SubElement(link, "category", {"code": category})


def _texts(parent: Element, row: Row, column: str) -> None:
    _narratives(parent, {code: row[f"{column}_{code}"] for code in LANGUAGES})


def _narratives(parent: Element, texts: Mapping[str, str]) -> None:
    for code, text in texts.items():
        SubElement(parent, "narrative", {XML_LANGUAGE: code}).text = text


def _ascending(aim: str) -> str:
    return "1" if aim == AIMS[0] else "0"


def _number(value: float) -> str:
    return f"{value:g}" if value.is_integer() else repr(value)
