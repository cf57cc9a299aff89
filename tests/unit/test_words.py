"""Numbers, dates and plurals as each language writes them."""

from datetime import date

import pytest

from dashboard.text import LANGUAGES, Words, load

NARROW, WIDE = "\u202f", "\xa0"


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    return load()


@pytest.mark.parametrize(
    ("language", "value", "places", "written"),
    [
        ("en", 1234567, 0, "1,234,567"),
        ("ru", 1234567, 0, f"1{WIDE}234{WIDE}567"),
        ("ky", 1234567.25, 2, f"1{WIDE}234{WIDE}567,25"),
        ("ru", 0.5, 1, "0,5"),
        ("en", -3, 0, "-3"),
    ],
)
def test_numbers(words, language, value, places, written):
    assert words[language].number(value, places) == written


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("en", 0, "0"),
        ("en", 12_345, "12,300"),
        ("en", 1_234_567, "1.23 mln"),
        ("en", 999_999_999, "1 bn"),
        ("ru", 2_650_000_000, "2,65 млрд"),
        ("ky", -1_500_000, "-1,5 млн"),
        ("en", 0.012345, "0.0123"),
        ("en", float("inf"), "0"),
    ],
)
def test_short_numbers_have_three_figures(words, language, value, written):
    assert words[language].short_number(value) == written


@pytest.mark.parametrize(
    ("language", "count", "written"),
    [
        ("ru", 1, "1 жалоба"),
        ("ru", 2, "2 жалобы"),
        ("ru", 5, "5 жалоб"),
        ("ru", 11, "11 жалоб"),
        ("ru", 21, "21 жалоба"),
        ("ru", 1.5, "1,5 жалобы"),
        ("ky", 1, "1 даттануу"),
        ("ky", 5, "5 даттануу"),
        ("en", 1, "1 grievance"),
        ("en", 0, "0 grievances"),
    ],
)
def test_plurals(words, language, count, written):
    assert words[language].plural("unit.grievances.amount", count) == written


def test_dates_are_in_the_language(words):
    day = date(2024, 3, 5)
    assert {code: words[code].day(day) for code in LANGUAGES} == {
        "ky": "2024-ж., 5-мар.",
        "ru": f"5 мар. 2024{NARROW}г.",
        "en": "5 Mar 2024",
    }


@pytest.mark.parametrize(("value", "written"), [(15.2, "+15%"), (-3.25, "−3.2%"), (0, "±0%")])
def test_a_change_has_its_sign(words, value, written):
    assert words["en"].change(value) == written


def test_names_are_sorted_by_the_alphabet(words):
    names = ["Өзгөн", "Нарын", "Ош", "Үч", "Ёлка", "Ала-Бука", "Узун", "Ноокат", "Жумгал", "Ңң"]
    assert sorted(names, key=words["ky"].sort_key) == [
        "Ала-Бука", "Ёлка", "Жумгал", "Нарын", "Ноокат", "Ңң", "Ош", "Өзгөн", "Узун", "Үч",
    ]  # fmt: skip


def test_plotly_is_told_the_months_of_every_language(words):
    for code in LANGUAGES:
        locale = words[code].plotly_locale
        assert locale["name"] == code
        assert [len(locale["format"][key]) for key in ("days", "shortDays", "months", "shortMonths")] == [7, 7, 12, 12]
    assert words["ky"].plotly_locale["format"]["months"][0] == "Январь"
    assert words["en"].plotly_locale["format"]["days"][0] == "Sunday"


def test_a_missing_text_shows_itself(words):
    assert words["en"]("no.such.text") == "[no.such.text]"
