"""Names, titles and addresses from data are text: no tag, no script and no foreign link comes out of them."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from layouts.to_html import HTML
from sqlalchemy import String

from dashboard.app import create_app
from dashboard.panels import PANELS, of_topic
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from data_access.store.settings import CHECKOUT
from data_access.vocabulary import schema
from tests.support.html_parts import components
from tests.support.pages import PAGES
from tests.web.callback_bodies import Callbacks, Page

TABLES = ",".join(panel.key for panel in PANELS)
UPDATE = "/_dash-update-component"
# Lite pages hold their icon; no other address of theirs may hold content.
ICON = f'href="data:image/svg+xml,{quote((CHECKOUT / "assets/favicon.svg").read_text(encoding="utf-8"))}"'
EVIL = "<b>b</b><script>alert(1)</script><a href='https://evil.example'>a</a><img src=x onerror=alert(1)>&lt;i&gt; %{x}"
# Every mark that turns the direction of writing.
MARKS = "".join(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
ADDRESSES = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "//evil.example"),
    *(
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "https:evil.example",
        "x' onclick='y",
    ),
)
WRITTEN = re.compile(
    r"(name|title|publisher|licence|by|text)_\w\w|reference|commodity|operator|alias|population_source"
)
OUR_TAGS = re.compile(r"</?b>|<br>|<extra></extra>")


def texts_of(table) -> list[str]:
    """Columns of a table that hold what people write."""
    columns = [column.name for column in table.c if isinstance(column.type, String)]
    return [name for name in columns if WRITTEN.fullmatch(name) or name == "report_title"]


def poison(path: str) -> None:
    """Put hostile text behind every text, and a hostile address in place of every address."""
    with closing(sqlite3.connect(path)) as connection:
        for table in schema.metadata.sorted_tables:
            for column in texts_of(table):
                connection.execute(f"UPDATE {table.name} SET {column} = ? || {column} || ?", (MARKS, EVIL))
        for table, column in (("incident", "report_url"), ("source", "url"), ("reply", "url")):
            rows = connection.execute(f"SELECT rowid FROM {table} ORDER BY rowid").fetchall()
            pairs = [(ADDRESSES[number % len(ADDRESSES)], row) for number, (row,) in enumerate(rows)]
            connection.executemany(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", pairs)
        connection.commit()


@pytest.fixture(scope="module")
def client(sample_public_url, tmp_path_factory) -> FlaskClient:
    """Somebody who asks an application on hostile data."""
    path = tmp_path_factory.mktemp("hostile") / "public.sqlite"
    shutil.copy(sample_public_url.removeprefix("sqlite:///"), path)
    poison(str(path))
    return create_app(Settings(f"sqlite:///{path}")).test_client()


def pages(is_all: bool) -> list[Page]:
    """Every page with all tables open, with and without a district, in one of the languages or in all."""
    searches = (f"?tables={TABLES}", f"?district=jeti-oguz&tables={TABLES}")
    cases = product(enumerate(PAGES), enumerate(searches), enumerate(LANGUAGES))
    return [
        Page(topic, language, search)
        for (row, topic), (column, search), (turn, language) in cases
        if is_all or (row + column + turn) % len(LANGUAGES) == 0
    ]


@pytest.fixture(scope="module", params=["in turn", pytest.param("everywhere", marks=pytest.mark.exhaustive)])
def visited(request) -> list[Page]:
    """The pages that are looked at."""
    return pages(request.param == "everywhere")


@pytest.fixture(scope="module")
def answers(client, visited) -> list[dict]:
    """What every callback answers on every page."""
    callbacks = Callbacks(client)
    names = [(name, page) for page in visited for name in callbacks.all if page.keys(name) or name != "key-figures"]
    got = [client.post(UPDATE, json=callbacks.body(name, page)) for name, page in names]
    assert {answer.status_code for answer in got} == {200}
    return [answer.json["response"] for answer in got]


def walk(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value below a value, with the key under which it stands; parts that come as HTML are read."""
    if key == HTML:
        key, value = "children", components(value)
    yield key, value
    children = (
        value.items() if isinstance(value, dict) else ((key, one) for one in value) if isinstance(value, list) else ()
    )
    for name, child in children:
        yield from walk(child, name)


