"""Fixtures of the browser's tests: one server, one browser and one page a worker, watched while a test runs."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from dashboard.text import LANGUAGES
from tests.browser.journal import WATCH_POLICY, Journal
from tests.browser.serving import ARGUMENTS, FOR_ONE_READER, browser_path, server_settings
from tests.support.sampling import mostly

HERE = Path(__file__).parent
DESKTOP = {"width": 1366, "height": 768}
PATIENCE_MILLISECONDS = 60_000
TESTS_A_PAGE = 8


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder need a browser. Machines may be slow: whatever is waited for gets its time.

    Tests of one language stand together: a page that is there is led on, and need not be opened.
    """
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    ours = [number for number, item in enumerate(items) if HERE in item.path.parents]
    for number, item in zip(ours, sorted((items[one] for one in ours), key=_language), strict=True):
        item.add_marker(pytest.mark.browser)
        items[number] = item


def _language(item: pytest.Item) -> str:
    callspec = getattr(item, "callspec", None)
    return callspec.params.get("language", "") if callspec else ""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What a reader does is tried in one language, another one in each test; in all three where texts decide.

    The others are exhaustive.
    """
    marks = list(metafunc.definition.iter_markers())
    argument_names = [mark.args[0] for mark in marks if mark.name == "parametrize"]
    if "language" in metafunc.fixturenames and not any("language" in names for names in argument_names):
        texts_decide = any(mark.name == "every_language" for mark in marks)
        language = LANGUAGES[crc32(metafunc.function.__name__.encode()) % len(LANGUAGES)]
        metafunc.parametrize("language", mostly(LANGUAGES, *(LANGUAGES if texts_decide else [language])))


@pytest.fixture(scope="session")
def server(example_public_url, tmp_path_factory) -> Iterator[str]:
    """Address of a server with the example."""
    with server_settings(example_public_url, tmp_path_factory.mktemp("server") / "log", **FOR_ONE_READER) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profile_at(browser) -> Callable[[str], BrowserContext]:
    """One profile for each server, so that scripts are fetched and compiled once; the dashboard keeps nothing in it."""
    return cache(partial(watched_profile, browser))


@pytest.fixture
def profile(profile_at, server) -> BrowserContext:
    """The one at the server that the test asks."""
    return profile_at(server)


def watched_profile(browser: Browser, address: str, **hand: object) -> BrowserContext:
    """A profile of somebody at a desk, or with a phone in the ``hand``, whose pages can be looked into."""
    context = browser.new_context(base_url=address, **{"viewport": DESKTOP, "reduced_motion": "reduce"} | hand)
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    context.add_init_script(WATCH_POLICY)
    context.add_init_script(path=HERE / "eyes.js")
    return context


@pytest.fixture
def journal(profile, server) -> Iterator[Journal]:
    """What all pages of this test report; anything that the test does not expect fails it."""
    journal = Journal(urlsplit(server).netloc)
    with journal.following(profile):
        yield journal
    assert journal.faults == []


class OpenPages:
    """The page of each profile that stays open from test to test: opening one costs more than most tests.

    What a page leaves behind makes it slower and slower: after some tests another one takes its place.
    """

    def __init__(self) -> None:
        self._open: dict[BrowserContext, tuple[Page, int]] = {}

    def of(self, profile: BrowserContext) -> Page:
        page, uses = self._open.get(profile, (None, TESTS_A_PAGE))
        if uses == TESTS_A_PAGE:
            if page:
                page.close()
            page, uses = profile.new_page(), 0
        self._open[profile] = page, uses + 1
        return page


@pytest.fixture(scope="session")
def open_pages() -> OpenPages:
    """What all tests of a worker share."""
    return OpenPages()


@pytest.fixture
def page(profile, journal, open_pages) -> Iterator[Page]:
    """A page on a desk. It may show what the test before left there; ``visit`` begins anew."""
    page = open_pages.of(profile)
    yield page
    page.emulate_media(media="screen", color_scheme="light", forced_colors="none")
    page.set_viewport_size(DESKTOP)


@pytest.fixture
def own_page(profile, journal) -> Iterator[Page]:
    """A page that nobody has used: for its first answers, and where its network, clock or scripts are changed."""
    page = profile.new_page()
    yield page
    page.close()
