"""The worked examples of the guides to mappings do what the guides say, and their entries for sources can be meant."""

import re
import tomllib

import pytest

from loaders.config.sources import declared_sources
from loaders.formats.mapped_payments import tables_of
from loaders.formats.payments_to_governments import PAYMENTS_TO_GOVERNMENTS
from loaders.formats.reconciliation import RECONCILIATION
from loaders.formats.statistics_wide import STATISTICS_WIDE
from tests.loaders.formats.whole import MAPPINGS, mapping_of

GUIDES = {path.stem: path.read_text(encoding="utf-8") for path in MAPPINGS.glob("*.md")}
SOURCES = [
    (guide, block)
    for guide, text in sorted(GUIDES.items())
    for block in re.findall(r"```toml\n(\[source\..*?)```", text, re.DOTALL)
]


def _blocks(guide: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDES[guide], re.DOTALL)


def test_the_worked_example_of_a_reconciliation_report():
    content, mapping = _blocks("revenue", "csv")[0].encode(), tomllib.loads(_blocks("revenue", "toml")[0])
    reading = RECONCILIATION.read(content, "annex.csv", mapping, None)
    rows = reading.frame[["payer_code", "amount_company", "amount_government", "discrepancy_note"]]
    assert rows.fillna("").to_numpy().tolist() == [
        ["mine-a", "1234500.0", "1234500.0", ""],
        ["mine-b", "", "-4500.00", "did not report: DNP (company)"],
        ["mine-b", "12000", "14000", "Платёж в январе"],
    ]
    assert reading.warnings == ("not loaded: 'Прочее', received by 'ГНС': 1,000 KGS",)


def test_the_worked_example_of_a_report_on_payments_to_governments():
    content = _blocks("revenue", "csv")[1].encode()
    rows = PAYMENTS_TO_GOVERNMENTS.read(content, "report.csv", mapping_of("kaz_minerals"), None).frame
    assert rows[["receiver_level", "amount_company"]].to_numpy().tolist() == [
        ["republic", "5176000"],
        ["local", "934000"],
    ]


def test_the_worked_example_of_a_table_of_years(reference):
    content = _blocks("statistics", "csv")[0].encode()
    reading = STATISTICS_WIDE.read(content, "table.csv", mapping_of("example_statistics_wide"), reference)
    assert reading.frame["district_code"].value_counts().sort_index().tolist() == [3, 1, 3, 3]
    assert reading.set_aside == ()


@pytest.mark.parametrize(("guide", "block"), SOURCES, ids=lambda text: text.partition("\n")[0])
def test_an_entry_for_a_source_can_be_meant(tmp_path, guide, block):
    path = tmp_path / "sources.toml"
    path.write_text(block, encoding="utf-8")
    (source,) = declared_sources(path).values()
    assert f"## `{source.format}`" in GUIDES[guide] and (MAPPINGS / (source.mapping or "")).is_file()


def test_the_example_of_several_tables_is_a_mapping():
    example = re.search(r"## Several tables\n.*?```toml\n(.*?)```", GUIDES["revenue"], re.DOTALL)[1]
    tables = tables_of(tomllib.loads(example), "Raions 2019 (1).csv")
    assert [one["constants"]["year"] for one in tables] == [2018, 2018, 2019]
