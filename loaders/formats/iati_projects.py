"""Projects of an IATI 2.03 activity file: who runs and pays, from when to when, where, for which goals."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data_access.vocabulary.fields.projects import PROJECTS
from loaders.formats.columns import count_of, expectations_met
from loaders.formats.iati import activities, first, narratives, reporter, text_columns
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.xml_text import Node
from loaders.store.places import admin_unit

FUNDING, IMPLEMENTING = "1", "4"
# Planned and actual days; the actual one goes first.
START, END = ("2", "1"), ("4", "3")
# Vocabularies of tags: goals, and targets such as 3.9.
OF_GOALS = ("2", "3")
COLUMNS = [field.name for field in PROJECTS.of_file]
PAGE = "https://d-portal.org/q.html?aid={}"


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """Rows of projects.csv, by line of the file. Raises LoadRefused where no activity of it is meant."""
    projects = activities(content, file, mapping)
    place_codes = reference_codes.codes(admin_unit.c.unit_code)
    places = mapping.get("areas", {})
    unplaced: set[str] = set()
    rows = [_project(key, node, places, place_codes, unplaced) for key, node in projects.by_key.items()]
    lines = pd.Index([node.element.line for node in projects.by_key.values()], dtype=int)
    table = pd.DataFrame(rows, lines, COLUMNS).astype("str")
    is_kept, set_aside = expectations_met(
        table,
        (
            ("name_en", table["name_en"].notna(), "has no title"),
            ("runner_en", table["runner_en"].notna(), "names nobody who runs it"),
            ("starts_on", table["starts_on"].notna(), "has no activity-date of type 1 or 2, a day on which it begins"),
        ),
    )
    warnings = (count_of("locations that [areas] of the mapping does not name", sorted(unplaced)),) if unplaced else ()
    return Reading(table[is_kept], set_aside, (*projects.warnings, *warnings))


def _project(
    key: str, node: Node, places: Mapping[str, str], place_codes: frozenset[str], unplaced: set[str]
) -> dict[str, str | None]:
    return {
        "project_id": key,
        **text_columns("name", _title(node)),
        **text_columns("runner", _organisation(node, IMPLEMENTING) or _reporter(node)),
        **text_columns("donor", _organisation(node, FUNDING)),
        "starts_on": _day(node, START),
        "ends_on": _day(node, END),
        "date_precision": "day",
        "project_areas": _areas(node, places, place_codes, unplaced),
        "sdg": _goals(node),
        "published_in": reporter(node),
        "url": next((one.get("url") for one in node.all("document-link")), PAGE.format(key)),
    }


def _title(node: Node) -> dict[str, str]:
    return next(map(narratives, first(node.all("title"))), {})


def _reporter(node: Node) -> dict[str, str]:
    return next(map(narratives, first(node.all("reporting-org"))), {})


def _organisation(node: Node, role: str) -> dict[str, str]:
    """The first organisation of a role that has a name."""
    roles = (narratives(one) for one in node.all("participating-org") if one.get("role") == role)
    return next(filter(None, roles), {})


def _day(node: Node, types: tuple[str, ...]) -> str | None:
    days = {one.get("type"): one.get("iso-date")[:10] for one in node.all("activity-date")}
    return next((days[kind] for kind in types if days.get(kind)), None)


def _areas(node: Node, places: Mapping[str, str], place_codes: frozenset[str], unplaced: set[str]) -> str | None:
    area_codes = []
    for location in node.all("location"):
        ref = location.get("ref")
        name_texts = [narratives(name) for name in location.all("name")]
        names = [text for texts in name_texts for text in texts.values()]
        codes = [places[one] for one in (ref, *names) if one in places] or [ref for code in place_codes if code == ref]
        area_codes += codes[:1]
        if not codes:
            unplaced.add(next((texts["en"] for texts in name_texts if texts), ref))
    return ",".join(dict.fromkeys(area_codes)) or None


def _goals(node: Node) -> str | None:
    """Goals from 1 to 17, of a target its goal."""
    codes = [one.get("code").partition(".")[0] for one in node.all("tag") if one.get("vocabulary") in OF_GOALS]
    goals = sorted({int(code) for code in codes if code.isdecimal() and 1 <= int(code) <= 17})
    return ",".join(map(str, goals)) or None


IATI_PROJECTS = Format("iati_projects", "projects", read, (".xml",))
