"""A first entry and mapping from a file, which a person fills in, and the lists of codes."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from loaders.formats.sdmx_ml import NAMESPACE
from tests.loaders import open_budget_service as service
from tests.loaders.command_line import run_here
from tests.loaders.databases import FILLED
from tests.loaders.formats.books import workbook
from tests.loaders.kinds import each_kind_of_table
from tests.loaders.stand_ins import FILES

TABLE = "Доходы за 2019 год, тыс. сом;;\nРайон;Роялти;Прочее\nАксуу;1,5;\nJeti-Oguz;2;а\nНарын;4;\nИтого;7,5;\n"
FILLED_IN = {
    '"Роялти" = ""': '"Роялти" = "royalty"',
    '"district" = ""': '"district" = "local_budget"',
    '"Нарын" = ""\n': "",
    'kind = ""': 'kind = "compiled"',
    'title.en = ""': 'title.ru = "Доходы"',
    'publisher.en = ""': 'publisher.en = "A ministry"',
    'licence.en = ""': 'licence.en = "Not stated"',
}


@pytest.fixture(scope="module")
def settings(originals):
    return originals.copy("sqlite", FILLED)


@pytest.fixture
def run(settings) -> Callable[..., CompletedProcess]:
    """Types a command over two stores with the stand-ins."""
    return lambda *arguments, **environ: run_here(*arguments, DATABASE_URL=settings.public_url, **environ)


def _description(run, folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    result = run("describe", folder / name)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_what_is_filled_in_can_be_loaded(run, tmp_path):
    text = _description(run, tmp_path, "Annex 2019.csv", TABLE.encode())
    assert "[source.annex_2019]" in text and 'format = "subnational_csv"' in text and '"Аксуу" = "41702205"' in text
    assert "# * what these columns are for, which the mapping does not use: Прочее" in text
    entry, _, mapping = text.partition("# For annex_2019.toml in the folder mappings beside sources.toml.\n")
    sources = tmp_path / "sources.toml"
    (tmp_path / "mappings").mkdir()
    arguments = ("load", "revenue", tmp_path / "Annex 2019.csv", "--source", "annex_2019", "--dry-run")
    for old, new in FILLED_IN.items():
        sources.write_text(entry, encoding="utf-8")
        (tmp_path / "mappings" / "annex_2019.toml").write_text(mapping, encoding="utf-8")
        # What is empty is refused until it is filled in.
        assert run(*arguments, SOURCES_FILE=str(sources)).returncode == 1, old
        assert old in entry + mapping
        entry, mapping = entry.replace(old, new), mapping.replace(old, new)
    sources.write_text(entry, encoding="utf-8")
    (tmp_path / "mappings" / "annex_2019.toml").write_text(mapping, encoding="utf-8")
    result = run(*arguments, SOURCES_FILE=str(sources))
    assert result.returncode == 0, result.stderr
    assert "3 rows read, 2 written, 1 set aside" in result.stdout


def test_each_sheet_and_each_column_of_amounts_is_a_table(run, tmp_path):
    rows = [["Район", "Роялти", "Бонусы"], ["Ak-Suu", 1, 2]]
    book = workbook(**{"2018": [["тыс. сом"], *rows], "2019": rows, "О файле": [["x"], ["y"]]})
    text = _description(run, tmp_path, "book.xlsx", book)
    mapping = tomllib.loads(text.partition("beside sources.toml.\n")[2])
    tables = [(one["sheet"], one.get("header_row"), one.get("unit"), one["constants"]) for one in mapping["table"]]
    assert tables == [
        ("2018", 2, 1000, {"year": 2018, "currency": "KGS", "stream": "Роялти"}),
        ("2018", 2, 1000, {"year": 2018, "currency": "KGS", "stream": "Бонусы"}),
        ("2019", None, None, {"year": 2019, "currency": "", "stream": "Роялти"}),
        ("2019", None, None, {"year": 2019, "currency": "", "stream": "Бонусы"}),
    ]
    assert mapping["stream_alias"] == {"Роялти": "", "Бонусы": ""}
    assert "# * what stands in no column, for [constants]: currency" in text
    assert "# * what is on its other sheets, 1 of them" in text


@each_kind_of_table
def test_our_own_columns_are_known(run, tmp_path, dataset):
    entry = tomllib.loads(_description(run, tmp_path, "Reader's.csv", FILES[dataset].encode()))["source"]["reader_s"]
    assert entry["loads"] == dataset and "format" not in entry and entry["address"] == str(tmp_path / "Reader's.csv")


REVENUE = service.revenue({"regionCode": service.AK_SUU, "dateFrom": "2020-02-01", "dateTo": "2020-02-29"})
KNOWN = {
    "layer": ({"type": "FeatureCollection", "features": []}, "boundary_layer", "whether a mapping is needed"),
    "requests": ([{"service_request_id": "1"}], "open311", "which mapping fits"),
    "record": ({"revenues": {}, "metadata": {}}, "eiti_api", ""),
    "answers": ([{"address": "x", "answer": REVENUE}], "open_budget", f'# "{service.ROYALTY}" = ""          # код'),
    "one answer": (REVENUE, "open_budget", "its address: a saved answer is"),
}


@pytest.mark.parametrize("case", KNOWN)
def test_json_is_known_by_what_is_in_it(run, tmp_path, case):
    content, form, remark = KNOWN[case]
    text = _description(run, tmp_path, "a.json", json.dumps(content).encode())
    assert f'format = "{form}"' in text and remark in text


def test_columns_of_a_publisher_are_known(run, tmp_path):
    content = b"Site,Parameter,Date (LT),Raw Conc.,Conc. Unit,Duration,QC Name\nBishkek,PM2.5,x,1,UG/M3,1 Hr,Valid\n"
    assert 'format = "airnow"' in _description(run, tmp_path, "a.csv", content)


def test_a_table_of_years_is_one_of_statistics(run, tmp_path):
    text = _description(run, tmp_path, "a.csv", "Бедность;;\nРайон;2018;2019 г.\nАксуу;1,5;2\nНарын;2;3\n".encode())
    mapping = tomllib.loads(text.partition("beside sources.toml.\n")[2])
    assert mapping == {"indicator": "", "place": "Район", "header_row": 2, "places": {"Нарын": ""}}
    assert 'format = "statistics_wide"' in text and "# * which of our indicators it has" in text


def test_sdmx_is_known_by_its_namespace(run, tmp_path):
    assert 'format = "sdmx_ml"' in _description(run, tmp_path, "a.xml", f'<m:X xmlns:m="{NAMESPACE}"/>'.encode())


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        (b"a;b\n1;2\n", "which data set and format it is; its columns are a, b"),
        (b"district;lat;lon\nTon;1;2\n", "which data set and format it is; its columns are district, lat, lon"),
        (b'{"a": 1}', "which data set and"),
    ],
)
def test_what_nobody_can_tell_is_said(run, tmp_path, content, remark):
    text = _description(run, tmp_path, "a.csv", content)
    assert f"# * {remark}" in text and 'loads = ""' in text


def test_a_file_that_is_none_is_refused(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"a;b\n1\0;2\n")
    result = run("describe", tmp_path / "a.csv")
    assert result.returncode == 1 and "a.csv" in result.stderr and "Traceback" not in result.stderr


def test_codes_are_listed(run):
    text = run("codes").stdout
    assert "royalty" in text and "1415E1" in text and "receivers: republic, oblast_fund" in text
    assert "poverty" in text and "mg/L" in text
