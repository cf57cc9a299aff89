"""Lite pages: the same figures in one small document without scripts, whose links and forms work."""

import gzip
import re
from collections.abc import Callable
from functools import cache
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard import text
from dashboard.address.reader import Reader
from dashboard.media import qr
from dashboard.media.document import Lite
from dashboard.media.pictures import Pictures
from dashboard.pages.build import Builder
from dashboard.panels import PANELS
from dashboard.text import LANGUAGES
from dashboard.text.table import Cell, Link
from data_access.store.database import Database
from tests.support.html_parts import Element, parse
from tests.support.live_page import open_page, render
from tests.support.pages import PAGES
from tests.web.callback_bodies import Page
from tests.web.files import FILES

LARGEST, LARGEST_SENT = 180_000, 40_000
CHOICES = ("", "?district=jeti-oguz&since=2019&until=2023", "?since=1990&until=1991")
TABLES = "?tables=" + ",".join(panel.key for panel in PANELS)
FETCHED = re.compile(r"<(script|link rel=.stylesheet|img|iframe|object)|url\((?!#)|@import|<[^>]*\son\w+=")


@pytest.fixture(scope="module")
def lite(server) -> Callable[..., str]:
    """The document at the lite twin of a page, after its address was tidied; each is asked for once."""
    client = server.test_client()

    @cache
    def lite_page(page: str, language: str = "ky", search: str = "") -> str:
        answer = client.get(f"/{language}/{page}/lite{search}", follow_redirects=True)
        assert (answer.status_code, answer.mimetype) == (200, "text/html")
        assert answer.request.path == f"/{language}/{page}/lite"
        return answer.text

    return lite_page


def in_turn(*searches: str) -> list:
    """Every page with every search in one of the languages, exhaustively in all."""
    return [
        pytest.param(page, search, language, marks=[] if (row + column + turn) % 3 == 0 else pytest.mark.exhaustive)
        for row, page in enumerate(PAGES)
        for column, search in enumerate(searches)
        for turn, language in enumerate(LANGUAGES)
    ]


def plain(html: str) -> str:
    """What is read of a piece of HTML."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html))).strip()


def links(html: str) -> list[str]:
    """The addresses that a document leads to."""
    return [unescape(href) for href in re.findall(r'<a [^>]*href="([^"]*)"', html)]


@pytest.mark.parametrize(("page", "search", "language"), in_turn(*CHOICES, TABLES))
def test_it_is_small_and_needs_nothing_else(lite, page, search, language):
    document = lite(page, language, search)
    assert f'<html lang="{language}">' in document
    content = document.encode()
    assert len(content) <= LARGEST and len(gzip.compress(content, 6)) <= LARGEST_SENT
    assert not FETCHED.search(document)


@pytest.mark.parametrize(("page", "search", "language"), in_turn(*CHOICES))
def test_it_says_what_the_live_page_says(lite, client, page, search, language):
    """Titles, sentences, legends and notes; numbers of tables that are always open."""
    live = open_page(client, Page(page, language, search).address)
    document = plain(lite(page, language, search))
    assert live.panels
    for key, panel in live.panels.items():
        parts = (panel.section.one("head"), panel.section.one("legend-place"), *panel.note_parts)
        for live_texts in map(texts_of, parts):
            assert [one for one in live_texts if one not in document] == [], key
    assert page == "site/ishtamberdy" or "NaN" not in document


def texts_of(part: Element | str) -> list[str]:
    """The texts that are read at a glance: what explains a term, or a source's age, stands elsewhere."""
    if isinstance(part, str):
        return [re.sub(r"\s+", " ", part).strip()]
    if {"definition", "sources"} & {*part.classes}:
        return []
    return [one_text for one in part.inside for one_text in texts_of(one)]


@pytest.fixture(scope="module")
def followed_links() -> set[tuple]:
    """The kinds of addresses that were followed."""
    return set()


def kind(link: str) -> tuple:
    """What an address is made of: its path without language, page and name of a file, and the keys of its query."""
    parts = urlsplit(link)
    path = re.sub(r"^/data/\w+|^/\w\w/(district/|site/)?[^/]+", r"*\1", parts.path)
    return path, *sorted(parse_qs(parts.query))


@pytest.mark.parametrize(("page", "_search", "language"), in_turn(""))
def test_every_link_leads_somewhere_at_once(client, lite, followed_links, page, _search, language):
    """To another lite page, to the live twin, to a file, or to a place of the same document."""
    document = lite(page, language)
    ids = set(re.findall(r' id="([^"]+)"', document))
    hrefs = set(links(document))
    ours = {link for link in hrefs if link.startswith("/")}
    live = [
        link for link in ours if not re.search(r"^/data/|/lite|pack.zip$|/(glossary|languages|corrections.atom)$", link)
    ]
    assert live == [f"/{language}/{page}"]
    assert {link.removeprefix("#") for link in hrefs if link.startswith("#")} <= ids
    files = {tuple(urlsplit(link).path.removeprefix("/data/").split(".")) for link in ours if link.startswith("/data/")}
    assert files and files <= set(FILES)
    # Packs, which take long, are followed where they are tested.
    one_of_each = {kind(link): link for link in sorted(ours) if not link.endswith("pack.zip")}
    for one in one_of_each.keys() - followed_links:
        assert client.get(one_of_each[one]).status_code == 200, one_of_each[one]
    followed_links |= one_of_each.keys()


