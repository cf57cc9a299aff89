"""Every address is answered: with a page under its tidy form, a redirect to it, or a notice that there is none."""

import pytest
from flask.testing import FlaskClient

from dashboard.text import LANGUAGES
from tests.support.pages import PAGES

UNKNOWN = (
    *("/nope", "/ky/nope", "/xx/overview", "/ky/overview/more", "/KY/nope", "/ky//nope", "/ky/lite/lite"),
    *("/ky/site", "/ky/site/", "/ky/site/nowhere", "/ky/site/kumtor/more", "/ky/site/jeti-oguz", "/ky/district/kumtor"),
    *("/ky/%2e%2e/overview", "/%FF", "/ky/overview;x", "/healthy", "/ready/"),
    *("/layers/x", "/layers/x/districts.geojson", "/layers/x/y/z.geojson", "/assets/", "/assets/none.css"),
    *("/assets/../dashboard/app.py", "/assets/%2e%2e/Makefile", "/static/x", "/favicon.ico", "/data/public.sqlite"),
    *("/_reload-hash", "/_alive_x", "/_dash-ws", "/_dash-update-component", "/mcp", "/_mcp", "/.well-known/mcp"),
    *("/_dash-component-suites/dash/none.js", "/_dash-component-suites/os/path.py", "/_dash-component-suites/dash/"),
    *("/_dash-component-suites/dash/dash.py", "/_dash-component-suites/dash/dcc/async-mathjax.js.map"),
)
UNTIDY = {
    "?": "",
    "?x=1": "",
    "?district=nowhere": "",
    "?district=41702210": "?district=jeti-oguz",
    "?district=41702210000000": "?district=jeti-oguz",
    "?district=KG02210000000": "?district=jeti-oguz",
    "?district=JETI-OGUZ": "?district=jeti-oguz",
    "?district=%6Aeti-oguz": "?district=jeti-oguz",
    "?district=+jeti-oguz+": "?district=jeti-oguz",
    "?until=2020&since=2019": "?since=2019&until=2020",
    "?since=2021&until=2020": "",
    "?since=2019-13": "",
    "?since=2019-1&until=2020": "?until=2020",
    "?district=ton&district=naryn": "?district=naryn",
    "?tables=revenue_by_stream,nope,revenue_by_stream": "?tables=revenue_by_stream",
    "?tables=revenue_by_stream%2Crevenue_by_purpose": "?tables=revenue_by_purpose,revenue_by_stream",
    "?district=<script>&measure=poverty": "?measure=poverty",
    "?district=%FF%FE&since=%00": "",
    "?" + "&" * 1_900: "",
    "?" + "district=ton;" * 300: "",
    "?next=//evil.example/": "",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", PAGES)
def test_a_page_names_its_language(client, language, topic):
    answer = client.get(f"/{language}/{topic}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text


@pytest.mark.parametrize(
    ("languages", "language"),
    [
        (None, "ky"),
        ("ru", "ru"),
        ("en-GB,en;q=0.9", "en"),
        ("ky-KG", "ky"),
        ("de-DE,de;q=0.9", "ky"),
        ("de,ru;q=0.5,en;q=0.7", "en"),
        ("*", "ky"),
        ("ru;q=x, \x7f", "ky"),
        ("x" * 2_000, "ky"),
    ],
)
def test_the_start_is_in_the_language_of_the_browser(client, languages, language):
    answer = client.get("/", headers={"Accept-Language": languages} if languages else {})
    assert (answer.status_code, answer.location) == (302, f"/{language}/overview")
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize("path", UNKNOWN)
def test_nothing_stands_at_an_unknown_address(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "text/html")


@pytest.mark.parametrize("path", ["/{}/nope", "/nope?language={}"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_is_in_the_language_of_the_path_or_of_the_browser(client, language, path):
    answer = client.get(path.format(language), headers={"Accept-Language": language})
    assert f'<html lang="{language}">' in answer.text


@pytest.mark.parametrize(("query", "tidy"), UNTIDY.items(), ids=range(len(UNTIDY)))
def test_an_untidy_address_is_tidied_at_once(client: FlaskClient, query, tidy):
    answer = client.get(f"/ru/revenue{query}", follow_redirects=True)
    assert answer.status_code == 200
    assert len(answer.history) <= 1
    assert answer.request.full_path.rstrip("?") == f"/ru/revenue{tidy}"


@pytest.mark.parametrize(
    "path", ["/", "/ky/overview", "/ky/overview?x", "/nope", "/health", "/ready", "/layers/x/y.geojson"]
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_only_reading_is_offered(client, method, path):
    assert client.open(path, method=method).status_code in (400, 404, 405)


@pytest.mark.parametrize("path", ["/ky/overview", "/health", "/ready", "/_dash-layout", "/assets/1-tokens.css"])
def test_asking_for_the_head_is_like_asking_for_the_page(client, path):
    assert (client.head(path).status_code, client.head(path).data) == (200, b"")


def test_a_range_outside_a_file_is_no_fault_of_ours(client):
    assert client.get("/assets/1-tokens.css", headers={"Range": "bytes=999999-"}).status_code == 416


def test_all_that_a_page_names_is_there(client, named_in):
    assert len(named_in("/ky/overview")) > 20
    assert {
        path: client.get(path).status_code for path in named_in("/ky/overview") if client.get(path).status_code != 200
    } == {}
