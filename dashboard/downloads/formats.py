"""In which formats there is a file of what, and under which address."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from data_access.vocabulary.fields.entity import Geometry
from data_access.vocabulary.selection import Selection

FORMATS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "zip": "application/zip",
    "xml": "application/xml",
}
NAMES = {"csv": "CSV", "xlsx": "XLSX", "geojson": "GeoJSON", "zip": "ZIP", "xml": "IATI"}
# What an activity file is of: projects stand in it with their results.
ACTIVITIES = "results"
LANGUAGE = "en"
LONGEST_NAME = 120


def of(key: str, geometry: Geometry | None) -> tuple[str, ...]:
    """The formats of a panel or table. GeoJSON is for what has one place a row; elsewhere a district would repeat."""
    has = {"geojson": geometry is not None, "xml": key == ACTIVITIES}
    return tuple(name for name in FORMATS if has.get(name, True))


def address(base_path: str, key: str, name: str, search: str, language: str) -> str:
    """The address of a file; ``search`` is the query of the choice. English is not written down."""
    lang = urlencode({"lang": language}) if language != LANGUAGE else ""
    query = "&".join(filter(None, (search.lstrip("?"), lang)))
    return f"{base_path}data/{key}.{name}" + (f"?{query}" if query else "")


def name(key: str, selection: Selection, day: date) -> str:
    """The name of a file, without its ending: of what, with which choices, of which edition, published on which day."""
    choice = replace(selection, edition=None).search
    choices = re.sub(r"[^A-Za-z0-9&-]+", "-", choice).strip("-").replace("&", "_")
    edition = selection.edition and f"edition-{selection.edition}"
    return "_".join(filter(None, (key, choices[:LONGEST_NAME], edition, f"{day:%Y-%m-%d}")))


def links(base_path: str, key: str, geometry: Geometry | None, search: str, language: str) -> list[tuple[str, str]]:
    """The formats of a panel or table by name, each with the address of its file."""
    return [(NAMES[name], address(base_path, key, name, search, language)) for name in of(key, geometry)]
