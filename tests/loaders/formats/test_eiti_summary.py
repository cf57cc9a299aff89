"""EITI Summary Data workbooks: a published one of template 0.9.7, and small ones of 1.x, 2.0 and 2.1."""

import json
from decimal import Decimal

import pytest

from loaders.datasets.registry import DATASETS
from loaders.formats.eiti_summary import EITI_SUMMARY
from loaders.formats.flows import COLUMNS
from loaders.gate.checks import LoadRefused, validate
from loaders.gate.numbers import total
from tests.loaders.formats.books import workbook

PHILIPPINES = "published/eiti_summary_philippines_2012.xlsx"
# What a mapping states counts more than what the workbook says.
AS_IF_OURS = {"country": "Kyrgyzstan"}
LEVELS = {"LGU": "local_budget", "Tax service": "republic", "District fund": "district_fund"}
STREAMS = {"Royalties": "royalty", "Royalty": "royalty", "Land tax": "land_property", "Bonus": "bonus"}
MAPPING = {"stream_alias": STREAMS, "receiver_level": LEVELS}
ABOUT = [
    ["", "Start Date", "2019-01-01"],
    ["", "End Date", "2019-12-31"],
    ["Reporting currency (ISO-4217 currency codes)", "<ISO code>", "KGS"],
]


PHILIPPINE_STREAMS = (
    "Corporate income tax",
    "Withholding tax - Foreign shareholder dividends",
    "Withholding tax - Profit remittance to principal",
    "Real property tax - Basic",
    "Real property tax - SEF",
    "Excise tax on minerals",
    "Local business tax",
    "Mayor's permit",
    "Environmental fees",
    "Extraction fees",
    "Mine wastes & tailing fees",
    "Occupation fees",
    "Registration fee",
    "Regulatory/Administrative fees",
    "Customs duties",
    "VAT on imported materials and equipment",
    "Excise tax on imported goods",
    "Whafage fees",
    "Local wharfage fees",
    "Training fund for DOE employees",
    "Community tax",
    "Other LGU payments",
    "Withholding tax - Royalties to claim owners and IPs",
    "Royalty in mineral reservation",
    "Royalty for IPs",
    "Government share from oil and gas production",
    "Rental fees on mineral lands",
    "Others (e.g. penalties, fines, etc.)",
)


def _matrix(total_printed: object = 190, cell: object = "1 00,5") -> bytes:
    """Template 1.x in short: header, two parents, two streams, a total, and expenditures below it."""
    rows = [
        ["", "", "", "", "", "Legal name", "Mine A", "Mine B", "<company>"],
        ["GFS codes of revenue streams", "", "Included", "Name of revenue stream in country"]
        + ["Receiving government agency", "Subtotals", 110, 80, 0],
        ["11E", "Taxes", "", "", "", 0],
        ["113E", "Property", "included", "Land tax", "LGU", 90, 10, 80, "<value>"],
        ["1415E1", "Royalties", "included", "Royalties ", "tax  SERVICE", 100, cell],
        ["1415E2", "Bonus", "included", "Bonus", "LGU", 0],
        ["", "", "", "", "TOTAL:", total_printed],
        ["E. Notes"],
        ["", "", "", "Expenditures", "LGU", 5, 5],
    ]
    return workbook(**{"1. About": ABOUT, "3. Revenues": rows, "Example Norway": rows, "hidden revenues": rows})


def _parts(version: str, streams: list[list], company_rows: list[list]) -> bytes:
    agency = {"2.0": "Government entity", "2.1": "Issuing government entity"}[version]
    project_header = {"2.0": "Reported by project (Y/N)", "2.1": "Reported on project (Y/N)"}[version]
    four = ["GFS classification", "Sector", "Revenue stream name", agency, "Revenue value", "Currency"]
    five = ["Company", agency, "Revenue stream name", "Levied on project (Y/N)", project_header]
    five += ["Project name (if applicable)", "Reporting currency", "Revenue value", "Payment made in kind (Y/N)"]
    title = ["Part 4: government revenues"]
    sheets = {"1_About": ABOUT, "4_Extractive revenues": [title, [], four, *streams]}
    return workbook(**sheets, **{"5_Gov revenues (comp+proj)": [title, five, *company_rows]})


