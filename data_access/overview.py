"""Answers that join the four subjects."""

import pandas as pd

from dashboard.answer import Answer
from dashboard.selection import Selection
from data_access import grievances, incidents, indicators, revenue
from data_access.database import Snapshot, per_version

LANES = ("revenue", "monitoring", "incidents", "grievances")


def four_subjects_by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns lane, year, severity (only incidents), value (NaN: withheld); of the chosen district or the country.

    revenue: received (stage ``transfer``) in the chosen terms; monitoring: percent of judged readings beyond their
    limit; incidents: conflict incidents of that severity, a zero for each year without; grievances: received.
    A year without a row has no data.
    """
    return _four_subjects(snapshot, _here(selection))


def _here(selection: Selection) -> Selection:
    """The part of a choice that lanes depend on; they are always whole, the period is marked in them."""
    terms = {"per": selection.per, "currency": selection.currency, "prices": selection.prices}
    return Selection(district=selection.district, **terms)


@per_version
def _four_subjects(snapshot: Snapshot, here: Selection) -> Answer:
    answers = _answers(snapshot, here)
    lanes = [_lane(lane, _annual(lane, answer)) for lane, answer in answers.items() if answer.known]
    frame = (
        pd.concat(lanes, ignore_index=True) if lanes else pd.DataFrame(columns=["lane", "year", "severity", "value"])
    )
    spans = [answer.known for answer in answers.values() if answer.known]
    known = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None
    kept = {source.key: source for answer in answers.values() for source in answer.sources}
    return Answer(frame, known, known, tuple(kept.values()), money=answers["revenue"].money)


@per_version
def _answers(snapshot: Snapshot, here: Selection) -> dict[str, Answer]:
    return {
        "revenue": revenue.by_year(snapshot, here),
        "monitoring": indicators.judged_by_quarter(snapshot, here),
        "incidents": incidents.by_year(snapshot, here),
        "grievances": grievances.by_year(snapshot, here),
    }


def _annual(lane: str, answer: Answer) -> pd.DataFrame:
    frame = answer.frame
    if lane == "revenue":
        return frame.groupby("fiscal_year", as_index=False)["value"].sum().rename(columns={"fiscal_year": "year"})
    if lane == "monitoring":
        return _share_by_year(frame)
    if lane == "incidents":
        return _with_quiet_years(frame, answer.known)
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


def _with_quiet_years(frame: pd.DataFrame, covered: tuple[int, int]) -> pd.DataFrame:
    """The list of incidents covers all its years: one without an incident has zero, and no severity."""
    quiet = sorted(set(range(covered[0], covered[1] + 1)) - set(frame["year"]))
    return pd.concat([frame, pd.DataFrame({"year": quiet, "value": 0})], ignore_index=True)


def _lane(lane: str, rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(lane=lane, severity=rows.get("severity"))[["lane", "year", "severity", "value"]].astype(
        {"year": int, "severity": float, "value": float}
    )


def key_figures(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per lane: lane, value over the chosen years, withheld_count (years left out of it), year_count (years
    in it), first_year, last_year, last_value, before_value. Money per person is a mean of the years.

    An empty number means that nothing is known. ``last_value`` is of the last complete chosen year,
    ``before_value`` of the year before it. A share over several years is of all their readings, not a mean.
    """
    answer = four_subjects_by_year(snapshot, selection)
    by_year = _whole_lanes(snapshot, _here(selection))
    incomplete = {lane: one.incomplete_year for lane, one in _answers(snapshot, _here(selection)).items()}
    rows = [_key_figure(lane, by_year, selection, incomplete[lane]) for lane in LANES]
    frame = pd.DataFrame(rows).set_index("lane")
    share = indicators.judged_in_period(snapshot, selection)
    frame.loc["monitoring", "value"] = share if share is not None else float("nan")
    if answer.money.per == "person":
        frame.loc["revenue", "value"] /= frame.loc["revenue", "year_count"]
    return Answer(frame.reset_index(), answer.years, answer.known, answer.sources, money=answer.money)


def courses(snapshot: Snapshot, selection: Selection) -> dict[str, list[float | None]]:
    """For each lane its values of all years on record, in order; None for a year without."""
    by_year = _whole_lanes(snapshot, _here(selection))
    return {lane: _course(by_year[lane]) for lane in by_year.index.unique("lane")}


@per_version
def _whole_lanes(snapshot: Snapshot, here: Selection) -> pd.Series:
    """Values by lane and year; empty where withheld."""
    return _four_subjects(snapshot, here).frame.groupby(["lane", "year"])["value"].sum(min_count=1)


def _course(known: pd.Series) -> list[float | None]:
    values = known.reindex(range(int(known.index.min()), int(known.index.max()) + 1))
    return [None if value != value else float(value) for value in values]


def _key_figure(lane: str, by_year: pd.Series, selection: Selection, incomplete: int | None) -> dict:
    known = by_year[lane] if lane in by_year.index.get_level_values("lane") else pd.Series(dtype=float)
    first, last = selection.years(int(known.index.min()), int(known.index.max())) if len(known) else (1, 0)
    chosen = known[(known.index >= first) & (known.index <= last)]
    whole = chosen[chosen.index != incomplete].dropna()
    end = whole.index.max() if len(whole) else None
    return {
        "lane": lane,
        "value": chosen.sum(min_count=1),
        "withheld_count": int(chosen.isna().sum()),
        "year_count": int(chosen.notna().sum()),
        "first_year": first,
        "last_year": last,
        "last_known_year": end,
        "last_value": known.get(end),
        "before_value": known.get(end - 1) if end else None,
    }
