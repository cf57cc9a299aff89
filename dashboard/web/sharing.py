"""What makes an address worth passing on: what its card says in a chat, its other languages, and its QR code."""

import re
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from flask import Flask, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from dashboard.address.agenda import NAME as AGENDA
from dashboard.address.reader import Reader, View
from dashboard.media import qr
from dashboard.pages import choice_names
from dashboard.pages.heading import heading
from dashboard.text import LANGUAGES, Words
from dashboard.web import assets, site
from dashboard.web.headers import DAY_SECONDS
from data_access.vocabulary.languages import BY_CODE, FALLBACK

CODE = "qr.svg"
WIDTH, HEIGHT = 1200, 630  # of the picture on a card, px
ANCHOR = re.compile(r"[A-Za-z0-9_-]{1,64}")
LONGEST_ADDRESS = 1_500  # more would be too fine for a camera across a room


class Card(NamedTuple):
    """What is said of a page where its link is shown; ``addresses`` by language, without the site."""

    title: str
    about: str
    addresses: dict[str, str]


class Head(NamedTuple):
    """The head of a document: title and description, its address and those in other languages, its card, its icons."""

    title: str
    about: str
    canonical: str
    languages: list[tuple[str, str]]
    properties: list[tuple[str, str]]
    icon: str
    touch_icon: str


def card(reader: Reader, view: View) -> Card:
    """The card of a live page: its topic, place and period. How it is shown, as slides or with open tables, is left."""
    snapshot, route, selection = view
    words = reader.words[route.language]
    shared_selection = replace(selection, tables=(), present=None)
    addresses = {code: reader.href(replace(route, language=code), shared_selection) for code in LANGUAGES}
    return Card(choice_names.title(snapshot, selection, route, words), heading(snapshot, route, reader).lead, addresses)


def head(page_card: Card, words: Words, base_path: str) -> Head:
    """What the head of a document says of its page: to browsers, to search engines, and where its link is shared."""
    origin, address = site.address(), page_card.addresses[words.language]
    image = f"{origin}{assets.address(base_path, f'share/card-{words.language}.png')}"
    languages = [*page_card.addresses.items(), ("x-default", page_card.addresses[FALLBACK])]
    return Head(
        title=page_card.title,
        about=page_card.about,
        canonical=origin + address,
        languages=[(code, origin + to) for code, to in languages],
        properties=[
            ("og:type", "website"),
            ("og:title", page_card.title),
            ("og:description", page_card.about),
            ("og:site_name", words("page.name")),
            ("og:url", origin + address),
            ("og:locale", BY_CODE[words.language].locale),
            ("og:image", image),
            ("og:image:width", str(WIDTH)),
            ("og:image:height", str(HEIGHT)),
            ("og:image:alt", words("page.name")),
        ],
        icon=assets.address(base_path, "favicon.svg"),
        touch_icon=assets.address(base_path, "share/icon-180.png"),
    )


def register(server: Flask, reader: Reader) -> None:
    """The QR code of an address of ours: ``/qr.svg?to=/ky/revenue?…``. No other address gets one."""

    @server.get(f"{reader.base_path}{CODE}")
    def qr_code() -> BaseResponse:
        target = request.args.get("to", "")
        tidy = _tidy(reader, target)
        if tidy is None or len(tidy) > LONGEST_ADDRESS:
            abort(404)
        if tidy != target:
            return redirect(url_for("qr_code", to=tidy))
        response = Response(qr.svg_file(site.address() + tidy, tidy), mimetype="image/svg+xml")
        response.cache_control.max_age = DAY_SECONDS
        return response


def _tidy(reader: Reader, query: str) -> str | None:
    """The address as our pages write it; None where it is none of ours."""
    try:
        parts = urlsplit(query)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not query.startswith("/"):
        return None
    anchor = f"#{parts.fragment}" if ANCHOR.fullmatch(parts.fragment) else ""
    if parts.path in {f"{reader.base_path}{code}/{AGENDA}" for code in LANGUAGES}:
        return parts.path + anchor
    snapshot = reader.snapshot(parts.query)
    route = reader.page(snapshot, parts.path)
    if route is None:
        return None
    return reader.href(route, replace(reader.selection(snapshot, route, parts.query), present=None)) + anchor


def pairs(search: str) -> list[tuple[str, str]]:
    """The keys of a query with their values."""
    return parse_qsl(search.lstrip("?"))
