"""Replies on pages and in files, as the application gives them."""

import io
import zipfile

import openpyxl
import pytest

from dashboard.text import LANGUAGES, load
from tests.support.live_page import LivePage, answer_address, open_page
from tests.web.callback_bodies import Page
from tests.web.files import file_content, of_csv

WORDS = load()
EXAMPLE = {"ky": "Жооптун үлгүсү.", "ru": "Пример ответа.", "en": "Example of a reply."}


def links_to_replies(client, page: Page) -> dict[str, str]:
    """Where panels lead to their replies."""
    links_by_panel = {
        key: panel.foot.all("a", "to-replies") for key, panel in open_page(client, page.address).panels.items()
    }
    return {key: link.attributes["href"] for key, links in links_by_panel.items() for link in links}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_shows_its_replies_once_in_its_language(client, language):
    block = open_page(client, Page("incidents", language).address).part("replies")
    assert "open" not in block.all("details")[0].attributes and block.text.count(EXAMPLE[language]) == 2
    assert [one.attributes["lang"] for one in block.all(name="reply-text")] == [language] * 2
    # Two are translated, each from another language.
    marks = [WORDS[language](f"replies.translated.{code}") in block.text for code in ("ru", "ky")]
    assert marks == [language != "ru", language != "ky"]
    assert WORDS[language]("kind.synthetic") in block.text


def test_a_reply_to_several_panels_stands_once(client):
    page = Page("district/jeti-oguz", "en")
    assert len(links_to_replies(client, page)) > 1
    numbers = [one.attributes["id"] for one in open_page(client, page.address).root.all("li", "reply")]
    assert len(numbers) == len(set(numbers)) > 0
    assert {href.removeprefix("#") for href in links_to_replies(client, page).values()} <= set(numbers)


def test_panels_without_replies_lead_nowhere(client):
    assert [*links_to_replies(client, Page("incidents", "en"))] == ["incident_events"]


def test_replies_come_with_the_last_panel_after_a_choice(client):
    page = open_page(client, Page("incidents", "en").address)
    *first, last = page.panels
    early, late = (
        LivePage(client.get(answer_address(page, page.state["address"], *keys)).text) for keys in (first, [last])
    )
    assert early.part("replies").tag == "none"
    assert late.part("replies").text == page.part("replies").text
    assert late.part("figure-notes").text == page.part("figure-notes").text


@pytest.mark.parametrize(
    ("page", "panel", "expected"),
    [
        (Page("incidents", "en"), "incident_events", [("Replies: 2, 3", "#reply-2")]),
        (Page("district/jumgal", "ru"), "sites_register", [("Ответы: 8", "#reply-8")]),
        (Page("incidents", "en", "?since=2019"), "incident_events", []),
        (Page("district/naryn", "ky", "?since=2018"), "incident_events", []),
    ],
)
def test_rows_with_replies_are_marked(client, page, panel, expected):
    whole = open_page(client, page.address)
    marks = whole.panels[panel].section.one("table-place").all("a", "mark")
    assert [(mark.text, mark.attributes["href"]) for mark in marks] == expected
    anchors = {one.attributes["id"] for one in whole.root.all("li", "reply")}
    assert all(anchor[1:] in anchors for _, anchor in expected)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "search", "count"), [("revenue_reconciliation", "", 2), ("revenue_map", "?since=2024", 0)]
)
def test_files_list_the_replies_and_lead_to_all_of_them(client, key, search, count, language):
    query = f"{search}&lang={language}" if search else f"?lang={language}"
    readme = zipfile.ZipFile(io.BytesIO(file_content(client, key, "zip", query))).read("README.md").decode()
    book = openpyxl.load_workbook(io.BytesIO(file_content(client, key, "xlsx", query)))
    label = WORDS[language]("download.reply")
    texts = [text for name, text in book["about"].iter_rows(values_only=True) if name == label]
    assert sum(EXAMPLE[language] in text for text in texts) == readme.count(EXAMPLE[language]) == count
    assert (f"## {label}" in readme) == bool(count)
    assert [text for text in texts if "/data/replies.csv" in text] == texts[count:] and len(texts) in (0, count + 1)


def test_all_replies_are_a_table_of_their_own(client):
    rows = of_csv(file_content(client, "replies", "csv", "?lang=ru"))
    assert len(rows) == 10 and all(row["text"].startswith("Пример ответа.") for row in rows)
    first = next(row for row in rows if row["reply_id"] == "example-reply-01")
    assert (first["by"], first["by_kind_label"], first["stream_code_label"]) == (
        "Компания-пример А",
        "Компания",
        "Роялти",
    )
    assert {row["subject_kind_label"] for row in rows} == {"показатель", "объект", "инцидент", "район"}
    assert {row["data_kind"] for row in rows} == {"synthetic"}
