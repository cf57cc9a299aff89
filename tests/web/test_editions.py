"""An edition is chosen in the address, stated on every view and in every file, and stays as it was."""

import io
import json
import shutil
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.panels import PLACE_PAGES, TOPICS
from dashboard.settings import Settings
from dashboard.text import LANGUAGES, load
from dashboard.web.sheets import KEYS, formats_of
from data_access.vocabulary import clock
from loaders.commands import actions
from loaders.decisions import editions
from loaders.engine.undo import undo
from loaders.store.database import Stores, reading
from loaders.store.runs import load_run
from loaders.store.settings import LoaderSettings
from tests.support.live_page import LivePage, answer_address, figures, open_page
from tests.web.callback_bodies import Callbacks, Page
from tests.web.conftest import UPDATE
from tests.web.files import file_content, of_csv

EDITION = "edition=msg-1"
TITLES = {"ky": "КТК 1", "ru": "МСГ 1", "en": "MSG 1"}
# Loads that are taken back after the edition: figures of three subjects change, and districts keep their names.
TAKEN_BACK = ("example_revenue", "example_readings", "incidents")
CHANGED = ("revenue_by_stream", "readings_by_indicator", "incidents_by_year", "revenue", "incidents")
PLACES = {"district": "district/jeti-oguz", "site": "site/kumtor"}
WORDS = load()


def client_of(url: str) -> FlaskClient:
    return create_app(Settings(url)).test_client()


def files_of(client: FlaskClient, search: str, keys: Iterable[str] = KEYS) -> dict[str, bytes]:
    """The CSV file of every panel and table, or of some."""
    return {key: file_content(client, key, "csv", f"?{search}") for key in keys}


@pytest.fixture(scope="module")
def stores(example_public_url, tmp_path_factory) -> tuple[Stores, LoaderSettings]:
    """The example in stores of these tests' own, with two editions, one of them withdrawn."""
    folder = tmp_path_factory.mktemp("editions")
    public = Path(example_public_url.removeprefix("sqlite:///"))
    for name in ("public.sqlite", "private.sqlite"):
        shutil.copy(public.parent / name, folder / name)
    settings = LoaderSettings(f"sqlite:///{folder}/public.sqlite", f"sqlite:///{folder}/private.sqlite")
    edition_stores = Stores.open(settings)
    for key in ("msg-1", "gone"):
        editions.freeze(edition_stores, settings.small_cell_limit, key, TITLES, "A.B.")
    editions.withdraw(edition_stores, "gone", "<b>too early</b>")
    return edition_stores, settings


@pytest.fixture(scope="module")
def before(stores) -> dict[str, bytes]:
    """All files of the edition, before other figures are published."""
    return files_of(client_of(stores[1].public_url), EDITION)


@pytest.fixture(scope="module")
def client(stores, before) -> FlaskClient:
    """Somebody who asks after other figures were published."""
    edition_stores, settings = stores
    with reading(edition_stores.private) as connection:
        runs = {row.source_key: row.run_id for row in connection.execute(load_run.select())}
    for key in TAKEN_BACK:
        undo(edition_stores, runs[key])
    actions.publish(edition_stores, settings.small_cell_limit, print)
    return client_of(settings.public_url)


def test_every_file_stays_the_same_when_other_figures_are_published(client, before):
    after, newest = files_of(client, EDITION), files_of(client, "", CHANGED)
    # One file tells what has changed since.
    assert [key for key in KEYS if after[key] != before[key]] == ["changes"]
    assert [key for key in CHANGED if len(of_csv(newest[key])) == len(of_csv(before[key]))] == []


@pytest.mark.parametrize(
    ("address", "tidy"),
    [
        ("/en/data?edition=msg-1", None),
        ("/en/data?edition=MSG-1", "/en/data?edition=msg-1"),
        ("/en/overview?edition=msg-1&district=naryn", "/en/overview?district=naryn&edition=msg-1"),
        ("/en/overview?edition=nothing&district=naryn", "/en/overview?district=naryn"),
        ("/en/overview?edition=%00&edition=../x", "/en/overview"),
        ("/en/site/kumtor?edition=msg-1", None),
    ],
)
def test_the_address_is_tidied(client, address, tidy):
    answer = client.get(address)
    assert (answer.status_code, answer.headers.get("Location")) == ((302, tidy) if tidy else (200, None))


def test_an_agenda_outlives_a_withdrawn_one(stores, before, tmp_path):
    agenda = tmp_path / "agenda.toml"
    views = ("/revenue?edition=gone", "/revenue?edition=msg-1", "/overview")
    text = "".join(f'[[view]]\ntitle = "T"\nsentence = "S"\naddress = "{address}"\n' for address in views)
    agenda.write_text(text)
    client = create_app(Settings(stores[1].public_url, agenda=agenda)).test_client()
    page = client.get("/en/agenda")
    assert page.status_code == 200 and "“edition=gone”" in page.text
    assert client.get("/en/agenda?present=1").text.count('class="figure"') > 5


