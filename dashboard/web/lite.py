"""Lite pages: their style and icon, and the short addresses that lead from paper to the live page."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from urllib.parse import quote

from flask import Response, g, redirect
from werkzeug.wrappers import Response as BaseResponse

from dashboard.address import short
from dashboard.address.reader import Reader, View
from dashboard.media.document import Lite
from dashboard.web import assets, site
from dashboard.web.errors import Errors
from data_access.vocabulary import link

STYLES = ("3-marks.css", "lite/lite.css", "4-cards.css")
# What a style sheet has for those who read it.
COMMENT, AROUND = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"\s*([{};])\s*")


@cache
def style() -> str:
    """The style of lite pages; it stands in the document, so that one answer holds everything, without its comments."""
    sheets = "".join((assets.FOLDER / name).read_text(encoding="utf-8") for name in STYLES)
    return AROUND.sub(r"\1", COMMENT.sub("", sheets)).replace(";}", "}")


def style_hash() -> str:
    """What the content security policy needs to let the style pass."""
    return f"'sha256-{b64encode(sha256(style().encode()).digest()).decode()}'"


@cache
def icon() -> str:
    """The icon, in the document as well: a weak link has one answer to wait for, and a sheet on a stick asks nobody."""
    return f"data:image/svg+xml,{quote((assets.FOLDER / 'favicon.svg').read_text(encoding='utf-8'))}"


class LitePages:
    """The lite pages of one application."""

    def __init__(self, reader: Reader, lite: Lite) -> None:
        self._reader, self._lite = reader, lite

    def page(self, view: View) -> Response:
        """The document of a view. Raises DataUnavailable."""
        page, text = self._lite.document(view, origin(self._reader))
        g.is_passing = page.is_broken
        return Response(text, mimetype="text/html")


def origin(reader: Reader) -> str:
    """How this reader reaches the application: ``https://name/``, with the base path."""
    return site.address() + reader.base_path


def to_live(reader: Reader, errors: Errors, code: str) -> BaseResponse:
    """From a short address to the live page."""
    address = short.lengthen(link.word(code))
    return redirect(reader.base_path + address) if address else errors.not_found()
