"""Towns, aiyl aimaks and villages: what a file of them must look like, and what the bundled one has."""

from collections import Counter

import pytest

from data_access.store.settings import CHECKOUT
from tests.loaders.stand_ins import refusal_of
from tools.bundled.files import read_rows

REFUSED = {
    "a short code": ("41702210815010", "417022108150", "row 3, column settlement_code: "),
    "a code twice": ("41702210815010", "41702210815000", "row 2, column settlement_code: "),
    "an unknown kind": ("village", "hamlet", "row 3, column settlement_kind: is not a known kind of settlement"),
    "an unknown district": (
        "41702210,Барскоон,",
        "41702999,Барскоон,",
        "row 3, column district_code: is not a known",
    ),
    "another oblast": ("41702210815010", "41703210815010", "row 3: its SOATE code is of another oblast"),
    "no name": (",Барскоон,", ",,", "row 3, column settlement_name: must not be empty"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_row_column_and_reason_and_changes_nothing(filled_stores, tmp_path, case):
    refusal_of(filled_stores, tmp_path, "settlements", *REFUSED[case])


def test_the_bundled_list_has_the_villages_of_every_district_and_few_without_an_aiyl_aimak():
    rows = read_rows(CHECKOUT / "loaders" / "bundled" / "settlements.csv")
    assert Counter(row["settlement_kind"] for row in rows) == {"village": 1889, "aiyl_aimak": 457, "town": 26}
    raions = {
        row["district_code"]
        for row in read_rows(CHECKOUT / "loaders" / "bundled" / "districts.csv")
        if row["unit_type"] == "raion"
    }
    aimaks = {row["settlement_code"] for row in rows if row["settlement_kind"] == "aiyl_aimak"}
    villages = [row for row in rows if row["settlement_kind"] == "village"]
    assert raions <= {row["district_code"] for row in villages}
    # Those of cities and towns, which are in no aiyl aimak.
    assert sum(row["settlement_code"][:11] + "000" not in aimaks for row in villages) == 38
