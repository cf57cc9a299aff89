"""Whatever is sent to a callback, the answer is a page's or a refusal: no error of ours, nothing logged."""

import pytest

from tests.support.pages import PAGES
from tests.web.callback_bodies import Page
from tests.web.conftest import UPDATE
from tests.web.fuzzing import each_of
from tests.web.mutations import damaged_bodies

SEARCHES = ("", "?district=jeti-oguz", "?since=2019&until=2021-05&tables=revenue_map", "?indicator=as&stage=payment")


@pytest.fixture(scope="module")
def bodies(callbacks):
    """Damaged bodies of every callback on every page."""
    pages = [Page(topic, search=search) for topic in PAGES for search in SEARCHES]
    return damaged_bodies([callbacks.body(name, page) for page in pages for name in callbacks.all])


@pytest.mark.parametrize("count", [150, pytest.param(20_000, marks=pytest.mark.exhaustive)])
def test_the_gate_decides_about_every_body(gate, bodies, count):
    verdicts = []
    each_of(count, bodies, lambda body: verdicts.append(gate.admits(body)))
    assert all(type(verdict) is bool for verdict in verdicts)
    assert 0 < sum(verdicts) < count / 2


@pytest.mark.parametrize("count", [100, pytest.param(3_000, marks=pytest.mark.exhaustive)])
def test_no_body_is_answered_with_an_error_of_ours(gate, bodies, client, caplog, count):
    def send(body: bytes) -> None:
        answer = client.post(UPDATE, data=body, content_type="application/json")
        assert answer.status_code in ({200, 204} if gate.admits(body) else {400})
        assert caplog.records == []

    each_of(count, bodies, send)
