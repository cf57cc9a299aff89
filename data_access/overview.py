"""Answers that join the four subjects."""

import pandas as pd

from dashboard.answer import Answer
from dashboard.selection import Selection
from data_access import grievances, incidents, indicators, revenue
from data_access.database import Snapshot

LANES = ("revenue", "monitoring", "incidents", "grievances")


def four_subjects_by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns lane, year, severity (only incidents), value (NaN: withheld); of the chosen district or the country.

    revenue: KGS received (stage ``transfer``); monitoring: percent of judged readings beyond their limit;
    incidents: conflict incidents of that severity; grievances: received. A year without a row has no data.
    """
    here = Selection(district=selection.district)
    answers = {
        "revenue": revenue.by_year(snapshot, here),
        "monitoring": indicators.judged_by_quarter(snapshot, here),
        "incidents": incidents.by_year(snapshot, here),
        "grievances": grievances.by_year(snapshot, here),
    }
    lanes = [_lane(lane, _annual(lane, answer.frame)) for lane, answer in answers.items() if not answer.frame.empty]
    frame = (
        pd.concat(lanes, ignore_index=True) if lanes else pd.DataFrame(columns=["lane", "year", "severity", "value"])
    )
    spans = [answer.known for answer in answers.values() if answer.known]
    known = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None
    kept = {source.key: source for answer in answers.values() for source in answer.sources}
    return Answer(frame, known, known, tuple(kept.values()))


def _annual(lane: str, frame: pd.DataFrame) -> pd.DataFrame:
    if lane == "revenue":
        return frame.groupby("fiscal_year", as_index=False)["value"].sum().rename(columns={"fiscal_year": "year"})
    if lane == "monitoring":
        return _share_by_year(frame)
    if lane == "incidents":
        return frame
    return frame.rename(columns={"received_count": "value"})[["year", "value"]]


def _share_by_year(frame: pd.DataFrame) -> pd.DataFrame:
    sums = (
        frame.assign(year=[quarter.year for quarter in frame["quarter"]])
        .groupby("year")[["ok", "near", "exceeds"]]
        .sum()
    )
    judged = sums.sum(axis=1)
    share = (100 * sums["exceeds"] / judged)[judged >= indicators.FEWEST_JUDGED]
    return share.rename("value").reset_index()


def _lane(lane: str, rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(lane=lane, severity=rows.get("severity"))[["lane", "year", "severity", "value"]].astype(
        {"year": int, "severity": float, "value": float}
    )
