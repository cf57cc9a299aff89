"""Answers about annual statistics of districts, or of oblasts where only these are known: people, land, economy."""

from dataclasses import replace

import pandas as pd

from data_access.answers import filters, indicator_list, places, sources, statistic_places, statistic_rows, targets
from data_access.answers.statistic_rows import OF_DISTRICTS, OF_OBLASTS
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import NOT_COLLECTED

NAMES = ["slug", *languages.columns("name")]
TABLES = (schema.statistic, schema.oblast_statistic)
WITH_COUNTRY = (*TABLES, schema.national_statistic)


def by_district(code: str, snapshot: Snapshot, selection: Selection) -> Answer:
    """An annual statistic, of the last year within the choice that has any (frame: ``statistic_places.of_year``)."""
    known_years = statistic_rows.known_years(snapshot, code)
    years = filters.chosen_years(selection, known_years) or (0, 0)
    own, wider = (
        rows[rows["year"].between(*years)]
        for rows in (statistic_rows.of_districts(snapshot, code), statistic_rows.of_oblasts(snapshot, code))
    )
    available = wider if own.empty else own
    year = None if available.empty else int(available["year"].max())
    return Answer(
        statistic_places.of_year(snapshot, code, year),
        None if year is None else (year, year),
        known_years,
        sources.of_indicators(snapshot, TABLES, (code,)),
    )


def newest(level: str, snapshot: Snapshot, selection: Selection) -> Answer:
    """Every annual statistic of a level in its newest year, and the first figure of each of the chosen place.

    ``level`` is OF_DISTRICTS, or OF_OBLASTS: of those that no district is known of, with the chosen district's oblast.
    Columns code, direction (of the indicator), level, year, slug (None of an oblast), names, value, state,
    is_partial, place (1 = best; NaN where no end is the better one, and of a single place), is_here; first_year and
    first_value (NaN unless there is a figure before the newest).
    """
    codes = [code for code in indicator_list.statistics(snapshot) if statistic_rows.level(snapshot, code) == level]
    parts = [part for code in codes if len(part := _newest(snapshot, code, selection))]
    known_years = statistic_rows.known_of_all(snapshot, level)
    if not parts:
        return Answer(pd.DataFrame(columns=["code"]), None, known_years)
    frame = pd.concat(parts, ignore_index=True)
    years = int(frame["year"].min()), int(frame["year"].max())
    return Answer(frame, years, known_years, sources.of_indicators(snapshot, TABLES, tuple(frame["code"].unique())))


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """The chosen annual statistic year by year: of the chosen district, and of all districts; else of oblasts.

    Columns code, direction, level (as of ``newest``), year, value and state (of the district or its oblast; NaN and
    missing without one), median, low, high, n (of the places with a figure; NaN in years without any), country (what
    is published of it as a whole; NaN without).
    ``extras["targets"]`` lists what was promised: value, valid_from, valid_to, site names; ``names`` has the ``oblast``
    of the chosen district, where the figures are its.
    """
    code = chosen_statistic(snapshot, selection)
    known_years = statistic_rows.known_years(snapshot, code) if code else None
    if code is None or known_years is None:
        return Answer(pd.DataFrame(columns=["code"]), None, None)
    level = statistic_rows.level(snapshot, code)
    groups = statistic_rows.of_level(snapshot, code).groupby("year")["value"]
    span = pd.RangeIndex(known_years[0], known_years[1] + 1, name="year")
    frame = groups.agg(median="median", low="min", high="max", n="count").reindex(span).reset_index()
    here = _here(snapshot, selection, code).reindex(span)
    direction = indicator_list.by_code(snapshot)[code].direction
    frame = frame.assign(code=code, direction=direction, level=level, value=here["value"].to_numpy())
    frame["state"] = here["state"].fillna(_silence(snapshot, selection, code)).to_numpy()
    frame["country"] = statistic_rows.of_country(snapshot, code).reindex(span).to_numpy()
    promises = targets.targets_of(snapshot, selection.district, code)
    promise_sources = sources.of_rows(snapshot, schema.target) if promises else ()
    origins = (*sources.of_indicators(snapshot, WITH_COUNTRY, (code,)), *promise_sources)
    names = {"oblast": _oblast_names(snapshot, selection)} if level == OF_OBLASTS and selection.district else {}
    years = filters.chosen_years(selection, known_years)
    return Answer(frame, years, known_years, origins, names=names, extras={"targets": promises})


