"""Documented incidents, carried over with their columns; coarse dates are brought to one rule, waves get an
episode, and who is named gets a role."""

from datetime import date, timedelta

from tools.bundled.reference_actors import ROLES

_FIRST_DAY = {"month": lambda day: f"{day[:7]}-01", "year": lambda day: f"{day[:4]}-01-01"}
# The issue that only incidents of one national wave have: what happened within a day of each other for this reason
# at several places is one episode, and not as many local conflicts.
WAVE_ISSUE = "post_election"
LONGEST_GAP = timedelta(days=1)


def compile_incidents(rows: list[dict[str, str]]) -> tuple[list[dict[str, str]], list[str]]:
    """The incidents with their ``episode_id`` and ``actor_roles``, and a remark for each whose date was moved.

    A date known only to the month or year must carry the first day of that period, or it would
    be drawn on a day that nobody reported. Two rows of the compilation carry another day.
    """
    rows_by_first_day = [row | {"date": _first_day(row)} for row in rows]
    remarks = [
        f"incidents: {old['incident_id']} is dated {old['date']} but known only to the {old['date_precision']}; "
        f"written as {new['date']}"
        for old, new in zip(rows, rows_by_first_day, strict=True)
        if old["date"] != new["date"]
    ]
    episodes = _episodes(rows_by_first_day)
    columns = {"episode_id": episodes, "actor_roles": ROLES}
    return [
        row | {name: of.get(row["incident_id"], "") for name, of in columns.items()} for row in rows_by_first_day
    ], remarks


def _first_day(row: dict[str, str]) -> str:
    shorten = _FIRST_DAY.get(row["date_precision"])
    return shorten(row["date"]) if shorten else row["date"]


def _episodes(rows: list[dict[str, str]]) -> dict[str, str]:
    """Episode of each incident of a wave: those of the wave's issue, known to the day, at most a day apart."""
    days = sorted(
        (date.fromisoformat(row["date"]), row["incident_id"])
        for row in rows
        if row["date_precision"] == "day" and WAVE_ISSUE in row["issues"].split(";")
    )
    waves: list[list[tuple[date, str]]] = []
    for day, incident in days:
        if waves and day - waves[-1][-1][0] <= LONGEST_GAP:
            waves[-1].append((day, incident))
        else:
            waves.append([(day, incident)])
    return {incident: f"wave-{wave[0][0]}" for wave in waves if len(wave) > 1 for _, incident in wave}
