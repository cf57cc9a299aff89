"""What every answer says about what a browser may do with it, and for how long it may keep it."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from tests.web.callback_bodies import Page
from tests.web.conftest import UPDATE

POLICY = {
    "default-src": "'none'",
    "script-src": r"'self'( 'sha256-[\w+/]{43}=')+",
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
    *("/", "/ky/overview", "/ky/overview?x", "/nope", "/ru/nope", "/health", "/ready", "/_dash-layout"),
    *("/_dash-dependencies", "/_favicon.ico", "/assets/none.css?m=1", "/layers/x/districts.geojson"),
    *("/_dash-component-suites/dash/none.v1m1.js", "/_dash-component-suites/dash/dcc/async-graph.js"),
)


@pytest.fixture
def answers(client, callbacks, call, named_in, layers) -> list:
    """An answer of every kind."""
    paths = [*ASKED_ALWAYS, *named_in("/ky/overview"), *layers, "/assets/fonts/plex-sans-Regular.woff2"]
    got = [client.get(path) for path in paths]
    posted = [client.post(path, data=b"{}") for path in ("/nope", "/ky/overview", UPDATE)]
    called = [call(callbacks.body(name, Page())) for name in callbacks.all]
    return [*got, *posted, *called, client.put("/"), client.head("/ky/overview"), client.options("/ky/overview")]


def test_every_answer_is_fenced_in(answers):
    for answer in answers:
        rules = dict(rule.split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split("; "))
        assert rules.keys() == POLICY.keys()
        assert [name for name, allowed in POLICY.items() if not re.fullmatch(allowed, rules[name])] == []


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
    kept = {path: client.get(path).headers["Cache-Control"] for path in [*files, *layers]}
    assert len(layers) == 4
    assert set(kept.values()) == {"public, max-age=31536000, immutable"}, kept


@pytest.mark.parametrize("path", ["/assets/fonts/plex-sans-Regular.woff2", "/assets/topojson/world_110m.json"])
def test_a_file_with_a_plain_address_is_kept_for_a_day(client, path):
    assert client.get(path).headers["Cache-Control"] == "public, max-age=86400"


def test_the_policy_names_the_scripts_in_the_page(client):
    page = client.get("/ky/overview")
    inline = re.findall(r'<script id="_dash-renderer"[^>]*>(.*?)</script>', page.text, re.S)
    assert inline
    for script in inline:
        assert b64encode(sha256(script.encode()).digest()).decode() in page.headers["Content-Security-Policy"]