def chosen_statistic(snapshot: Snapshot, selection: Selection) -> str | None:
    """The chosen measure where it is an annual statistic, else the first of those; None where there is none."""
    codes = indicator_list.statistics(snapshot)
    return selection.measure if selection.measure in codes else next(iter(codes), None)


@per_version
def of_districts(snapshot: Snapshot) -> tuple[str, ...]:
    """The annual statistics that are known of any district."""
    return tuple(
        code for code in indicator_list.statistics(snapshot) if statistic_rows.level(snapshot, code) == OF_DISTRICTS
    )


def _newest(snapshot: Snapshot, code: str, selection: Selection) -> pd.DataFrame:
    level = statistic_rows.level(snapshot, code)
    frame = (_newest_of_oblasts if level == OF_OBLASTS else _newest_of_districts)(snapshot, code, selection)
    if frame.empty:
        return frame
    indicator = indicator_list.by_code(snapshot)[code]
    is_ranked = indicator.direction != "range" and frame["value"].count() > 1
    place = frame["value"].rank(ascending=indicator.direction == "higher_worse", method="min")
    first = _first(snapshot, selection, code, int(frame["year"].iloc[0]))
    about = {"code": code, "direction": indicator.direction, "level": level}
    return frame.assign(**about, place=place if is_ranked else float("nan"), **first)


def _newest_of_districts(snapshot: Snapshot, code: str, selection: Selection) -> pd.DataFrame:
    answer = by_district(code, snapshot, replace(selection, district=None))
    if answer.years is None:
        return answer.frame.head(0)
    frame = answer.frame[[*NAMES, "value", "state", "is_partial"]]
    return frame.assign(year=answer.years[0], is_here=frame["slug"] == selection.district)


def _newest_of_oblasts(snapshot: Snapshot, code: str, selection: Selection) -> pd.DataFrame:
    years = filters.chosen_years(selection, statistic_rows.known_years(snapshot, code)) or (0, 0)
    rows = statistic_rows.of_oblasts(snapshot, code)
    rows = rows[rows["year"].between(*years)]
    rows = rows[rows["year"] == rows["year"].max()]
    with_names = rows.merge(statistic_places.oblasts(snapshot), on="oblast_code").rename(
        columns=dict(zip(statistic_places.OBLASTS, NAMES[1:], strict=True))
    )
    here = with_names["oblast_code"] == _oblast_code(snapshot, selection)
    return with_names[[*NAMES[1:], "value", "state", "year"]].assign(slug=None, is_partial=False, is_here=here)


def _first(snapshot: Snapshot, selection: Selection, code: str, newest_year: int) -> dict[str, float]:
    earlier = _here(snapshot, selection, code)["value"].dropna()
    earlier = earlier[earlier.index < newest_year]
    if earlier.empty:
        return {"first_year": float("nan"), "first_value": float("nan")}
    return {"first_year": int(earlier.index[0]), "first_value": float(earlier.iloc[0])}


def _here(snapshot: Snapshot, selection: Selection, code: str) -> pd.DataFrame:
    """Value and state of the chosen district, or its oblast, by year, in years with a row; nothing without a choice."""
    rows = statistic_rows.of_level(snapshot, code)
    if statistic_rows.level(snapshot, code) == OF_OBLASTS:
        rows = rows[rows["oblast_code"] == _oblast_code(snapshot, selection)]
    else:
        rows = rows[rows["district_code"] == places.code_of(snapshot, selection.district)]
    rows = rows.set_index("year")
    return pd.DataFrame({"value": rows["value"], "state": rows["state"]})


def _silence(snapshot: Snapshot, selection: Selection, code: str) -> str:
    """What a year without a row is of the chosen district: not reported, known for the oblast, or not collected."""
    state_by_slug = statistic_places.of_year(snapshot, code, None).set_index("slug")["state"]
    return state_by_slug.get(selection.district, NOT_COLLECTED)


def _oblast_code(snapshot: Snapshot, selection: Selection) -> str | None:
    code = places.code_of(snapshot, selection.district)
    oblast_codes = places.districts(snapshot).set_index("district_code")["oblast_code"]
    return None if code is None else str(oblast_codes[code])


def _oblast_names(snapshot: Snapshot, selection: Selection) -> dict[str, str]:
    rows = statistic_places.oblasts(snapshot).set_index("oblast_code")
    return languages.texts(rows.loc[_oblast_code(snapshot, selection)].to_dict(), "oblast")
