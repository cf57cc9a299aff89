"""Invented registers for the tests of what is withheld: few or many cases, very unevenly spread."""

import random

import pandas as pd

from loaders.publish.events import ABOUT

FIRST, END = pd.Timestamp("2020-01-01"), pd.Timestamp("2021-12-31")
ISSUES = {"water": 50, "jobs": 30, "air": 5, "road": 2, "land": 1}
CHANNELS = {"written": 40, "oral": 10, "hotline": 2}
BODIES = {"company": 30, "district": 8, "republic": 1}
WAY = ("acknowledged", "assessing", "resolution_offered", "resolved", "closed")
COLUMNS = ["grievance_key", "status", "status_on", "seq", *ABOUT]


def random_steps(seed: int, most: int = 300, end: pd.Timestamp = END) -> pd.DataFrame:
    """Histories of up to ``most`` cases over some years in eight districts, as ``cases.ordinary_steps`` gives them."""
    draw = random.Random(seed)
    weights = [draw.choice([1, 2, 10, 60]) for _ in range(8)]
    districts = dict(zip([f"4170{o}21{unit}" for o in (2, 3) for unit in range(4)], weights, strict=True))
    chances = (districts, ISSUES, CHANNELS, BODIES)
    rows = []
    for case in range(draw.randint(20, most)):
        about = [draw.choices(list(codes), list(codes.values()))[0] for codes in chances]
        day = FIRST + pd.Timedelta(days=draw.randint(0, (end - FIRST).days))
        for seq, status in enumerate(_statuses(draw), start=1):
            rows.append((f"{case:05}", status, day, seq, *about))
            day += pd.Timedelta(days=draw.randint(1, 60))
    frame = pd.DataFrame(rows, columns=COLUMNS)
    receipts = frame.groupby("grievance_key")["status_on"].transform("first")
    return frame.assign(
        acknowledge_due_on=receipts + pd.Timedelta(days=20), resolve_due_on=receipts + pd.Timedelta(days=90)
    )


def registers(seed: int, most: int, ends: list[pd.Timestamp]) -> list[pd.DataFrame]:
    """A register as it stood at each of some ends: of cases that come late, are corrected, or are taken out.

    One case in eight is entered up to a year late; one in ten says something else from some end on, and one in twenty
    is gone. A district has its first case in the last year.
    """
    draw, steps = random.Random(seed), random_steps(seed, most, ends[-1])
    keys = sorted(steps["grievance_key"].unique())
    late = {key: draw.randint(1, 4) for key in draw.sample(keys, len(keys) // 8)}
    changes = {key: (draw.randrange(len(ends)), draw.choice(ABOUT)) for key in draw.sample(keys, len(keys) // 10)}
    last_quarters = {key: draw.randrange(len(ends)) for key in draw.sample(keys, len(keys) // 20)}
    receipts = steps.groupby("grievance_key")["status_on"].transform("first")
    is_early = receipts < ends[-1] - pd.DateOffset(years=1)
    steps = steps[~(is_early & (steps["district_code"] == "41703213"))]
    frames = []
    for place, end in enumerate(ends):
        entries = steps[steps["status_on"] <= end]
        late_keys = {key for key, quarters in late.items() if _entered(entries, key, quarters) > end}
        entries = entries[
            ~entries["grievance_key"].isin(late_keys | {key for key, when in last_quarters.items() if when <= place})
        ]
        for key, (when, column) in changes.items():
            if when <= place:
                entries = entries.assign(
                    **{column: entries[column].mask(entries["grievance_key"] == key, steps[column].iloc[0])}
                )
        frames.append(entries)
    return frames


def _entered(steps: pd.DataFrame, key: str, quarters: int) -> pd.Timestamp:
    days = steps.loc[steps["grievance_key"] == key, "status_on"]
    return days.min() + pd.DateOffset(months=3 * quarters) if len(days) else pd.Timestamp.min


def _statuses(draw: random.Random) -> list[str]:
    statuses = ["received", *WAY[: draw.choice([0, 1, 2, 3, 4, 5, 5, 5])]]
    end = draw.choices([[], ["withdrawn"], ["reopened"], ["appealed"]], [60, 4, 3, 2])[0]
    return statuses + (end if len(statuses) > 1 else [])
