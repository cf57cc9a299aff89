"""Numbers, dates and plurals as each language writes them."""

from datetime import date

import pytest

from dashboard.downloads import cells
from dashboard.figures import base
from dashboard.text import LANGUAGES, Words, load, wording
from dashboard.text.table import number

NARROW, WIDE = "\u202f", "\xa0"
MINUS, HYPHEN = "\u2212", "\u2011"


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    return load()


@pytest.mark.parametrize(
    ("language", "value", "places", "text"),
    [
        ("en", 1234567, 0, "1,234,567"),
        ("ru", 1234567, 0, f"1{WIDE}234{WIDE}567"),
        ("ky", 1234567.25, 2, f"1{WIDE}234{WIDE}567,25"),
        ("ru", 0.5, 1, "0,5"),
        ("en", -3, 0, f"{MINUS}3"),
        ("ru", -1234.5, 1, f"{MINUS}1{WIDE}234,5"),
        ("ky", -0.5, 1, f"{MINUS}0,5"),
    ],
)
def test_numbers(words, language, value, places, text):
    assert words[language].number(value, places) == text


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [
        ("en", 0, "0"),
        ("en", 12_345, "12,300"),
        ("en", 1_234_567, f"1.23{WIDE}mln"),
        ("en", 999_999_999, f"1{WIDE}bn"),
        ("ru", 2_650_000_000, f"2,65{WIDE}млрд"),
        ("ky", -1_500_000, f"{MINUS}1,5{WIDE}млн"),
        ("en", 0.012345, "0.0123"),
        ("en", float("inf"), "0"),
    ],
)
def test_short_numbers_have_three_figures(words, language, value, text):
    assert words[language].short_number(value) == text


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("ru", 1, f"1{WIDE}жалоба"),
        ("ru", 2, f"2{WIDE}жалобы"),
        ("ru", 5, f"5{WIDE}жалоб"),
        ("ru", 11, f"11{WIDE}жалоб"),
        ("ru", 21, f"21{WIDE}жалоба"),
        ("ru", 1.5, f"1,5{WIDE}жалобы"),
        ("ky", 1, f"1{WIDE}даттануу"),
        ("ky", 5, f"5{WIDE}даттануу"),
        ("en", 1, f"1{WIDE}grievance"),
        ("en", 0, f"0{WIDE}grievances"),
    ],
)
def test_plurals(words, language, count, text):
    assert words[language].plural("unit.grievances.amount", count) == text


def test_dates_are_in_the_language(words):
    day = date(2024, 3, 5)
    assert {code: words[code].day(day) for code in LANGUAGES} == {
        "ky": f"2024{HYPHEN}ж.,{WIDE}5{HYPHEN}мар.",
        "ru": f"5{WIDE}мар.{WIDE}2024{NARROW}г.",
        "en": f"5{WIDE}Mar{WIDE}2024",
    }
    assert {code: words[code].month(day) for code in LANGUAGES} == {
        "ky": f"2024{HYPHEN}ж.{WIDE}мар.",
        "ru": f"март{WIDE}2024{NARROW}г.",
        "en": f"Mar{WIDE}2024",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_writes_a_number_writes_a_real_minus(words, language):
    one = words[language]
    texts = [one.number(-2.5, 1), one.percent(-2.5), one.short_number(-2_500_000), one.change(-2.5)]
    texts += [one.signed_number(-2.5, 1), wording.amount(-2.5e9, "kgs", one), wording.full(-2.5, "percent", one, 1)]
    texts += [cell.text for cell in (number(-2.5, one), number(-2500, one))]
    texts += base.scale(0, one, -5e6)["ticktext"][:1]
    assert [text[0] for text in texts] == [MINUS] * len(texts)
    assert "-" not in "".join(texts)


@pytest.mark.parametrize(
    ("language", "value", "unit", "text"),
    [
        ("ru", 1_230_000_000, "kgs", f"1,23{WIDE}млрд{WIDE}сом"),
        ("ky", 1_230_000_000, "kgs", f"1,23{WIDE}млрд{WIDE}сом"),
        ("en", 1_230_000_000, "kgs", f"1.23{WIDE}bn{WIDE}KGS"),
        ("en", 5, "readings", f"5{WIDE}readings"),
        ("ru", 5, "hectares", f"5{WIDE}га"),
    ],
)
def test_a_number_and_its_unit_stay_on_one_line(words, language, value, unit, text):
    assert wording.amount(value, unit, words[language]) == text


@pytest.mark.parametrize(
    ("language", "key", "values", "text"),
    [
        ("ru", "date.quarter", {"quarter": 3, "year": 2025}, f"3{HYPHEN}й квартал 2025{WIDE}г."),
        ("ru", "say.revenue.one_year", {"place": "А", "amount": "1", "year": 2025}, f"А: 1 в 2025{WIDE}году."),
        ("en", "key.until", {"first": 2019, "until": 2021}, f"2019{WIDE}– 2021"),
        ("ky", "site.within", {"km": 5}, f"болжол менен 5{WIDE}км чегинде"),
        ("ky", "timeline.begins", {"year": 2019}, f"маалымат 2019{HYPHEN}жылдан башталат"),
        ("ru", "participants.from_18_to_28", {}, f"18–28{WIDE}лет"),
        ("ru", "unit.incidents_per_10000", {}, f"инцидентов на 10{WIDE}000 человек"),
        ("ky", "stream.royalty_or_2pct", {}, f"Роялти же жергиликтүү инфратүзүмгө 2{WIDE}%, бөлүнбөгөн"),
    ],
)
def test_a_line_of_a_text_does_not_end_within_a_number(words, language, key, values, text):
    assert words[language](key, **values) == text


def test_files_have_the_minus_that_machines_read():
    assert (cells.text_of(-2.5), cells.plain(-2.5), cells.text_of(-3)) == ("-2.5", -2.5, "-3")


@pytest.mark.parametrize(("language", "written"), [("en", "12.5%"), ("ru", f"12,5{WIDE}%"), ("ky", f"12,5{WIDE}%")])
def test_a_percentage_has_its_sign_as_texts_have_it(words, language, written):
    assert words[language].percent(12.5) == written


@pytest.mark.parametrize(("value", "text"), [(15.2, "+15%"), (-3.25, "−3.2%"), (0, "±0%")])
def test_a_change_has_its_sign(words, value, text):
    assert words["en"].change(value) == text


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
