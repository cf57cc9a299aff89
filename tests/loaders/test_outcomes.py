"""Projects, results, rehabilitation, participatory monitoring: what files must look like, and what of them is kept."""

import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.engine.run import Terms
from loaders.store.database import reading
from tests.loaders.stand_ins import FILES, load_text, refusal_of

# Data set, what stands in its file, what is put in its place; row and column that are named, and why it is refused.
REFUSED = {
    "a project in an unknown place": ("projects", "41702210,41702", "41702210,41799", 2, "project_areas", "in no list"),
    "a place that is no code": ("projects", "41702210,41702", "Jeti-Oguz", 2, "project_areas", "are not SOATE codes"),
    "a project that ends first": ("projects", "2021-12-31", "2019-12-31", 2, None, "starts_on is above ends_on"),
    "a goal that there is not": ("projects", '"3,11"', '"3,18"', 2, "sdg", "goals from 1 to 17"),
    "a result without a period": (
        "results",
        "2021-01-01,2021-12-31",
        "2021-01-01,",
        3,
        "period_end",
        "must not be empty",
    ),
    "an actual before the project": (
        *("results", "1,1,2020-01-01,2020-12-31", "1,1,2018-01-01,2018-12-31"),
        *(2, "period_end", "before the project begins"),
    ),
    "an actual of a time to come": (
        *("results", "1,1,2020-01-01,2020-12-31", "1,1,2190-01-01,2190-12-31"),
        *(2, "period_start", "has not begun"),
    ),
    "a result of an unknown project": (
        "results",
        "p-1,1,1,2021",
        "p-2,1,1,2021",
        3,
        "project_id",
        "not a known project",
    ),
    "a baseline of no year": ("results", "2019,0,4", ",0,4", 2, None, "both baseline_value and baseline_year"),
    "more hectares than planned": ("rehabilitation", ",24,9,", ",8,9,", 2, "hectares_done", "more than was planned"),
    "more in a later stage": ("rehabilitation", "year,,24", "year,,25", 3, "hectares_done", "hectares_planned"),
    "more moved than planned": ("rehabilitation", ",1000,900,", ",800,900,", 2, "volume_moved", "volume_planned"),
    "stages out of order": ("rehabilitation", "accepted,2021", "design,2021", 2, "stage_began_on", "earlier stage"),
    "an unknown site": ("rehabilitation", "kumtor,works", "nowhere,works", 2, "site_id", "is not a known site"),
    "money of no currency": ("rehabilitation", "5000,EUR", "5000,", 2, None, "both cost and cost_currency"),
    "a pair of another day": (
        *("laboratory_checks", "2020-01-10,2020-01-10", "2020-01-10,2020-01-11"),
        *(2, "laboratory_sampled_on", "two days are no pair"),
    ),
    "a pair of another unit": (
        *("laboratory_checks", "mg/L,mg/L,20,A laboratory\nst-1", "mg/L,µg/L,20,A laboratory\nst-1"),
        *(2, "laboratory_unit", "convert one of the two values"),
    ),
    "a unit of its own": (
        *("laboratory_checks", "mg/L,mg/L,20,A laboratory\nst-1", "µg/L,µg/L,20,A laboratory\nst-1"),
        *(2, "unit", "is not the unit of the indicator"),
    ),
    "a score above four": ("pem_scores", "2021-06-01,3", "2021-06-01,5", 3, "score", "at most 4"),
    "a round twice": ("pem_scores", "water,end", "water,baseline", 2, None, "repeats the key of another row"),
    "a team of an unknown area": ("pem_teams", "area-1,company", "area-2,company", 4, "pem_area_id", "is not a known"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_row_column_and_reason_and_changes_nothing(filled_stores, tmp_path, case):
    name, right, wrong, row, column, reason = REFUSED[case]
    refusal = refusal_of(filled_stores, tmp_path, name, right, wrong, reason)
    assert (refusal.row, refusal.column) == (row, column)


SET_ASIDE = {
    "a person in the evidence": ("results", "A report", "Said by Asan Bekovna", (1, 1)),
    "a stage to come": ("rehabilitation", "accepted,2021", "accepted,2190", (1, 1)),
    "a person in the laboratory": ("laboratory_checks", "A laboratory", "Asan Bekovna", (1, 1)),
}


@pytest.mark.parametrize("case", SET_ASIDE)
def test_a_row_that_names_somebody_or_is_still_to_come_is_set_aside(filled_stores, tmp_path, case):
    name, right, wrong, counts = SET_ASIDE[case]
    content = FILES[name].replace(right, wrong, 1)
    assert content != FILES[name]
    outcome = load_text(filled_stores, tmp_path, name, content, Terms(allow_removal=True))
    assert (outcome.rows_written, outcome.rows_rejected) == counts


def test_what_is_not_reported_stays_empty_and_members_are_told_in_full_tens(published_stores):
    result, team = schema.project_result.c, schema.pem_team.c
    with reading(published_stores.public) as connection:
        results = connection.execute(select(result.target_value, result.actual_value).order_by(result.period_start))
        members = connection.execute(select(team.team_role, team.member_count).order_by(team.team_role))
        assert [tuple(row) for row in results] == [(4.0, 3.0), (8.0, None)]
        assert [tuple(row) for row in members] == [("company", 0), ("observer", None), ("sampler", 10)]
