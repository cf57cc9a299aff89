"""Addresses that are not pages, and what happens before a page is answered."""

from datetime import UTC, datetime, timedelta

from flask import Flask, Response, jsonify, redirect, request

from callbacks.reader import Reader
from dashboard.text import LANGUAGES
from dashboard.web import index
from data_access import layers, sources
from data_access.database import DataUnavailable

RETRY_SECONDS = 10
IMMUTABLE = f"public, max-age={365 * 24 * 3600}, immutable"
OURS = ("health", "ready", "layers/", "assets/", "_dash-component-suites/", "_favicon.ico")
DASH = ("_dash-layout", "_dash-dependencies", "_dash-update-component")
ASIA_BISHKEK = timedelta(hours=6)


def register(server: Flask, reader: Reader) -> None:
    """All addresses of the server that Dash does not know; pages pass by here first."""
    base = reader.base_path

    def words():
        return reader.words[index.language_of(request.path, base)]

    def notice(key: str, status: int, retry: int | None = None) -> Response:
        return Response(index.notice(words(), key, base, retry), status, mimetype="text/html")

    @server.before_request
    def pages_first() -> Response | None:
        path = request.path.removeprefix(base) if request.path.startswith(base) else None
        if path == "":
            return redirect(f"{base}{preferred_language()}/overview")
        if path is not None and (path in DASH or path.startswith(OURS)):
            return None
        route = reader.route(request.path)
        if route is None:
            return notice("notice.not_found", 404)
        return _page(route)

    def _page(route) -> Response | None:
        """A page is only sent when there is something to fill it with, and under its tidy address."""
        try:
            selection = reader.selection(reader.database.snapshot(), request.query_string.decode("utf-8", "replace"))
        except DataUnavailable as problem:
            return notice(f"notice.{problem.reason}", 503, RETRY_SECONDS)
        tidy = reader.href(route, selection)
        asked = request.path + (f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else "")
        return None if asked == tidy else redirect(tidy)

    @server.get(f"{base}health")
    def health() -> Response:
        return Response("ok", mimetype="text/plain")

    @server.get(f"{base}ready")
    def ready() -> tuple[Response, int]:
        try:
            snapshot = reader.database.snapshot()
        except DataUnavailable as problem:
            return jsonify(ready=False, problem=problem.reason), 503
        problem = reader.database.problem
        today = (datetime.now(UTC) + ASIA_BISHKEK).date()
        body = {
            "ready": problem is None,
            "problem": problem,
            "version": snapshot.version,
            "datasets": sources.freshness(snapshot, today),
        }
        return jsonify(body), 200 if problem is None else 503

    @server.get(f"{base}layers/<sha256>/<key>.geojson")
    def layer(sha256: str, key: str) -> Response:
        content = layers.content(reader.database.snapshot(), key, sha256)
        if content is None:
            return notice("notice.not_found", 404)
        return Response(content, mimetype="application/geo+json", headers={"Cache-Control": IMMUTABLE})

    @server.errorhandler(400)
    @server.errorhandler(404)
    @server.errorhandler(405)
    @server.errorhandler(413)
    def refused(error) -> Response:
        return notice("notice.not_found" if error.code == 404 else "notice.refused", error.code)

    @server.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        if isinstance(error, DataUnavailable):
            return notice(f"notice.{error.reason}", 503, RETRY_SECONDS)
        server.logger.exception("%s %s", request.method, request.path)
        return notice("notice.failed", 500)


def preferred_language() -> str:
    """The language that the browser asks for, of those that we have."""
    return request.accept_languages.best_match(LANGUAGES, default=index.FALLBACK)
