"""Reports on payments to governments, on those of KAZ Minerals for 2017 and 2019."""

import pytest

from loaders.formats.payments_to_governments import PAYMENTS_TO_GOVERNMENTS
from loaders.gate.checks import LoadRefused
from loaders.gate.numbers import total
from tests.loaders.formats.whole import mapping_of, tidy_tables

MAPPING = mapping_of("kaz_minerals")
ALL = MAPPING | {"payer": {}}


def _read(content: bytes, mapping: dict = ALL):
    return PAYMENTS_TO_GOVERNMENTS.read(content, "report.csv", mapping, None)


@pytest.fixture
def report(sample_file) -> bytes:
    return sample_file("kaz_minerals_payments.csv")


def test_a_report_has_the_company_s_figures_by_receiver(report, reference):
    reading = _read(report)
    rows = reading.frame
    sums = rows.groupby([rows["period_start"].str[:4], "receiver_level"])["amount_company"].agg(total)
    assert sums.tolist() == [934_000, 6_195_000, 2_763_000, 8_555_000]
    assert set(rows["stage"]) == {"payment"} and set(rows["site_id"]) == {"bozymchak"}
    (flows, *_) = tidy_tables("revenue", reading, reference).values()
    assert set(flows["recon_status"]) == {"one_sided"}


def test_a_local_body_is_in_the_place_of_the_mapping_and_the_republic_in_none(report):
    places = _read(report).frame.groupby("receiver_level")["district_code"].agg(set)
    assert places["local"] == {"41703204"} and places["republic"].pop() is not None


def test_the_mapping_that_is_brought_along_names_every_kind_of_payment(report):
    reading = _read(report, MAPPING)
    assert reading.set_aside == () and not [text for text in reading.warnings if text.startswith("not loaded")]
    streams = set(reading.frame["stream_code"])
    assert streams == {"royalty_or_2pct", "infrastructure", "withholding_tax"}


def test_printed_totals_are_compared(report):
    assert not [text for text in _read(report).warnings if "total printed" in text]
    wrong = _read(report.replace(b'"7,129"', b'"7,130"')).warnings
    assert "row 6, amount_company: the total printed is 7,130,000, the rows add up to 7,129,000" in wrong


def test_what_has_no_stream_is_told_with_its_sum(report):
    aliases = {kind: code for kind, code in MAPPING["stream_alias"].items() if kind != "Withholding tax"}
    warnings = [text for text in _read(report, ALL | {"stream_alias": aliases}).warnings if "Withholding" in text]
    assert len(warnings) == 1 and warnings[0].endswith(": 3,722,000 USD")


def test_the_same_names_of_other_countries_are_left_out(report):
    here = _read(report)
    abroad = _read(report.replace(b"2017,Kyrgyzstan,Local", b"2017,Kazakhstan,Local"))
    assert len(abroad.frame) == len(here.frame) - 1
    assert "rows of other countries were left out: 1" in abroad.warnings
    assert not [text for text in abroad.warnings if "total printed" in text]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"unit": None}, "its amounts seem to be in another unit than one; state `unit`"),
        ({"columns": {"amount_government": "Amount"}}, "amount_government is what a government says"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(report, changes, reason):
    mapping = {name: entry for name, entry in (ALL | changes).items() if entry is not None}
    with pytest.raises(LoadRefused, match=reason):
        _read(report, mapping)
