"""Tables of our own may name a district instead of giving its code; what may be two places is refused."""

import pandas as pd
import pytest

from loaders.gate.place_names import with_codes

BATKEN, BATKEN_CITY, BISHKEK, JETI_OGUZ, BATKEN_OBLAST = "41705214", "41705410", "41711000", "41702210", "41705"
NAMES = {
    "Баткенский район": BATKEN,
    "г. Баткен": BATKEN_CITY,
    "г. Бишкек": BISHKEK,
    "Жети-Өгүз району": JETI_OGUZ,
    "Jeti-Oguz district": JETI_OGUZ,
    JETI_OGUZ: JETI_OGUZ,
    "Баткен": "Баткен",
    "Kumtor": "Kumtor",
}


@pytest.mark.parametrize("dataset", ["statistics", "case_statistics", "revenue", "sites", "stations"])
def test_names_in_each_language_are_codes_and_doubtful_ones_stay(reference, dataset):
    frame = with_codes(pd.DataFrame({"district_code": [*NAMES, None]}), dataset, reference)
    assert frame["district_code"].tolist()[:-1] == [*NAMES.values()] and frame["district_code"].isna().iloc[-1]


def test_an_oblast_is_read_only_where_it_may_stand(reference):
    frame = pd.DataFrame({"district_code": ["Баткенская область"]})
    assert with_codes(frame, "statistics", reference)["district_code"].tolist() == [BATKEN_OBLAST]
    assert with_codes(frame, "sites", reference)["district_code"].tolist() == ["Баткенская область"]
    of_oblasts = pd.DataFrame(
        {"oblast_code": ["Баткенская область", "Batken oblast"], "area_code": ["Ton", "Batken oblast"]}
    )
    rows = with_codes(of_oblasts, "revenue", reference)
    assert rows["oblast_code"].tolist() == [BATKEN_OBLAST] * 2
    assert rows["area_code"].tolist() == ["41702220", BATKEN_OBLAST]


def test_the_list_of_districts_is_not_read_by_itself(reference):
    frame = pd.DataFrame({"district_code": ["Тонский район"]})
    assert with_codes(frame, "districts", reference)["district_code"].tolist() == ["Тонский район"]
