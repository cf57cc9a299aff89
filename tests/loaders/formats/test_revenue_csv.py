"""Our own format, as spreadsheets save it."""

import pytest

from loaders.config.sources import BUNDLED_FOLDER
from loaders.datasets.registry import DATASETS
from loaders.formats.revenue_csv import REVENUE_CSV
from loaders.gate.checks import validate
from tests.loaders.formats.books import workbook


def test_the_example_is_read_as_the_default_reads_it(reference):
    content = (BUNDLED_FOLDER / "revenue.csv").read_bytes()
    frame = REVENUE_CSV.read(content, "revenue.csv", {}, reference).frame
    validate(frame, DATASETS["revenue"].schema(reference), "revenue.csv")
    assert frame.equals(DATASETS["revenue"].read(content, "revenue.csv").set_axis(frame.index))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_another_separator_and_encoding_make_no_difference(separator):
    content = f"flow_id{separator}amount_company\nf-1{separator}Сумма\n".encode("cp1251")
    assert REVENUE_CSV.read(content, "r.csv", {}, None).frame.loc[2].tolist() == ["f-1", "Сумма"]


def test_rows_with_errors_of_a_workbook_are_set_aside():
    content = workbook(a=[["flow_id", "amount_company"], ["f-1", "#VALUE!"], ["f-2", 5]])
    reading = REVENUE_CSV.read(content, "r.xlsx", {}, None)
    assert reading.frame.index.tolist() == [3] and [item.row for item in reading.set_aside] == [2]
