"""Laboratory tables: one column per analyte, as they come."""

import tomllib

import pytest

from loaders.formats.laboratory_wide import LABORATORY_WIDE
from loaders.formats.tables import MERGED_CELL
from loaders.gate.checks import LoadRefused
from loaders.store.monitoring import observation
from tests.loaders.formats.books import content_of, sheets
from tests.loaders.formats.whole import MAPPINGS, csv_bytes, tidy_tables

MAPPING = tomllib.loads((MAPPINGS / "example_laboratory_wide.toml").read_text(encoding="utf-8"))
HEADER = '№;Пост;Дата отбора;Широта;Долгота;"As, мг/л";Cu (мкг/дм3);pH;Примечание'
FILE = csv_bytes(
    HEADER,
    "1;Выше моста;05.08.2019;41°52'00\";78°12'00\";0,012;< 0.2;7,4;",
    "2; ниже моста ;6 августа 2019;41°52'00\";78°12'00\";н/о;15;следы;мутная",
    "3;Ниже моста;2019-ж. 7-август;41°52'00\";78°12'00\";<0,005;;7.1;",
    "4;Озеро;08.08.2019;;;0,01;1;7;",
    "5;Выше моста;31.02.2019;;;0,01;1;7;",
    "6;Выше моста;09.08.2019;;;ок;2;7;",
    "7;example-station-01;10.08.2019;;;-;3;7;",
)


def read(content, reference, **changes):
    return LABORATORY_WIDE.read(content, "lab.csv", MAPPING | changes, reference)


def test_values_units_and_bounds_of_each_sample(reference):
    reading = read(FILE, reference)
    rows = tidy_tables("readings", reading, reference)[observation]
    values = {
        (row.station_id[-2:], row.indicator_code, str(row.sampled_on.date())): (row.qualifier, row.value_num)
        for row in rows.itertuples()
    }
    assert values["01", "as", "2019-08-05"] == ("", 0.012)
    assert values["01", "cu", "2019-08-05"] == ("<", pytest.approx(0.0002))
    assert values["02", "as", "2019-08-06"] == ("<", 0.002)
    assert values["02", "cu", "2019-08-06"] == ("", pytest.approx(0.015))
    assert values["02", "as", "2019-08-07"] == ("<", 0.005)
    assert ("02", "cu", "2019-08-07") not in values and ("01", "as", "2019-08-10") not in values
    assert set(rows["unit_reported"]) == {"mg/L", "µg/L", "pH"}
    assert rows.loc[rows["indicator_code"] == "cu", "value_reported"].tolist()[:2] == ["< 0.2", "15"]


def test_what_cannot_be_loaded_is_set_aside_with_its_row(reference):
    reading = read(FILE, reference)
    assert [(item.row, item.column, item.value) for item in sorted(reading.set_aside, key=lambda item: item.row)] == [
        (5, "Пост", "Озеро"),
        (6, "Дата отбора", "31.02.2019"),
        (7, "As, мг/л", "ок"),
    ]
    assert 7 in reading.frame.index, "the example's other values stay"


def test_columns_that_nobody_named_are_told(reference):
    assert any("Примечание" in warning for warning in read(FILE, reference).warnings)


def test_a_value_a_thousand_times_off_is_told_with_its_row(reference):
    rows = [f"{n};Выше моста;{n:02}.08.2019;;;0,0{n};1;7;" for n in range(1, 8)]
    warnings = read(csv_bytes(HEADER, *rows, "8;Выше моста;08.08.2019;;;12;1;7;"), reference).warnings
    slips = [line for line in warnings if "is the unit right" in line]
    assert len(slips) == 1 and slips[0].startswith("row 9: as at example-station-01 is 12 mg/L")


def test_the_unit_must_be_known(reference):
    with pytest.raises(LoadRefused, match="says the unit") as error:
        read(csv_bytes("Пост;Дата отбора;As", "Выше моста;05.08.2019;1"), reference)
    assert error.value.column == "As"


@pytest.mark.parametrize(
    ("content", "changes", "reason"),
    [
        (csv_bytes("Пост;As, мг/л", "Выше моста;1"), {}, "column is missing"),
        (csv_bytes("Пост;Дата отбора;Zn, мг/л", "Выше моста;05.08.2019;1"), {}, "no column is an analyte"),
        (FILE, {"statoin": "x"}, "statoin"),
        (b"", {}, "is empty"),
    ],
)
def test_a_file_or_mapping_that_does_not_fit_is_refused(reference, content, changes, reason):
    with pytest.raises(LoadRefused, match=reason):
        read(content, reference, **changes)


def test_windows_1251_with_tabs_reads_alike(reference):
    other = FILE.decode().replace(";", "\t").encode("cp1251", errors="replace")
    assert len(read(other, reference).frame) == len(read(FILE, reference).frame)


