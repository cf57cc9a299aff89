"""Whatever is sent to a callback, the answer is a page's or a refusal: no error of ours, nothing logged."""

from collections.abc import Iterator
from random import Random

from tests.pages import PAGES
from tests.web.callback_bodies import Page
from tests.web.conftest import UPDATE
from tests.web.mutations import damaged

IN_GATE, SENT = 20_000, 3_000
SEARCHES = ("", "?district=jeti-oguz", "?since=2019&until=2021-05&tables=revenue_map", "?indicator=as&stage=payment")


def bodies(callbacks, count: int, seed: int) -> Iterator[bytes]:
    """Damaged bodies of every callback on every page."""
    random = Random(seed)
    pages = [Page(topic, search=search) for topic in PAGES for search in SEARCHES]
    valid = [callbacks.body(name, page) for page in pages for name in callbacks.all]
    return (damaged(random.choice(valid), random) for _ in range(count))


def test_the_gate_decides_about_every_body(gate, callbacks):
    verdicts = [gate.admits(body) for body in bodies(callbacks, IN_GATE, 1)]
    assert all(type(verdict) is bool for verdict in verdicts)
    assert IN_GATE / 25 < sum(verdicts) < IN_GATE / 2


def test_no_body_is_answered_with_an_error_of_ours(gate, callbacks, client, caplog):
    for body in bodies(callbacks, SENT, 2):
        answer = client.post(UPDATE, data=body, content_type="application/json")
        assert answer.status_code in ({200, 204} if gate.admits(body) else {400}), body
    assert caplog.records == []
