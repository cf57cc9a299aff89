"""What every answer says about what a browser may do with it, and for how long it may keep it."""

import re

import pytest
from werkzeug.test import TestResponse

from dashboard.web.headers import PARTS
from tests.support.live_page import answer_address, open_page
from tests.web.callback_bodies import Page
from tests.web.conftest import UPDATE

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src-elem": r"'self'( 'sha256-[\w+/]{43}=')+",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "blob:",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
ASKED_ALWAYS = (
    *("/", "/ky/overview", "/ky/overview?x", "/nope", "/ru/nope", "/health", "/ready", "/robots.txt", "/_dash-layout"),
    *("/_dash-dependencies", "/_favicon.ico", "/assets/none.css?m=1", "/layers/x/districts.geojson"),
    *("/ky/overview?district=naryn", "/ky/overview/lite", "/ky/overview/lite?district=naryn", "/ky/revenue?present=1"),
    *("/data/revenue_map.csv", "/data/revenue_map.csv?lang=ky", "/data/sites.geojson", "/data/limits.zip"),
    "/data/none.csv",
    *("/_dash-component-suites/dash/none.v1m1.js", "/_dash-component-suites/dash/dcc/async-graph.js"),
)


@pytest.fixture
def answers(client, callbacks, call, named_in, layers) -> list:
    """An answer of every kind."""
    paths = [*ASKED_ALWAYS, *named_in("/ky/overview"), *layers, "/assets/fonts/plex-sans-Regular.woff2"]
    pages = [client.get(path) for path in paths]
    posts = [client.post(path, data=b"{}") for path in ("/nope", "/ky/overview", UPDATE)]
    callback_answers = [call(callbacks.body(name, Page())) for name in callbacks.all]
    page = open_page(client, "/ky/overview")
    paths = [answer_address(page, "/ky/overview", "overview_map"), page.panels["overview_map"].figure_href]
    callback_answers += [client.get(path) for path in paths]
    callback_answers += [client.get(path.replace(page.state["stamp"], "x")) for path in paths]
    return [
        *pages,
        *posts,
        *callback_answers,
        client.put("/"),
        client.head("/ky/overview"),
        client.options("/ky/overview"),
    ]


def is_part_of_page(answer: TestResponse) -> bool:
    return answer.request.path.startswith("/parts/") and answer.status_code == 200


def test_every_answer_is_fenced_in(answers):
    for answer in answers:
        if answer.mimetype in PARTS or is_part_of_page(answer):
            assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
            continue
        rules = dict(rule.split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split("; "))
        assert rules.keys() == POLICY.keys()
        assert [name for name, pattern in POLICY.items() if not re.fullmatch(pattern, rules[name])] == []


def test_every_answer_is_what_it_says_and_tells_nobody_who_asked(answers):
    for answer in answers:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "Set-Cookie" not in answer.headers
        assert not {"unsafe-eval", "http:", "https:", "*"} & set(answer.headers["Content-Security-Policy"].split())


@pytest.mark.parametrize("path", ASKED_ALWAYS)
def test_what_may_change_is_always_asked_for(client, path):
    assert client.get(path).headers["Cache-Control"] == "no-cache"


def test_answers_of_callbacks_are_not_kept(callbacks, call):
    assert {call(callbacks.body(name, Page())).headers["Cache-Control"] for name in callbacks.all} == {"no-cache"}


def test_what_has_its_version_in_its_address_is_kept_for_ever(client, named_in, layers):
    files = [path for path in named_in("/ky/overview") if "_favicon" not in path]
    cache_rules = {path: client.get(path).headers["Cache-Control"] for path in [*files, *layers]}
    assert len(layers) == 4
    assert set(cache_rules.values()) == {"public, max-age=31536000, immutable"}, cache_rules


def test_a_file_with_a_plain_address_is_kept_for_a_day(client):
    assert client.get("/assets/fonts/plex-sans-Regular.woff2").headers["Cache-Control"] == "public, max-age=86400"


def test_a_qr_code_is_kept_for_a_day(client):
    """It holds the name of the site, which may change."""
    assert client.get("/qr.svg?to=/ky/overview").headers["Cache-Control"] == "public, max-age=86400"


@pytest.mark.parametrize("path", ["/ky/overview", "/ky/overview/lite", "/health"])
def test_a_host_that_is_none_is_refused(client, path):
    assert client.get(path, headers={"Host": "a" * 3_000}).status_code == 400


def test_no_script_stands_in_the_page(client):
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", client.get("/ky/overview").text, re.S)
    assert len(scripts) == 5
    assert [text for attributes, text in scripts if text and "application/json" not in attributes] == []
