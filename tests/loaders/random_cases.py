"""Invented registers for the tests of what is withheld: few or many cases, very unevenly spread."""

import random

import pandas as pd

END = pd.Timestamp("2021-12-31")
ISSUES = {"water": 50, "jobs": 30, "air": 5, "road": 2, "land": 1}
CHANNELS = {"written": 40, "oral": 10, "hotline": 2}
BODIES = {"company": 30, "district": 8, "republic": 1}
WAY = ("acknowledged", "assessing", "resolution_offered", "resolved", "closed")
COLUMNS = ["grievance_key", "status", "status_on", "seq", "district_code", "issue_code", "channel", "responsible_body"]


def random_steps(seed: int, most: int = 300) -> pd.DataFrame:
    """Histories of up to ``most`` cases over two years in eight districts, as ``cases.ordinary_steps`` gives them."""
    draw = random.Random(seed)
    weights = [draw.choice([1, 2, 10, 60]) for _ in range(8)]
    districts = dict(zip([f"4170{o}21{unit}" for o in (2, 3) for unit in range(4)], weights, strict=True))
    chances = (districts, ISSUES, CHANNELS, BODIES)
    rows = []
    for case in range(draw.randint(20, most)):
        about = [draw.choices(list(codes), list(codes.values()))[0] for codes in chances]
        day = pd.Timestamp("2020-01-01") + pd.Timedelta(days=draw.randint(0, 730))
        for seq, status in enumerate(_statuses(draw), start=1):
            rows.append((f"{case:05}", status, day, seq, *about))
            day += pd.Timedelta(days=draw.randint(1, 60))
    frame = pd.DataFrame(rows, columns=COLUMNS)
    received = frame.groupby("grievance_key")["status_on"].transform("first")
    return frame.assign(
        acknowledge_due_on=received + pd.Timedelta(days=20), resolve_due_on=received + pd.Timedelta(days=90)
    )


def _statuses(draw: random.Random) -> list[str]:
    statuses = ["received", *WAY[: draw.choice([0, 1, 2, 3, 4, 5, 5, 5])]]
    end = draw.choices([[], ["withdrawn"], ["reopened"], ["appealed"]], [60, 4, 3, 2])[0]
    return statuses + (end if len(statuses) > 1 else [])