def test_a_station_over_several_rows_counts_for_each_and_a_result_for_none(reference):
    rows = [
        ["Пост", "Дата отбора", "As, мг/л", "pH"],
        ["Выше моста", "05.08.2019", 0.012, 7.1],
        ["", "06.08.2019", "", 7.2],
    ]
    book = sheets(a=rows)
    for cells in ("A2:A3", "C2:C3"):
        book["a"].merge_cells(cells)
    mapping = {name: entry for name, entry in MAPPING.items() if name not in ("latitude", "longitude", "qa_flag")}
    mapping |= {"analytes": {code: MAPPING["analytes"][code] for code in ("as", "ph")}}
    reading = LABORATORY_WIDE.read(content_of(book), "lab.xlsx", mapping, reference)
    assert reading.frame[["station_id", "indicator_code", "value"]].to_numpy().tolist() == [
        ["example-station-01", "ph", "7.1"],
        ["example-station-01", "ph", "7.2"],
    ]
    assert [(item.row, item.column, item.reason) for item in reading.set_aside] == [
        (2, "As, мг/л", MERGED_CELL),
        (3, "As, мг/л", MERGED_CELL),
    ]


POINTS = {"station": "Пост", "date": "Дата", "stations": {"A": "example-station-01"}}
TURBIDITY = POINTS | {"analytes": {"as": {"unit": "мг/л"}, "turb": {"names": ["Мутность"], "unit": "NTU"}}}


def turbidity(reference, *values, **changes):
    lines = [f"A;2026-10-{day};0,012;{value}" for day, value in enumerate(values, start=10)]
    reading = LABORATORY_WIDE.read(
        csv_bytes("Пост;Дата;As;Мутность", *lines), "lab.csv", TURBIDITY | changes, reference
    )
    rows = tidy_tables("readings", reading, reference)[observation]
    return rows.loc[rows["indicator_code"] == "turb", "value_num"].tolist(), reading.set_aside


def test_a_comma_is_what_the_column_shows(reference):
    """The other column has decimal commas: each shows its own sign."""
    assert turbidity(reference, "12.5", "1,250", "1,250.5") == ([12.5, 1250, 1250.5], ())
    assert turbidity(reference, "12,5", "1,250", "< 1.250,5", "1.250") == ([12.5, 1.25, 1250.5, 1250], ())
    assert turbidity(reference, "12", "1.250") == ([12, 1.25], ())


@pytest.mark.parametrize("others", [("12",), ("12.5", "12,5")])
def test_a_comma_of_which_the_column_does_not_tell_is_set_aside(reference, others):
    values, set_aside = turbidity(reference, *others, "1,250")
    assert len(values) == len(others)
    assert [(item.column, item.value, "decimal" in item.reason) for item in set_aside] == [("Мутность", "1,250", True)]
    assert turbidity(reference, "1,250", decimal=",") == ([1.25], ())
    assert turbidity(reference, "1,250", decimal=".") == ([1250], ())


def test_an_analyte_is_known_whichever_letters_that_look_alike_were_typed(reference):
    content = csv_bytes("Пост;Дата;\u0410s;Мутность", "A;2026-10-10;1;1")
    indicators = LABORATORY_WIDE.read(content, "lab.csv", TURBIDITY, reference).frame["indicator_code"]
    assert indicators.tolist() == ["as", "turb"]


def test_an_analyte_of_the_mapping_that_no_column_is_refuses_the_file(reference):
    with pytest.raises(LoadRefused, match="called Мутность; there are Пост, Дата, As, Mutnost") as error:
        LABORATORY_WIDE.read(csv_bytes("Пост;Дата;As;Mutnost", "A;2026-10-10;1;1"), "lab.csv", TURBIDITY, reference)
    assert error.value.column == "turb"


def test_a_header_may_be_named_whole_and_its_unit_may_say_of_what(reference):
    mapping = POINTS | {"analytes": {"as": {"names": ["Arsenic"], "unit": "мг/л"}, "ph": {"names": ["pH (u pH)"]}}}
    mapping["analytes"]["ph"]["unit"] = "pH"
    content = csv_bytes("Пост;Дата;Arsenic (ug/l As);pH (u pH)", "A;2012-09-18;35;7.9")
    rows = LABORATORY_WIDE.read(content, "lab.csv", mapping, reference).frame
    assert rows[["indicator_code", "value", "unit"]].to_numpy().tolist() == [["as", "35", "µg/L"], ["ph", "7.9", "pH"]]


def test_a_sampling_point_that_is_not_known_is_quoted(reference):
    content = csv_bytes("Пост;Дата;As;Мутность", "B;2013-09-18;1;7")
    set_aside = LABORATORY_WIDE.read(content, "lab.csv", TURBIDITY, reference).set_aside
    assert [(item.row, item.column, item.value) for item in set_aside] == [(2, "Пост", "B")]
