"""What a visit moves over the network, and when scripts start."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import PATIENCE_MILLISECONDS
from tests.browser.serving import FOR_ONE_READER, gunicorn
from tests.browser.visit import settle
from tests.support.built_scripts import needs_built
from tests.support.pages import PAGES
from tests.support.sampling import mostly

FIRST_VISIT, NEXT_VISIT = 870_000, 60_000
EYES = Path(__file__).parent / "eyes.js"


class Moved:
    """The bytes, heads of answers included, and the addresses that come over the network; callbacks are POSTs."""

    def __init__(self, page: Page) -> None:
        self.bytes, self.addresses, self._requests = 0, [], {}
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.requestWillBeSent", self._ask)
        network.on("Network.loadingFinished", self._add)

    def _ask(self, event: dict) -> None:
        self._requests[event["requestId"]] = event["request"]

    def _add(self, event: dict) -> None:
        request = self._requests.get(event["requestId"])
        self.bytes += event["encodedDataLength"]
        if request and request["method"] == "GET" and event["encodedDataLength"]:
            self.addresses.append(request["url"])


@contextmanager
def newcomer(browser, server, **more) -> Iterator[BrowserContext]:
    """Somebody whose browser holds nothing yet."""
    context = browser.new_context(base_url=server, viewport={"width": 1366, "height": 768}, **more)
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    context.add_init_script(path=EYES)
    yield context
    context.close()


def visit(context: BrowserContext, address: str) -> Moved:
    """What opening a page moves until all of it stands."""
    page = context.new_page()
    traffic = Moved(page)
    page.goto(address)
    settle(page)
    page.wait_for_load_state("networkidle")
    page.close()
    return traffic


@needs_built
@pytest.mark.parametrize("path", mostly(PAGES, "revenue", "district/jeti-oguz"))
def test_a_first_and_a_next_visit_move_little(browser, server, path):
    with newcomer(browser, server) as context:
        first, next_one = (visit(context, f"/ky/{path}") for _ in range(2))
    assert 400_000 < first.bytes < FIRST_VISIT
    assert 10_000 < next_one.bytes < NEXT_VISIT
    assert len(first.addresses) > 20
    assert [one for one in set(first.addresses) if first.addresses.count(one) > 1] == []


def test_without_what_is_built_pages_are_drawn_all_the_same(browser, example_public_url, tmp_path):
    """As where nobody ran make: the whole plotly.js is fetched."""
    app = f"tests.browser.unbuilt:create_app({str(tmp_path)!r})"
    server = gunicorn(app, {"DATABASE_URL": example_public_url} | FOR_ONE_READER, "/ready", tmp_path / "log")
    with server as address, newcomer(browser, address) as context:
        traffic = visit(context, "/ky/overview")
    assert sum("package_data/plotly.min.js" in one for one in traffic.addresses) == 1
    assert (tmp_path / "log").read_text().count("plotly.js is missing") >= 1


def test_on_a_phone_a_page_that_stands_starts_at_the_first_touch(browser, server):
    with newcomer(browser, server, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        traffic = Moved(page)
        page.goto("/ky/overview")
        page.wait_for_load_state("networkidle")
        assert [one for one in traffic.addresses if "dash" in one.replace("start-dash-renderer", "")] == []
        texts = page.locator(".key-figure .value, .panel .sentence").all_inner_texts()
        assert len(texts) == 4 + page.locator(".panel").count()
        page.locator("h1").tap()
        settle(page)
        assert page.locator(".key-figure .value, .panel .sentence").all_inner_texts() == texts
        assert page.locator(".panel-map .js-plotly-plot").count() == 1
