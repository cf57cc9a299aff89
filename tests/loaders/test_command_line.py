"""The command line as people run it: its words and its exit codes."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SAMPLE = CHECKOUT / "loaders" / "sample"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where the public and private files lie; the sample is loaded once, the tests run in order."""
    folder = tmp_path_factory.mktemp("command_line")
    assert run(folder, "sample").returncode == 0
    return folder


def run(folder: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess:
    settings = {"DATABASE_URL": f"sqlite:///{folder}/public.sqlite", **environ}
    command = [sys.executable, "-m", "loaders", *arguments]
    done = subprocess.run(command, cwd=CHECKOUT, env=os.environ | settings, capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr
    return done


def version(folder: Path) -> int:
    with sqlite3.connect(folder / "public.sqlite") as connection:
        return connection.execute("SELECT version FROM publication").fetchone()[0]


def test_the_sample_a_second_time_is_nothing_new(folder):
    done = run(folder, "sample")
    assert done.returncode == 0 and version(folder) == 1
    assert done.stdout.count("nothing new") == 15 and "nothing to publish" in done.stdout


def test_loading_a_file_publishes_it(folder, tmp_path):
    rows = (SAMPLE / "statistics.csv").read_text(encoding="utf-8")
    shorter = tmp_path / "statistics.csv"
    shorter.write_text("".join(rows.splitlines(keepends=True)[:10]), encoding="utf-8")
    done = run(folder, "load", "statistics", str(shorter), "--source", "poverty")
    assert done.returncode == 0 and version(folder) == 2
    assert "9 rows read" in done.stdout and "version 2" in done.stdout


def test_the_sample_is_not_mixed_with_loaded_data(folder, tmp_path):
    own = tmp_path / "our_poverty.csv"
    own.write_bytes((SAMPLE / "statistics.csv").read_bytes() + b"\n")
    folder = shutil.copytree(folder, tmp_path / "stores")
    assert run(folder, "load", "statistics", str(own), "--source", "poverty").returncode == 0
    before = version(folder)
    done = run(folder, "sample")
    assert done.returncode == 0 and "nothing done" in done.stdout and "poverty" in done.stdout
    assert version(folder) == before


def test_a_refused_file_is_one_line_and_exit_1(folder):
    done = run(folder, "load", "revenue", str(SAMPLE / "incidents.csv"), "--source", "sample_revenue")
    assert (done.returncode, len(done.stderr.splitlines()), version(folder)) == (1, 1, 2)
    assert "incidents.csv" in done.stderr and "column" in done.stderr


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
def test_wrong_usage_is_exit_2(folder, arguments):
    assert run(folder, *arguments).returncode == 2


def test_a_missing_file_is_exit_1(folder):
    done = run(folder, "load", "revenue", "nowhere.csv", "--source", "sample_revenue")
    assert done.returncode == 1 and "nowhere.csv: cannot be read" in done.stderr


def test_status_tells_every_source(folder):
    entries = json.loads(run(folder, "status", "--json").stdout)
    assert len(entries) == 15
    readings = next(entry for entry in entries if entry["source_key"] == "sample_readings")
    assert readings["rows_read"] == 9138 and readings["period_last"] == "2026-10-30"
    table = run(folder, "status").stdout
    assert all(entry["source_key"] in table for entry in entries)


def test_before_the_first_upgrade_the_way_is_shown(tmp_path):
    done = run(tmp_path, "status")
    assert done.returncode == 1 and "python -m loaders upgrade" in done.stderr
    assert not list(tmp_path.iterdir())
    assert run(tmp_path, "upgrade").returncode == 0
    assert "nothing is loaded" in run(tmp_path, "status").stdout


def test_a_first_filling_file_by_file(tmp_path):
    assert run(tmp_path, "upgrade").returncode == 0
    for dataset, source in (("oblasts", "oblasts"), ("districts", "districts")):
        done = run(tmp_path, "load", dataset, str(SAMPLE / f"{dataset}.csv"), "--source", source)
        assert done.returncode == 0
    assert "not published yet" in done.stdout and run(tmp_path, "publish").returncode == 1
    done = run(tmp_path, "load", "boundaries", str(SAMPLE / "districts.geojson"), "--source", "boundaries")
    assert done.returncode == 0 and "published as version" in done.stdout


@pytest.mark.parametrize(
    "environ",
    [
        {"SMALL_CELL_LIMIT": "1"},
        {"DATABASE_URL": "postgresql://nobody:secret@127.0.0.1:1/none"},
        {"RAW_DATABASE_URL": "sqlite:////proc/none/private.sqlite"},
    ],
)
@pytest.mark.parametrize("command", ["status", "upgrade"])
def test_an_unusable_setting_or_database_is_one_line(tmp_path, environ, command):
    done = run(tmp_path, command, **environ)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "secret" not in done.stderr
