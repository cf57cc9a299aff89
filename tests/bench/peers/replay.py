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
    asked = json.loads(path.read_text(encoding="utf-8"))
    end, waits, files = monotonic() + seconds, [], [[file] for file in asked["files"]]
    made = [gevent.spawn(_ask, asked["host"], asked["choices"], number, end, waits) for number in range(clients)]
    fetchers = [gevent.spawn(_ask, asked["host"], files, number, end, []) for number in range(FETCHERS if files else 0)]
    gevent.joinall([*made, *fetchers])
    waits.sort()
    half, most = (1000 * waits[int(share * (len(waits) - 1))] for share in (0.5, 0.99))
    choices = sum(client.value for client in made)
    print(json.dumps({"choices": choices / seconds, "half": half, "most": most}))


def _ask(host: str, groups: list[list[dict]], number: int, end: float, waits: list[float]) -> int:
    """Groups of requests one after the other; how many groups were answered. ``waits`` grows by the time of each."""
    connection, done = HTTPConnection(host, timeout=PATIENCE_SECONDS), 0
    while monotonic() < end:
        for request in groups[(number + done) % len(groups)]:
            begin = monotonic()
            _answered(connection, request)
            waits.append(monotonic() - begin)
        done += 1
    return done


def _answered(connection: HTTPConnection, request: dict) -> None:
    """An answer that fails, or is broken off by a server with too much to do, was waited for as well."""
    headers = {"Accept-Encoding": "gzip", "Content-Type": "application/json"}
    try:
        connection.request(request["method"], request["path"], request["body"], headers)
        connection.getresponse().read()
    except (OSError, HTTPException):
        connection.close()


if __name__ == "__main__":
    main()