def test_from_a_withdrawn_one_a_link_leads_to_the_same_page(client):
    assert 'href="/en/district/jeti-oguz"' in client.get("/en/district/jeti-oguz?edition=gone").text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["{}/overview?edition=gone", "data/revenue_map.csv?edition=gone&lang={}"])
def test_a_withdrawn_one_says_so(client, language, path):
    answer = client.get("/" + path.format(language))
    assert answer.status_code == 410
    assert TITLES[language] in answer.text and "&lt;b&gt;too early" in answer.text
    assert f'href="/{language}/overview"' in answer.text and "<b>" not in answer.text


def test_one_that_cannot_be_read_says_so_and_nothing_else_suffers(stores, client, monkeypatch):
    monkeypatch.setattr("data_access.store.replica_watcher.ReplicaWatcher.edition", lambda *_: None)
    answer = client.get(f"/ru/overview?{EDITION}")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert WORDS["ru"]("notice.edition_unreadable.text") in answer.text
    assert client.get("/ru/overview").status_code == 200
    live = open_page(client, "/ky/overview")
    figure = f"/figures/{live.state['stamp']}/ky/overview_map?{EDITION}"
    for address in (answer_address(live, f"/ky/overview?{EDITION}", "overview_map"), figure):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    controls = client.post(UPDATE, json=Callbacks(client).body("controls", Page(search=f"?{EDITION}")))
    assert controls.status_code == 204


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", [*TOPICS, *PLACE_PAGES])
def test_every_view_says_which_edition_it_is(client, topic, language):
    """Above the page, once, and in every address that leads on."""
    address, words = f"/{language}/{PLACES.get(topic, topic)}?{EDITION}", WORDS[language]
    live = open_page(client, address)
    answer = LivePage(client.get(answer_address(live, address, *live.panels)).text)
    assert answer.panels == live.panels
    for page in (live, answer):
        line = page.part("edition").text
        assert TITLES[language] in line and words("edition.newer") in line
        hrefs = [one.attributes["href"] for name in ("navigation", "languages") for one in page.part(name).all("a")]
        assert len(hrefs) > 3 and all(EDITION in href for href in hrefs)
        assert words("empty.unreadable") not in page.html
    for key, panel in live.panels.items():
        assert not panel.figure_href or EDITION in panel.figure_href, key
        files = [href for href in panel.hrefs if href.startswith("/data/")]
        assert all(EDITION in href for href in files) and (files or not panel.figure_href), key


def test_the_page_about_the_data_leads_to_every_edition(client):
    page = client.get("/en/data").text
    assert f'href="/en/data?{EDITION}"' in page and "too early" in page
    assert "edition=gone" not in page


@pytest.mark.parametrize(("key", "name"), [(key, name) for key in ("revenue_map", "sites") for name in formats_of(key)])
def test_every_file_says_which_edition_it_is(client, key, name):
    answer = client.get(f"/data/{key}.{name}?{EDITION}&lang=ru")
    assert "_edition-msg-1_" in answer.headers["Content-Disposition"]
    line = "Выпуск «МСГ 1», зафиксирован"
    if name == "csv":
        assert {row["edition"] for row in of_csv(answer.data)} == {"msg-1"}
    elif name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(answer.data))
        assert any(line in str(row[1]) for row in book["about"].iter_rows(values_only=True))
    elif name == "geojson":
        assert line in str(answer.json["about"]) and answer.json["features"][0]["properties"]["edition"] == "msg-1"
    else:
        files = zipfile.ZipFile(io.BytesIO(answer.data))
        assert line in files.read("README.md").decode() and EDITION in files.read("README.md").decode()
        assert json.loads(files.read("datapackage.json"))["edition"] == "msg-1"


def test_files_of_the_newest_figures_know_of_no_edition(client):
    assert all("edition" not in row for row in of_csv(file_content(client, "revenue_map", "csv")))


def test_time_stands_still_in_it(client, monkeypatch):
    """Nothing is late, and no figure depends on the day on which it is looked at."""
    assert {row["timeliness"] for row in of_csv(file_content(client, "data_register", "csv", f"?{EDITION}"))} == {
        "dated"
    }
    address = f"/en/site/kumtor?{EDITION}"
    first = open_page(client, address)
    pictures = figures(client, first)
    monkeypatch.setattr(clock, "now", lambda: datetime(2035, 1, 1, tzinfo=UTC))
    again = open_page(client, address)
    assert (again.panels, again.state, figures(client, again)) == (first.panels, first.state, pictures)
