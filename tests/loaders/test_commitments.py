"""Promises and what was reported of them: what files must look like, and what of them is kept."""

import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.engine.run import Terms
from loaders.store.database import reading
from tests.loaders.stand_ins import FILES, load_text, refusal_of

# Data set, what stands in its file, what is put in its place, where and why that is refused.
REFUSED = {
    "due before it was made": ("commitments", "2021-03-01", "2020-02-29", "row 2, column due_on: lies before made_on"),
    "an unknown place": ("commitments", "41702210", "41702999", "row 2, column district_code: is not a known district"),
    "an unknown site": ("commitments", "kumtor", "kumtar", "row 2, column site_id: is not a known site"),
    "a district and its oblast": ("commitments", "41702210,,", "41702210,41702,", "row 2: must have district_code or"),
    "a day without its precision": ("commitments", "2020-03-01,day", "2020-03-01,", "date_precision and made_on"),
    "an unknown meeting": ("commitments", "M-1", "M-9", "row 2, column dialogue_id: is not a known meeting"),
    "a person's kind": ("commitments", ",district,", ",person,", "row 3, column owing_body: is not a known body"),
    "an unknown state": ("commitment_steps", "begun", "done", "row 2, column fulfilment: is not a known state"),
    "an unknown promise": ("commitment_steps", "P-1", "P-9", "row 2, column commitment_id: is not a known commitment"),
    "steps out of order": (
        "commitment_steps",
        "2020-06-01",
        "2021-06-01",
        "row 3, column reported_on: lies before the",
    ),
    "a step before the promise": (
        "commitment_steps",
        "2020-06-01",
        "2020-02-01",
        "row 2, .* before the commitment was",
    ),
    "put off to no day": ("commitment_steps", "2022-03-01", "", "row 3: must have moved_to"),
    "two steps on a day": ("commitment_steps", "2021-02-01", "2020-06-01", "repeats the key of another row"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_row_column_and_reason_and_changes_nothing(filled_stores, tmp_path, case):
    refusal_of(filled_stores, tmp_path, *REFUSED[case])


SET_ASIDE = {
    "a person who owes": ("commitments", "Office,", "Asan Bekovich,"),
    "a home": ("commitments", ",Water,", ",Water at 12 Manas street,"),
    "a day to come": ("commitments", "meeting,,,,,,", "meeting,,,2099-03-01,day,,"),
    "a report of a day to come": ("commitment_steps", "2021-02-01", "2099-02-01"),
    "a person in a report": ("commitment_steps", "Late", "Asan Bekovich is late"),
}


@pytest.mark.parametrize("case", SET_ASIDE)
def test_what_names_somebody_or_is_of_a_day_to_come_is_set_aside(filled_stores, tmp_path, case):
    name, right, wrong = SET_ASIDE[case]
    content = FILES[name].replace(right, wrong, 1)
    assert content != FILES[name]
    outcome = load_text(filled_stores, tmp_path, name, content, Terms(allow_removal=True))
    assert (outcome.rows_written, outcome.rows_rejected) == (1, 1)


def test_promises_and_reports_are_published_as_they_were_loaded(published_stores):
    promise, step = schema.commitment.c, schema.commitment_step.c
    with reading(published_stores.public) as connection:
        promises = connection.execute(
            select(promise.commitment_id, promise.owed_by_en, promise.url).order_by(promise.commitment_id)
        )
        assert [tuple(row) for row in promises] == [("P-1", "Mine A", None), ("P-2", "Office", "https://24.kg/1")]
        reports = connection.execute(select(step.fulfilment, step.step_en).order_by(step.reported_on))
        assert [tuple(row) for row in reports] == [("begun", None), ("moved", "Late")]
