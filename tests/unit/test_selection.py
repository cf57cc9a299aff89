"""The address and the choice say the same."""

from datetime import date

import pytest

from data_access.vocabulary.selection import AllowedValues, Selection

KNOWN = AllowedValues(
    {
        "district": {"jeti-oguz": "jeti-oguz", "41702210": "jeti-oguz", "kg02210000000": "jeti-oguz", "naryn": "naryn"},
        "measure": {"poverty": "poverty"},
        "stage": {"payment": "payment"},
        "indicator": {"as": "as"},
        "edition": {"msg-1": "msg-1"},
        "tables": {"revenue_map": "revenue_map", "incident_events": "incident_events"},
    }
)


@pytest.mark.parametrize(
    ("search", "tidy"),
    [
        ("", ""),
        ("?", ""),
        ("?district=jeti-oguz", "?district=jeti-oguz"),
        ("?district=41702210", "?district=jeti-oguz"),
        ("?district=KG02210000000", "?district=jeti-oguz"),
        ("?district=JETI-OGUZ", "?district=jeti-oguz"),
        ("?district=atlantis", ""),
        ("?district=naryn&district=jeti-oguz", "?district=jeti-oguz"),
        ("?since=2021&until=2023-04", "?since=2021&until=2023-04"),
        ("?until=2023&since=2021", "?since=2021&until=2023"),
        ("?since=2021", "?since=2021"),
        ("?since=2021-12&until=2021", "?since=2021-12&until=2021"),
        ("?since=2023&until=2021", ""),
        ("?since=2021-13", ""),
        ("?since=20٢٢", ""),
        ("?since=21&until=99999", ""),
        ("?since=2021%00", "?since=2021"),
        ("?measure=poverty&stage=payment&indicator=as", "?measure=poverty&stage=payment&indicator=as"),
        ("?measure=happiness&colour=red", ""),
        ("?edition=MSG-1&district=naryn", "?district=naryn&edition=msg-1"),
        ("?edition=msg-2", ""),
        ("?tables=revenue_map,incident_events,nonsense", "?tables=incident_events,revenue_map"),
        ("?tables=,,,", ""),
        ("?district=%3Cscript%3E&since=%FF%FE", ""),
        ("?" + "x" * 100_000, ""),
        ("?district", ""),
        ("?=&&&=", ""),
    ],
)
def test_an_address_is_tidied(search, tidy):
    selection = Selection.parse(search, KNOWN)
    assert selection.search == tidy
    assert Selection.parse(tidy, KNOWN) == selection


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2021", "2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2020-02", "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-12", "2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        (None, None, None, None),
    ],
)
def test_a_period_has_a_first_and_a_last_day(since, until, first, last):
    selection = Selection(since=since, until=until)
    assert (selection.first_day, selection.last_day) == (first, last)


@pytest.mark.parametrize(
    ("since", "until", "years", "shown_years"),
    [
        (None, None, (2015, 2025), [2015, 2025]),
        ("2017", "2019", (2017, 2019), [2017, 2019]),
        ("2017-06", "2017-08", (2017, 2017), [2017, 2017]),
        ("1990", None, (2015, 2025), [2015, 2025]),
        ("2030", None, (2030, 2025), [2025, 2025]),
        (None, "2001", (2015, 2001), [2015, 2015]),
    ],
)
def test_years_of_a_choice(since, until, years, shown_years):
    selection = Selection(since=since, until=until)
    assert selection.years(2015, 2025) == years
    assert selection.shown_years(2015, 2025) == shown_years


@pytest.mark.parametrize(
    ("before", "key", "value", "after"),
    [
        (Selection(), "district", "naryn", Selection(district="naryn")),
        (Selection(district="naryn"), "district", "naryn", Selection()),
        (Selection(district="naryn"), "district", "jeti-oguz", Selection(district="jeti-oguz")),
        (Selection(), "period", "2019", Selection(since="2019", until="2019")),
        (Selection(since="2019", until="2019"), "period", "2019", Selection()),
        (Selection(since="2018", until="2020"), "period", "2019", Selection(since="2019", until="2019")),
        (Selection(tables=("b",)), "tables", "a", Selection(tables=("a", "b"))),
        (Selection(tables=("a", "b")), "tables", "a", Selection(tables=("b",))),
    ],
)
def test_a_click_chooses_and_lets_go(before, key, value, after):
    assert before.toggle(key, value) == after


def test_a_day_is_covered_or_not():
    selection = Selection(since="2019-02", until="2019-03")
    days = [date(2019, 1, 31), date(2019, 2, 1), date(2019, 3, 31), date(2019, 4, 1)]
    assert [selection.covers(day) for day in days] == [False, True, True, False]
    assert Selection().covers(date(1, 1, 1))
