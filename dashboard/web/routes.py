"""Addresses that are not pages, and what happens before a page is answered."""

from typing import NamedTuple
from urllib.parse import quote, urlencode

from flask import Flask, Response, current_app, jsonify, redirect, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.wrappers import Response as BaseResponse

from dashboard.address.reader import Reader, View
from dashboard.text import LANGUAGES
from dashboard.web import feed, glossary, languages, pack, saving, search, sharing
from dashboard.web import meeting as slides
from dashboard.web.errors import Errors, preferred_language
from dashboard.web.files import FILE, Files, query_of_request
from dashboard.web.headers import YEAR_SECONDS
from dashboard.web.heavy import Heavy
from dashboard.web.lite import LitePages, to_live
from dashboard.web.live import FIGURE, PARTS, LivePages
from dashboard.web.scripts import ADDRESS as SCRIPT
from dashboard.web.scripts import Scripts
from data_access.answers import sources
from data_access.store import layers
from data_access.store.database import DataUnavailable
from data_access.vocabulary import link

LAYER = "layers/<sha256>/<key>.geojson"
SHORT = "s/<code>"
PACK = "<language>/district/<slug>/pack.zip"
FILES = {LAYER, SCRIPT, FILE, PACK, PARTS, FIGURE, sharing.CODE, "assets/<path:filename>"}
OURS = {
    "health",
    "ready",
    "robots.txt",
    feed.PAGE,
    glossary.PAGE,
    languages.PAGE,
    search.PAGE,
    slides.RULE,
    SHORT,
    *FILES,
}
COMPONENT = "_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"
DASH = {"_dash-layout", "_dash-dependencies", "_dash-update-component", "_favicon.ico", COMPONENT}
# What messengers pass on besides pages and files.
PASSED_ON = {glossary.PAGE, languages.PAGE, search.PAGE, slides.RULE, PACK, SHORT}


class Kinds(NamedTuple):
    """What answers the addresses of pages: live ones, lite twins, and slides."""

    live: LivePages
    lite: LitePages
    meeting: slides.Meeting


def register(server: Flask, reader: Reader, errors: Errors, kinds: Kinds, scripts: Scripts) -> None:
    """All addresses of the server that Dash does not know; pages pass by here first."""
    base = reader.base_path

    @server.before_request
    def pages_first() -> Response | None:
        if not _may_be_page(base):
            return None
        path, query = link.split(request.path)[0], query_of_request()
        if path in (base, base.rstrip("/")):
            return _start(reader, errors, kinds, query)
        if reader.route(path) is None:
            return _older_address(base, path, query, files) or errors.not_found()
        return _page(reader, errors, kinds, path, query)

    heavy = Heavy()
    packs, files = pack.Packs(reader, errors, heavy), Files(reader, errors, heavy)
    kinds.live.register(server, errors)
    kinds.meeting.register(server)
    sharing.register(server, reader)
    files.register(server)
    languages.register(server, reader.words, base)
    glossary.register(server, reader.words, base)
    search.register(server, reader)
    feed.register(server, reader)

    @server.get(f"{base}health")
    def health() -> Response:
        return Response("ok", mimetype="text/plain")

    @server.get(f"{base}ready")
    def ready() -> tuple[Response, int]:
        body = readiness(reader)
        return jsonify(body), 200 if body["ready"] else 503

    @server.get(base + SHORT)
    def from_paper(code: str) -> Response:
        return to_live(reader, errors, code)

    @server.get(base + PACK)
    def of_district(language: str, slug: str) -> Response:
        return packs.of_district(language, slug)

    @server.get(f"{base}robots.txt")
    def robots() -> Response:
        # Search engines are welcome to the pages; the files behind them are without number.
        return Response(f"User-agent: *\nDisallow: {base}data/\nDisallow: {base}*/pack.zip\n", mimetype="text/plain")

    @server.get(base + LAYER)
    def layer(sha256: str, key: str) -> Response:
        content = layers.content(reader.snapshot(query_of_request()), key, sha256)
        return errors.not_found() if content is None else _lasting(Response(content, mimetype="application/geo+json"))

    @server.get(base + SCRIPT)
    def script(sha256: str, name: str) -> Response:
        content = scripts.content(name, sha256)
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        return errors.not_found() if content is None else _lasting(Response(content, mimetype=kind))


def remembered_paths(base: str) -> tuple[str, ...]:
    """How the paths of pages begin, and those of what pages ask for."""
    return tuple(f"{base}{first}/" for first in (*LANGUAGES, "parts", "figures"))


def readiness(reader: Reader) -> dict:
    """Whether the public store can be read, why not, the version that is served, and how old its data are."""
    problem = reader.database.problem
    try:
        snapshot = reader.database.snapshot()
        state = {"version": snapshot.version, "datasets": sources.freshness(snapshot)}
    except DataUnavailable as none:
        return {"ready": False, "problem": none.reason, "version": None, "datasets": {}}
    return {"ready": problem is None, "problem": problem, **state}


def _lasting(response: Response) -> Response:
    """An answer whose address holds its hash."""
    response.cache_control.max_age = YEAR_SECONDS
    return response


def _may_be_page(base: str) -> bool:
    """Whether nothing else stands at the address: Dash would answer every unknown one with a page."""
    if isinstance(request.routing_exception, MethodNotAllowed):
        return False
    return request.url_rule is None or request.url_rule.rule.removeprefix(base) not in OURS | DASH


def _start(reader: Reader, errors: Errors, kinds: Kinds, query: str) -> Response | None:
    """From the address of the site to the first page, with the choices that stand in the address."""
    first = f"{reader.base_path}{preferred_language()}/overview"
    response = _page(reader, errors, kinds, first, query) if query else redirect(first)
    if response:
        response.vary.add("Accept-Language")
    return response


def _older_address(base: str, path: str, query: str, files: Files) -> Response | None:
    """A file, or the way to what else is no page and was meant by a path; None where it means nothing."""
    tidy = base + "/".join(link.segments(path.removeprefix(base)))
    try:
        rule, names = current_app.url_map.bind("").match(tidy, return_rule=True)
    except HTTPException:
        return None
    kind = rule.rule.removeprefix(base)
    if kind == FILE:
        return files.answer(**names)
    if kind not in PASSED_ON:
        return None
    return redirect("?".join(filter(None, (quote(tidy), urlencode(link.values(query))))))


def _page(reader: Reader, errors: Errors, kinds: Kinds, path: str, query: str) -> BaseResponse:
    """A page is only sent when there is something to fill it with, and under its tidy address."""
    snapshot = reader.snapshot(query)
    route = reader.page(snapshot, path)
    if route is None:
        return errors.not_found()
    view = View(snapshot, route, reader.selection(snapshot, route, query))
    tidy = reader.href(route, view.selection)
    here = request.environ["PATH_INFO"]  # as it was asked for, with a slash that is doubled at its start
    if tidy != (f"{here}?{query}" if query else here):
        return redirect(tidy)
    if route.is_lite:
        return kinds.lite.page(view)
    if view.selection.present:
        return kinds.meeting.page(view)
    light = redirect(reader.href(route.lite, view.selection)) if saving.is_asked(request.environ) else None
    response = light or kinds.live.page(view)
    response.vary.add(saving.HEADER)
    return response
