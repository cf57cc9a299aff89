"""Assembles the application; the only module that knows all the others."""

from dash import Dash
from dash.exceptions import DependencyException
from flask import request

import callbacks
from callbacks.answers import Answers
from callbacks.gate import Gate
from callbacks.reader import Reader
from dashboard import text
from dashboard.route import Route
from dashboard.settings import CHECKOUT, Settings
from dashboard.text import Words
from dashboard.web import compression, headers, index, routes
from dashboard.web.errors import Errors
from data_access.database import Database
from layouts import shell

LARGEST_BODY = 256 * 1024


class Pages(Dash):
    """Dash, with a document of ours around it: its language is the page's language."""

    words: dict[str, Words]

    def interpolate_index(self, **parts: str) -> str:
        """The HTML document that a browser gets first."""
        base_path = self.config.requests_pathname_prefix
        words = self.words[index.language_of(request.path, base_path)]
        return index.document(words, index.title_of(Route.parse(request.path, base_path), words), parts)


def create_app(settings: Settings | None = None):
    """The WSGI application. Without settings they are read from the environment; raises SettingsError."""
    settings = settings or Settings.from_environment()
    app = Pages(
        __name__,
        requests_pathname_prefix=settings.base_path,
        routes_pathname_prefix=settings.base_path,
        assets_folder=str(CHECKOUT / "assets"),
        update_title=None,
        enable_mcp=False,
        add_log_handler=False,
    )
    app.words = text.load()
    reader = Reader(Database(settings.database_url), app.words, settings.base_path)
    app.layout = shell.empty()
    app.validation_layout = shell.every_id()
    callbacks.register(app, reader)
    _harden(app, reader)
    return app.server


def _harden(app: Pages, reader: Reader) -> None:
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    Answers(reader).register(server)
    compression.register(server)
    errors = Errors(reader)
    errors.register(server, (DependencyException, FileNotFoundError))
    routes.register(server, reader, errors)
    _warm(app)
    headers.register(server, app.csp_hashes())
    Gate(app.callback_map, reader).register(server)


def _warm(app: Pages) -> None:
    """Set Dash up before the first request: concurrent first requests would find it half ready (plotly/dash #3971)."""
    with app.server.test_request_context(app.config.routes_pathname_prefix):
        app._setup_server()
        app.index()
