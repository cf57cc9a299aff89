"""Replies on pages and in files, as the application gives them."""

import io
import json
import zipfile

import openpyxl
import pytest

from dashboard.text import LANGUAGES, load
from tests.support.html_parts import opened, parts
from tests.web.callback_bodies import Callbacks, Page
from tests.web.files import of_csv, taken

UPDATE = "/_dash-update-component"
WORDS = load()
EXAMPLE = {"ky": "Жооптун үлгүсү.", "ru": "Пример ответа.", "en": "Example of a reply."}


def drawn(client, page: Page, kind: str) -> dict[str, list]:
    """What is put into the places of one kind on a page, by panel."""
    answer = opened(client.post(UPDATE, json=Callbacks(client).body("figure", page)).json["response"])
    places = {name: part for name, part in answer.items() if f'"type":"{kind}"' in name}
    return {json.loads(name)["key"]: part["children"] for name, part in places.items()}


def blocks(foot: list) -> list[dict]:
    """The blocks of replies in the foot of a panel."""
    return [part["props"] for part in foot if part and part["props"].get("className") == "replies"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_panel_shows_its_replies_in_the_language_of_the_page(client, language):
    feet = drawn(client, Page("incidents", language), "foot")
    (block,) = blocks(feet["incident_events"])
    content = json.dumps(block, ensure_ascii=False)
    assert block["open"] is True and content.count(EXAMPLE[language]) == 2
    assert content.count(f'"lang": "{language}"') == 2
    # Two are translated, each from another language.
    marks = [WORDS[language](f"replies.translated.{code}") in content for code in ("ru", "ky")]
    assert marks == [language != "ru", language != "ky"]
    assert WORDS[language]("kind.synthetic") in content


def test_panels_without_replies_hold_nothing_for_them(client):
    feet = drawn(client, Page("incidents", "en"), "foot")
    assert [key for key, foot in feet.items() if blocks(foot)] == ["incident_events"]


@pytest.mark.parametrize(
    ("page", "panel", "expected"),
    [
        (Page("incidents", "en"), "incident_events", [("Replies: 1, 2", "#reply-incident_events-1")]),
        (Page("district/jumgal", "ru"), "sites_register", [("Ответы: 1", "#reply-sites_register-1")]),
        (Page("incidents", "en", "?since=2019"), "incident_events", []),
        (Page("district/naryn", "ky", "?since=2018"), "incident_events", []),
    ],
)
def test_rows_with_replies_are_marked(client, page, panel, expected):
    links = [part["props"] for part in parts(drawn(client, page, "table")[panel]) if part["type"] == "a"]
    marks = [link for link in links if link.get("className") == "mark"]
    assert [(*mark["children"], mark["href"]) for mark in marks] == expected
    content = json.dumps(blocks(drawn(client, page, "foot")[panel]))
    assert all(f'"id": "{anchor[1:]}"' in content for _, anchor in expected)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "search", "count"), [("revenue_reconciliation", "", 2), ("revenue_map", "?since=2024", 0)]
)
def test_files_list_the_replies_and_lead_to_all_of_them(client, key, search, count, language):
    asked = f"{search}&lang={language}" if search else f"?lang={language}"
    readme = zipfile.ZipFile(io.BytesIO(taken(client, key, "zip", asked))).read("README.md").decode()
    book = openpyxl.load_workbook(io.BytesIO(taken(client, key, "xlsx", asked)))
    label = WORDS[language]("download.reply")
    told = [text for name, text in book["about"].iter_rows(values_only=True) if name == label]
    assert sum(EXAMPLE[language] in text for text in told) == readme.count(EXAMPLE[language]) == count
    assert (f"## {label}" in readme) == bool(count)
    assert [text for text in told if "/data/replies.csv" in text] == told[count:] and len(told) in (0, count + 1)


def test_all_replies_are_a_table_of_their_own(client):
    rows = of_csv(taken(client, "replies", "csv", "?lang=ru"))
    assert len(rows) == 10 and all(row["text"].startswith("Пример ответа.") for row in rows)
    first = next(row for row in rows if row["reply_id"] == "sample-reply-01")
    assert (first["by"], first["by_kind_label"], first["stream_code_label"]) == (
        "Компания-пример А",
        "Компания",
        "Роялти",
    )
    assert {row["subject_kind_label"] for row in rows} == {"показатель", "объект", "инцидент", "район"}
    assert {row["data_kind"] for row in rows} == {"synthetic"}
