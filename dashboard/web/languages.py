"""``/{language}/languages``: how many texts native readers have reviewed, and which not; no script, no data."""

from functools import lru_cache
from html import escape

from flask import Flask, Response

from dashboard.text import LANGUAGES, Words, reviews
from dashboard.text.reviews import SOURCE, Text
from dashboard.web import index

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
    found = {language: reviews.texts(language) for language in LANGUAGES}
    lines = "".join(f"<li>{_line(language, found[language], words, base_path)}</li>" for language in LANGUAGES)
    home = f'<p><a href="{base_path}{words.language}/overview">{_text(words, "notice.home")}</a></p>'
    lead = f'<h1>{_text(words, "languages.title")}</h1><p class="lead">{_text(words, "languages.lead")}</p>'
    body = f"{home}{lead}<ul>{lines}</ul>{_open(found[words.language], words)}"
    return index.plain(words, words("languages.title"), body, base_path)


def _line(language: str, texts: list[Text], words: Words, base_path: str) -> str:
    name = words(f"languages.{language}")
    if language == SOURCE:
        return escape(words("languages.source", language=name))
    count = words.number(sum(text.is_reviewed for text in texts))
    told = words("languages.reviewed", language=name, reviewed=count, all=words.number(len(texts)))
    return f'<a href="{base_path}{language}/languages" hreflang="{language}">{escape(told)}</a>'


def _open(texts: list[Text], words: Words) -> str:
    """The texts of this language that nobody has reviewed; of the source none."""
    rows = [_row(text) for text in texts if not text.is_reviewed]
    if words.language == SOURCE or not rows:
        return ""
    heads = (f'<th scope="col">{_text(words, f"languages.{key}")}</th>' for key in ("key", "place", "english", "text"))
    head, title = f"<thead><tr>{''.join(heads)}</tr></thead>", _text(words, "languages.open")
    table = f'<table class="table">{head}<tbody>{"".join(rows)}</tbody></table>'
    return (
        f'<h2 id="open">{title}</h2><div class="texts" role="region" tabindex="0" aria-labelledby="open">{table}</div>'
    )


def _row(text: Text) -> str:
    note, english = escape(text.note), _forms(text.english)
    key = f'<th scope="row" lang="en">{text.key}</th>'
    return f'<tr>{key}<td lang="en">{note}</td><td lang="en">{english}</td><td>{_forms(text.forms)}</td></tr>'


def _forms(forms: tuple[str, ...]) -> str:
    return "<br>".join(map(escape, forms))


def _text(words: Words, key: str) -> str:
    return escape(words(key))
