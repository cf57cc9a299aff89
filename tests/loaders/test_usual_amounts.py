"""An amount a thousand times the usual of its stream and place is remarked on, and loaded as it is."""

import pytest

from loaders.engine.run import Terms
from tests.loaders.stand_ins import FILES, load_text

HEADER = FILES["revenue"].splitlines()[0]
AGAIN = Terms(allow_removal=True)


def _row(number: int, amount: object, place: str = "41702210", stream: str = "royalty", year: int = 2014) -> str:
    sides = f"{amount},{amount}"
    return f"u-{number},payment,{year}-01-01,{year}-12-31,mine-a,republic,,{place},{stream},,,,{sides},KGS,"


def _remarked(stores, folder, rows: list[str]) -> list[tuple]:
    outcome = load_text(stores, folder, "revenue", "\n".join([HEADER, *rows, ""]), AGAIN)
    assert outcome.rows_written == len(rows)
    remarks = [finding for finding in outcome.findings.items if "hundred times" in finding.place.reason]
    assert {str(finding.severity) for finding in remarks} <= {"warning"}
    return [(finding.place.row, finding.place.column) for finding in remarks]


USUAL = [_row(number, 1_000_000 + number) for number in range(5)]


@pytest.mark.parametrize(
    ("row", "is_remarked"),
    [
        (_row(9, 1_000_000_000, year=2015), True),
        (_row(9, 1_000, year=2015), True),
        (_row(9, -1_000_000_000, year=2015), True),
        (_row(9, 50_000_000, year=2015), False),
        (_row(9, 0, year=2015), False),
        (_row(9, 1_000_000_000, stream="land_property"), False),
        (_row(9, 1_000_000_000, place="41702205"), False),
    ],
)
def test_against_what_the_store_has_of_the_stream_and_place(filled_stores, tmp_path, row, is_remarked):
    assert _remarked(filled_stores, tmp_path, USUAL) == []
    assert _remarked(filled_stores, tmp_path, [*USUAL, row]) == ([(7, "amount_government")] if is_remarked else [])


def test_of_a_first_file_against_its_own_middle(filled_stores, tmp_path):
    assert _remarked(filled_stores, tmp_path, [*USUAL, _row(9, 2_000_000_000)]) == [(7, "amount_government")]


def test_amounts_are_compared_in_one_currency(filled_stores, tmp_path):
    _remarked(filled_stores, tmp_path, USUAL)
    dollars = _row(9, 20_000_000, year=2015).replace("KGS", "USD")
    assert _remarked(filled_stores, tmp_path, [*USUAL, dollars.replace("20000000", "2000000")]) == [
        (7, "amount_government")
    ]


def test_sales_of_a_company_against_its_own(filled_stores, tmp_path):
    header = FILES["mineral_sales"].splitlines()[0]
    rows = [f"mine-a,{year},{1_000_000 + year},no" for year in range(2010, 2015)]
    text = "\n".join([header, *rows, ""])
    load_text(filled_stores, tmp_path, "mineral_sales", text, AGAIN)
    later = load_text(filled_stores, tmp_path, "mineral_sales", f"{text}mine-a,2015,1000000000,no\n", AGAIN)
    assert [finding.place.row for finding in later.findings.items] == [7]
