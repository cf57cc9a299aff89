"""EITI workbooks of templates 1.0 and 1.1: both sides, money that is not divided, the currency unit, the country."""

import pytest

from loaders.datasets.registry import DATASETS
from loaders.formats.eiti_summary import EITI_SUMMARY
from loaders.formats.tables import ERROR, MERGED_CELL
from loaders.gate.checks import LoadRefused, validate
from tests.loaders.formats.books import content_of, sheets, workbook

MAPPING = {
    "stream_alias": {"Royalties": "royalty", "Profit tax": "profit_tax", "Total area fee": "land_property"},
    "receiver_level": {"Tax service": "republic", "Total Fund": "district_fund"},
    "payer": {"Alpha Gold": "a", "Total Resources LLC": "b"},
}
ABOUT = [["Start Date", "2015-01-01"], ["End Date", "2015-12-31"], ["ISO currency code", "KGS"]]
GFS = "GFS codes of revenue streams from extractive companies"
DISCLOSED = "Revenue, as disclosed by government"
EMPTY = [""] * 5
NAMES = ["Legal name", "Alpha Gold", "Total Resources LLC"]
ROYALTIES = ["1415E1", "Included and reconciled", "Royalties", "Tax service", 520, 500, 300, 200]
PROFIT_TAX = ["1112E1", "Included not reconciled", "Profit tax", "Tax service", 70, 0]
TOTALS = ["", "", "", "", "TOTAL, disclosed by government", "TOTAL, reconciled"]
PARTS = ["GFS classification", "Sector", "Revenue stream name", "Government entity", "Revenue value", "Currency"]


def _rows(*rows: list, unit: object = "KGS", agency: str = "Name of receiving government agency") -> list[list]:
    """The sheet of template 1.1: the unit above the companies, the header with sums, rows, both totals."""
    top = [
        ["", "", "", "", "", "Currency unit", "C. Companies"],
        ["", "", "", "", "", unit],
        ["", "", "", "", "", *NAMES],
    ]
    header = [GFS, "Included in EITI Report", "Name of revenue stream in country", agency, DISCLOSED, "Subtotals"]
    return [*top, header, *rows]


def _book(*rows: list, about: list = ABOUT, **changes: object) -> bytes:
    return workbook(**{"1. About": about, "3. Revenues": _rows(*rows, **changes)})


def _read(content: bytes, **changes: object):
    return EITI_SUMMARY.read(content, "eiti.xlsx", MAPPING | changes, None)


def _amounts(reading) -> list[list]:
    columns = ["payer_code", "stream_code", "amount_company", "amount_government"]
    return reading.frame[columns].fillna("").to_numpy().tolist()


@pytest.mark.parametrize("agency", ["Name of receiving government agency", "Receiving government agency"])
def test_reconciled_amounts_are_of_both_sides_and_undivided_ones_are_kept(agency):
    reading = _read(_book(ROYALTIES, PROFIT_TAX, TOTALS, ["", "", "", "", 590, 500], agency=agency))
    assert _amounts(reading) == [
        ["a", "royalty", "300", "300"],
        ["b", "royalty", "200", "200"],
        ["", "profit_tax", "", "70"],
    ]
    assert reading.warnings == ("row 5, 'Royalties': 520 disclosed against 500 reconciled, which is loaded",)
    assert reading.set_aside == ()


def test_what_was_reconciled_is_agreed_and_the_rest_is_of_one_side(reference):
    reading = _read(_book(ROYALTIES, PROFIT_TAX), payer={})
    frame = validate(reading.frame, DATASETS["revenue"].schema(reference), "eiti.xlsx")
    (table, *_) = DATASETS["revenue"].tidy(frame, reference).values()
    assert table["recon_status"].tolist() == ["matched", "matched", "one_sided"]


@pytest.mark.parametrize("cells", [[0, 0], ["-", ""], ["n/a", "DNP"], []])
def test_what_companies_say_nothing_of_is_what_the_government_disclosed(cells):
    reading = _read(_book(["1112E1", "Included and reconciled", "Profit tax", "Tax service", 70, 0, *cells]))
    assert ["", "profit_tax", "", "70"] in _amounts(reading)


def test_totals_below_their_labels_are_compared():
    warnings = _read(_book(ROYALTIES, PROFIT_TAX, TOTALS, ["", "", "", "", 591, 501])).warnings
    assert "the total: the workbook prints 501, its cells add up to 500" in warnings
    assert "the total disclosed: the workbook prints 591, its cells add up to 590" in warnings


