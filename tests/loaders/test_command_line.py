"""The command line as people run it: its words and its exit codes."""

import csv
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from data_access.store import replication
from data_access.store.settings import CHECKOUT
from data_access.vocabulary.edition import EXAMPLE
from data_access.vocabulary.formulas import neutral
from loaders.commands import bundles, report
from loaders.config.sources import declared_sources
from loaders.datasets.registry import DATASETS
from loaders.engine.run import load
from loaders.gate.checks import LoadRefused
from loaders.store.database import Stores
from loaders.store.settings import SOURCES_FILE, LoaderSettings
from tests.loaders.command_line import run_apart, run_here
from tests.loaders.databases import PUBLISHED, at, files_in
from tests.loaders.inputs.conftest import entry
from tests.loaders.stand_ins import FILES
from tests.support import example_store

BUNDLED = CHECKOUT / "loaders" / "bundled"


@pytest.fixture(params=["typed", pytest.param("started", marks=pytest.mark.exhaustive)])
def command(request) -> Callable[..., CompletedProcess]:
    """How a command is run."""
    return {"typed": run_here, "started": run_apart}[request.param]


@pytest.fixture
def run(command) -> Callable[..., CompletedProcess]:
    """Runs a command on the stores in a folder."""
    return lambda folder, *arguments, **environ: command(*arguments, **in_folder(folder) | environ)


@pytest.fixture
def folder(example_settings, tmp_path) -> Path:
    """Where the public and private files lie, filled with the example."""
    folder = tmp_path / "stores"
    folder.mkdir()
    files_in(folder, example_settings)
    return folder


def in_folder(folder: Path) -> dict[str, str]:
    return {"DATABASE_URL": f"sqlite:///{folder}/public.sqlite"}


def version(folder: Path) -> int:
    with sqlite3.connect(folder / "public.sqlite") as connection:
        return connection.execute("SELECT version FROM publication").fetchone()[0]


def test_the_bundle_a_second_time_is_nothing_new(bundle_settings, tmp_path):
    files_in(tmp_path, bundle_settings)
    result = run_apart("bundle", **in_folder(tmp_path))
    assert result.returncode == 0 and version(tmp_path) == 1
    real = bundles.bundled_sources(lambda source: not source.is_invented)
    assert result.stdout.count("nothing new") == len(real) + 1 and "nothing to publish" in result.stdout


def test_the_bundle_has_no_invented_figure_but_in_the_example(bundle_settings, tmp_path):
    def kinds(file: str) -> set[str]:
        with closing(sqlite3.connect(file)) as store:
            return {kind for (kind,) in store.execute("SELECT kind FROM source WHERE dataset <> 'reference'")}

    assert kinds(bundle_settings.public_url.removeprefix("sqlite:///")) == {"published", "compiled"}
    example = tmp_path / "example.sqlite"
    replication.copy_edition(bundle_settings.public_url, EXAMPLE, example)
    assert kinds(str(example)) == {"synthetic"}


def test_invented_figures_of_an_earlier_version_are_refused(run, folder):
    result = run(folder, "bundle")
    assert result.returncode == 1 and "example_revenue" in result.stderr and "older-stores" in result.stderr
    assert version(folder) == 1


def test_they_are_known_by_their_kind_whatever_their_source_was_called(run, folder):
    private = at(f"sqlite:///{folder}/public.sqlite").private_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(private)) as store, store:
        for table in ("source", "load_run"):
            store.execute(f"UPDATE {table} SET source_key = 'sample_revenue' WHERE source_key = 'example_revenue'")
    result = run(folder, "bundle")
    assert result.returncode == 1 and "sample_revenue" in result.stderr and "older-stores" in result.stderr
    assert version(folder) == 1


def test_no_edition_takes_the_name_of_the_example(run, folder):
    result = run(folder, "freeze", "example", "--by", "secretariat")
    assert result.returncode == 1 and "invented" in result.stderr


