"""Lite pages: the document around them, and the short addresses that lead from paper to the live page."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from urllib.parse import quote

from flask import Response, redirect
from werkzeug.wrappers import Response as BaseResponse

from dashboard.address import short
from dashboard.address.reader import Reader, View
from dashboard.media.document import Lite
from dashboard.text import Words
from dashboard.web import assets, site
from dashboard.web.errors import Errors
from data_access.vocabulary import link

STYLES = ("3-marks.css", "lite/lite.css")


class LitePages:
    """The lite pages of one application; their style stands in the document, so that one answer holds everything."""

    def __init__(self, reader: Reader, lite: Lite) -> None:
        self._reader = reader
        self._lite = lite
        self._style = "".join((assets.FOLDER / name).read_text(encoding="utf-8") for name in STYLES)
        # In the document as well: a weak link has one answer to wait for, and a sheet on a stick asks nobody.
        self._icon = f"data:image/svg+xml,{quote((assets.FOLDER / 'favicon.svg').read_text(encoding='utf-8'))}"

    @property
    def style_hash(self) -> str:
        """What the content security policy needs to let the style pass."""
        return f"'sha256-{b64encode(sha256(self._style.encode()).digest()).decode()}'"

    def page(self, view: View) -> Response:
        """The document of a view. Raises DataUnavailable."""
        return Response(self.text(view, origin(self._reader)), mimetype="text/html")

    def text(self, view: View, origin: str) -> str:
        """The document of a view, as readers reach it at ``origin`` (``https://name/``)."""
        words, heading, body = self._lite.document(view, origin)
        canonical = f"{origin}{view.route.live.address(view.selection, '')}"
        return self.document(words, heading.title, f'<link rel="canonical" href="{escape(canonical)}">', body)

    def document(self, words: Words, title: str, links: str, body: str) -> str:
        """A document with the style and the icon of lite pages around a body."""
        return f"""<!DOCTYPE html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(words("page.description"))}">
<title>{escape(title)} · {escape(words("page.name"))}</title>
<link rel="icon" href="{self._icon}">
{links}
<style>{self._style}</style>
</head>
<body>{body}</body>
</html>"""


def origin(reader: Reader) -> str:
    """How this reader reaches the application: ``https://name/``, with the base path."""
    return site.address() + reader.base_path


def to_live(reader: Reader, errors: Errors, code: str) -> BaseResponse:
    """From a short address to the live page."""
    found = short.lengthen(link.word(code))
    return redirect(reader.base_path + found) if found else errors.not_found()
