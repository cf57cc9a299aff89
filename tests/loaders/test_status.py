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
def attempt(published_stores, tmp_path):
    """Loads text as a dataset's file, as the command does; gives what is told of that source then."""

    def load(dataset: str, content: str, dry_run: bool = False) -> dict:
        path = tmp_path / "new.csv"
        path.write_text(content, encoding="utf-8")
        with suppress(LoadRefused):
            actions.load(published_stores, settings(tmp_path), source_of(dataset), path, print, Terms(dry_run=dry_run))
        return entries_of(published_stores, tmp_path)[dataset]

    return load


def settings(folder: Path) -> LoaderSettings:
    return LoaderSettings("", "", reports=folder / "reports")


def entries_of(stores: Stores, folder: Path, **sources) -> dict[str, dict]:
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
def test_a_source_is_late_by_what_it_promised(filled_stores, tmp_path, kind, cadence, expected, state):
    content = FILES["grievances"].replace("secret", "other")
    load_text(filled_stores, tmp_path, "grievances", content, kind=kind, cadence_days=cadence)
    entry = entries_of(filled_stores, tmp_path)["grievances"]
    assert (entry["period_last"], entry["expected_by"], entry["timeliness"]) == ("2020-04-10", expected, state)


@both_databases
def test_what_waits_for_its_first_load_is_told(stores, tmp_path):
    sources = {
        "here": source_of("oblasts", key="here", address="oblasts.csv", cadence_days=30),
        "by_hand": source_of("districts", key="by_hand"),
    }
    entries = entries_of(stores, tmp_path, **sources)
    assert [*entries] == ["here"]
    assert (entries["here"]["run_id"], entries["here"]["timeliness"]) == (None, "never loaded")
    assert "here" in status.as_table(status.of_sources(stores, tmp_path, sources))


@both_databases
def test_loaded_sources_are_told_whether_declared_or_not(filled_stores, tmp_path):
    assert set(entries_of(filled_stores, tmp_path)) == set(FILES)
    assert all(
        entry["refused_at"] is None and entry["run_id"] for entry in entries_of(filled_stores, tmp_path).values()
    )


def test_a_refusal_is_told_until_the_next_attempt_that_is_not_refused(published_stores, attempt, tmp_path):
    wrong = FILES["statistics"].replace("20.5", "many")
    entry = attempt("statistics", wrong)
    assert entry["refused_at"] and entry["refused_file"] == "new.csv"
    assert entry["refused_because"] == "must be a number with a decimal point"
    assert entry["rows_read"] == 1
    last_line = status.as_table(status.of_sources(published_stores, settings(tmp_path).reports, {})).splitlines()[-1]
    assert (
        last_line.startswith("statistics: the last attempt was refused (") and "new.csv: must be a number" in last_line
    )
    assert (
        attempt("statistics", FILES["statistics"].replace("poverty", "property"))["refused_because"]
        == "is not a known indicator"
    )
    assert attempt("statistics", FILES["statistics"])["refused_at"] is None


def test_a_refusal_leaves_the_database_as_it_was(published_stores, attempt):
    before = dump(published_stores.private), dump(published_stores.public)
    attempt("statistics", FILES["statistics"].replace("20.5", "many"))
    assert (dump(published_stores.private), dump(published_stores.public)) == before


def test_a_dry_run_leaves_no_note(published_stores, attempt):
    assert attempt("statistics", FILES["statistics"].replace("20.5", "many"), dry_run=True)["refused_at"] is None
    attempt("statistics", FILES["statistics"].replace("20.5", "many"))
    assert attempt("statistics", FILES["statistics"], dry_run=True)["refused_at"]


def test_nothing_of_a_register_of_people_is_noted(published_stores, attempt, tmp_path):
    """A file without a header: its first case stands where names of columns should be."""
    headless = FILES["grievances"].partition("\n")[2].replace("secret-1", "Asanov")
    entry = attempt("grievances", headless)
    assert entry["refused_at"] and "kept nowhere" in entry["refused_because"]
    assert (
        "Asanov" not in str(dump(published_stores.private)) + (tmp_path / "reports/grievances.refused.json").read_text()
    )


def test_refresh_notes_what_it_could_not_load(published_stores, tmp_path):
    sources = {key: source_of(key, address=f"{key}.csv", folder=tmp_path) for key in ("statistics", "sites")}
    (tmp_path / "statistics.csv").write_text(FILES["statistics"])
    for _ in range(2):
        refresh(published_stores, settings(tmp_path), sources, print)
        assert entries_of(published_stores, tmp_path)["statistics"]["refused_at"] is None
        assert entries_of(published_stores, tmp_path)["sites"]["refused_because"].startswith("cannot be read")
    (tmp_path / "sites.csv").write_text(FILES["sites"])
    refresh(published_stores, settings(tmp_path), sources, print)
    assert entries_of(published_stores, tmp_path)["sites"]["refused_at"] is None


def test_what_was_refused_before_its_first_load_is_told(stores, tmp_path):
    (tmp_path / "oblasts.csv").write_text("year\n")
    source = source_of("oblasts")
    with pytest.raises(LoadRefused):
        actions.load(stores, settings(tmp_path), source, tmp_path / "oblasts.csv", print, Terms())
    entry = entries_of(stores, tmp_path, oblasts=source)["oblasts"]
    assert entry["refused_at"] and entry["timeliness"] == "never loaded"


def test_what_is_not_translated_yet_is_listed(filled_stores, tmp_path):
    texts = {"title": {"ru": "Бедность"}, "licence": {"ky": "а", "ru": "б"}}
    load_text(filled_stores, tmp_path, "statistics", FILES["statistics"].replace("20.5", "21.5"), **texts)
    lines = status.as_table([*entries_of(filled_stores, tmp_path).values()]).splitlines()
    assert [line for line in lines if "translated" in line] == [
        "statistics: not translated yet: title in ky, en; licence in en"
    ]