def test_a_load_is_published_and_taken_back_by_its_number(run, settings_of, tmp_path):
    settings = settings_of(*PUBLISHED)
    folder, sources, file = settings.reports.parent, tmp_path / "sources.toml", tmp_path / "statistics.csv"
    sources.write_text(entry("statistics", "statistics"), encoding="utf-8")
    file.write_text(FILES["statistics"].replace("20.5", "21.5"), encoding="utf-8")
    result = run(folder, "load", "statistics", file, "--source", "statistics", SOURCES_FILE=str(sources))
    assert result.returncode == 0 and version(folder) == 2
    assert "1 rows read" in result.stdout and "version 2" in result.stdout
    newest = max(one["run_id"] for one in json.loads(run(folder, "status", "--json").stdout))
    result = run(folder, "undo", newest, "--why", "a try")
    assert result.returncode == 0 and "has the 1 rows again" in result.stdout and version(folder) == 3
    assert run(folder, "undo", "999").returncode == 1


def test_a_dry_run_tells_each_change_and_changes_nothing(run, folder, tmp_path):
    other_file = tmp_path / "statistics.csv"
    other_file.write_text((BUNDLED / "statistics.csv").read_text(encoding="utf-8").replace(",13.2\n", ",13.9\n"))
    result = run(folder, "load", "statistics", other_file, "--source", "poverty", "--allow-removal", "--dry-run")
    assert result.returncode == 0 and "nothing was changed" in result.stdout and version(folder) == 1
    assert "changed 2014 41702205 poverty: value 13.2 -> 13.9" in result.stdout
    report = Path(result.stdout.rpartition("every change: ")[2].strip())
    assert report.parent == folder / "reports" and report.stat().st_mode & 0o077 == 0
    assert "changed,2014 41702205 poverty,value,13.2,13.9" in report.read_text(encoding="utf-8-sig").replace("\r", "")


def test_refresh_loads_what_has_an_address(run, folder, tmp_path):
    entry = SOURCES_FILE.read_text(encoding="utf-8").partition("[source.poverty]")[2].partition("[source.")[0]
    sources = tmp_path / "sources.toml"
    sources.write_text(f'[source.poverty]{entry}\naddress = "poverty.csv"\n', encoding="utf-8")
    (tmp_path / "poverty.csv").write_bytes((BUNDLED / "statistics.csv").read_bytes())
    result = run(folder, "refresh", SOURCES_FILE=str(sources))
    assert result.returncode == 0 and "nothing new" in result.stdout
    (tmp_path / "poverty.csv").write_text("year\n")
    result = run(folder, "refresh", SOURCES_FILE=str(sources))
    assert result.returncode == 1 and "poverty: FAILED" in result.stdout and "could not be loaded" in result.stderr
    assert run(folder, "refresh", SOURCES_FILE="/nowhere.toml").returncode == 1


@pytest.mark.parametrize("formula", ["=1", "\n=1", "＝1", "＠SUM", "\x01=1", "-1+2"])
def test_no_cell_of_a_report_is_a_formula(tmp_path, formula):
    path = report.of_refusal(tmp_path, "source", LoadRefused("file.csv", "reason", 2, "value", formula))
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[1][2] == "'" + formula.strip("\x01")


def test_a_number_below_zero_is_none():
    assert neutral("-5") == "-5"


def test_a_refused_file_leaves_a_report(run, folder, tmp_path):
    wrong = tmp_path / "statistics.csv"
    wrong.write_text("indicator_code,district_code,year,value\npoverty,x,2020,=1\nnone,41702205,2020,1\n")
    result = run(folder, "load", "statistics", wrong, "--source", "poverty")
    assert result.returncode == 1 and "statistics.csv, row 2" in result.stderr
    report = Path(result.stdout.partition("what is to be mended: ")[2].strip()).read_text(encoding="utf-8-sig")
    assert "2,value,'=1,must be a number" in report and "2,district_code,x,is not a known district" in report
    assert "3,indicator_code,none,is not a known indicator" in report


