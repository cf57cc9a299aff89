"""Names, titles and addresses from data are text: no tag, no script and no foreign link comes out of them."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from itertools import product
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from sqlalchemy import String

from dashboard.app import create_app
from dashboard.panels import PANELS
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from data_access.store.settings import CHECKOUT
from data_access.vocabulary import schema
from tests.support.html_parts import Element, parse, texts
from tests.support.live_page import LivePage, answer_address, open_page
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
HTML_TAGS = (
    *("html", "head", "meta", "title", "link", "style", "body", "header", "main", "aside", "footer", "nav", "section"),
    *("div", "p", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "span", "strong", "a", "details", "summary"),
    *("form", "label", "input", "select", "option", "button"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
)
# Pictures that are drawn here.
SVG_TAGS = ("svg", "g", "path", "rect", "circle", "text", "tspan", "defs", "pattern", "clippath", "image")
LITE_TAGS = frozenset([*HTML_TAGS, *SVG_TAGS])
LIVE_TAGS = frozenset([*HTML_TAGS, "script", "noscript", "picture", "source", "img"])
# Offices are written to and called: what an address or a number may hold, and nothing that a text could add.
OFFICE = r"mailto:[\w.@%-]*(\?subject=[\w.%-]+&body=[\w.%/~-]+)?$|tel:\+?\d+$"
NAMES = re.compile(r"(?!on)[a-z]+(-[a-z]+)*|viewBox|xmlns:xlink|xlink:href|x1|x2|y1|y2")
STYLES = re.compile(
    r"((width|height): [\d.]+%|background-color: (#\w{3,8}|rgba?\([\d., ]+\))|(--\d+:'([^'\\]|\\[\da-f]+ )*';?)+"
    r"|--rows: \d+; --least: \d+px)?"
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
def client(example_public_url, tmp_path_factory) -> FlaskClient:
    """Somebody who asks an application on hostile data."""
    path = tmp_path_factory.mktemp("hostile") / "public.sqlite"
    shutil.copy(example_public_url.removeprefix("sqlite:///"), path)
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
def all_pages(request) -> list[Page]:
    """The pages that are looked at."""
    return pages(request.param == "everywhere")


@pytest.fixture(scope="module")
def documents(client, all_pages) -> list[LivePage]:
    """Every page as a document, and as the answer to a choice."""
    whole = [open_page(client, page.address) for page in all_pages]
    part_answers = [client.get(answer_address(one, one.state["address"], *one.panels)) for one in whole]
    assert {answer.status_code for answer in part_answers} == {200}
    return [*whole, *(LivePage(answer.text) for answer in part_answers)]


@pytest.fixture(scope="module")
def pictures(client, documents) -> dict[str, dict]:
    """All pictures, by their addresses."""
    addresses = {panel.figure_href for page in documents for panel in page.panels.values() if panel.figure_href}
    answers = {address: client.get(address) for address in addresses}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {address: answer.json for address, answer in answers.items()}


@pytest.fixture(scope="module")
def callback_answers(client, all_pages) -> list[dict]:
    """What every callback answers on every page."""
    callbacks = Callbacks(client)
    answers = [client.post(UPDATE, json=callbacks.body(name, page)) for page in all_pages for name in callbacks.all]
    assert {answer.status_code for answer in answers} == {200}
    return [answer.json["response"] for answer in answers]


def walk(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value below a value, with the key under which it stands."""
    yield key, value
    children = (
        value.items() if isinstance(value, dict) else ((key, one) for one in value) if isinstance(value, list) else ()
    )
    for name, child in children:
        yield from walk(child, name)


def require_harmless(page: Element, tags: frozenset[str]) -> None:
    """No element but ours, nothing that runs, no address but of the web or ours."""
    elements = page.all()
    assert {one.tag for one in elements} <= tags
    attributes = [(name, text) for one in elements for name, text in one.attributes.items()]
    assert [name for name, _ in attributes if not NAMES.fullmatch(name)] == []
    assert [text for name, text in attributes if name == "style" and not STYLES.fullmatch(text)] == []
    addresses = {
        text for name, text in attributes if name in ("href", "xlink:href", "src", "action", "data-figure") and text
    }
    assert [
        one for one in addresses if not re.match(rf"/(?!/)|#|(\.\./)?([\w-]+/)?[\w-]+\.\w+|https?://[^/]|{OFFICE}", one)
    ] == []
    assert not any(evil.strip() in one for one in addresses for evil in ADDRESSES)


