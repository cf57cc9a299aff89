"""Figures under embargo are in no byte that is public and in no file; released, they and the reason are in both."""

import csv
import io
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from dashboard.web import sheets
from data_access.vocabulary import clock
from loaders.commands import actions
from loaders.config.sources import BUNDLED_FOLDER, declared_sources
from loaders.decisions import editions
from loaders.engine.run import Terms
from loaders.gate.days import BISHKEK
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.web.conftest import refresh

NOW = datetime(2026, 3, 1, 12, tzinfo=BISHKEK)
AT = NOW + timedelta(days=2)
CANARY, WHY = "48151623", "the report that was awaited"
SOURCE = "eiti_national"
IN_EDITION = "?edition=agreed"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where the stores lie."""
    return tmp_path_factory.mktemp("embargo")


@pytest.fixture(scope="module")
def settings(example_public_url, folder) -> LoaderSettings:
    """The example in stores of its own."""
    original = Path(example_public_url.removeprefix("sqlite:///")).parent
    for name in ("public", "private"):
        shutil.copy(original / f"{name}.sqlite", folder / f"{name}.sqlite")
    urls = (f"sqlite:///{folder}/{name}.sqlite" for name in ("public", "private"))
    return LoaderSettings(*urls, reports=folder / "reports")


@pytest.fixture(scope="module")
def canaries(folder) -> Path:
    """The example's national totals with one that stands nowhere else."""
    rows = list(csv.reader(io.StringIO((BUNDLED_FOLDER / "national_revenue.csv").read_text())))
    rows[-1][rows[0].index("amount_government_usd")] = f"{CANARY}.42"
    path = folder / "awaited.csv"
    path.write_text("\n".join(map(",".join, rows)) + "\n")
    return path


def places_of(
    client: FlaskClient, settings: LoaderSettings, query: str = "", keys: Iterable[str] = sheets.KEYS
) -> dict[str, set[str]]:
    """Where each of the texts stands: in which file of the public store, at which address."""
    files = [f"/data/{key}.csv{query}" for key in keys]
    pages = [f"/{language}/{page}" for language, page in zip(LANGUAGES, ("overview", "revenue", "data"), strict=True)]
    answers = {path: client.get(path) for path in [*files, *pages, "/ready"]}
    assert {answer.status_code for answer in answers.values()} == {200}
    texts = {path: answer.get_data(as_text=True) for path, answer in answers.items()}
    path = Path(settings.public_url.removeprefix("sqlite:///"))
    # Numbers are no text in a file.
    with closing(sqlite3.connect(path)) as connection:
        rows = "\n".join(connection.iterdump())
    content = b"".join(file.read_bytes() for file in path.parent.glob("public.sqlite*"))
    return {
        text: {place for place, text_of_place in (texts | {path.name: rows}).items() if text in text_of_place}
        | ({path.name} if text.encode() in content else set())
        for text in (CANARY, WHY)
    }


class Told(NamedTuple):
    """Where the texts stand before and after the release, and what an application says that was open all the time."""

    before: dict[str, set[str]]
    newest: dict[str, set[str]]
    in_edition: dict[str, set[str]]
    open_before: str
    open_after: str


@pytest.fixture(scope="module")
def states_told(settings, canaries) -> Told:
    """An edition is frozen, figures are loaded under embargo, asked for too early, and released."""
    stores, source = Stores.open(settings), declared_sources()[SOURCE]
    editions.freeze(stores, settings.small_cell_limit, "agreed", dict.fromkeys(LANGUAGES, "agreed"), "MSG secretary")
    web_client = create_app(Settings(settings.public_url)).test_client()
    changes = f"/data/changes.csv{IN_EDITION}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        actions.load(stores, settings, source, canaries, print, Terms(WHY, release_at=AT))
        # Nothing is due; what is loaded is published all the same.
        actions.release_due(stores, settings, declared_sources(), print)
        before, open_before = places_of(web_client, settings), web_client.get(changes).text
        patch.setattr(clock, "now", lambda: AT)
        assert actions.release_due(stores, settings, declared_sources(), print) == []
    refresh(web_client)
    newest = places_of(web_client, settings, keys=("national_revenue", "load_notes"))
    return Told(before, newest, places_of(web_client, settings, IN_EDITION), open_before, web_client.get(changes).text)


def test_nothing_is_public_before_its_time(states_told):
    assert states_told.before == {CANARY: set(), WHY: set()}


def test_all_of_it_is_public_after(states_told):
    assert {"/data/national_revenue.csv", "public.sqlite"} <= states_told.newest[CANARY]
    assert {"/data/load_notes.csv", "public.sqlite"} <= states_told.newest[WHY]


def test_an_edition_tells_of_it_as_of_a_change(states_told):
    files = {path for path in states_told.in_edition[CANARY] if path.startswith("/data/")}
    assert files == {f"/data/changes.csv{IN_EDITION}"} <= states_told.in_edition[WHY]


def test_an_open_application_tells_what_has_changed_meanwhile(states_told):
    assert len(states_told.open_before.splitlines()) == 1
    assert CANARY in states_told.open_after and WHY in states_told.open_after
