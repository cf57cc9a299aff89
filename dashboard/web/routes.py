"""Addresses that are not pages, and what happens before a page is answered."""

from flask import Flask, Response, jsonify, redirect, request
from werkzeug.exceptions import MethodNotAllowed

from callbacks.reader import Reader
from dashboard.web.errors import Errors, preferred_language
from data_access import layers, sources
from data_access.database import DataUnavailable

LAYER = "layers/<sha256>/<key>.geojson"
OURS = {"health", "ready", LAYER, "assets/<path:filename>"}
COMPONENT = "_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"
DASH = {"_dash-layout", "_dash-dependencies", "_dash-update-component", "_favicon.ico", COMPONENT}
YEAR_SECONDS = 365 * 24 * 3600


def register(server: Flask, reader: Reader, errors: Errors) -> None:
    """All addresses of the server that Dash does not know; pages pass by here first."""
    base = reader.base_path

    @server.before_request
    def pages_first() -> Response | None:
        if not _may_be_page(base):
            return None
        if request.path in (base, base.rstrip("/")):
            return _to_language(base)
        route = reader.route(request.path)
        return errors.not_found() if route is None else _to_tidy_address(reader, errors)

    @server.get(f"{base}health")
    def health() -> Response:
        return Response("ok", mimetype="text/plain")

    @server.get(f"{base}ready")
    def ready() -> tuple[Response, int]:
        body = readiness(reader)
        return jsonify(body), 200 if body["ready"] else 503

    @server.get(base + LAYER)
    def layer(sha256: str, key: str) -> Response:
        content = layers.content(reader.database.snapshot(), key, sha256)
        return errors.not_found() if content is None else _lasting(Response(content, mimetype="application/geo+json"))


def readiness(reader: Reader) -> dict:
    """Whether the public store can be read, why not, the version that is served, and how old its data are."""
    problem = reader.database.problem
    try:
        snapshot = reader.database.snapshot()
        served = {"version": snapshot.version, "datasets": sources.freshness(snapshot)}
    except DataUnavailable as none:
        return {"ready": False, "problem": none.reason, "version": None, "datasets": {}}
    return {"ready": problem is None, "problem": problem, **served}


def _lasting(response: Response) -> Response:
    """An answer whose address holds its hash."""
    response.cache_control.max_age = YEAR_SECONDS
    return response


def _may_be_page(base: str) -> bool:
    """Whether nothing else stands at the address: Dash would answer every unknown one with a page."""
    if isinstance(request.routing_exception, MethodNotAllowed):
        return False
    return request.url_rule is None or request.url_rule.rule.removeprefix(base) not in OURS | DASH


def _to_language(base: str) -> Response:
    response = redirect(f"{base}{preferred_language()}/overview")
    response.vary.add("Accept-Language")
    return response


def _to_tidy_address(reader: Reader, errors: Errors) -> Response | None:
    """A page is only sent when there is something to fill it with, and under its tidy address."""
    query = request.query_string.decode("utf-8", "replace")
    snapshot = reader.database.snapshot()
    route = reader.page(snapshot, request.path)
    if route is None:
        return errors.not_found()
    tidy = reader.href(route, reader.selection(snapshot, route, query))
    asked = f"{request.path}?{query}" if query else request.path
    return None if asked == tidy else redirect(tidy)
