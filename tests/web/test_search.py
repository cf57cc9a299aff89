"""The address of the search: a page without scripts, and a part of one; whatever is asked."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest

from dashboard.pages import search
from dashboard.text import LANGUAGES, load
from tests.support.live_page import open_page

WORDS = load()
HOSTILE = (
    "",
    "q=",
    "q=%00%01%1b%7f",
    "q=%ff%fe%c3%28",
    "q=%E2%80%AEuguz-itej",
    "q=" + "a" * 5000,
    "q=" + "%D1%8A" * 3000,
    "q[]=x&q=&&&===",
    "q=<script>alert(1)</script>&district=<b>&since=%00",
    "q=' OR 1=1 --&edition=nothing&lite=2&part=x",
    "q=" + "&q=".join("x" * 400),
)


def links(text: str) -> list[str]:
    """The addresses of what was found."""
    return [unescape(href) for href in re.findall(r'<(?:li><a|a id="found-\d+"[^>]*) href="([^"]*)"', text)]


def ask(client, language: str = "ru", **query: str) -> str:
    answer = client.get(f"/{language}/search?{urlencode(query)}")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    return answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_scripts_and_a_part_of_one_list_the_same(client, language):
    page, part = (ask(client, language, q="нарын", **more) for more in ({}, {"part": "1"}))
    assert links(page) == links(part)
    assert links(page)[:2] == [f"/{language}/district/naryn", f"/{language}/district/naryn-city"]
    assert f'<html lang="{language}">' in page and "<script" not in page
    assert part.count('role="option"') == len(links(part))
    assert WORDS[language].plural("search.told", len(links(page))) in page


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_finds_nothing(client, query):
    for part in ("", "&part=1"):
        answer = client.get(f"/ky/search?{query}{part}")
        assert answer.status_code == 200
        assert links(answer.text) == []
        assert "<script" not in answer.text and "\x00" not in answer.text
        assert len(answer.text) < 20_000


def test_what_was_asked_stays_text(client):
    assert 'value="x&#34;&gt;&lt;b&gt;x"' in ask(client, q='x"><b>x')


def test_choices_go_along_from_light_pages_to_light_pages(client):
    page = client.get("/en/revenue/lite?district=ton&since=2019").text
    [form] = re.findall(r'<form class="search".*?</form>', page)
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    assert fields == {"district": "ton", "since": "2019", "lite": "1"}
    assert links(ask(client, "en", q="kumtor", **fields)) == ["/en/site/kumtor/lite?since=2019"]


def test_a_live_page_holds_its_choices_for_the_search(client):
    page = open_page(client, "/en/district/ton?since=2019")
    fields = {one.attributes["name"]: one.attributes["value"] for one in page.part("held").all("input")}
    assert fields == {"district": "ton", "since": "2019"}


def test_nothing_that_was_asked_is_kept(client, monkeypatch):
    """Letters that one reader types would take the room of pages, and are nobody else's."""
    calls, found = [], search.found
    monkeypatch.setattr(search, "found", lambda *arguments: calls.append(arguments) or found(*arguments))
    for _ in range(2):
        ask(client, q="kumtor")
    assert len(calls) == 2