def test_the_bundle_is_not_mixed_with_loaded_data(run, bundle_settings, tmp_path):
    folder = tmp_path / "stores"
    folder.mkdir()
    files_in(folder, bundle_settings)
    own = tmp_path / "our_poverty.csv"
    own.write_bytes((BUNDLED / "statistics.csv").read_bytes() + b"\n")
    stores = Stores.open(LoaderSettings.from_environment(in_folder(folder)))
    assert load(stores.private, DATASETS["statistics"], own, declared_sources()["poverty"]).has_changed
    result = run(folder, "bundle")
    assert result.returncode == 0 and "nothing done" in result.stdout and "poverty" in result.stdout
    assert len(result.stdout.splitlines()) == 1 and "loaders example" in result.stdout
    assert version(folder) == 1


def test_a_refused_file_is_one_line_and_exit_1(folder):
    result = run_apart("load", "revenue", BUNDLED / "incidents.csv", "--source", "example_revenue", **in_folder(folder))
    assert (result.returncode, len(result.stderr.splitlines()), version(folder)) == (1, 1, 1)
    assert "incidents.csv" in result.stderr and "column" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("load", "weather", "file.csv", "--source", "poverty"),
        ("load", "revenue", "file.csv"),
        ("load", "revenue", "file.csv", "--source", "nobody"),
        ("load", "revenue", "file.csv", "--source", "poverty"),
        ("fly",),
    ],
)
def test_wrong_usage_is_exit_2(run, folder, arguments):
    assert run(folder, *arguments).returncode == 2


def test_a_missing_file_is_exit_1(run, folder):
    result = run(folder, "load", "revenue", "nowhere.csv", "--source", "example_revenue")
    assert result.returncode == 1 and "nowhere.csv: cannot be read" in result.stderr


def test_status_tells_every_source(run, folder):
    entries = json.loads(run(folder, "status", "--json").stdout)
    assert len(entries) == len(example_store.sources()) + 1
    readings = next(entry for entry in entries if entry["source_key"] == "example_readings")
    assert readings["rows_read"] == 9138 and readings["period_last"] == "2026-10-30"
    table = run(folder, "status").stdout
    assert all(entry["source_key"] in table for entry in entries)


def test_before_the_first_upgrade_the_way_is_shown(run, tmp_path):
    result = run(tmp_path, "status")
    assert result.returncode == 1 and "python -m loaders upgrade" in result.stderr
    assert not list(tmp_path.iterdir())
    assert run(tmp_path, "upgrade").returncode == 0
    assert "nothing is loaded" in run(tmp_path, "status").stdout


def test_a_first_filling_file_by_file(run, tmp_path):
    assert run(tmp_path, "upgrade").returncode == 0
    for dataset, source in (("oblasts", "oblasts"), ("districts", "districts")):
        result = run(tmp_path, "load", dataset, BUNDLED / f"{dataset}.csv", "--source", source)
        assert result.returncode == 0
    assert "not published yet" in result.stdout and run(tmp_path, "publish").returncode == 1
    result = run(tmp_path, "load", "boundaries", BUNDLED / "districts.geojson", "--source", "boundaries")
    assert result.returncode == 0 and "published as version" in result.stdout


@pytest.mark.parametrize(
    "environ",
    [
        {"SMALL_CELL_LIMIT": "1"},
        {"DATABASE_URL": "postgresql://nobody:secret@127.0.0.1:1/none"},
        {"RAW_DATABASE_URL": "sqlite:////proc/none/private.sqlite"},
    ],
)
@pytest.mark.parametrize("verb", ["status", "upgrade"])
def test_an_unusable_setting_or_database_is_one_line(run, tmp_path, environ, verb):
    result = run(tmp_path, verb, **environ)
    assert (result.returncode, len(result.stderr.splitlines())) == (1, 1)
    assert "secret" not in result.stderr
