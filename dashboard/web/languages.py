"""``/{language}/languages``: how many texts native readers have reviewed, and which not; no script, no data."""

from functools import lru_cache

from flask import Flask, Response

from dashboard.text import LANGUAGES, Words, reviews
from dashboard.text.reviews import SOURCE, Text
from dashboard.web import assets
from layouts import templates

PAGE = f"<any({','.join(LANGUAGES)}):language>/languages"


def register(server: Flask, words: dict[str, Words], base_path: str) -> None:
    """Answer the page, which is made once."""

    @lru_cache
    def page(language: str) -> str:
        return _page(words[language], base_path)

    @server.get(base_path + PAGE)
    def languages(language: str) -> Response:
        return Response(page(language), mimetype="text/html")


def _page(words: Words, base_path: str) -> str:
    texts_by_language = {language: reviews.texts(language) for language in LANGUAGES}
    own = texts_by_language[words.language]
    return templates.page(
        "languages",
        words=words,
        home=f"{base_path}{words.language}/overview",
        lines=[(code, *_line(code, texts_by_language[code], words, base_path)) for code in LANGUAGES],
        open_texts=[] if words.language == SOURCE else [text for text in own if not text.is_reviewed],
        icon=assets.address(base_path, "favicon.svg"),
        styles=assets.styles(base_path, "4-print.css"),
    )


def _line(language: str, texts: list[Text], words: Words, base_path: str) -> tuple[str, str | None]:
    """How many texts of a language are reviewed, and the address of the page about it; the source has none."""
    name = words(f"languages.{language}")
    if language == SOURCE:
        return words("languages.source", language=name), None
    count = words.number(sum(text.is_reviewed for text in texts))
    line = words("languages.reviewed", language=name, reviewed=count, all=words.number(len(texts)))
    return line, f"{base_path}{language}/languages"
