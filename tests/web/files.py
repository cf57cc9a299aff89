"""Files that readers take along, read with the readers of their formats."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable

import openpyxl
import pytest
from flask.testing import FlaskClient

from dashboard.downloads import formats
from dashboard.web.sheets import KEYS, formats_of

FILES = [(key, name) for key in KEYS for name in formats_of(key)]
# One of each kind of frame and of table; formats do not look further.
TYPICAL = (
    # Shapes of districts with an amount, and with counts that are withheld; points.
    *("revenue_map", "grievances_map", "sites_register"),
    # Codes in words, several numbers with states, a state of the row, two measures, units by row, a new name.
    *("revenue_by_stream", "grievances_in_time", "compare_before", "compare_pairs", "station_series", "revenue_due"),
    # Texts and addresses of others, with replies; without a choice, no row.
    *("incident_events", "changes"),
    # Whole tables: one in pieces, with shapes, with what is withheld, of texts.
    *("revenue", "districts", "grievance_parts", "replies"),
)
SEARCHES = ("?lang=en", "?district=jeti-oguz&site=kumtor&since=2019&lang=ky", "?since=1950&until=1951&lang=ru")

Rows = list[dict]


def typical_first(keys: Iterable[str], *names: str) -> list:
    """Files in formats as cases: those of what is typical, exhaustively those of all."""
    return [
        pytest.param(key, name, id=f"{key}.{name}", marks=[] if key in TYPICAL else pytest.mark.exhaustive)
        for key, name in FILES
        if key in keys and name in names
    ]


def file_content(client: FlaskClient, key: str, name: str, search: str = "") -> bytes:
    """The content of a file that is there."""
    answer = client.get(f"/data/{key}.{name}{search}")
    assert (answer.status_code, answer.mimetype) == (200, formats.FORMATS[name]), (key, name, search)
    return answer.data


def of_csv(content: bytes) -> Rows:
    """Rows of texts, empty ones as None."""
    assert content.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [{name: text or None for name, text in row.items()} for row in rows]


def of_xlsx(content: bytes) -> Rows:
    """Rows of the first sheet as they are written in a CSV file."""
    head, *rows = openpyxl.load_workbook(io.BytesIO(content), read_only=True)["data"].iter_rows(values_only=True)
    # Empty cells at the end of a row are not there.
    return [dict(zip(head, [*map(_as_text, row), *[None] * len(head)], strict=False)) for row in rows]


def of_geojson(content: bytes) -> Rows:
    """Properties as they are written in a CSV file."""
    features = json.loads(content)["features"]
    return [{name: _as_text(value) for name, value in one["properties"].items()} for one in features]


def of_zip(content: bytes) -> Rows:
    """Rows of the CSV file in a ZIP."""
    return of_csv(zipfile.ZipFile(io.BytesIO(content)).read("data.csv"))


READERS = {"csv": of_csv, "xlsx": of_xlsx, "geojson": of_geojson, "zip": of_zip}


def _as_text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else str(float(f"{value:.15g}"))
    moment = value.isoformat()
    # Workbooks know no days, only moments.
    return moment.removesuffix("T00:00:00") if moment.endswith("T00:00:00") else f"{moment}Z"
