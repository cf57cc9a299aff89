"""``/{language}/glossary``: every word that pages explain, in the order of the alphabet; no script, no data."""

from functools import lru_cache

from flask import Flask, Response

from dashboard.text import LANGUAGES, Words
from dashboard.web import assets
from layouts import templates

PAGE = f"<any({','.join(LANGUAGES)}):language>/glossary"


def register(server: Flask, words: dict[str, Words], base_path: str) -> None:
    """Answer the page, which is made once."""

    @lru_cache
    def page(language: str) -> str:
        return templates.page(
            "glossary",
            words=words[language],
            home=f"{base_path}{language}/overview",
            languages=[(code, f"{base_path}{code}/glossary", words[code]("language.name")) for code in LANGUAGES],
            icon=assets.address(base_path, "favicon.svg"),
            styles=assets.styles(base_path, "4-print.css"),
        )

    @server.get(base_path + PAGE)
    def glossary(language: str) -> Response:
        return Response(page(language), mimetype="text/html")
