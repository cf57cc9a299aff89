"""Measures against each other, and districts beside each other."""

from dataclasses import replace
from math import atanh, sqrt, tanh

import pandas as pd

from data_access.answers import indicators, measure_values, places
from data_access.answers.overview import four_subjects_by_year
from data_access.store.database import Snapshot
from data_access.vocabulary import languages
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import WITHHELD

FEWEST_PAIRS = 8
UNTOLD = dict.fromkeys(("rho", "rho_low", "rho_high"), float("nan"))
NAMES = ["slug", *languages.columns("name")]
# Variance of a rank correlation's Fisher transform, times n - 3 (Fieller, Hartley and Pearson 1957).
FIELLER, NORMAL_95 = 1.06, 1.96


def pairs(snapshot: Snapshot, selection: Selection) -> Answer:
    """Two measures of every district that has both, in the same years or one some years after the other.

    Columns slug, names, population, x, y; and in every row x_first, x_last, y_first, y_last (years), rho (Spearman's
    rank correlation; NaN below FEWEST_PAIRS districts, and where any figure is invented), rho_low and rho_high (95 %),
    withheld_count (districts left out because one of their numbers, or a part of it, is withheld).
    """
    lag = int(effective_value(selection, "lag"))
    x_years, y_years = _years(snapshot, selection, lag)
    if x_years is None:
        return Answer(pd.DataFrame(columns=[*NAMES, "x", "y"]), None, None, empty_reason="no_common_years")
    first, second = _measure(snapshot, selection, "x", x_years), _measure(snapshot, selection, "y", y_years)
    people = places.districts(snapshot)[[*NAMES, "population"]]
    both = people.merge(_values(first, "x"), on="slug").merge(_values(second, "y"), on="slug")
    frame = both.dropna(subset=["x", "y"]).reset_index(drop=True)
    (x_first, x_last), (y_first, y_last) = first.years or x_years, second.years or y_years
    spans = {"x_first": x_first, "x_last": x_last, "y_first": y_first, "y_last": y_last}
    sources_by_key = {source.key: source for answer in (first, second) for source in answer.sources}
    years = (x_years[0], y_years[1])
    withheld_slugs = _partly_withheld(first) | _partly_withheld(second)
    answer = Answer(frame, years, years, tuple(sources_by_key.values()))
    statistics = UNTOLD if answer.is_synthetic else correlation(frame)
    answer = replace(answer, frame=frame.assign(**spans, **statistics, withheld_count=len(withheld_slugs)))
    people, instead = first.people_years or second.people_years, first.instead or second.instead
    return replace(answer, money=first.money or second.money, people_years=people, instead=instead)


def correlation(frame: pd.DataFrame) -> dict[str, float]:
    """Spearman's rank correlation of x and y with its 95 % interval; NaN where it cannot be told."""
    if len(frame) < FEWEST_PAIRS or frame["x"].nunique() < 2 or frame["y"].nunique() < 2:
        return UNTOLD
    rho = float(frame["x"].rank().corr(frame["y"].rank()))
    if abs(rho) >= 1:
        return {"rho": rho, "rho_low": rho, "rho_high": rho}
    half = NORMAL_95 * sqrt(FIELLER / (len(frame) - 3))
    return {"rho": rho, "rho_low": tanh(atanh(rho) - half), "rho_high": tanh(atanh(rho) + half)}


def side_by_side(snapshot: Snapshot, selection: Selection) -> Answer:
    """``overview.four_subjects_by_year`` of each chosen district, with slug and names; severities added up."""
    if not selection.districts:
        return Answer(pd.DataFrame(columns=[*NAMES, "lane", "year", "value"]), None, None, empty_reason="no_districts")
    medium = indicators.first_medium(snapshot)
    answers = {slug: four_subjects_by_year(snapshot, selection.of([slug]), medium) for slug in selection.districts}
    parts = [_with_names(snapshot, answer.frame, slug) for slug, answer in answers.items()]
    spans = [answer.known_years for answer in answers.values() if answer.known_years]
    known_years = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None
    sources_by_key = {source.key: source for answer in answers.values() for source in answer.sources}
    first = answers[selection.district]
    money = [answer.money for answer in answers.values() if answer.money]
    names_without_people = {slug: names for terms in money for slug, names in terms.without_people.items()}
    terms = replace(money[0], without_people=names_without_people)
    answer = Answer(
        pd.concat(parts, ignore_index=True), known_years, known_years, tuple(sources_by_key.values()), money=terms
    )
    return replace(answer, instead=first.instead, medium=medium)


def _with_names(snapshot: Snapshot, frame: pd.DataFrame, slug: str) -> pd.DataFrame:
    names = {f"name_{language}": name for language, name in places.names_of(snapshot, slug).items()}
    sums = frame.groupby(["lane", "year"], as_index=False)["value"].sum(min_count=1)
    return sums.assign(slug=slug, **names)


def _years(snapshot: Snapshot, selection: Selection, lag: int):
    """First and last year of both measures: those that are known of both, ``lag`` years apart, and chosen."""
    spans = [
        measure_values.by_district(snapshot, _whole(selection), effective_value(selection, axis)).known_years
        for axis in ("x", "y")
    ]
    if None in spans:
        return None, None
    (x_first, x_last), (y_first, y_last) = spans
    first, last = selection.years(max(x_first, y_first - lag), min(x_last, y_last - lag))
    return ((first, last), (first + lag, last + lag)) if first <= last else (None, None)


def _whole(selection: Selection) -> Selection:
    return replace(selection, district=None, beside=(), since=None, until=None, tables=())


def _measure(snapshot: Snapshot, selection: Selection, axis: str, years: tuple[int, int]) -> Answer:
    of_years = replace(_whole(selection), since=str(years[0]), until=str(years[1]))
    return measure_values.by_district(snapshot, of_years, effective_value(selection, axis))


def _values(answer: Answer, axis: str) -> pd.DataFrame:
    whole = answer.frame[~answer.frame["is_partial"]]
    return whole[["slug", "value"]].rename(columns={"value": axis})


def _partly_withheld(answer: Answer) -> set[str]:
    frame = answer.frame
    return set(frame.loc[frame["is_partial"] | (frame["state"] == WITHHELD), "slug"])
