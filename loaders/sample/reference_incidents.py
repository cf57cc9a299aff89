"""Documented incidents, carried over with their columns; only coarse dates are brought to one rule."""

_FIRST_DAY = {"month": lambda date: f"{date[:7]}-01", "year": lambda date: f"{date[:4]}-01-01"}


def compile_incidents(rows: list[dict[str, str]]) -> tuple[list[dict[str, str]], list[str]]:
    """The incidents, and a remark for each whose date was moved.

    A date known only to the month or year must carry the first day of that period, or it would
    be drawn on a day that nobody reported. Two rows of the compilation carry another day.
    """
    moved = [row | {"date": _first_day(row)} for row in rows]
    remarks = [
        f"incidents: {old['incident_id']} is dated {old['date']} but known only to the {old['date_precision']}; "
        f"written as {new['date']}"
        for old, new in zip(rows, moved, strict=True)
        if old["date"] != new["date"]
    ]
    return moved, remarks


def _first_day(row: dict[str, str]) -> str:
    shorten = _FIRST_DAY.get(row["date_precision"])
    return shorten(row["date"]) if shorten else row["date"]
