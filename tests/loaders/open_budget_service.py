"""A stand-in for the state's Open Budget: it answers in the shape that public programs read from it.

Nothing here is a figure of the service: amounts are made of the codes and the month, so that every sum is known.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

BUDGETS = ("rb", "rayon", "gorod", "ao")
ROYALTY, LAND, TRADE = "14520001", "11310001", "11410001"
SHARES = {ROYALTY: (50, 0, 0, 20), LAND: (0, 0, 3, 7), TRADE: (900, 0, 0, 90)}
AK_SUU, JETI_OGUZ, ISSYK_KUL = "41702205000000", "41702210000000", "41702000000000"
AIMAKS = {AK_SUU: ("41702205805010", "41702205810010"), JETI_OGUZ: ("41702210805010",)}
# From this month on the stand-in has a plan and no fact.
FUTURE = (2020, 4)
MAPPING = {"unit": 1, "first_year": 2020, "stream_alias": {ROYALTY: "royalty", LAND: "land_property"}}
Answer = Callable[[str, dict[str, str]], object]


def revenue(query: dict[str, str]) -> list:
    """Rows by code and their totals; only the plan has a decimal fraction, and an entry after FUTURE."""
    aimak = query.get("districtCode")
    parts = (aimak,) if aimak else AIMAKS[query["regionCode"]]
    first, last = date.fromisoformat(query["dateFrom"]), date.fromisoformat(query["dateTo"])
    months = [(first.year, month) for month in range(first.month, last.month + 1)]
    leaves = [_row(code, shares, sum(map(weight, parts)), months) for code, shares in SHARES.items()]
    if aimak:
        leaves = [{**row, "gorod": 0, "gorod_p": 0} for row in leaves]
    above = [_sum(leaves, "1"), _sum([row for row in leaves if row["code"].startswith("11")], "11")]
    totals = {name: amount for name, amount in _sum(leaves, "").items() if name not in ("code", "name", "rb", "rb_p")}
    return [[*above, *leaves], totals]


def weight(aimak: str) -> int:
    """By what the shares of an aiyl aimak are multiplied, and by the number of the month."""
    return int(aimak[8:11]) - 800


def _row(code: str, shares: tuple[int, ...], times: int, months: list[tuple[int, int]]) -> dict:
    row: dict[str, object] = {"code": code, "name": f"код {code}"}
    for budget, share in zip(BUDGETS, shares, strict=True):
        row[budget] = sum(share * times * month for year, month in months if (year, month) < FUTURE)
        row[f"{budget}_p"] = f"{sum(share * times * month for _, month in months)}.50" if share else None
    return row


def _sum(rows: list[dict], code: str) -> dict:
    names = [f"{budget}{side}" for budget in BUDGETS for side in ("", "_p")]
    return {"code": code, "name": "", **{name: sum(float(row[name] or 0) for row in rows) for name in names}}


def answer_of(path: str, query: dict[str, str]) -> object:
    """What the service says at an address."""
    *_, kind, code = path.split("/")
    if code == "get-incomes":
        return revenue(query)
    codes = AIMAKS if kind == "get-regions" else AIMAKS[code]
    return [[{"code": one, "name": {"ru": f"место {one}"}} for one in codes]]


@contextmanager
def serving(answer: Answer = answer_of) -> Iterator[tuple[str, list[str]]]:
    """The address of a running stand-in, and the addresses that it was asked so far."""
    addresses: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            addresses.append(self.path)
            parts = urlsplit(self.path)
            content = answer(parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()})
            body = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/ru", addresses
    finally:
        server.shutdown()
        server.server_close()