def test_a_stream_and_a_receiver_called_total_are_no_total():
    fee = ["116E", "Included not reconciled", "Total area fee", "Total Fund", 5, 0]
    total_row = ["116E", "Included not reconciled", "Total", "Total Fund", 6, 0]
    reading = _read(_book(fee, total_row, PROFIT_TAX), stream_alias=MAPPING["stream_alias"] | {"Total": "royalty"})
    assert [row[3] for row in _amounts(reading)] == ["5", "6", "70"]


def test_companies_called_total_of_part_5_do_not_end_it():
    header = ["Company", "Government entity", "Revenue stream name", "Currency", "Revenue value"]
    rows = [
        ["Total Resources LLC", "Tax service", "Royalties", "KGS", 5],
        ["Alpha Gold", "Tax service", "Royalties", "KGS", 7],
    ]
    content = workbook(**{"1": ABOUT, "5": [header, *rows, ["Total in KGS", "", "", "", 12]]})
    reading = _read(content)
    assert [(row[0], row[3]) for row in _amounts(reading)] == [("b", "5"), ("a", "7")] and not reading.warnings


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        *(("KGS", 1), ("<currency unit>", 1), (None, 1), ("сом", 1), ("som", 1)),
        *(
            ("1000 KGS", 1_000),
            ("1,000 KGS", 1_000),
            ("KGS '000", 1_000),
            ("Thousands of KGS", 1_000),
            ("тыс. сом", 1_000),
        ),
        *(("KGS millions", 1_000_000), ("млн сом", 1_000_000)),
    ],
)
def test_amounts_are_counted_in_the_currency_unit_that_is_stated(unit, factor):
    reading = _read(_book(PROFIT_TAX, unit=unit))
    assert _amounts(reading)[0][3] == str(70 * factor)
    assert (f"its amounts are in units of {factor:,}" in str(reading.warnings)) == (factor > 1)


def test_a_unit_in_the_header_of_the_amounts_counts_too():
    header = [name.replace("Revenue value", "Revenue value (thousand KGS)") for name in PARTS]
    rows = [header, ["1415E1", "Mining", "Royalties", "Tax service", 5, "KGS"]]
    assert _amounts(_read(workbook(**{"1": ABOUT, "4": rows})))[0][3] == "5000"


@pytest.mark.parametrize(
    ("unit", "words"), [("1000 tenge", "currency unit is not understood"), ("USD", "another currency than KGS")]
)
def test_a_unit_that_is_not_understood_is_refused_with_its_words(unit, words):
    with pytest.raises(LoadRefused, match=rf"{words}; state .*'{unit}'"):
        _read(_book(PROFIT_TAX, unit=unit))
    assert _amounts(_read(_book(PROFIT_TAX, unit=unit), unit=1000))[0][3] == "70000"


@pytest.mark.parametrize("label", ["Country", "Country or area name"])
@pytest.mark.parametrize(
    "name", ["Kyrgyz Republic", "Kyrgyzstan", "The Kyrgyz Republic ", "Кыргызская Республика", "KGZ"]
)
def test_the_country_may_be_written_in_each_way(label, name):
    about = [[label, "Country or area name", name], *ABOUT]
    assert len(_read(_book(PROFIT_TAX, about=about)).frame) == 1


@pytest.mark.parametrize("name", ["Kazakhstan", "Norway", "Republic of Tajikistan"])
def test_money_of_another_country_is_refused(name):
    with pytest.raises(LoadRefused, match=rf"no money of the Kyrgyz Republic \(found '{name}'\)"):
        _read(_book(PROFIT_TAX, about=[["Country", "", name], *ABOUT]))


def test_an_amount_in_a_merged_cell_is_set_aside_and_names_are_filled_down():
    land = ["", "", "", "", 9, 0, 8, 1]
    book = sheets(**{"1. About": ABOUT, "3. Revenues": _rows(ROYALTIES, land)})
    for cells in ("B5:B6", "C5:C6", "D5:D6", "G5:G6"):
        book["3. Revenues"].merge_cells(cells)
    reading = _read(content_of(book))
    assert _amounts(reading) == [["b", "royalty", "200", "200"], ["b", "royalty", "1", "1"]]
    assert {(item.row, item.column, item.value, item.reason) for item in reading.set_aside} == {
        (5, "Alpha Gold", "300", MERGED_CELL),
        (6, "Alpha Gold", "300", MERGED_CELL),
    }


def test_an_undivided_amount_that_shows_an_error_is_told():
    reading = _read(_book(ROYALTIES, [*PROFIT_TAX[:4], "#REF!", 0]))
    (item,) = reading.set_aside
    assert (item.row, item.reason) == (6, ERROR) and len(reading.frame) == 2
