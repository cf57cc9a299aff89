"""Every panel says what it cannot say: on its page, in the text for people and in the workbook of its files."""

import io
import zipfile

import openpyxl
import pytest

from dashboard import panels
from dashboard.pages.said_once import SENTENCE_END
from dashboard.text import LANGUAGES, load
from dashboard.text.terms import plain
from data_access.vocabulary.selection import Selection
from tests.support.live_page import open_page
from tests.support.pages import PAGES
from tests.web.callback_bodies import Page
from tests.web.files import file_content

WORDS = load()


def limits(key: str, language: str) -> str:
    """What a panel cannot say, without a choice."""
    return plain(WORDS[language](panels.BY_KEY[key].help_keys(Selection())[2]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", PAGES)
def test_on_its_page(client, topic, language):
    page = Page(topic, language)
    page_panels = open_page(client, page.address).panels
    assert page_panels and {*page_panels} <= {*page.keys}
    help_text = " ".join(panel.help for panel in page_panels.values())
    for key in page_panels:
        # What several panels cannot say stands with the first of them.
        assert [one for one in SENTENCE_END.split(limits(key, language)) if one not in help_text] == [], key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", panels.BY_KEY)
def test_it_is_told_to_every_file(sheet_of, key, language):
    assert limits(key, language) in sheet_of(key, language).about.limits


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["revenue_map", "incident_events", "changes"])
def test_in_its_files(client, key, language):
    search, expected = f"?lang={language}", limits(key, language)
    readme = zipfile.ZipFile(io.BytesIO(file_content(client, key, "zip", search))).read("README.md").decode()
    book = openpyxl.load_workbook(io.BytesIO(file_content(client, key, "xlsx", search)))
    assert f"- {expected}" in readme
    assert (WORDS[language]("download.limits"), expected) in book["about"].iter_rows(values_only=True)
