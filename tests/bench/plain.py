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

from dashboard.app import create_app
from dashboard.settings import Settings
from loaders.config.sources import declared_sources
from loaders.datasets.registry import DATASETS
from loaders.engine import run
from loaders.publish import publish
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.bench import plain_app as plain
from tests.bench.asked import PLACES, Scout
from tests.bench.loaders import LIMIT, write_readings
from tests.support import example_store
from tests.web.callback_bodies import Page

FEW, MANY, DAYS = 5_000, 5_000_000, 1_800


def main() -> None:
    """Server time, and server time after a thousand times as many readings."""
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stores = example_store.make_store(Path(folder), LIMIT)
        _compare_servers(stores)
    _grow()


def _compare_servers(stores: LoaderSettings) -> None:
    ours = _ours(stores.public_url)
    new, repeat, simple = _median(ours), _median(ours), _median(_plain(stores.private_url))
    print(f"\nserver, CPU of one choice: plain {simple:.1f} ms")
    print(f"  new {new:.1f} ms, plain ÷ new {simple / new:.1f} (aim 5)")
    print(f"  remembered {repeat:.1f} ms, plain ÷ remembered {simple / repeat:.1f} (aim 60)")


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
    pages = {place: Page(topic="overview", language="en", search=f"?district={place}") for place in PLACES}
    addresses = {place: scout.addresses(page) for place, page in pages.items()}

    def choose(place: str) -> None:
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


def _grow() -> None:
    costs = [_with_readings(rows) for rows in (FEW, MANY)]
    print(f"server, CPU of a new choice with {FEW:,} readings {costs[0]:.1f} ms, with {MANY:,} {costs[1]:.1f} ms")
    print(f"  many ÷ few {costs[1] / costs[0]:.2f} (aim 0.9 to 1.1)")


def _with_readings(rows: int) -> float:
    """Of all topics that show readings, together."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = example_store.make_store(Path(folder), LIMIT)
        stores, path = Stores.open(settings), Path(folder) / "readings.csv"
        write_readings(path, rows, "0.007", DAYS)
        terms = run.Terms(allow_removal=True)
        run.load(stores.private, DATASETS["readings"], path, declared_sources()["example_readings"], terms)
        publish(stores, LIMIT)
        return _median(_ours(settings.public_url))


if __name__ == "__main__":
    main()