LISTED = [
    ["Royalties (1415E1)", "Mining", "Royalties", "Tax service", 150, "KGS"],
    ["Taxes on property (113E)", "Mining", "Land tax", "LGU", "12 345,5", "KGS"],
    ["<GFS>", "<sector>", "<stream>", "<agency>", "- ", "<currency>"],
    ["Total in USD", "", "", "", 180],
    ["Total in KGS", "", "", "", 12_495.5],
    ["Bonus (1415E2)", "Mining", "Bonus", "LGU", 7, "KGS"],
]
DOUBTFUL = ["Royalties (1415E1)", "Mining", "Royalties", "Tax service", "1,234", "KGS"]
DIVIDED = [
    ["Mine A", "Tax service", "Royalty", "Y", "Y", "Kumtor", "KGS", 100, "N"],
    ["Mine B", "Tax service", "Royalty", "N", "N", "-", "KGS", 50, "N"],
    ["<company>", "", "", "", "", "", "", "", ""],
]


def _read(content: bytes, **changes: object):
    return EITI_SUMMARY.read(content, "eiti.xlsx", MAPPING | changes, None)


def test_a_published_workbook_gives_its_publishers_totals(published_file):
    charted = json.loads(published_file("published/eiti_chart_disbursed_revenue_PHL.json"))["children"]
    expected = {leaf["name"].partition(" - ")[0]: leaf["size"] for part in charted for leaf in part["children"]}
    content = published_file(PHILIPPINES)
    sums = {agency: _sum(EITI_SUMMARY.read(content, "p.xlsx", _philippines(agency), None)) for agency in expected}
    assert sums == expected
    assert sums["LGU"] == 372_165_870 and sum(sums.values()) == 52_763_497_266


def _philippines(agency: str) -> dict:
    """A mapping for one agency: whatever it receives counts as one stream."""
    streams = dict.fromkeys(PHILIPPINE_STREAMS, "royalty")
    return {"stream_alias": streams, "receiver_level": {agency: "republic"}, **AS_IF_OURS}


def _sum(reading) -> Decimal:
    return total(reading.frame["amount_government"])


def test_its_cells_agree_with_what_it_prints_and_unknown_names_are_told(published_file):
    content = published_file(PHILIPPINES)
    mapping = {"stream_alias": {"Royalty in mineral reservation": "royalty"}, "receiver_level": {"MGB": "republic"}}
    mapping |= AS_IF_OURS
    reading = EITI_SUMMARY.read(content, "p.xlsx", mapping, None)
    assert not [text for text in reading.warnings if "prints" in text]
    assert "not loaded: 'Real property tax - Basic', received by 'LGU': 73,318,399 PHP" in reading.warnings
    assert set(reading.frame["currency"]) == {"PHP"} and set(reading.frame["gfs_code"]) == {"1415E1"}
    assert reading.frame["period_end"].unique().tolist() == ["2012-12-31"]


def test_the_matrix_is_read_without_placeholders_examples_and_what_stands_below():
    reading = _read(_matrix(cell="100,5", total_printed=190.5), payer={"Mine A": "a"})
    rows = reading.frame[["payer_code", "stream_code", "receiver_level", "gfs_code", "amount_government"]]
    assert rows.fillna("").to_numpy().tolist() == [
        ["a", "land_property", "local_budget", "113E", "10"],
        ["", "land_property", "local_budget", "113E", "80"],
        ["a", "royalty", "republic", "1415E1", "100.5"],
    ]
    assert list(reading.frame) == list(COLUMNS) and not reading.set_aside
    assert reading.warnings == ("loaded without payer_code, as 'Mine B' is not in [payer] of the mapping",)


def test_printed_sums_that_do_not_agree_are_told_with_both_numbers():
    warnings = _read(_matrix(cell=90)).warnings
    assert "row 5: the workbook prints 100, its cells add up to 90" in warnings
    assert "Mine A: the workbook prints 110, its cells add up to 100" in warnings
    assert "the total: the workbook prints 190, its cells add up to 180" in warnings


@pytest.mark.parametrize(("cell", "reason"), [("1 00,5", "is not an amount"), ("#REF!", "shows an error")])
def test_a_cell_that_cannot_be_read_is_set_aside_alone(cell, reason):
    reading = _read(_matrix(cell=cell))
    (item,) = reading.set_aside
    assert (item.row, item.column, item.value) == (5, "Mine A", cell) and reason in item.reason
    assert len(reading.frame) == 2


