"""``/{language}/corrections.atom``: each correction of published figures as an entry of an Atom feed (RFC 4287)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from flask import Flask, Response, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages.panel_view import title_id
from dashboard.panels.data import corrections as panel
from dashboard.text import LANGUAGES, Words
from dashboard.web import site
from data_access.answers import corrections, sources
from data_access.vocabulary.selection import Selection

PAGE = f"<any({','.join(LANGUAGES)}):language>/corrections.atom"
MIMETYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOST_ENTRIES = 100


def register(server: Flask, reader: Reader) -> None:
    """Answer the feed of the newest version, in each language. Raises DataUnavailable."""

    @server.get(reader.base_path + PAGE)
    def corrections_feed(language: str) -> BaseResponse:
        snapshot = reader.snapshot("")
        answer = corrections.by_load(snapshot, Selection())
        route, published_at = Route(language, "data"), sources.publication(snapshot)[1]
        here = site.address() + request.path
        page = f"{site.address()}{reader.href(route, Selection())}#{title_id(panel.PANEL.key)}"
        content = written(answer.rows[:MOST_ENTRIES], (here, page), published_at, reader.words[language])
        response = Response(content, mimetype=MIMETYPE)
        response.last_modified = published_at
        return response.make_conditional(request)


def written(rows: Iterable[Any], addresses: tuple[str, str], published_at: datetime, words: Words) -> bytes:
    """The feed of some rows of ``corrections.by_load``; ``addresses`` are its own and that of the page of the panel."""
    here, page = addresses
    feed = Element("feed", {"xmlns": NAMESPACE, XML_LANGUAGE: words.language})
    title = f"{words('page.name')}: {words('feed.title')}"
    for name, text in (("id", here), ("title", title), ("updated", _moment(published_at))):
        SubElement(feed, name).text = text
    SubElement(SubElement(feed, "author"), "name").text = words("page.name")
    SubElement(feed, "link", {"rel": "self", "href": here, "type": MIMETYPE})
    SubElement(feed, "link", {"rel": "alternate", "href": page, "type": "text/html"})
    for row in rows:
        entry = SubElement(feed, "entry")
        # The same in all versions and languages: a reader who changes the language has read it.
        key = uuid5(NAMESPACE_URL, f"{_moment(row.loaded_at)} {row.kind} {row.source_key}")
        sentence = panel.sentence(row, words)
        texts = (("id", f"urn:uuid:{key}"), ("title", sentence), ("updated", _moment(row.loaded_at)))
        for name, text in (*texts, ("summary", sentence)):
            SubElement(entry, name).text = text
        SubElement(entry, "link", {"rel": "alternate", "href": page, "type": "text/html"})
    ElementTree.indent(feed)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
