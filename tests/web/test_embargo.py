"""Figures under embargo are in no byte that is public and in no file; released, they and the reason are in both."""

import csv
import io
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from time import sleep

import pytest

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from dashboard.web import sheets
from loaders import commands, days, editions
from loaders.database import Stores
from loaders.run import Terms
from loaders.settings import LoaderSettings
from loaders.sources import BUNDLED, declared

NOW = datetime(2026, 3, 1, 12, tzinfo=days.BISHKEK)
AT = NOW + timedelta(days=2)
CANARY, WHY = "48151623", "the report that was awaited"
SOURCE = "eiti_national"


@pytest.fixture
def settings(sample_public_url, tmp_path) -> LoaderSettings:
    """The sample in stores of its own."""
    original = Path(sample_public_url.removeprefix("sqlite:///")).parent
    for name in ("public", "private"):
        shutil.copy(original / f"{name}.sqlite", tmp_path / f"{name}.sqlite")
    urls = (f"sqlite:///{tmp_path}/{name}.sqlite" for name in ("public", "private"))
    return LoaderSettings(*urls, reports=tmp_path / "reports")


@pytest.fixture
def canaries(tmp_path) -> Path:
    """The sample's national totals with one that stands nowhere else."""
    rows = list(csv.reader(io.StringIO((BUNDLED / "national_revenue.csv").read_text())))
    rows[-1][rows[0].index("amount_government_usd")] = f"{CANARY}.42"
    path = tmp_path / "awaited.csv"
    path.write_text("\n".join(map(",".join, rows)) + "\n")
    return path


def found(settings: LoaderSettings, text: str, query: str = "") -> set[str]:
    """Where a text stands: in which file of the public store, at which address."""
    client = create_app(Settings(settings.public_url)).test_client()
    files = [f"/data/{key}.csv{query}" for key in sheets.KEYS]
    pages = [f"/{language}/{page}" for language in LANGUAGES for page in ("overview", "revenue", "data")]
    answers = {path: client.get(path) for path in [*files, *pages, "/ready"]}
    assert {answer.status_code for answer in answers.values()} == {200}
    path = Path(settings.public_url.removeprefix("sqlite:///"))
    # Numbers are no text in a file.
    with closing(sqlite3.connect(path)) as connection:
        is_in_rows = any(text in line for line in connection.iterdump())
    is_in_bytes = any(text.encode() in file.read_bytes() for file in path.parent.glob("public.sqlite*"))
    stores = {path.name} if is_in_rows or is_in_bytes else set()
    return stores | {path for path, answer in answers.items() if text in answer.get_data(as_text=True)}


def test_nothing_is_public_before_its_time_and_all_of_it_after(settings, canaries, monkeypatch):
    said: list[str] = []
    say: Callable[[str], None] = said.append
    stores, source = Stores.open(settings), declared()[SOURCE]
    monkeypatch.setattr(days, "now", lambda: NOW)
    editions.freeze(stores, settings.small_cell_limit, "agreed", dict.fromkeys(LANGUAGES, "agreed"), "MSG secretary")
    commands.load(stores, settings, source, canaries, say, Terms(WHY, release_at=AT))
    commands.publish(stores, settings.small_cell_limit, say)
    commands.release_due(stores, settings, declared(), say)
    assert found(settings, CANARY) == found(settings, WHY) == set()
    monkeypatch.setattr(days, "now", lambda: AT)
    assert commands.release_due(stores, settings, declared(), say) == []
    assert {"/data/national_revenue.csv", "public.sqlite"} <= found(settings, CANARY)
    assert {"/data/load_notes.csv", "public.sqlite"} <= found(settings, WHY)
    in_edition = found(settings, CANARY, "?edition=agreed")
    assert {path for path in in_edition if path.startswith("/data/")} == {"/data/changes.csv?edition=agreed"}
    assert "/data/changes.csv?edition=agreed" in found(settings, WHY, "?edition=agreed")


def test_an_open_application_tells_what_has_changed_meanwhile(settings, canaries):
    stores, source = Stores.open(settings), declared()[SOURCE]
    editions.freeze(stores, settings.small_cell_limit, "agreed", dict.fromkeys(LANGUAGES, "agreed"), "MSG secretary")
    app = create_app(Settings(settings.public_url))
    client = app.test_client()
    assert len(client.get("/data/changes.csv?edition=agreed").get_data(as_text=True).splitlines()) == 1
    commands.load(stores, settings, source, canaries, print, Terms(WHY))
    # It looks for a newer version every two seconds.
    for _ in range(100):
        told = client.get("/data/changes.csv?edition=agreed").get_data(as_text=True)
        if WHY in told:
            break
        sleep(0.2)
    assert CANARY in told and WHY in told