@pytest.mark.exhaustive
@pytest.mark.parametrize("page", PAGES)
def test_every_single_link_leads_somewhere(client, lite, page):
    for link in links(lite(page)):
        assert not link.startswith("/") or client.get(link).status_code == 200, link


@pytest.mark.parametrize("page", ["overview", "compare", "district/jeti-oguz"])
def test_a_form_makes_the_address_that_the_live_page_would_have(client, lite, page):
    document = lite(page)
    form = re.search(r'class="choose".*?</form>', document, re.S)[0]
    assert re.search(r'action="([^"]*)"', form)[1] == f"/ky/{page}/lite"
    fields = re.findall(r'<select name="(\w+)">(.*?)</select>', form, re.S)
    empty_query = "&".join(f"{name}=" for name, _ in fields)
    answer = client.get(f"/ky/{page}/lite?{empty_query}")
    assert answer.headers["Location"] == f"/ky/{page}/lite"
    for name, options in fields:
        value = re.findall(r'value="([^"]+)"', options)[-1]
        there = client.get(f"/ky/{page}/lite?{empty_query.replace(f'{name}=', f'{name}={value}')}").headers["Location"]
        assert there == f"/ky/{page}/lite?{name}={value}"


@pytest.mark.parametrize(("page", "search", "language"), in_turn(*CHOICES[:2]))
def test_paper_leads_back_to_the_live_page(client, lite, page, search, language):
    document = lite(page, language, search)
    live = urlsplit(re.search(r'<p class="live"><a href="([^"]*)"', document)[1].replace("&amp;", "&"))
    address = re.search(r'<span class="address">([^<]*)<', document)[1]
    assert address.startswith("http://127.0.0.1:8050/s/") and len(address) < 80
    there = client.get(address).headers["Location"]
    assert client.get(there).status_code == 200
    assert there == live.geturl()
    assert qr.svg(address, text.load()[language]("lite.code")) in document


@pytest.mark.parametrize(
    ("code", "live"),
    [
        ("em.ipm2~p5", "/en/monitoring?indicator=pm2.5"),
        ("kt.ha~pb.f2019", "/ky/data?source=a.b&since=2019"),
        ("kd.%0Ax", "/ky/district/x"),
        ("kd.%0d%0aLocation:x", None),
        ("kz", None),
    ],
)
def test_a_short_address_survives_the_way(client, code, live):
    answer = client.get(f"/s/{code}")
    assert (answer.status_code, answer.headers.get("Location")) == ((302, live) if live else (404, None))


def test_a_live_page_leads_browsers_without_scripts_there(client):
    page = client.get("/ru/revenue?since=2019").text
    assert '<noscript><meta http-equiv="refresh" content="0; url=/ru/revenue/lite?since=2019"></noscript>' in page


@pytest.mark.parametrize("path", ["/ky/district/lite", "/ky/district/nowhere/lite", "/ky/overview/lite/lite"])
def test_there_is_no_lite_page_of_nothing(client, path):
    assert client.get(path).status_code == 404


def test_a_panel_that_fails_says_so_and_leaves_the_others(example_public_url, monkeypatch):
    reader = Reader(Database(example_public_url), text.load(), "/")
    view = reader.view("/en/revenue/lite", "")
    whole, failing = (Lite(Builder(reader), Pictures(), "", "") for _ in range(2))
    (page, whole_document), why = whole.document(view, "http://localhost/"), reader.words["en"]("empty.unreadable")
    monkeypatch.setattr(failing._builder, "_with_picture", fails_on("revenue_hosts", failing._builder._with_picture))
    other, document = failing.document(view, "http://localhost/")
    assert why in document and why not in whole_document
    assert document.count('<section class="panel') == whole_document.count('<section class="panel')
    assert (page.is_broken, other.is_broken) == (False, True)


def fails_on(key: str, otherwise):
    """A function that fails for one panel."""

    def draw(panel_view, view, panel, answer):
        if panel.key == key:
            raise RuntimeError(key)
        return otherwise(panel_view, view, panel, answer)

    return draw


def test_a_mark_does_not_run_into_the_text_before_it():
    cell = Cell("Min-Kush", mark=Link("Replies: 1", "#replies"))
    assert "Min-Kush Replies: 1" in parse(render("tables", "td", cell, None, True)).text


@pytest.mark.parametrize(
    ("cell", "lite", "live"),
    [
        (Cell("5", is_number=True), "number", "number state-value"),
        (Cell("Talas"), None, "state-value"),
        (Cell("not known", state="missing"), "state-missing", "state-missing"),
        (Cell("0", state="zero"), "state-zero", "state-zero"),
    ],
)
def test_what_stands_for_a_number_looks_otherwise(cell, lite, live):
    looks = [parse(render("tables", "td", cell, None, is_lite)).all("td")[0] for is_lite in (True, False)]
    assert [one.attributes.get("class") for one in looks] == [lite, live]