def figures_in(answers: list[dict]) -> list[dict]:
    """All pictures of all answers."""
    return [value["figure"] for answer in answers for value in answer.values() if "figure" in value]


def test_no_tag_from_data_reaches_a_picture(answers, visited):
    figures = figures_in(answers)
    assert len(figures) == sum(len(of_topic(page.kind)) for page in visited) > 100
    texts = {value for figure in figures for _, value in walk(figure) if isinstance(value, str)}
    assert [text for text in texts if "<" in OUR_TAGS.sub("", text)] == []
    assert any("&lt;script&gt;" in text for text in texts)
    assert [text for text in texts if "<b>b</b>" in text] == []


def test_only_addresses_of_the_web_become_links(answers):
    links = {value for answer in answers for key, value in walk(answer) if key in ("href", "src") and value}
    assert len(links) > 50
    ours = r"/(ky|ru|en)/|/data/\w+\.(csv|xlsx|geojson|zip)(\?|$)|#main$|#reply-|\?present=1$"
    assert [link for link in links if not re.match(rf"{ours}|https?://[^/]", link)] == []
    assert not any(evil.strip() in link for link in links for evil in ADDRESSES)


def test_nothing_is_handed_over_as_html(answers):
    keys = {key for answer in answers for key, _ in walk(answer)}
    assert not keys & {"srcDoc", "srcdoc", "dangerously_allow_html", "dangerouslySetInnerHTML"}
    assert [key for key in keys if re.match(r"on[a-z]", key)] == []
    kinds = {value for answer in answers for key, value in walk(answer) if key == "type" and isinstance(value, str)}
    assert not kinds & {"Markdown", "Script", "Iframe", "ObjectEl", "Embed", "Base", "Form"}
    assert {kind for kind in kinds if kind.islower()} & {"a", "li", "p"}
    assert not kinds & {"b", "i", "img", "script", "style", "iframe", "object", "embed", "base", "form", "svg"}


def test_text_from_data_stays_text(answers):
    """It is shown as it is written, as the text of a component."""
    assert any(isinstance(value, str) and EVIL in value for answer in answers for _, value in walk(answer))


def turned(text: str) -> set[str]:
    """Marks that turn the direction of writing."""
    return {*MARKS} & {*text}


def test_nothing_turns_the_direction_of_writing(client, answers):
    assert [text for answer in answers for _, text in walk(answer) if isinstance(text, str) and turned(text)] == []
    paths = ("/ky/overview?district=jeti-oguz", "/en/incidents/lite", "/en/data/lite", "/ru/district/jeti-oguz/lite")
    files = ("incidents.csv", "replies.csv", "sources.csv", "districts.csv", "revenue_map.geojson")
    for path in (*paths, *(f"/data/{name}" for name in files)):
        answer = client.get(path, follow_redirects=True)
        assert (answer.status_code, turned(answer.text)) == (200, set()), path


@pytest.mark.parametrize("page", PAGES)
def test_in_lite_pages_it_is_text_too(client, page):
    """No tag but our own, no address but of the web."""
    for search in (f"?tables={TABLES}", "?district=jeti-oguz"):
        document = client.get(f"/en/{page}/lite{search}", follow_redirects=True).text
        assert "&lt;script&gt;alert(1)" in document
        assert not re.search(r"<(b|script|img)\b|<a href='|<[^>]*\son\w+=", document)
        addresses = re.findall(r'(?:href|src)="([^"]*)"', document.replace(ICON, "", 1))
        assert [one for one in addresses if not re.match(r"/|#|https?://[^/]", one)] == []


def test_in_the_first_document_it_is_text_too(client):
    for path in ("/ky/overview?district=jeti-oguz", "/nope?<script>alert(1)</script>", "/<script>alert(1)</script>"):
        text = client.get(path, follow_redirects=True).text
        assert not re.search(r"<(b|img)\b|<script>alert|<a href='", text)
        assert [one for one in re.findall(r'(?:href|src)="([^"]*)"', text) if "evil" in one] == []
    assert "evil" not in json.dumps(client.get("/ready").json)
