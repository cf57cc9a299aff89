"""When a source's next figures are expected, and whether they are late."""

from datetime import date, timedelta

from data_access.vocabulary import clock

# Days without a newer record after which a layer is called late, where its publisher promises nothing.
SILENCE = {"revenue": 548, "monitoring": 120, "incidents": 30, "grievances": 30}


def expected_on(dataset: str, kind: str, newest: date | None, cadence_days: int | None) -> date | None:
    """The day by which a newer record is expected after the newest one.

    None for code lists, invented data, sources that cover no day, what was compiled from single reports, and closed
    series, whose cadence is 0: nothing is promised there.
    """
    silence = None if kind == "compiled" else SILENCE.get(dataset)
    days = silence if cadence_days is None else cadence_days
    return None if newest is None or not days or kind == "synthetic" else newest + timedelta(days=int(days))


def timeliness(due_on: date | None, is_of_edition: bool = False) -> str:
    """``late`` when figures were expected before today, ``on_time``, or ``unknown`` where none are promised.

    Of an edition ``dated``: time stands still there.
    """
    if is_of_edition:
        return "dated"
    if not due_on:
        return "unknown"
    return "late" if due_on < clock.today() else "on_time"
