"""What a choice costs the server: ``make bench``. Ratios in one run; absolute times are of this machine only.

A choice is a district and a year on one topic: the parts of the page that it changes and all pictures are asked for.
New: never asked before. Remembered: asked before, of the same version.
"""

import logging
import statistics
import tempfile
from itertools import product
from pathlib import Path
from time import process_time

from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.panels import TOPICS
from dashboard.settings import Settings
from tests.bench.asked import Scout
from tests.support import example_store
from tests.web.callback_bodies import Page

DISTRICTS = ("jeti-oguz", "chatkal", "naryn", "talas", "kemin")
YEARS = ("2019", "2021", "2023")


def main() -> None:
    """Fill a store with the example, make every choice twice on every topic, print medians."""
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory() as folder:
        url = example_store.make_store(Path(folder), 5).public_url
        client, scout = create_app(Settings(url)).test_client(), Scout(url)
        print(f"{'topic':<12}{'new, ms':>10}{'remembered, ms':>16}{'ratio':>8}{'sent, kB':>10}")
        for topic in TOPICS:
            choices = [scout.addresses(page) for page in _pages(topic)]
            _report(topic, *([_choice(client, one) for one in choices] for _ in range(2)))


def _pages(topic: str) -> list[Page]:
    searches = [f"?district={place}&since={year}&until={year}" for place, year in product(DISTRICTS, YEARS)]
    return [Page(topic=topic, language="en", search=search) for search in searches]


def _choice(client: FlaskClient, addresses: list[str]) -> tuple[float, int]:
    """CPU seconds of the server and bytes of its answers."""
    begin = process_time()
    answers = [client.get(address, headers={"Accept-Encoding": "gzip"}) for address in addresses]
    return process_time() - begin, sum(len(answer.data) for answer in answers)


def _report(topic: str, new: list[tuple[float, int]], repeats: list[tuple[float, int]]) -> None:
    first, again = (1000 * statistics.median(cpu for cpu, _ in round_) for round_ in (new, repeats))
    kilobytes = statistics.median(size for _, size in repeats) / 1000
    print(f"{topic:<12}{first:>10.1f}{again:>16.1f}{first / again:>8.1f}{kilobytes:>10.1f}")


if __name__ == "__main__":
    main()
