"""The rows of the example for pages that are not ours: a row a district and year, and one a district."""

import json
from pathlib import Path

import pandas as pd

from tests.plain.rows import BOUNDARIES, Rows, read

SUBJECTS = {"money": "flows", "readings": "readings", "incidents": "incidents", "grievances": "grievances"}


def write(private_url: str, folder: Path) -> None:
    """``cube.json`` and ``districts.json`` for the page in the browser, both as CSV for the one of a server."""
    rows = read(private_url)
    places, counts = _places(rows), _counts(rows)
    cube = {"districts": _records(places), "counts": _records(counts)}
    (folder / "cube.json").write_text(json.dumps(cube), encoding="utf-8")
    (folder / "districts.json").write_text(json.dumps(_wound(BOUNDARIES)), encoding="utf-8")
    places.to_csv(folder / "places.csv", index=False)
    counts.to_csv(folder / "counts.csv", index=False)


def _records(frame: pd.DataFrame) -> list[dict]:
    return json.loads(frame.to_json(orient="records"))


def _places(rows: Rows) -> pd.DataFrame:
    """Columns code, slug, name, residents."""
    return rows.districts.rename(columns={"district_code": "code", "name_en": "name"})


def _counts(rows: Rows) -> pd.DataFrame:
    """Columns district, year and one a subject: money in KGS, rows of the others."""
    money = rows.flows.groupby(["district_code", "year"])["amount_kgs"].sum().rename("money")
    others = [
        getattr(rows, name).groupby(["district_code", "year"]).size().rename(key)
        for key, name in SUBJECTS.items()
        if key != "money"
    ]
    counts = pd.concat([money, *others], axis=1).fillna(0).reset_index()
    return counts.rename(columns={"district_code": "district"})


def _wound(path: Path) -> dict:
    """Boundaries wound as d3 wants them: on its sphere, a ring the other way round is the rest of the world."""
    layer = json.loads(path.read_text(encoding="utf-8"))
    for feature in layer["features"]:
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for rings in parts:
            for at, ring in enumerate(rings):
                if (_area(ring) > 0) == (at == 0):
                    ring.reverse()
    return layer


def _area(ring: list) -> float:
    """Twice the area, above zero where the ring runs against the clock."""
    return sum(x * below - right * y for (x, y), (right, below) in zip(ring, ring[1:], strict=False))
