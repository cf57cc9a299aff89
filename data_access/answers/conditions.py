"""Answers about annual statistics of districts: people's conditions, and land."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import select

from data_access.answers import filters, places, sources
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer, Source
from data_access.vocabulary.measures import CONDITIONS, condition
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import NOT_COLLECTED, VALUE, WITHHELD, ZERO

statistic, oblast = schema.statistic.c, schema.oblast_statistic.c
NAMES = ["slug", *languages.columns("name")]


def by_district(code: str, snapshot: Snapshot, selection: Selection) -> Answer:
    """An annual statistic, of the last year within the choice that has any (frame: ``places.by_district``)."""
    known = _known(snapshot, code)
    years = filters.chosen_years(selection, known)
    found = _series(snapshot, code)
    found = found[found["year"].between(*(years or (0, 0)))]
    year = None if found.empty else int(found["year"].max())
    frame = _placed(snapshot, code, found[found["year"] == year])
    return Answer(frame, None if year is None else (year, year), known, _sources(snapshot, (code,)))


def newest(snapshot: Snapshot, selection: Selection) -> Answer:
    """Every annual statistic of every district in its newest year, and the chosen district's first figure of each.

    Columns code, direction and unit (of the indicator), year, slug, names, value, state, is_partial, place (1 = best;
    NaN where no end is the better one, and of a single district), is_here; first_year and first_value (NaN unless there
    is a figure before the newest).
    """
    parts = []
    for code in (*CONDITIONS, *_without_words(snapshot)):
        answer = by_district(code, snapshot, replace(selection, district=None))
        if answer.years:
            parts.append(_newest(snapshot, answer, code, selection))
    known = filters.known_years(snapshot, statistic.year)
    if not parts:
        return Answer(pd.DataFrame(columns=["code"]), None, known)
    frame = pd.concat(parts, ignore_index=True)
    years = int(frame["year"].min()), int(frame["year"].max())
    return Answer(frame, years, known, _sources(snapshot, tuple(frame["code"].unique())))


def by_year(snapshot: Snapshot, selection: Selection) -> Answer:
    """The chosen annual statistic year by year: of the chosen district, and of all districts.

    Columns code, direction, year, value and state (of the district; NaN and missing without one), median, low, high,
    n (of the districts with a figure; NaN in years without any). ``attrs["targets"]`` lists what was promised:
    value, valid_from, valid_to, site names.
    """
    code = condition(selection.measure).key
    known = _known(snapshot, code)
    if known is None:
        return Answer(pd.DataFrame(columns=["code"]), None, None)
    groups = _series(snapshot, code).groupby("year")["value"]
    span = pd.RangeIndex(known[0], known[1] + 1, name="year")
    frame = groups.agg(median="median", low="min", high="max", n="count").reindex(span).reset_index()
    here = _here(snapshot, selection, code).reindex(span)
    direction = _indicators(snapshot).loc[code, "direction"]
    frame = frame.assign(code=code, direction=direction, value=here["value"].to_numpy())
    frame["state"] = here["state"].fillna(_silence(snapshot, selection, code)).to_numpy()
    targets = frame.attrs["targets"] = _targets(snapshot, selection, code)
    promised = sources.of_rows(snapshot, schema.target) if targets else ()
    return Answer(frame, filters.chosen_years(selection, known), known, (*_sources(snapshot, (code,)), *promised))


def _newest(snapshot: Snapshot, answer: Answer, code: str, selection: Selection) -> pd.DataFrame:
    direction, unit = _indicators(snapshot).loc[code, ["direction", "unit"]]
    frame = answer.frame[[*NAMES, "value", "state", "is_partial"]].assign(
        code=code, direction=direction, unit=unit, year=answer.years[0]
    )
    is_ranked = direction != "range" and frame["value"].count() > 1
    place = frame["value"].rank(ascending=direction == "higher_worse", method="min")
    first = _first(snapshot, selection, code, answer.years[0])
    return frame.assign(
        place=place if is_ranked else float("nan"), is_here=frame["slug"] == selection.district, **first
    )


def _first(snapshot: Snapshot, selection: Selection, code: str, newest_year: int) -> dict[str, float]:
    earlier = _here(snapshot, selection, code)["value"].dropna()
    earlier = earlier[earlier.index < newest_year]
    if earlier.empty:
        return {"first_year": float("nan"), "first_value": float("nan")}
    return {"first_year": int(earlier.index[0]), "first_value": float(earlier.iloc[0])}


def _here(snapshot: Snapshot, selection: Selection, code: str) -> pd.DataFrame:
    """Value and state of the chosen district by year, in years with a row; nothing without a district."""
    rows = _series(snapshot, code)
    rows = rows[rows["district_code"] == places.code_of(snapshot, selection.district)].set_index("year")
    return pd.DataFrame({"value": rows["value"], "state": rows["state"]})


def _silence(snapshot: Snapshot, selection: Selection, code: str) -> str:
    """What a year without a row is of the chosen district: not reported, known for the oblast, or not collected."""
    none = _placed(snapshot, code, _series(snapshot, code).iloc[:0]).set_index("slug")["state"]
    return none.get(selection.district, NOT_COLLECTED)


@per_version
def _series(snapshot: Snapshot, code: str) -> pd.DataFrame:
    """All rows of an indicator: district_code, year, value, state (value, zero or withheld)."""
    query = select(statistic.district_code, statistic.year, statistic.value).where(statistic.indicator_code == code)
    frame = snapshot.frame(query.order_by(statistic.year)).astype({"value": float})
    return frame.assign(state=[WITHHELD if value != value else VALUE if value else ZERO for value in frame["value"]])


def _placed(snapshot: Snapshot, code: str, rows: pd.DataFrame) -> pd.DataFrame:
    shown, withheld = rows.dropna(subset="value"), rows.loc[rows["value"].isna(), "district_code"]
    of_code = ((oblast.indicator_code, code),)
    return places.by_district(
        snapshot,
        shown.set_index("district_code")["value"].to_dict(),
        with_figures=set(_series(snapshot, code)["district_code"]),
        withheld=set(withheld),
        oblasts_known=filters.distinct(snapshot, oblast.oblast_code, of_code),
    )


def _known(snapshot: Snapshot, code: str) -> tuple[int, int] | None:
    return filters.known_years(snapshot, statistic.year, ((statistic.indicator_code, code),))


def _sources(snapshot: Snapshot, codes: tuple[str, ...]) -> tuple[Source, ...]:
    found = [sources.of_rows(snapshot, schema.statistic, ((statistic.indicator_code, code),)) for code in codes]
    return tuple({source.key: source for used in found for source in used}.values())


@per_version
def _indicators(snapshot: Snapshot) -> pd.DataFrame:
    """All that is known of each indicator, by its code."""
    return snapshot.frame(select(schema.indicator)).set_index("indicator_code")


@per_version
def _without_words(snapshot: Snapshot) -> list[str]:
    """Annual statistics that have figures and no measure of their own: what is loaded is seen."""
    return sorted(filters.distinct(snapshot, statistic.indicator_code) - {*CONDITIONS})


def _targets(snapshot: Snapshot, selection: Selection, code: str) -> list[dict]:
    """What licences promise in the chosen district; without one, nothing: it would not hold for the others."""
    found, site = schema.target.c, schema.site.c
    names = [site[name] for name in languages.columns("name")]
    query = (
        select(found.value, found.valid_from, found.valid_to, *names)
        .join_from(schema.target, schema.site, found.site_id == site.site_id, isouter=True)
        .where(found.indicator_code == code, found.district_code == places.code_of(snapshot, selection.district))
    )
    return snapshot.frame(query.order_by(found.value)).astype(object).to_dict("records")
