"""What a choice costs the server: ``make bench``. Ratios in one run; absolute times are of this machine only.

A choice is a district and a year on one topic: the address is brought in line (select) and the panels are
drawn (draw). New: never asked before. Remembered: asked before, of the same version.
"""

import json
import logging
import statistics
import tempfile
from itertools import product
from pathlib import Path
from time import process_time

from dashboard.app import create_app
from dashboard.panels import TOPICS
from dashboard.settings import Settings
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.support import sample_store
from tests.web.callback_bodies import Callbacks, Page

DISTRICTS = ("jeti-oguz", "chatkal", "naryn", "talas", "kemin")
YEARS = ("2019", "2021", "2023")


def main() -> None:
    """Fill a store with the sample, make every choice twice on every topic, print medians."""
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory() as folder:
        client = create_app(Settings(_filled(Path(folder)))).test_client()
        callbacks = Callbacks(client)
        print(f"{'topic':<12}{'new, ms':>10}{'remembered, ms':>16}{'ratio':>8}{'sent, kB':>10}")
        for topic in TOPICS:
            _report(topic, *(_round(client, callbacks, topic) for _ in range(2)))


def _filled(folder: Path) -> str:
    public, private = (f"sqlite:///{folder / name}.sqlite" for name in ("public", "private"))
    sample_store.fill(Stores.open(LoaderSettings(public, private)), 5)
    return public


def _round(client, callbacks: Callbacks, topic: str) -> list[tuple[float, int]]:
    """CPU seconds of the server and bytes of its answers, a pair for each choice."""
    searches = [f"?district={place}&since={year}&until={year}" for place, year in product(DISTRICTS, YEARS)]
    return [_choice(client, callbacks, Page(topic=topic, language="en", search=search)) for search in searches]


def _choice(client, callbacks: Callbacks, page: Page) -> tuple[float, int]:
    bodies = [json.dumps(callbacks.body(name, page, "here.search")) for name in ("here", "figure")]
    begin, sent = process_time(), 0
    for body in bodies:
        headers = {"Accept-Encoding": "gzip"}
        answer = client.post("/_dash-update-component", data=body, content_type="application/json", headers=headers)
        sent += len(answer.data)
    return process_time() - begin, sent


def _report(topic: str, new: list[tuple[float, int]], remembered: list[tuple[float, int]]) -> None:
    first, again = (1000 * statistics.median(cpu for cpu, _ in round_) for round_ in (new, remembered))
    sent = statistics.median(size for _, size in remembered) / 1000
    print(f"{topic:<12}{first:>10.1f}{again:>16.1f}{first / again:>8.1f}{sent:>10.1f}")


if __name__ == "__main__":
    main()
