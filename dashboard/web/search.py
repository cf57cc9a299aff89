"""``/{language}/search?q=…``: what a name leads to, as a page without scripts, or as a part of one (``part=1``).

The choices of the page that asks stand in the query too, and ``lite=1`` where a light page asks.
"""

from flask import Flask, Response, g

from dashboard.address.reader import Reader
from dashboard.address.route import START, Route
from dashboard.pages import search
from dashboard.text import LANGUAGES
from dashboard.web import lite
from dashboard.web.files import query_of_request
from data_access.vocabulary import link
from layouts import templates

PAGE = f"<any({','.join(LANGUAGES)}):language>/search"


def register(server: Flask, reader: Reader) -> None:
    """Answer the address. Raises DataUnavailable."""

    @server.get(reader.base_path + PAGE)
    def results(language: str) -> Response:
        # Nobody else asks with the same letters: pages would lose their room to them.
        g.is_passing = True
        return Response(_results(language, query_of_request(), reader), mimetype="text/html")


def _results(language: str, query: str, reader: Reader) -> str:
    values = link.values(query)
    snapshot, text = reader.snapshot(query), values.get("q", "")[: search.MOST_LETTERS]
    route = Route(language, START, is_lite=values.get("lite") == "1")
    selection = reader.choice(snapshot, query)
    return templates.page(
        "found" if values.get("part") == "1" else "search",
        words=reader.words[language],
        asked=text,
        **search.found(snapshot, route, selection, text, reader)._asdict(),
        form=search.form(route, selection, reader),
        home=reader.href(route, selection),
        style=lite.style(),
        icon=lite.icon(),
    )
