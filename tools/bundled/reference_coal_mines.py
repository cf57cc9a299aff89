"""Coal mines of the Global Coal Mine Tracker that the compiled sites do not have.

Its file does not say how exact its positions are, nor of which part of a mine: they are written as known within some
kilometres. Its rows of Kara-Keche (the working
mine and a proposed extension) are one site that is there already.
"""

from typing import NamedTuple

from tools.bundled.reference_sites import GEM

Row = dict[str, object]
WITHIN_KM = 2
YEAR_OF_THE_LIST = 2024
ALREADY_THERE = "Kara-Keche Coal Mine"


class SiteNames(NamedTuple):
    """The site's permanent key, the district that its position falls in, its names."""

    site_id: str
    district_code: str
    name_ky: str
    name_ru: str
    name_en: str


NAMES = {
    "Kyzyl-Bulak Coal Mine": SiteNames("kyzyl-bulak", "41706242", "Кызыл-Булак", "Кызыл-Булак", "Kyzyl-Bulak coal"),
    "Zhergalan Coal Mine": SiteNames("jergalan", "41702205", "Жыргалаң", "Джергалан", "Jergalan coal"),
}


def compile_coal_mines(rows: list[dict[str, str]]) -> list[Row]:
    """Rows of a file of sites; raises ``KeyError`` for a mine that has no names here."""
    return [_mine(row) for row in rows if row["project"] != ALREADY_THERE]


def _mine(row: dict[str, str]) -> Row:
    return NAMES[row["project"]]._asdict() | {
        "kind": "mine",
        "commodity": "coal",
        "operator": row["owner"],
        "status": row["status"],
        "status_year": YEAR_OF_THE_LIST,
        "lat": round(float(row["lat"]), 3),
        "lon": round(float(row["lng"]), 3),
        "uncertainty_km": WITHIN_KM,
        "note": f"{row['mine_type']} mine since {row['opening_year']}, {row['workforce']} workers",
        "basis": f"{GEM}, mine {row['id']}",
    }
