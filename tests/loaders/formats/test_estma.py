"""ESTMA: what a Canadian company paid, by payee and never by project on top, on the publisher's workbook, cut."""

from collections.abc import Callable
from functools import partial

import pytest

from loaders.formats.estma import ESTMA, NAMES, ONE_TABLE, ONE_YEAR
from loaders.gate.checks import LoadRefused
from loaders.gate.numbers import total
from tests.loaders.formats.books import workbook
from tests.loaders.formats.whole import mapping_of, tidy_tables

MAPPING = mapping_of("estma_kyrgyz_republic")
ALL = MAPPING | {"payer": {}}
FEES = {"Fees", "Infrastructure Improvement Payments"}
MINE = ["MINE INC.", "2019-01-01", "2019-12-31", "\tUS Dollar\t", "Kyrgyzstan"]
TAXES = [*MINE, "Government of Kyrgyzstan", None, "Taxes", 100_000, "Note 2"]


@pytest.fixture
def read(sample_file) -> Callable:
    return partial(ESTMA.read, sample_file("estma_cut.xlsx"), "estma.xlsx", _reference_codes=None)


def _of(*rows: list, mapping: dict = ALL):
    return ESTMA.read(workbook(Dump=[[*NAMES.values()], *rows]), "estma.xlsx", mapping, None)


def test_payments_by_payee_are_loaded_in_whole_dollars(read):
    rows = read(ALL).frame
    sums = rows.groupby([rows["period_start"].str[:4], "stream_code"])["amount_company"].agg(total).unstack()
    assert sums["taxes"].tolist() == [86_240_000, 99_980_000, 107_990_000, 117_580_000]
    assert sums["fees"].tolist() == [1_530_000, 1_730_000, 2_650_000, 1_530_000]
    assert sums["infrastructure"].dropna().tolist() == [7_000_000, 170_000, 66_100_000]
    assert sums.loc["2016", ["bonus", "dividends"]].tolist() == [270_000, 7_050_000]
    assert len(rows) == 15 and set(rows["stage"]) == {"payment"}


def test_the_mapping_that_is_brought_along_names_every_kind_and_the_company(read):
    reading = read(MAPPING)
    assert set(reading.frame["payer_code"]) == {"centerra-gold"}
    assert reading.set_aside == () and not [text for text in reading.warnings if text.startswith("not loaded")]


def test_payments_by_project_are_the_same_and_told(read):
    notes = [text for text in read(ALL).warnings if "by project" in text]
    assert notes == ["rows by project, the same money as by payee, were compared and not loaded: 12"]


def test_a_company_s_figure_is_one_sided(read, reference):
    (flows, *_) = tidy_tables("revenue", read(ALL), reference).values()
    assert set(flows["recon_status"]) == {"one_sided"} and flows["amount_government"].isna().all()


def test_what_has_no_stream_is_told_with_its_sum(read):
    aliases = {kind: code for kind, code in MAPPING["stream_alias"].items() if kind not in FEES}
    reading = read(ALL | {"stream_alias": aliases})
    assert len(reading.frame) == 7 and {item.value for item in reading.set_aside} == FEES
    name, payee = "'Infrastructure Improvement Payments'", "'Government of Kyrgyzstan'"
    assert f"not loaded: {name}, received by {payee}: 73,270,000 USD" in reading.warnings


def test_other_countries_are_left_out(read):
    assert "rows of other countries were left out: 100" in read(ALL).warnings
    with pytest.raises(LoadRefused, match="column Country: has no row of the Kyrgyz Republic"):
        _of([*MINE[:4], "Chile", *TAXES[5:]])


def test_a_payee_is_in_a_place_only_by_the_mapping(read):
    reading = read(ALL)
    local = reading.frame[reading.frame["receiver_level"] == "local_budget"]
    assert local[["district_code", "oblast_code"]].fillna("").to_numpy().tolist() == [["", ""], ["41702220", ""]]
    note, ton = local["discrepancy_note"]
    assert "received by District of Issyk-Kul" in note and note.endswith("a district or an oblast is not told")
    assert "an in-kind payment" in ton and "not told" not in ton
    assert "loaded without a place, as 'District of Issyk-Kul' is not in [place] of the mapping" in reading.warnings
    rows_with_place = read(ALL | {"place": {"District of Issyk-Kul": "41702"}}).frame
    assert rows_with_place["oblast_code"].dropna().tolist() == ["41702"]


def test_the_project_is_told_where_all_of_a_kind_went_to_one(read):
    rows = read(ALL).frame
    assert rows.loc[rows["site_id"].isna(), "stream_code"].tolist() == ["dividends"]
    two = [[*MINE, None, name, "Taxes", 50_000, None] for name in ("Kumtor", "Other")]
    assert _of(TAXES, *two).frame["site_id"].isna().all()


@pytest.mark.parametrize(("by_project", "is_told"), [(100_000, False), (110_000, False), (120_000, True)])
def test_two_tables_that_differ_by_more_than_rounding_are_told(by_project, is_told):
    warning = "MINE INC., 2019, Taxes: by payee 100,000 USD, which is loaded; by project 120,000"
    reading = _of(TAXES, [*MINE, None, "Kumtor", "Taxes", by_project, None])
    assert (warning in reading.warnings) == is_told and len(reading.frame) == 1
    assert reading.frame["site_id"].isna().all() == is_told


def test_money_that_is_told_by_project_alone_is_told():
    reading = _of(TAXES, [*MINE, None, "Kumtor", "Fees", 10_000, None])
    assert "MINE INC., 2019, Fees: by payee 0 USD, which is loaded; by project 10,000" in reading.warnings


@pytest.mark.parametrize(
    ("place", "cell", "column", "reason"),
    [
        (2, "2020-06-30", "Period End Date", ONE_YEAR),
        (1, "soon", "Period Start Date", "is not a date that can be read"),
        (3, "N/A ", "Currency", "is none of US Dollar"),
        (6, "Kumtor", "Payee", ONE_TABLE),
        (5, None, "Payee", ONE_TABLE),
        (8, None, "Amount Reported", "must not be empty"),
        (8, "#REF!", "Amount Reported", "the workbook shows an error"),
        (4, None, "Country", "names no country"),
    ],
)
def test_a_row_that_is_not_clear_is_set_aside(place, cell, column, reason):
    wrong = [*TAXES[:place], cell, *TAXES[place + 1 :]]
    reading = _of(TAXES, wrong)
    (item,) = reading.set_aside
    assert (item.row, item.column) == (3, column) and item.reason.startswith(reason)
    assert len(reading.frame) == 1


def test_a_table_of_another_kind_is_refused():
    with pytest.raises(LoadRefused, match="the columns are missing; there are"):
        ESTMA.read(b"a;b\n1;2\n", "estma.csv", ALL, None)


@pytest.mark.exhaustive
def test_the_whole_workbook_has_the_same_payments(published_file, read):
    whole = ESTMA.read(published_file("real/estma/System_All_Payments_DataDump.xlsx"), "estma.xlsx", ALL, None)
    assert whole.frame.to_numpy().tolist() == read(ALL).frame.to_numpy().tolist()
