"""Reconciliation reports: both sides, words for nothing, footnotes, totals."""

import pytest

from loaders.datasets.registry import DATASETS
from loaders.formats.reconciliation import RECONCILIATION
from loaders.formats.tables import ERROR
from loaders.gate.checks import LoadRefused, validate
from tests.loaders.formats.books import workbook

HEADER = ["Компания", "Налог", "Получатель", "По данным\nкомпании", "По данным государства", "Причина"]
ROWS = [
    ["Рудник А", "Роялти", "ГНС", "1 234,5", "1 234,5", None],
    ["Рудник Б", "Роялти", "ГНС", "DNP", "(4,50)", None],
    ["Рудник Б", "Роялти", "ГНС", "н/д", "N/A", None],
    ["Рудник В", "Земельный налог", "Айыл өкмөтү", "12*", 14, "Платёж в январе"],
    ["Рудник В", "Роялти", "ГНС", "#REF!", 14, None],
    ["Рудник В", "Неизвестный", "ГНС", 3, 3, None],
    ["Итого", None, None, "1 249,5", "1 261", None],
    ["* по оценке компании", None, None, None, None, None],
]
MAPPING = {
    "header_row": 3,
    "unit": 1000,
    "columns": {
        "payer": HEADER[0],
        "stream": HEADER[1],
        "agency": HEADER[2],
        "amount_company": "по данным компании",
        "amount_government": HEADER[4],
        "discrepancy_note": HEADER[5],
    },
    "constants": {"year": 2014, "currency": "KGS"},
    "stream_alias": {"Роялти": "royalty", "земельный налог": "land_property"},
    "receiver_level": {"ГНС": "republic", "Айыл өкмөтү": "local_budget"},
}
CONTENT = workbook(**{"Приложение 3": [["Сверка, тыс. сом"], [], HEADER, *ROWS]})


def _read(content: bytes = CONTENT, **changes: object):
    return RECONCILIATION.read(content, "report.xlsx", MAPPING | changes, None)


def test_both_sides_are_read_in_som():
    rows = _read().frame[["stream_code", "amount_company", "amount_government", "discrepancy_note"]]
    assert rows.fillna("").to_numpy().tolist() == [
        ["royalty", "1234500.0", "1234500.0", ""],
        ["royalty", "", "-4500.00", "did not report: DNP (company)"],
        ["land_property", "12000", "14000", "Платёж в январе"],
    ]


def test_what_is_not_loaded_is_told():
    reading = _read()
    assert {(item.row, item.column, item.reason) for item in reading.set_aside} == {
        (6, None, "neither side reported an amount"),
        (8, "По данным компании", ERROR),
        (9, "stream", "is not in [stream_alias] of the mapping"),
    }
    assert "not loaded: 'Неизвестный', received by 'ГНС': 3,000 KGS" in reading.warnings
    assert "row 11 is read as a footnote: * по оценке компании" in reading.warnings


def test_totals_are_compared_not_loaded():
    (warning,) = [text for text in _read().warnings if "total printed" in text]
    assert warning == "row 10, amount_government: the total printed is 1,261,000, the rows add up to 1,247,000.00"
    wrong = workbook(a=[[], [], HEADER, ROWS[0], ["Всего", None, None, "1 234,5", 7]])
    assert (
        "row 5, amount_government: the total printed is 7,000, the rows add up to 1,234,500.0" in _read(wrong).warnings
    )


def test_subtotals_of_each_company_are_totals_too():
    rows = [["A", "Роялти", "ГНС", 5, 5], ["Итого A", None, None, 5, 5], ["B", "Роялти", "ГНС", 7, 7]]
    content = workbook(a=[[], [], HEADER, *rows, ["Итого B", None, None, 7, 7], ["ВСЕГО", None, None, 12, 12]])
    reading = _read(content)
    assert len(reading.frame) == 2 and not [text for text in reading.warnings if "total printed" in text]


def test_a_text_file_is_read_alike():
    lines = [";".join(str(cell or "").replace("\n", " ") for cell in row) for row in [HEADER, *ROWS[:2]]]
    frame = _read("\n".join(lines).encode("cp1251", errors="replace"), header_row=1).frame
    assert frame["amount_government"].tolist() == ["1234500.0", "-4500.00"]


def test_rows_pass_the_checks_of_the_dataset(reference):
    frame = validate(_read().frame, DATASETS["revenue"].schema(reference), "report.xlsx")
    (table, *_) = DATASETS["revenue"].tidy(frame, reference).values()
    assert table["recon_status"].tolist() == ["matched", "one_sided", "explained"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"columns": MAPPING["columns"] | {"place": "Район"}}, "column Район: the column is missing; there are"),
        ({"sheet": "Приложение 4"}, "no visible sheet"),
        ({"columns": MAPPING["columns"] | {"amount": "x"}}, "an entry 'columns.amount'"),
        ({"columns": {"amount_company": HEADER[3]}}, "must name the column of amount_government"),
        ({"constants": {"yeer": 2014}}, "an entry 'constants.yeer'"),
        ({"units": 1000}, "an entry 'units'"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(changes, reason):
    with pytest.raises(LoadRefused, match=reason):
        _read(**changes)


def test_a_year_that_is_none_is_set_aside():
    (item, *_) = [
        each for each in _read(constants={"year": "2014/15", "currency": "KGS"}).set_aside if each.column == "year"
    ]
    assert item.value == "2014/15" and item.reason == "is not a year of four digits"


@pytest.mark.parametrize(
    ("title", "header"), [("Сверка, тыс. сом", "По данным компании"), ("Report", "Paid, mln KGS"), ("миң сом", "Paid")]
)
def test_a_scale_that_the_table_says_must_be_in_the_mapping(title, header):
    content = workbook(a=[[title], [], [*HEADER[:3], header, *HEADER[4:]], ROWS[0]])
    mapping = MAPPING | {"columns": MAPPING["columns"] | {"amount_company": header}}
    without_unit = {name: entry for name, entry in mapping.items() if name != "unit"}
    with pytest.raises(LoadRefused, match="another unit than one; state `unit` in the mapping"):
        RECONCILIATION.read(content, "report.xlsx", without_unit, None)
    for unit in (1, 1000):
        assert len(RECONCILIATION.read(content, "report.xlsx", mapping | {"unit": unit}, None).frame) == 1
