"""An edition is opened by its link, says what it is, and is left again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from loaders.decisions import editions
from loaders.publish import withdraw
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.browser import places
from tests.browser.serving import FOR_ONE_READER, server_settings
from tests.browser.visit import chips, paper_page, sentences, settle, visit, wait_for_query

TITLES = {"ky": "КТК 2026", "ru": "МСГ 2026", "en": "MSG 2026"}


@pytest.fixture(scope="session")
def server(example_public_url, tmp_path_factory) -> Iterator[str]:
    """A server whose newest figures lack an incident that its edition has."""
    folder, original = tmp_path_factory.mktemp("edition"), Path(example_public_url.removeprefix("sqlite:///")).parent
    for name in ("public.sqlite", "private.sqlite"):
        shutil.copy(original / name, folder / name)
    settings = LoaderSettings(f"sqlite:///{folder}/public.sqlite", f"sqlite:///{folder}/private.sqlite")
    stores = Stores.open(settings)
    editions.freeze(stores, settings.small_cell_limit, "msg-2026", TITLES, "A.B.")
    assert withdraw(stores, "KGM-1998-001")
    with server_settings(settings.public_url, folder / "log", **FOR_ONE_READER) as url:
        yield url


def test_an_edition_is_opened_said_kept_and_left(page, language):
    line, choice = page.locator(".edition"), "district=naryn&edition=msg-2026"
    visit(page, f"/{language}/incidents?edition=msg-2026")
    expect(line).to_contain_text(TITLES[language])
    before = sentences(page)
    page.locator(".panel-map a.choice", has_text=places.name_of("naryn", language)).first.click()
    wait_for_query(page, district="naryn", edition="msg-2026")
    assert any(TITLES[language] in text for text in chips(page))
    page.locator(f".top a[href*='/{language}/revenue?']").click()
    page.wait_for_url(f"**/{language}/revenue?{choice}")
    settle(page)
    expect(line).to_contain_text(TITLES[language])
    page.go_back()
    wait_for_query(page, district="naryn", edition="msg-2026")

    line.get_by_role("link").click()
    page.wait_for_url(f"**/{language}/incidents?district=naryn")
    wait_for_query(page, district="naryn", edition=None)
    expect(line).to_be_hidden()
    page.go_back()
    wait_for_query(page, district="naryn", edition="msg-2026")
    expect(line).to_contain_text(TITLES[language])
    page.locator(".chip", has_text=places.name_of("naryn", language)).click()
    wait_for_query(page, district=None, edition="msg-2026")
    assert sentences(page) == before
    page.locator(".chip", has_text=TITLES[language]).click()
    page.wait_for_url(f"**/{language}/incidents")
    wait_for_query(page, edition=None)
    assert sentences(page) != before


def test_the_page_about_the_data_opens_an_edition_and_paper_says_so(page):
    visit(page, "/ru/data")
    page.locator("#editions").get_by_role("link").click()
    page.wait_for_url("**/ru/data?edition=msg-2026")
    settle(page)
    with paper_page(page) as paper:
        expect(paper.locator("header .edition")).to_be_visible()
        expect(paper.locator("header .edition .leave")).to_be_hidden()
