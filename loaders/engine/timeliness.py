"""When a source's next figures are expected."""

from datetime import date, timedelta

# Days without a newer record after which a layer is called late, where its publisher promises nothing.
SILENCE = {"revenue": 548, "monitoring": 120, "incidents": 30, "grievances": 30}


def expected_on(dataset: str, kind: str, newest: date | None, cadence_days: int | None) -> date | None:
    """The day by which a newer record is expected after the newest one.

    None for code lists, invented data and sources that cover no day: nothing is promised there.
    """
    days = cadence_days or SILENCE.get(dataset)
    return None if newest is None or days is None or kind == "synthetic" else newest + timedelta(days=int(days))
