"""Whom to tell: on every page and sheet, who takes complaints about its place, and a mail about a mistake."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard import panels
from dashboard.address.reader import Reader
from dashboard.pages import whom_to_tell
from dashboard.text import LANGUAGES, Words, load
from data_access.store.database import Database

PAGES = [*panels.TOPICS, "district/jeti-oguz", "site/kumtor"]


def _mails(html: str) -> list[str]:
    """Mails about mistakes; those to offices have no subject."""
    return [link for link in map(unescape, re.findall(r'href="(mailto:[^"]+)"', html)) if "subject=" in link]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("form", ["", "/lite"])
def test_every_page_and_sheet_says_whom_to_tell_once(client, path, form):
    html = client.get(f"/ru/{path}{form}").get_data(as_text=True)
    assert html.count(f"<h2>{Words('ru')('whom.title')}</h2>") == 1
    mail = urlsplit(_mails(html)[-1])
    fields = parse_qs(mail.query)
    assert mail.path == "figures@example.org"
    assert re.fullmatch(r"version \d+", fields["subject"][0])
    assert fields["body"][0].strip() == f"http://127.0.0.1:8050/ru/{path}{form}"


def test_a_mail_from_a_panel_names_it_its_version_and_what_was_chosen(client):
    html = client.get("/en/outcomes?district=jeti-oguz&since=2019").get_data(as_text=True)
    fields = next(
        fields
        for fields in map(parse_qs, (urlsplit(link).query for link in _mails(html)))
        if "dialogue" in fields["subject"][0]
    )
    assert re.fullmatch(r"dialogue · version \d+", fields["subject"][0])
    assert fields["body"][0].strip() == "http://127.0.0.1:8050/en/outcomes?district=jeti-oguz#title-dialogue"


def test_the_nearest_office_comes_first_and_none_of_another_place(client):
    html = client.get("/en/district/jeti-oguz").get_data(as_text=True)
    block = html.split('id="whom"')[1].split("</ul>")[0]
    offices = re.findall(r"<strong>([^<]+)</strong>", block)
    assert offices == [f"Example: {name}" for name in ("company A", "aiyl okmotu", "state body", "hotline")]
    block = client.get("/en/district/talas").get_data(as_text=True).split('id="whom"')[1].split("</ul>")[0]
    assert re.findall(r"<strong>([^<]+)</strong>", block) == ["Example: state body", "Example: hotline"]


def test_a_choice_of_another_place_brings_its_offices(client):
    stamp = re.search(r'data-stamp="([^"]+)"', client.get("/en/outcomes").get_data(as_text=True))[1]
    parts = client.get(f"/parts/{stamp}/-/en/outcomes?district=jeti-oguz").get_data(as_text=True)
    assert "Example: aiyl okmotu" in parts.split('id="whom"')[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_office_is_on_record_that_is_said_and_a_mail_still_opens(bundle_settings, language):
    reader = Reader(Database(bundle_settings.public_url), load(), "/")
    whom = whom_to_tell.of_place(reader.view(f"/{language}/site/kumtor", ""), reader)
    assert not whom.channels and whom.nothing and whom.mail == ""
