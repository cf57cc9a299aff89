"""Asks again for what a browser asked for: ``python -m tests.bench.peers.replay FILE CLIENTS SECONDS``.

FILE is JSON: ``choices``, each a list of requests (method, path, body), and ``files``, a list of requests of those who
fetch files beside. Prints JSON: choices a second, and the milliseconds of answers, 50 and 99 of 100.
"""

import json
import sys
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic

import gevent
from gevent import monkey

FETCHERS, PATIENCE_SECONDS = 4, 120


def main() -> None:
    """Every client has a connection of its own, and begins at another choice."""
    monkey.patch_socket()
    path, clients, seconds = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    load = json.loads(path.read_text(encoding="utf-8"))
    end, times, files = monotonic() + seconds, [], [[file] for file in load["files"]]
    greenlets = [gevent.spawn(_ask, load["host"], load["choices"], number, end, times) for number in range(clients)]
    fetchers = [gevent.spawn(_ask, load["host"], files, number, end, []) for number in range(FETCHERS if files else 0)]
    gevent.joinall([*greenlets, *fetchers])
    times.sort()
    half, most = (1000 * times[int(share * (len(times) - 1))] for share in (0.5, 0.99))
    choices = sum(client.value for client in greenlets)
    print(json.dumps({"choices": choices / seconds, "half": half, "most": most}))


def _ask(host: str, groups: list[list[dict]], number: int, end: float, times: list[float]) -> int:
    """Groups of requests one after the other; how many groups were answered. ``times`` grows by the time of each."""
    connection, count = HTTPConnection(host, timeout=PATIENCE_SECONDS), 0
    while monotonic() < end:
        for request in groups[(number + count) % len(groups)]:
            begin = monotonic()
            _is_answered(connection, request)
            times.append(monotonic() - begin)
        count += 1
    return count


def _is_answered(connection: HTTPConnection, request: dict) -> None:
    """An answer that fails, or is broken off by a server with too much to do, was waited for as well."""
    headers = {"Accept-Encoding": "gzip", "Content-Type": "application/json"}
    try:
        connection.request(request["method"], request["path"], request["body"], headers)
        connection.getresponse().read()
    except (OSError, HTTPException):
        connection.close()


if __name__ == "__main__":
    main()
