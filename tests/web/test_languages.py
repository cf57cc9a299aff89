"""The page about the texts: which a native reader has reviewed, and which nobody has."""

import re
from html import unescape

import pytest

from dashboard.text import LANGUAGES, Words, reviews
from tests.support.live_page import open_page
from tests.web.callback_bodies import Page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_nobody_has_reviewed_is_listed(client, language):
    page = client.get(f"/{language}/languages")
    keys = re.findall(r'<th scope="row"[^>]*>([^<]*)</th>', page.text)
    unreviewed_keys = [text.key for text in reviews.texts(language) if not text.is_reviewed]
    assert keys == ([] if language == "en" else unreviewed_keys)
    assert f'<html lang="{language}">' in page.text and "<script" not in page.text


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_a_text_stands_beside_its_english_and_its_note(client, language):
    page, texts = unescape(client.get(f"/{language}/languages").text), reviews.texts(language)
    assert all(text.note and text.english for text in texts)
    for text in texts[:20]:
        assert all(part in page for part in (text.key, text.note, *text.english, *text.forms))


def test_every_page_leads_to_it(client):
    assert "/ky/languages" in open_page(client, "/ky/overview").hrefs


REVIEWED = """
#. Name of the dashboard
#. English: Mining
# reviewed: {said}
msgid "page.name"
msgstr "Кен"
"""


@pytest.mark.parametrize(
    ("review", "is_reviewed"),
    [("A. Reader, 2026-12-01", True), ("A. Reader", False), ("2026-12-01", False), ("A. Reader, soon", False)],
)
def test_a_review_has_a_name_and_a_day(tmp_path, monkeypatch, review, is_reviewed):
    for language in LANGUAGES:
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
        (tmp_path / f"{language}.po").write_text(head + REVIEWED.format(said=review), encoding="utf-8")
    monkeypatch.setattr(reviews, "CATALOGUES", tmp_path)
    [text] = reviews.texts("ky")
    assert text == ("page.name", "Name of the dashboard", ("Кен",), ("Кен",), is_reviewed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", ["revenue", "monitoring", "incidents", "data"])
def test_names_to_choose_from_stand_by_the_alphabet(client, language, topic):
    lists = open_page(client, f"/{language}/{topic}").choices.values()
    of_names = [options for options in lists if options[0][0] == "all"]
    assert of_names
    for options in of_names:
        labels = [label for value, label in options[1:] if value != "other"]
        assert labels == sorted(labels, key=Words.sort_key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_districts_stand_by_the_alphabet(callbacks, call, language):
    answer = call(callbacks.body("controls", Page(language=language))).json
    (labels,) = [[one["label"] for one in group] for group in options(answer)]
    assert len(labels) > 20 and labels == sorted(labels, key=Words.sort_key)


def options(part) -> list:
    """The options of all lists within an answer of a callback."""
    if isinstance(part, list):
        return [option for one in part for option in options(one)]
    if not isinstance(part, dict):
        return []
    here = [part["options"]] if isinstance(part.get("options"), list) else []
    return here + [option for one in part.values() for option in options(one)]
