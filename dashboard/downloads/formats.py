"""In which formats there is a file of what, and under which address."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from dashboard.selection import Selection

FORMATS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "zip": "application/zip",
}
NAMES = {"csv": "CSV", "xlsx": "XLSX", "geojson": "GeoJSON", "zip": "ZIP"}
LANGUAGE = "en"
LONGEST_NAME = 120
# Each row is a site, drawn as a point within a stated distance, or a district, drawn with its shape.
POINTS = frozenset({"sites", "sites_register", "site_facts"})
SHAPES = frozenset({"districts", "revenue_fairness"})


def of(key: str) -> tuple[str, ...]:
    """The formats of a panel or table. Shapes are for what has one place a row; elsewhere a district would repeat."""
    has_places = key in POINTS | SHAPES or key.endswith("_map")
    return tuple(name for name in FORMATS if name != "geojson" or has_places)


def address(base_path: str, key: str, name: str, search: str, language: str) -> str:
    """The address of a file; ``search`` is the query of the choice. English is not written down."""
    spoken = urlencode({"lang": language}) if language != LANGUAGE else ""
    query = "&".join(filter(None, (search.lstrip("?"), spoken)))
    return f"{base_path}data/{key}.{name}" + (f"?{query}" if query else "")


def name(key: str, selection: Selection, day: date) -> str:
    """The name of a file, without its ending: of what, with which choices, of which edition, published on which day."""
    choice = replace(selection, edition=None).search
    chosen = re.sub(r"[^A-Za-z0-9&-]+", "-", choice).strip("-").replace("&", "_")
    edition = selection.edition and f"edition-{selection.edition}"
    return "_".join(filter(None, (key, chosen[:LONGEST_NAME], edition, f"{day:%Y-%m-%d}")))


def links(base_path: str, key: str, search: str, language: str) -> list[tuple[str, str]]:
    """The formats of a panel or table by name, each with the address of its file."""
    return [(NAMES[name], address(base_path, key, name, search, language)) for name in of(key)]
