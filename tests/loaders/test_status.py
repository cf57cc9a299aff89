"""What is told of each source: loaded, waiting, late, refused."""

import json
from contextlib import suppress
from pathlib import Path

import pytest

from loaders.commands import actions, status
from loaders.commands.refresh import refresh
from loaders.engine.run import Terms
from loaders.gate.checks import LoadRefused
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.loaders.databases import both_databases, sqlite_mostly
from tests.loaders.stand_ins import FILES, dump, load_text, source_of


@pytest.fixture
def attempt(published, tmp_path):
    """Loads text as a dataset's file, as the command does; gives what is told of that source then."""

    def load(dataset: str, content: str, dry_run: bool = False) -> dict:
        path = tmp_path / "new.csv"
        path.write_text(content, encoding="utf-8")
        with suppress(LoadRefused):
            actions.load(published, settings(tmp_path), source_of(dataset), path, print, Terms(dry_run=dry_run))
        return told(published, tmp_path)[dataset]

    return load


def settings(folder: Path) -> LoaderSettings:
    return LoaderSettings("", "", reports=folder / "reports")


def told(stores: Stores, folder: Path, **sources) -> dict[str, dict]:
    """What is told, by source; it must be JSON."""
    entries = status.of_sources(stores, settings(folder).reports, sources)
    return {entry["source_key"]: entry for entry in json.loads(json.dumps(entries))}


@sqlite_mostly
@pytest.mark.parametrize(
    ("kind", "cadence", "expected", "state"),
    [
        ("published", 120, "2020-08-08", "late"),
        ("published", 36_500, "2120-03-17", "on time"),
        ("published", None, "2020-05-10", "late"),
        ("synthetic", 120, None, "unknown"),
    ],
)
def test_a_source_is_late_by_what_it_promised(filled, tmp_path, kind, cadence, expected, state):
    renumbered = FILES["grievances"].replace("secret", "other")
    load_text(filled, tmp_path, "grievances", renumbered, kind=kind, cadence_days=cadence)
    entry = told(filled, tmp_path)["grievances"]
    assert (entry["period_last"], entry["expected_by"], entry["timeliness"]) == ("2020-04-10", expected, state)


@both_databases
def test_what_waits_for_its_first_load_is_told(stores, tmp_path):
    sources = {
        "here": source_of("oblasts", key="here", address="oblasts.csv", cadence_days=30),
        "by_hand": source_of("districts", key="by_hand"),
    }
    entries = told(stores, tmp_path, **sources)
    assert [*entries] == ["here"]
    assert (entries["here"]["run_id"], entries["here"]["timeliness"]) == (None, "never loaded")
    assert "here" in status.as_table(status.of_sources(stores, tmp_path, sources))


@both_databases
def test_loaded_sources_are_told_whether_declared_or_not(filled, tmp_path):
    assert set(told(filled, tmp_path)) == set(FILES)
    assert all(entry["refused_at"] is None and entry["run_id"] for entry in told(filled, tmp_path).values())


def test_a_refusal_is_told_until_the_next_attempt_that_is_not_refused(published, attempt, tmp_path):
    wrong = FILES["statistics"].replace("20.5", "many")
    entry = attempt("statistics", wrong)
    assert entry["refused_at"] and entry["refused_file"] == "new.csv"
    assert entry["refused_because"] == "must be a number with a decimal point"
    assert entry["rows_read"] == 1
    shown = status.as_table(status.of_sources(published, settings(tmp_path).reports, {})).splitlines()[-1]
    assert shown.startswith("statistics: the last attempt was refused (") and "new.csv: must be a number" in shown
    assert (
        attempt("statistics", FILES["statistics"].replace("poverty", "property"))["refused_because"]
        == "is not a known indicator"
    )
    assert attempt("statistics", FILES["statistics"])["refused_at"] is None


def test_a_refusal_leaves_the_database_as_it_was(published, attempt):
    before = dump(published.private), dump(published.public)
    attempt("statistics", FILES["statistics"].replace("20.5", "many"))
    assert (dump(published.private), dump(published.public)) == before


def test_a_dry_run_leaves_no_note(published, attempt):
    assert attempt("statistics", FILES["statistics"].replace("20.5", "many"), dry_run=True)["refused_at"] is None
    attempt("statistics", FILES["statistics"].replace("20.5", "many"))
    assert attempt("statistics", FILES["statistics"], dry_run=True)["refused_at"]


def test_nothing_of_a_register_of_people_is_noted(published, attempt, tmp_path):
    """A file without a header: its first case stands where names of columns should be."""
    headless = FILES["grievances"].partition("\n")[2].replace("secret-1", "Asanov")
    entry = attempt("grievances", headless)
    assert entry["refused_at"] and "kept nowhere" in entry["refused_because"]
    assert "Asanov" not in str(dump(published.private)) + (tmp_path / "reports/grievances.refused.json").read_text()


def test_refresh_notes_what_it_could_not_load(published, tmp_path):
    sources = {key: source_of(key, address=f"{key}.csv", folder=tmp_path) for key in ("statistics", "sites")}
    (tmp_path / "statistics.csv").write_text(FILES["statistics"])
    for _ in range(2):
        refresh(published, settings(tmp_path), sources, print)
        assert told(published, tmp_path)["statistics"]["refused_at"] is None
        assert told(published, tmp_path)["sites"]["refused_because"].startswith("cannot be read")
    (tmp_path / "sites.csv").write_text(FILES["sites"])
    refresh(published, settings(tmp_path), sources, print)
    assert told(published, tmp_path)["sites"]["refused_at"] is None


def test_what_was_refused_before_its_first_load_is_told(stores, tmp_path):
    (tmp_path / "oblasts.csv").write_text("year\n")
    source = source_of("oblasts")
    with pytest.raises(LoadRefused):
        actions.load(stores, settings(tmp_path), source, tmp_path / "oblasts.csv", print, Terms())
    entry = told(stores, tmp_path, oblasts=source)["oblasts"]
    assert entry["refused_at"] and entry["timeliness"] == "never loaded"


def test_what_is_not_translated_yet_is_listed(filled, tmp_path):
    renamed = {"title": {"ru": "Бедность"}, "licence": {"ky": "а", "ru": "б"}}
    load_text(filled, tmp_path, "statistics", FILES["statistics"].replace("20.5", "21.5"), **renamed)
    said = status.as_table([*told(filled, tmp_path).values()]).splitlines()
    assert [line for line in said if "translated" in line] == [
        "statistics: not translated yet: title in ky, en; licence in en"
    ]
