"""The application on the example, without a server around it."""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.gate import Gate
from dashboard.address.reader import Reader
from dashboard.app import create_app
from dashboard.downloads.sheet import Sheet
from dashboard.settings import Settings
from dashboard.text import load
from dashboard.web import sheets
from data_access.store import cache_dir
from data_access.store.database import Database
from tests.support.live_page import figures, open_page
from tests.web.callback_bodies import Callbacks

UPDATE = "/_dash-update-component"
Call = Callable[[dict], TestResponse]


def gate_of(server: Flask) -> Gate:
    """The gate of an application."""
    owners = (getattr(check, "__self__", None) for check in server.before_request_funcs[None])
    return next(owner for owner in owners if isinstance(owner, Gate))


def refresh(client: FlaskClient) -> None:
    """Let the application of a client ask for its store now, as its watcher would."""
    gate_of(client.application)._reader.database._keeper.refresh()


@pytest.fixture(autouse=True, scope="session")
def _copies_of_tests(tmp_path_factory) -> Iterator[None]:
    """Local copies of stores stay in the folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        folder = str(tmp_path_factory.mktemp("copies"))
        patch.setattr(cache_dir, "gettempdir", lambda: folder)
        yield


@pytest.fixture(scope="session")
def server(example_public_url) -> Flask:
    """The application on the example, after it has told of the name under which it is asked."""
    application = create_app(Settings(example_public_url))
    application.test_client().get("/qr.svg?to=/ky/overview")
    return application


@pytest.fixture
def client(server) -> FlaskClient:
    """Somebody who asks the application."""
    return server.test_client()


@pytest.fixture(scope="session")
def sheet_of(example_public_url) -> Callable[..., Sheet]:
    """What the files of a panel or table are written from."""
    reader = Reader(Database(example_public_url), load(), "/")

    def make_sheet(key: str, language: str = "en", search: str = "") -> Sheet:
        snapshot = reader.snapshot(search)
        return sheets.file_request(reader, snapshot, key, search, language, "http://localhost/").sheet(snapshot, reader)

    return make_sheet


@pytest.fixture(scope="session")
def callbacks(server) -> Callbacks:
    """The callbacks of the application."""
    return Callbacks(server.test_client())


@pytest.fixture
def call(client) -> Call:
    """Sends a body to a callback."""
    return lambda body: client.post(UPDATE, data=json.dumps(body), content_type="application/json")


@pytest.fixture(scope="session")
def gate(server) -> Gate:
    """The gate of the application."""
    return gate_of(server)


@pytest.fixture
def named_in(client) -> Callable[[str], list[str]]:
    """The addresses that a page's document names: its styles, scripts and icon."""
    pattern = re.compile(
        r'<(?:script|link rel="(?:icon|apple-touch-icon|stylesheet|preload)")[^>]*?(?:src|href)="([^"]*)"'
    )
    return lambda path: [unescape(address) for address in pattern.findall(client.get(path).text)]


@pytest.fixture
def layers(server) -> list[str]:
    """Addresses of the map layers, as the map of the overview names them."""
    client = server.test_client()
    figure_text = json.dumps(figures(client, open_page(client, "/ky/overview")))
    return [*dict.fromkeys(re.findall(r"/layers/[0-9a-f]{64}/\w+\.geojson", figure_text))]
