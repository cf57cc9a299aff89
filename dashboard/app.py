"""Assembles the application; the only module that knows all the others."""

from pathlib import Path

from dash import Dash
from dash.exceptions import DependencyException

import callbacks
from callbacks.gate import Gate
from dashboard import text
from dashboard.address.agenda import Agenda
from dashboard.address.reader import Reader
from dashboard.media.document import Lite
from dashboard.media.pictures import Pictures
from dashboard.pages import choice_names
from dashboard.pages.build import Builder
from dashboard.settings import Settings
from dashboard.web import compression, door, headers, lite, routes, sheets, site
from dashboard.web.bodies import Bodies
from dashboard.web.build_folder import BuildFolder
from dashboard.web.errors import Errors
from dashboard.web.lite import LitePages
from dashboard.web.live import LivePages
from dashboard.web.meeting import Meeting
from dashboard.web.response_cache import ResponseCache
from dashboard.web.scripts import LOOK, START, Scripts
from data_access.store.database import Database
from data_access.store.settings import CHECKOUT
from layouts import shell

LARGEST_BODY = 256 * 1024
# Only Dash's tools for developers ask for them.
VERSIONS = ("dash_version", "dash_version_url", "ddk_version", "plotly_version", "python_version")


class Pages(Dash):
    """Dash, of which pages take what its scripts need in a document of ours."""

    in_document: dict[str, str]

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        """Nobody gets this document: what Dash would fill it with is kept for those of live pages."""
        self.in_document.update({name: parts[name] for name in ("scripts", "favicon", "config")})
        return "".join(parts.values())

    def _config(self) -> dict:
        """What scripts of Dash have to know; which versions run here helps nobody but an attacker."""
        return {name: value for name, value in super()._config().items() if name not in VERSIONS}


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
        assets_ignore=r"\.(?:js|css)$",  # web/scripts.py sends them in two files
        update_title=None,
        enable_mcp=False,
        add_log_handler=False,
    )
    names = site.register(app.server, settings)
    app.in_document = {}
    reader = Reader(Database(settings.database_url), words, settings.base_path)
    app.layout = shell.empty()
    app.validation_layout = shell.every_id()
    callbacks.register(app, reader)
    build_folder = BuildFolder(settings.build_folder)
    scripts = Scripts(build_folder, settings.base_path, Path(app.config.assets_folder))
    builder, pictures, agenda = Builder(reader), Pictures(), Agenda(settings.agenda, settings.base_path)
    kinds = routes.Kinds(
        LivePages(builder, pictures, app.in_document),
        LitePages(reader, Lite(builder, pictures, lite.style(), lite.icon())),
        Meeting(builder, agenda, scripts.plotly),
    )
    _harden(app, reader, build_folder, kinds, scripts, names)
    return app.server


def _harden(
    app: Pages, reader: Reader, build_folder: BuildFolder, kinds: routes.Kinds, scripts: Scripts, names: site.Site
) -> None:
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    Bodies().register(server)
    ResponseCache(reader, routes.remembered_paths(reader.base_path), names).register(server)
    compression.register(server, build_folder)
    errors = Errors(reader)
    server.extensions[door.PAGE] = errors.busy()
    errors.register(server, (DependencyException, FileNotFoundError))
    routes.register(server, reader, errors, kinds, scripts)
    _warm(app, scripts)
    headers.register(server, [lite.style_hash()])
    Gate(app.callback_map, reader).register(server)


def _warm(app: Pages, scripts: Scripts) -> None:
    """Set Dash up before the first request: concurrent first requests would find it half ready (plotly/dash #3971)."""
    with app.server.test_request_context(app.config.routes_pathname_prefix):
        app._setup_server()
        app.index()
    parts = app.in_document
    parts |= {
        "early": scripts.early(parts["scripts"]),
        "start": scripts.address(START),
        "look": scripts.address(LOOK),
    }
