"""Results of an IATI 2.03 activity file: result, indicator, baseline, and target and actual of each period."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from data_access.vocabulary.fields.projects import AIMS, RESULT_KINDS, RESULT_UNITS, RESULTS
from loaders.formats.columns import expectations_met
from loaders.formats.iati import activities, first, narratives, reporter, text_columns
from loaders.gate.plain_numbers import NUMBER
from loaders.gate.publisher_format import Format, Reading
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.xml_text import Node

KINDS = dict(zip("123", RESULT_KINDS, strict=True))
UNITS = dict(zip("12", RESULT_UNITS, strict=True))
DESCENDING = ("0", "false")
COLUMNS = [field.name for field in RESULTS.of_file]
VALUES = ("baseline_value", "target_value", "actual_value")
NO_NUMBER = "is not a number; a value with words, or of a kind that is not counted, is not loaded"
SEVERAL = "several"
IN_PARTS = "has several values for one period, of parts: nobody can tell which is the whole"


def read(content: bytes, file: str, mapping: Mapping[str, Any], _reference_codes: ReferenceCodes) -> Reading:
    """Rows of results.csv, by line of the file. Raises LoadRefused where no activity of it is meant."""
    projects = activities(content, file, mapping)
    rows = [row for key, node in projects.by_key.items() for row in _results(key, node)]
    lines = pd.Index([line for line, _ in rows], dtype=int)
    table = pd.DataFrame([row for _, row in rows], lines, COLUMNS).astype("str")
    expectations = [
        ("result_kind", table["result_kind"].notna(), "is of a type other than 1, 2 and 3 (output, outcome, impact)"),
        ("result_unit", table["result_unit"].notna(), "is of a measure other than 1 and 2, which are numbers"),
        ("period_end", table["period_end"].notna(), "has no period: a result must say of which days it is"),
        *((name, table[name] != SEVERAL, IN_PARTS) for name in VALUES),
        *((name, table[name].isna() | table[name].str.fullmatch(NUMBER), NO_NUMBER) for name in VALUES),
    ]
    is_kept, set_aside = expectations_met(table, expectations)
    return Reading(table[is_kept], set_aside, projects.warnings)


def _results(key: str, activity: Node) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each period of each indicator with the line where it begins; an indicator without one is a row without days."""
    for number, result in enumerate(activity.all("result"), start=1):
        for place, indicator in enumerate(result.all("indicator"), start=1):
            own = {
                "project_id": key,
                "result_number": str(number),
                "result_indicator_number": str(place),
                "result_kind": KINDS.get(result.get("type")),
                **text_columns("result", _title(result)),
                **text_columns("result_indicator", _title(indicator)),
                "result_unit": UNITS.get(indicator.get("measure")),
                "aim": AIMS[indicator.get("ascending") in DESCENDING],
                "published_in": reporter(activity),
                **_baseline(indicator),
            }
            periods = indicator.all("period")
            yield from ((period.element.line, own | _period(period)) for period in periods)
            if not periods:
                yield indicator.element.line, own


def _period(period: Node) -> dict[str, str | None]:
    actual = period.all("actual")
    links = [link for one in actual for link in one.all("document-link")]
    return {
        "period_start": next((one.get("iso-date")[:10] for one in period.all("period-start")), None),
        "period_end": next((one.get("iso-date")[:10] for one in period.all("period-end")), None),
        "target_value": _value(period.all("target")),
        "actual_value": _value(actual),
        "evidence": next((_title(link).get("en") for link in links), None),
        "evidence_url": next((link.get("url") for link in links), None),
    }


def _baseline(indicator: Node) -> dict[str, str | None]:
    """Year and value; one without a value says nothing."""
    baselines = [one for one in indicator.all("baseline") if one.get("value")]
    year = next((one.get("year") or one.get("iso-date")[:4] for one in baselines), None)
    return {"baseline_year": year, "baseline_value": _value(baselines)}


def _value(nodes: list[Node]) -> str | None:
    """The one value; of several, of which each may be a part, none."""
    values = [one.get("value") for one in nodes if one.get("value")]
    return SEVERAL if len(values) > 1 else next(iter(values), None)


def _title(node: Node) -> dict[str, str]:
    return next(map(narratives, first(node.all("title"))), {})


IATI_RESULTS = Format("iati_results", "results", read, (".xml",))
