"""Fixtures of the browser's tests: one server, one browser, and pages that are watched."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.journal import WATCH_POLICY, Journal
from tests.browser.serving import ARGUMENTS, browser_path, served

HERE = Path(__file__).parent
DESKTOP = {"width": 1366, "height": 768}
PATIENCE_MILLISECONDS = 60_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder need a browser. Machines may be slow: whatever is waited for gets its time."""
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(sample_public_url, tmp_path_factory) -> Iterator[str]:
    """Address of a server with the sample."""
    with served(sample_public_url, tmp_path_factory.mktemp("server") / "log") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each test gets a profile of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profile(browser, server) -> Iterator[BrowserContext]:
    """One profile, so that scripts are fetched and compiled once; the dashboard itself keeps nothing in it."""
    context = browser.new_context(base_url=server, viewport=DESKTOP, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    context.add_init_script(WATCH_POLICY)
    context.add_init_script(path=HERE / "eyes.js")
    yield context
    context.close()


@pytest.fixture
def journal(profile, server) -> Iterator[Journal]:
    """What all pages of this test report; anything that the test does not expect fails it."""
    journal = Journal(urlsplit(server).netloc)
    profile.on("page", journal.follow)
    yield journal
    profile.remove_listener("page", journal.follow)
    assert journal.faults == []


@pytest.fixture
def page(profile, journal) -> Iterator[Page]:
    """A watched page."""
    page = profile.new_page()
    yield page
    page.close()


@pytest.fixture(params=["ky", "ru", "en"])
def language(request) -> str:
    """Each of the three languages."""
    return request.param
