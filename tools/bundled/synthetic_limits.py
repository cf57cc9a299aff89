"""Limits of the example.

The limits are copied from notes and textbooks, not from an official table: every row is marked
as an example, so that a page that judges by it can say so.
"""

from tools.bundled.indicator_names import everywhere

THRESHOLD_COLUMNS = [
    "indicator_code",
    "water_use",
    "averaging",
    "min_value",
    "max_value",
    "basis",
    "legal_ref",
    "valid_from",
    "valid_to",
    "is_example",
]

UNITS = {row["indicator_code"]: row["unit"] for row in everywhere()}

_START = "2000-01-01"

#: Indicator, use of the water, averaging, minimum, maximum, first day, last day.
_NATIONAL = [
    ("ph", "drinking", "single", 6, 9, _START, None),
    ("ph", "fishery", "single", 6.5, 8.5, _START, None),
    ("turb", "drinking", "single", None, 2.6, _START, None),
    ("as", "drinking", "single", None, 0.05, _START, "2020-12-31"),
    ("as", "drinking", "single", None, 0.01, "2021-01-01", None),
    ("as", "fishery", "single", None, 0.05, _START, None),
    ("cn_t", "drinking", "single", None, 0.035, _START, None),
    ("cn_t", "fishery", "single", None, 0.05, _START, None),
    ("cu", "drinking", "single", None, 1.0, _START, None),
    ("cu", "fishery", "single", None, 0.001, _START, None),
    ("hg", "drinking", "single", None, 0.0005, _START, None),
    ("hg", "fishery", "single", None, 0.00001, _START, None),
    ("so4", "drinking", "single", None, 500, _START, None),
    ("so4", "fishery", "single", None, 100, _START, None),
    ("pm25", None, "single", None, 160, _START, None),
    ("pm25", None, "day", None, 35, _START, None),
    ("pm10", None, "single", None, 300, _START, None),
    ("pm10", None, "day", None, 60, _START, None),
]
_WHO_LIMITS = [
    ("turb", "drinking", "single", None, 5, _START, None),
    ("as", "drinking", "single", None, 0.01, _START, None),
    ("cn_t", "drinking", "single", None, 0.07, _START, None),
    ("cu", "drinking", "single", None, 2, _START, None),
    ("hg", "drinking", "single", None, 0.006, _START, None),
    ("pm25", None, "day", None, 15, "2021-09-22", None),
    ("pm25", None, "year", None, 5, "2021-09-22", None),
    ("pm10", None, "day", None, 45, "2021-09-22", None),
    ("pm10", None, "year", None, 15, "2021-09-22", None),
]
_REFERENCES = {
    "national": "example value, to be checked against the official table",
    "who": "WHO guideline value, example, to be checked against the official table",
}


def thresholds() -> list[dict[str, object]]:
    """Rows of thresholds.csv, national limits first."""
    return [
        _threshold(cells, basis) for basis, rows in (("national", _NATIONAL), ("who", _WHO_LIMITS)) for cells in rows
    ]


def _threshold(cells: tuple, basis: str) -> dict[str, object]:
    indicator, use, averaging, low, high, start, end = cells
    high_text = f"{high:f}".rstrip("0").rstrip(".")
    own = {"basis": basis, "legal_ref": _REFERENCES[basis], "is_example": 1}
    limits = {"min_value": low, "max_value": high_text, "valid_from": start, "valid_to": end}
    return {"indicator_code": indicator, "water_use": use, "averaging": averaging} | limits | own