@pytest.mark.parametrize("make", [lambda: _matrix(cell="1,234"), lambda: _parts("2.1", [DOUBTFUL], [])])
def test_a_doubtful_amount_is_read_only_if_the_mapping_decides(make):
    assert "1234" not in _read(make()).frame["amount_government"].tolist()
    assert "1234" in _read(make(), decimal=".").frame["amount_government"].tolist()


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_parts_4_and_5_are_one_money_counted_once(version):
    reading = _read(_parts(version, LISTED, DIVIDED), payer={"Mine A": "a", "Mine B": "b"}, site={"Kumtor": "kumtor"})
    rows = reading.frame[["payer_code", "site_id", "stream_code", "gfs_code", "amount_government"]].fillna("")
    assert sorted(rows.to_numpy().tolist()) == [
        ["", "", "land_property", "113E", "12345.5"],
        ["a", "kumtor", "royalty", "1415E1", "100"],
        ["b", "", "royalty", "1415E1", "50"],
    ]
    assert reading.warnings == () and reading.set_aside == ()


def test_parts_that_disagree_are_told_with_both_numbers():
    streams = [[*LISTED[0][:4], 170, "KGS"], *LISTED[1:4], ["Total in KGS", "", "", "", 1]]
    warnings = _read(_parts("2.1", streams, DIVIDED), payer={"Mine A": "a", "Mine B": "b"}).warnings
    assert "royalty, republic: part 4 prints 170, the companies of part 5 add up to 150, which is loaded" in warnings
    assert "4_Extractive revenues: the total printed is 1 KGS, the rows add up to 12,515.5" in warnings


def test_unknown_streams_of_both_parts_are_set_aside():
    reading = _read(_parts("2.1", LISTED, DIVIDED), stream_alias={"Land tax": "land_property"})
    assert [(item.column, item.value) for item in reading.set_aside] == [("stream", "Royalties"), ("stream", "Royalty")]
    assert reading.frame["stream_code"].tolist() == ["land_property"]


def test_the_same_payment_has_the_same_key_in_the_next_edition():
    first = _read(_parts("2.1", LISTED, DIVIDED)).frame.set_index("flow_id")["amount_government"]
    next_ = _read(_parts("2.1", LISTED[1:], [[], DIVIDED[1], DIVIDED[0]])).frame
    assert first.index.is_unique and set(next_["flow_id"]) <= set(first.index)


@pytest.mark.parametrize("content", [_matrix(cell=100), _parts("2.0", LISTED, DIVIDED)])
def test_rows_pass_the_checks_of_the_dataset(reference, content):
    reading = _read(content)
    frame = validate(reading.frame, DATASETS["revenue"].schema(reference), "eiti.xlsx")
    (table, *_) = DATASETS["revenue"].tidy(frame, reference).values()
    assert len(table) == len(reading.frame)


def test_a_currency_without_rate_is_the_datasets_decision(reference):
    reading = _read(_matrix(cell=100), currency="PHP")
    with pytest.raises(LoadRefused, match="is not a known currency"):
        validate(reading.frame, DATASETS["revenue"].schema(reference), "eiti.xlsx")


@pytest.mark.parametrize(
    ("content", "changes", "reason"),
    [
        (workbook(a=[["x"], [1]]), {}, "does not say its period_start"),
        (workbook(a=ABOUT), {}, "neither the matrix"),
        (_matrix(), {"period_end": "2019-13-01"}, "is not a date"),
        (_matrix(), {"currency": "som"}, "is not an ISO currency code"),
        (_matrix(), {"steam_alias": {}}, "the mapping has an entry 'steam_alias'"),
    ],
)
def test_what_is_no_such_workbook_is_refused(content, changes, reason):
    with pytest.raises(LoadRefused, match=reason):
        _read(content, **changes)


def test_the_published_workbook_of_another_country_is_refused(published_file):
    mapping = {name: entry for name, entry in _philippines("LGU").items() if name not in AS_IF_OURS}
    with pytest.raises(LoadRefused, match="is another one: .* Kyrgyz Republic .*'Republic of the Philippines'"):
        EITI_SUMMARY.read(published_file(PHILIPPINES), "p.xlsx", mapping, None)


def test_a_mapping_without_a_table_is_refused():
    with pytest.raises(LoadRefused, match="cannot be read without 'receiver_level'"):
        EITI_SUMMARY.read(_matrix(), "eiti.xlsx", {"stream_alias": {}}, None)
