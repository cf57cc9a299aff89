"""The overview beside the same page made by others, in one run: ``python -m tests.bench.peers.measure``.

A choice is a district. All have the rows of the example; each stands in an environment of its own, which is made when
it is missing. What cannot be made here is left out with a word. Read the ratios: milliseconds are of one machine.
"""

import json
import logging
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, sync_playwright

from loaders.store.settings import LoaderSettings
from tests.bench.asked import PLACES
from tests.bench.peers import process, rows
from tests.bench.peers.served import Peer, peers
from tests.browser.serving import ARGUMENTS, browser_path
from tests.support import example_store

WINDOW = {"width": 1366, "height": 768}
HERE = Path(__file__).parent
CLIENTS, SECONDS, VISITS = 64, 10.0, 5
# plotly asks its makers' server for the outlines of the world even where none are drawn, and draws no map without.
WORLD = {"type": "Topology", "arcs": [], "objects": {}}


class Visit(NamedTuple):
    """A first visit: bytes and requests over the network, milliseconds until a picture stands."""

    kilobytes: float
    requests: int
    picture: float


def main() -> None:
    """Serve all at once, and measure one after the other."""
    logging.disable(logging.INFO)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        settings = example_store.make_store(folder, LoaderSettings.small_cell_limit)
        rows.write(settings.private_url, folder)
        servers = list(peers(settings, folder, stack))
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        _compare(browser, servers, folder)


def _compare(browser: Browser, peers: list[Peer], folder: Path) -> None:
    print(f"{'':<12}{'in view':>9}{'all':>9}{'CPU':>9}{'kB':>9}{'asked':>7}{'picture':>9}", end="")
    print(f"{'a second':>10}{'half':>8}{'99 %':>8}{'MB':>7}")
    for peer in peers:
        visits = [_visit(browser, peer) for _ in range(VISITS)]
        view, page, cpu, choices = _choices(browser, peer)
        first = Visit(*(statistics.median(one) for one in zip(*visits, strict=True)))
        print(f"{peer.name:<12}{view:>9.0f}{page:>9.0f}{cpu:>9.1f}{first.kilobytes:>9.0f}", end="")
        print(f"{first.requests:>7.0f}{first.picture:>9.0f}", end="")
        print(_under_load(peer, choices, folder) if peer.pid else "")


def _new_page(browser: Browser) -> Page:
    page = browser.new_context(viewport=WINDOW).new_page()
    page.add_init_script(path=HERE / "changed.js")
    page.route("https://cdn.plot.ly/**", lambda route: route.fulfill(json=WORLD))
    return page


def _visit(browser: Browser, peer: Peer) -> Visit:
    page, traffic = _new_page(browser), [0, 0]
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")

    def add(event: dict) -> None:
        traffic[0] += event["encodedDataLength"]
        traffic[1] += 1

    network.on("Network.loadingFinished", add)
    page.goto(peer.address, wait_until="networkidle")
    page.wait_for_function("() => changed.firstPicture")
    picture = page.evaluate("() => changed.firstPicture")
    page.context.close()
    return Visit(traffic[0] / 1000, traffic[1], picture)


def _choices(browser: Browser, peer: Peer) -> tuple[float, float, float, list[list[dict]]]:
    """Milliseconds until what is in view and the page have changed, those of the server's processor, what was asked.

    The first round warms both sides, and says what is asked for; the second is measured.
    """
    page, calls = _new_page(browser), []
    page.on("request", lambda request: calls.append(request))
    page.goto(peer.address, wait_until="networkidle")
    page.wait_for_function("() => changed.firstPicture")
    requests = []
    for place in PLACES:
        calls.clear()
        page.evaluate(peer.act, place)
        requests.append([_request(one) for one in calls if urlsplit(one.url).netloc == peer.host])
    begin = process.cpu(peer.pid) if peer.pid else 0.0
    times = [page.evaluate(peer.act, place) for place in PLACES]
    cpu = process.cpu(peer.pid) - begin if peer.pid else 0.0
    page.context.close()
    view, whole = (statistics.median(one) for one in zip(*times, strict=True))
    return view, whole, 1000 * cpu / len(PLACES), requests


def _request(request: Request) -> dict:
    path = urlsplit(request.url)._replace(scheme="", netloc="").geturl()
    return {"method": request.method, "path": path, "body": request.post_data}


def _under_load(peer: Peer, choices: list[list[dict]], folder: Path) -> str:
    """Choices a second of many clients; answers while some of them fetch files; memory after all that."""
    path, answers = folder / "asked.json", []
    for files in ((), peer.files):
        file_requests = [{"method": "GET", "path": file, "body": None} for file in files]
        path.write_text(json.dumps({"host": peer.host, "choices": choices, "files": file_requests}))
        command = [sys.executable, "-m", "tests.bench.peers.replay", str(path), str(CLIENTS), str(SECONDS)]
        result = subprocess.run(command, capture_output=True, text=True, check=True)
        answers.append(json.loads(result.stdout))
    alone, beside = answers
    return f"{alone['choices']:>10.1f}{beside['half']:>8.0f}{beside['most']:>8.0f}{process.memory(peer.pid):>7.0f}"


if __name__ == "__main__":
    main()
