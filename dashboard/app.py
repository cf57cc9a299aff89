"""Assembles the application; the only module that knows all the others."""

from pathlib import Path

from dash import Dash
from dash.exceptions import DependencyException
from flask import request

import callbacks
from callbacks.gate import Gate
from callbacks.response_cache import ResponseCache
from dashboard import text
from dashboard.address.agenda import Agenda
from dashboard.address.reader import NoSuchPage, Reader, View
from dashboard.address.route import Route
from dashboard.media.document import Lite
from dashboard.media.first_paint import FirstPaint
from dashboard.pages import choice_names
from dashboard.pages.rendering import Renderer
from dashboard.settings import Settings
from dashboard.text import Words
from dashboard.web import assets, compression, door, headers, index, routes, sharing, sheets, site
from dashboard.web.bodies import Bodies
from dashboard.web.build_folder import BuildFolder
from dashboard.web.errors import Errors
from dashboard.web.files import query_of_request
from dashboard.web.lite import LitePages
from dashboard.web.meeting import Meeting
from dashboard.web.scripts import START, Scripts
from data_access.store.database import Database, DataUnavailable, EditionUnavailable
from data_access.store.settings import CHECKOUT
from layouts import shell

LARGEST_BODY = 256 * 1024
# Only Dash's tools for developers ask for them.
VERSIONS = ("dash_version", "dash_version_url", "ddk_version", "plotly_version", "python_version")


class Pages(Dash):
    """Dash, with a document of ours around it: its language is the page's language."""

    reader: Reader
    first: FirstPaint
    scripts_of_pages: Scripts

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        """The HTML document that a browser gets first."""
        base_path = self.config.requests_pathname_prefix
        words = self.reader.words[index.language_of(request.path, base_path)]
        view = self._view()
        head = sharing.tags(sharing.of_request(self.reader, view, words), words, base_path)
        made = {
            "early": self.scripts_of_pages.early(parts["scripts"]),
            "start": self.scripts_of_pages.address(START),
            "first": self.first.html(view) if view else "",
            "sharing": assets.script(base_path, assets.SHARING_SCRIPT),
        }
        return index.document(words, head, self._lite(view, words), parts | made)

    def _config(self) -> dict:
        """What scripts of Dash have to know; which versions run here helps nobody but an attacker."""
        return {name: value for name, value in super()._config().items() if name not in VERSIONS}

    def _view(self) -> View | None:
        """What the request asks for; None where there is nothing to see, or not yet."""
        try:
            return self.reader.view(request.path, query_of_request())
        except (NoSuchPage, DataUnavailable, EditionUnavailable):
            return None

    def _lite(self, view: View | None, words: Words) -> str:
        """The address of the lite twin."""
        if view is None:
            return Route(words.language, "overview").lite.path(self.reader.base_path)
        return self.reader.href(view.route.lite, view.selection)


def create_app(settings: Settings | None = None):
    """The WSGI application. Without settings they are read from the environment.

    Raises SettingsError, and LookupError naming a panel, table or choice that lacks something.
    """
    words = text.load()
    sheets.require_declared(words)
    choice_names.require_whole(words)
    settings = settings or Settings.from_environment()
    app = Pages(
        __name__,
        requests_pathname_prefix=settings.base_path,
        routes_pathname_prefix=settings.base_path,
        assets_folder=str(CHECKOUT / "assets"),
        assets_path_ignore=["^lite$", "^meeting$", "^share$"],  # of documents without Dash, or there before it
        update_title=None,
        enable_mcp=False,
        add_log_handler=False,
    )
    site.register(app.server, settings)
    reader = Reader(Database(settings.database_url), words, settings.base_path)
    app.reader = reader
    app.layout = shell.empty()
    app.validation_layout = shell.every_id()
    renderer = Renderer(reader)
    app.first = FirstPaint(reader, renderer)
    callbacks.register(app, reader, renderer)
    built = BuildFolder(settings.build_folder)
    app.scripts_of_pages = Scripts(built, settings.base_path, Path(app.config.assets_folder))
    agenda = Agenda(settings.agenda, settings.base_path)
    lite = LitePages(reader, Lite(reader, renderer))
    meeting = Meeting(reader, renderer, agenda, app.scripts_of_pages.plotly)
    _harden(app, reader, built, routes.Kinds(lite, meeting))
    return app.server


def _harden(app: Pages, reader: Reader, build_folder: BuildFolder, kinds: routes.Kinds) -> None:
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    Bodies().register(server)
    ResponseCache(reader).register(server)
    compression.register(server, build_folder)
    errors = Errors(reader)
    server.extensions[door.PAGE] = errors.busy()
    errors.register(server, (DependencyException, FileNotFoundError))
    routes.register(server, reader, errors, kinds, app.scripts_of_pages)
    _warm(app)
    headers.register(server, [kinds.lite.style_hash])
    Gate(app.callback_map, reader).register(server)


def _warm(app: Pages) -> None:
    """Set Dash up before the first request: concurrent first requests would find it half ready (plotly/dash #3971)."""
    with app.server.test_request_context(app.config.routes_pathname_prefix):
        app._setup_server()
        app.index()