def test_no_tag_from_data_reaches_a_picture(pictures):
    assert len(pictures) > 80
    texts = {value for figure in pictures.values() for _, value in walk(figure) if isinstance(value, str)}
    assert [text for text in texts if "<" in OUR_TAGS.sub("", text)] == []
    assert any("&lt;script&gt;" in text for text in texts)
    assert [text for text in texts if "<b>b</b>" in text] == []


def test_in_pages_and_answers_it_is_text(documents):
    """It is read as it is written, and is nothing else."""
    for page in documents:
        root = parse(page.html.replace(ICON, "", 1))
        require_harmless(root, LIVE_TAGS)
        scripts = [one for one in root.all("script") if one.inside]
        assert {one.attributes.get("type") for one in scripts} <= {"application/json"}
        assert not any("alert(1)" in one.text for one in scripts)
        assert any(EVIL in text for text in texts(root.inside)), page.state["address"]


def test_callbacks_hand_over_texts_and_no_html(callback_answers):
    keys = {key for answer in callback_answers for key, _ in walk(answer)}
    assert not keys & {"srcDoc", "srcdoc", "dangerously_allow_html", "dangerouslySetInnerHTML", "data-html"}
    assert [key for key in keys if re.match(r"on[a-z]", key)] == []
    kinds = {
        value for answer in callback_answers for key, value in walk(answer) if key == "type" and isinstance(value, str)
    }
    ours = {"Div", "Dropdown", "Label", "RangeSlider", "Span"}
    assert {kind for kind in kinds if kind[0].isupper()} == ours
    assert any(isinstance(value, str) and EVIL in value for answer in callback_answers for _, value in walk(answer))


def turns_writing(text: str) -> set[str]:
    """Marks that turn the direction of writing."""
    return {*MARKS} & {*text}


def test_nothing_turns_the_direction_of_writing(client, documents, pictures, callback_answers):
    assert [page.state["address"] for page in documents if turns_writing(page.html)] == []
    values = [
        value for one in (*pictures.values(), *callback_answers) for _, value in walk(one) if isinstance(value, str)
    ]
    assert [text for text in values if turns_writing(text)] == []
    paths = ("/ky/overview?district=jeti-oguz", "/en/incidents/lite", "/en/data/lite", "/ru/district/jeti-oguz/lite")
    files = ("incidents.csv", "replies.csv", "sources.csv", "districts.csv", "revenue_map.geojson")
    for path in (*paths, *(f"/data/{name}" for name in files)):
        answer = client.get(path, follow_redirects=True)
        assert (answer.status_code, turns_writing(answer.text)) == (200, set()), path


@pytest.mark.parametrize("page", PAGES)
def test_in_lite_pages_it_is_text_too(client, page):
    for search in (f"?tables={TABLES}", "?district=jeti-oguz"):
        document = client.get(f"/en/{page}/lite{search}", follow_redirects=True).text
        assert "&lt;script&gt;alert(1)" in document
        require_harmless(parse(document.replace(ICON, "", 1)), LITE_TAGS)


def test_in_packs_it_is_text_too(client):
    """Of the only script each page is given its own text, whatever the data say."""
    with ZipFile(BytesIO(client.get("/en/district/jeti-oguz/pack.zip").data)) as pack:
        documents = {name: pack.read(name).decode() for name in pack.namelist() if name.endswith(".html")}
    assert len(documents) > 5 and any("&lt;script&gt;alert(1)" in text for text in documents.values())
    for name, text in documents.items():
        root = parse(text.replace(ICON, "", 1))
        require_harmless(root, LITE_TAGS | {"script"})
        assert not any("alert(1)" in one.text for one in root.all("script")), name


def test_in_the_first_document_it_is_text_too(client):
    for path in ("/ky/overview?district=jeti-oguz", "/nope?<script>alert(1)</script>", "/<script>alert(1)</script>"):
        text = client.get(path, follow_redirects=True).text
        assert not re.search(r"<b\b|<img src=x|<script>alert|<a href='", text)
        assert [one for one in re.findall(r'(?:href|src)="([^"]*)"', text) if "evil" in one] == []
    assert "evil" not in json.dumps(client.get("/ready").json)
