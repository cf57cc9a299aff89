"""Plans, small grants and recommendations: what files of them must look like."""

import pytest

from tests.loaders.stand_ins import refusal_of

REFUSED = {
    "a plan for an unknown place": ("plans", "41702210", "41702999", "row 2, column district_code: is not a known"),
    "a plan that ends first": ("plans", "2020-05-04", "2020-03-04", "row 2, column plan_until: lies before plan_from"),
    "a plan of an unknown meeting": ("plans", "M-1", "M-9", "row 2, column dialogue_id: is not a known meeting"),
    "a grant in an unknown currency": ("grants", "KGS", "RUB", "row 2, column grant_currency: is not a known currency"),
    "less than nothing": ("grants", "50000", "-5", "row 2, column grant_amount: must be at least 0"),
    "a grant of no stage": ("grants", "finished", "over", "row 2, column grant_stage: is not a known state"),
    "a recommendation of no stage": ("recommendations", "discussed", "liked", "column recommendation_stage: is not a"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_row_column_and_reason_and_changes_nothing(filled_stores, tmp_path, case):
    refusal_of(filled_stores, tmp_path, *REFUSED[case])
