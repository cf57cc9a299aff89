"""Answers about what became of grievances, and how long people wait: by full year, whole country.

Counts are summed over the chosen years in which they are shown; a year that is withheld is left out of all parts of a
share. Medians cannot be summed: each is of the newest chosen year that has one. A chosen issue is heeded: it has counts
of its own, some of them withheld.
"""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd
from sqlalchemy import select

from data_access.answers import filters, sources
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.soate import COUNTRY_CODE
from data_access.vocabulary.stages import COHORT_PARTS, LATER

outcome, wait_columns = schema.grievance_outcome.c, schema.grievance_wait.c
area, part = schema.grievance_year.c, schema.grievance_part_year.c
Years = tuple[int, int]
COUNTRY = ("country", COUNTRY_CODE)
AGES = ("0_14", "15_30", "31_90", "over_90")
WAITS = ("acknowledge", "resolve", "open")
RETURNS = ("reopened", "appealed")
NO_YEARS = (0, 0)
# Per kind of division, grievances by code; None: withheld.
CohortParts = Mapping[str, Mapping[str, int | None]]


def waits(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (of ``WAITS``), year, median_days, p90_days (NaN: withheld, or too few); of the chosen issue or all.

    ``year``: the newest chosen one with a median, in which it was done, or at whose end they were open (NaN: none).
    """
    known_years, years = _years(snapshot, selection)
    kind, code = _group(selection)
    columns = wait_columns.wait.label("code"), wait_columns.year, wait_columns.median_days, wait_columns.p90_days
    query = select(*columns).where(wait_columns.kind == kind, wait_columns.code == code).order_by(wait_columns.year)
    rows = snapshot.frame(query.where(filters.within(years or NO_YEARS, wait_columns.year)))
    newest = rows.dropna(subset="median_days").drop_duplicates("code", keep="last").set_index("code")
    frame = newest.reindex([wait for wait in WAITS if wait in set(rows["code"])])
    frame = frame.astype({"median_days": float, "p90_days": float}).assign(year=filters.whole(frame["year"]))
    return Answer(frame.reset_index(), years, known_years, sources.of_rows(snapshot, schema.grievance_wait))


def cohorts(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns year (of receipt), days (spans since receipt), received_count, value (resolved within them, of these).

    All full years, whatever is chosen; empty numbers are withheld. No row stands for days that are not yet over for
    everybody whose grievance was received in the year.
    """
    known, years = _years(snapshot, selection)
    query = select(area.year, area.received_count).where(area.area_code == COUNTRY_CODE).order_by(area.year)
    received = dict(snapshot.rows(query)[1])
    parts: dict[int, dict[str, dict[str, int | None]]] = {year: {} for year in received}
    query = select(part.year, part.kind, part.code, part.grievance_count).where(part.kind.in_(COHORT_PARTS))
    for year, kind, code, count in snapshot.rows(query)[1]:
        parts[year].setdefault(kind, {})[code] = count
    rows = [
        (year, days, received[year], count) for year in received for days, count in _within(received[year], parts[year])
    ]
    frame = pd.DataFrame(rows, columns=["year", "days", "received_count", "value"])
    frame = frame.astype({"received_count": float, "value": float})
    return Answer(frame, years, known, sources.of_rows(snapshot, schema.grievance_part_year))


def _within(received: int | None, parts: CohortParts) -> Iterator[tuple[int, int | None]]:
    """Spans that are over, and how many were resolved within each; None where what is shown does not tell it."""
    left = received
    for kind, spans in COHORT_PARTS.items():
        if kind not in parts:
            return
        counts = [parts[kind][code] for code in (*map(str, spans), LATER)]
        for place, days in enumerate(spans, start=1):
            after = _sum(counts[place:])
            after = _difference(left, _sum(counts[:place])) if after is None else after
            yield days, _difference(received, after)
        left = counts[-1]


def _sum(counts: Sequence[int | None]) -> int | None:
    return sum(count for count in counts if count is not None) if None not in counts else None


def _difference(more: int | None, less: int | None) -> int | None:
    return None if more is None or less is None else more - less


def open_by_age(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns code (of ``AGES``, days since receipt), year, value (NaN withheld), is_partial (False).

    Grievances that were open at the end of the last chosen year, which ``years`` is.
    """
    known_years, years = _years(snapshot, selection)
    at_end = years and (years[1], years[1])
    values = _counts(snapshot, *COUNTRY, ("age",), at_end).set_index("answer")["grievance_count"].astype(float)
    frame = values.reindex([age for age in AGES if age in values.index]).rename("value").rename_axis("code")
    of_year = frame.reset_index().assign(is_partial=False)
    of_year.insert(1, "year", (at_end or NO_YEARS)[0])
    return Answer(of_year, at_end, known_years, sources.of_rows(snapshot, schema.grievance_outcome))


def in_time(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns kind, code, in_time, missed, withheld_years (of what was to be resolved in the chosen years).

    And the same of what was to be acknowledged: acknowledged_in_time, acknowledged_missed, acknowledged_withheld_years.
    A row for the country or the chosen issue, then one for each responsible body with all issues; see ``_sums``.
    """
    known_years, years = _years(snapshot, selection)
    groups, questions = (_group(selection), ("body", None)), ("resolved", "acknowledged")
    rows = pd.concat([_counts(snapshot, kind, code, questions, years) for kind, code in groups])
    resolutions, acknowledgements = (_sums(rows, question, ["in_time", "missed"]) for question in questions)
    frame = resolutions.join(acknowledgements.add_prefix("acknowledged_")).reset_index()
    return Answer(frame, years, known_years, sources.of_rows(snapshot, schema.grievance_outcome))


def returns(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns kind, code, question (of ``RETURNS``), happened, could (all to which it could), withheld_years.

    Rows for the country or the chosen issue, then for each responsible body and channel with all issues; see
    ``_sums``. Both are counted in the year in which they came about, which may differ.
    """
    known_years, years = _years(snapshot, selection)
    groups = (_group(selection), ("body", None), ("channel", None))
    rows = pd.concat([_counts(snapshot, kind, code, RETURNS, years) for kind, code in groups])
    parts = [_sums(rows, question, ["happened", "could"]).assign(question=question) for question in RETURNS]
    frame = pd.concat(parts).reset_index()
    return Answer(frame, years, known_years, sources.of_rows(snapshot, schema.grievance_outcome))


def _group(selection: Selection) -> tuple[str, str | None]:
    return ("issue", selection.issue) if selection.issue else COUNTRY


def _years(snapshot: Snapshot, selection: Selection) -> tuple[Years | None, Years | None]:
    """The full years that are known, and the chosen ones of them."""
    known_years = filters.known_years(snapshot, schema.grievance_year.c.year)
    return known_years, filters.chosen_years(selection, known_years)


def _counts(
    snapshot: Snapshot, kind: str, code: str | None, questions: tuple[str, ...], years: Years | None
) -> pd.DataFrame:
    """Rows of some questions and years of one code, or of all codes of a kind."""
    query = select(schema.grievance_outcome).where(outcome.kind == kind, outcome.question.in_(questions))
    query = query.where(filters.within(years or NO_YEARS, outcome.year))
    query = query if code is None else query.where(outcome.code == code)
    return snapshot.frame(query.order_by(outcome.code))


def _sums(rows: pd.DataFrame, question: str, answers: list[str]) -> pd.DataFrame:
    """Per kind and code in their order: each answer summed over the years that are shown, and withheld_years left out.

    NaN where no year is shown, or nothing but zeros beside withheld years ("at least 0" says nothing). So where more
    years are withheld than shown: years with none or with many are shown first, and a share of a few such years would
    be another one than that of all.
    """
    of_question, group = rows[rows["question"] == question], ["kind", "code"]
    in_order = pd.MultiIndex.from_frame(of_question[group].drop_duplicates())
    counts = (
        of_question.astype({"grievance_count": float}).groupby([*group, "answer"])["grievance_count"].sum(min_count=1)
    )
    sums = counts.unstack("answer").reindex(index=in_order, columns=answers)
    withheld_years = (
        of_question[of_question["is_withheld"].astype(bool)]
        .groupby(group)["year"]
        .nunique()
        .reindex(in_order, fill_value=0)
    )
    of_all = of_question.groupby(group)["year"].nunique().reindex(in_order)
    says_nothing = ((sums.sum(axis="columns") == 0) & (withheld_years > 0)) | (2 * withheld_years > of_all)
    return sums.mask(says_nothing).assign(withheld_years=withheld_years)
