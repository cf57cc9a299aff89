"""What a choice costs beside a plain version of the same page: ``make bench``. Ratios in one run, and nothing else.

The page is the overview; the choices are a district each. Both applications have the same rows of the example.
"""

import gc
import json
import logging
import os
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import sync_playwright

from dashboard.app import create_app
from dashboard.settings import Settings
from loaders.config.sources import declared_sources
from loaders.datasets.registry import DATASETS
from loaders.engine import run
from loaders.publish import publish
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.bench import plain_app as plain
from tests.bench.asked import Scout
from tests.bench.loaders import LIMIT, write_readings
from tests.browser.serving import ARGUMENTS, browser_path, gunicorn, served
from tests.support import example_store
from tests.web.callback_bodies import Callbacks, Page

PLACES = ("jeti-oguz", "chatkal", "naryn", "talas", "kemin", "ton", "kochkor", "aksy", "alay", "panfilov")
FEW, MANY, DAYS = 5_000, 5_000_000, 1_800
CLOCK = Path(__file__).parent / "clock.js"


def main() -> None:
    """Server time, time on the screen, and server time after a thousand times as many readings."""
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stores = _filled(Path(folder))
        _compare_servers(stores)
        _compare_screens(stores, Path(folder))
    _grow()


def _filled(folder: Path) -> LoaderSettings:
    settings = LoaderSettings(*(f"sqlite:///{folder / name}.sqlite" for name in ("public", "private")))
    example_store.fill(Stores.open(settings), LIMIT)
    return settings


def _compare_servers(stores: LoaderSettings) -> None:
    ours = _ours(stores.public_url)
    new, remembered, simple = _median(ours), _median(ours), _median(_plain(stores.private_url))
    print(f"\nserver, CPU of one choice: plain {simple:.1f} ms")
    print(f"  new {new:.1f} ms, plain ÷ new {simple / new:.1f} (aim 5)")
    print(f"  remembered {remembered:.1f} ms, plain ÷ remembered {simple / remembered:.1f} (aim 50)")


def _median(choose: Callable[[str], None]) -> float:
    """Milliseconds of CPU of one choice, with what was loaded before set aside as the server does."""
    gc.freeze()
    return 1000 * statistics.median(_cost(choose, place) for place in PLACES)


def _cost(choose: Callable[[str], None], place: str) -> float:
    begin = process_time()
    choose(place)
    return process_time() - begin


def _ours(public_url: str) -> Callable[[str], None]:
    client, scout = create_app(Settings(public_url)).test_client(), Scout(public_url)
    callbacks = Callbacks(client)
    pages = {place: Page(topic="overview", language="en", search=f"?district={place}") for place in PLACES}
    addresses = {place: scout.addresses(page) for place, page in pages.items()}

    def choose(place: str) -> None:
        _call(client, callbacks.body("here", pages[place], "here.search"))
        for address in addresses[place]:
            assert client.get(address, headers={"Accept-Encoding": "gzip"}).status_code == 200

    return choose


def _plain(private_url: str) -> Callable[[str], None]:
    os.environ["RAW_DATABASE_URL"] = private_url
    client = plain.create_app().server.test_client()
    callback = client.get("/_dash-dependencies").json[0]
    outputs = [dict(zip(("id", "property"), one.rsplit(".", 1), strict=True)) for one in _parts(callback["output"])]

    def choose(place: str) -> None:
        inputs = [
            {"id": "district", "property": "value", "value": place},
            {"id": "period", "property": "value", "value": list(plain.YEARS)},
        ]
        body = {"output": callback["output"], "outputs": outputs, "inputs": inputs}
        _call(client, body | {"changedPropIds": ["district.value"]})

    return choose


def _parts(output: str) -> list[str]:
    return output.removeprefix("..").removesuffix("..").split("...")


def _call(client, body: dict) -> None:
    headers = {"Accept-Encoding": "gzip"}
    answer = client.post(
        "/_dash-update-component", data=json.dumps(body), content_type="application/json", headers=headers
    )
    assert answer.status_code in (200, 204), answer.text


def _compare_screens(stores: LoaderSettings, folder: Path) -> None:
    settings = {"RAW_DATABASE_URL": stores.private_url}
    with (
        served(stores.public_url, folder / "ours.log") as ours,
        gunicorn("tests.bench.plain_app:create_server()", settings, "/", folder / "plain.log") as simple,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.add_init_script(path=CLOCK)
        costs = {"ours": _screen(page, f"{ours}/en/overview"), "plain": _screen(page, f"{simple}/")}
        browser.close()
    print(f"choice to changed screen: plain {costs['plain']:.0f} ms, ours {costs['ours']:.0f} ms")
    print(f"  ours ÷ plain {costs['ours'] / costs['plain']:.2f} (aim 0.5)")


def _screen(page: BrowserPage, address: str) -> float:
    """Milliseconds from a choice to the last change of a picture; the first two choices warm both sides."""
    page.goto(address)
    page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot .main-svg').length > 1")
    page.wait_for_timeout(2000)
    costs = [page.evaluate("place => clock.choose(place)", place) for place in (*PLACES[:2], *PLACES)]
    return statistics.median(costs[2:])


def _grow() -> None:
    costs = [_with_readings(rows) for rows in (FEW, MANY)]
    print(f"server, CPU of a new choice with {FEW:,} readings {costs[0]:.1f} ms, with {MANY:,} {costs[1]:.1f} ms")
    print(f"  many ÷ few {costs[1] / costs[0]:.2f} (aim 0.9 to 1.1)")


def _with_readings(rows: int) -> float:
    """Of all topics that show readings, together."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = _filled(Path(folder))
        stores, path = Stores.open(settings), Path(folder) / "readings.csv"
        write_readings(path, rows, "0.007", DAYS)
        terms = run.Terms(allow_removal=True)
        run.load(stores.private, DATASETS["readings"], path, declared_sources()["example_readings"], terms)
        publish(stores, LIMIT)
        return _median(_ours(settings.public_url))


if __name__ == "__main__":
    main()
