"""The same application below a path of a larger site: nothing that it names lies outside."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings
from tests.support.live_page import LivePage, figures, open_page
from tests.web.callback_bodies import Callbacks, Page

BASE = "/data/mining/"
UPDATE = f"{BASE}_dash-update-component"
PAGE = f"{BASE}ru/revenue"


@pytest.fixture(scope="module")
def client(example_public_url) -> FlaskClient:
    """Somebody who asks an application below a path."""
    return create_app(Settings(example_public_url, base_path=BASE)).test_client()


@pytest.fixture(scope="module")
def page(client) -> LivePage:
    """A page with a choice."""
    return open_page(client, f"{PAGE}?district=ton")


@pytest.fixture(scope="module")
def answer_text(client, page) -> str:
    """What an answer, all figures and all callbacks of a page say, as one text."""
    address = f"{BASE}parts/{page.state['stamp']}/{','.join(page.panels)}/ru/revenue?district=ton"
    callbacks, here = Callbacks(client, BASE), Page("revenue", "ru", "?district=ton", BASE)
    responses = [client.post(UPDATE, json=callbacks.body(name, here)) for name in callbacks.all]
    answers = [client.get(address), *responses]
    assert {answer.status_code for answer in answers} == {200}
    return "".join([*(answer.text for answer in answers), json.dumps(figures(client, page))])


@pytest.mark.parametrize("path", [BASE, BASE.rstrip("/")])
def test_the_start_leads_to_a_page_below_the_path(client, path):
    assert client.get(path).location == f"{BASE}ky/overview"


def test_an_untidy_address_is_tidied_below_the_path(client):
    assert client.get(f"{PAGE}?x=1").location == PAGE


def test_all_that_the_document_names_is_below_the_path(client):
    hrefs = re.findall(r'(?:src|href)="([^"]*)"', client.get(PAGE).text)
    ours = [unescape(one) for one in hrefs if not one.startswith(("#", "https://", "mailto:", "tel:"))]
    paths = [address.removeprefix("http://127.0.0.1:8050") for address in ours]
    assert len(paths) > 10
    assert [path for path in paths if not path.startswith(BASE)] == []
    assert {client.get(path).status_code for path in paths} == {200}


def test_all_that_answers_and_figures_name_is_below_the_path(client, answer_text):
    links = {unescape(href) for href in re.findall(r'(?:href|data-figure)="(/[^"]*)"', answer_text)}
    layers = set(re.findall(r'"(/[^"]*\.geojson)"', answer_text))
    assert len(links) > 20 and len(layers) == 4
    assert [path for path in links | layers if not path.startswith(BASE)] == []
    assert {client.get(path).status_code for path in links | layers} == {200}


def test_an_answer_and_a_figure_lead_to_the_current_ones_below_the_path(client, page):
    stamp, key = page.state["stamp"], "revenue_map"
    for address in (f"{BASE}parts/{stamp}/{key}/ru/revenue?district=ton", page.panels[key].figure_href):
        assert client.get(address.replace(stamp, "0")).location == address


@pytest.mark.parametrize("path", ["health", "ready", "_dash-layout", "_dash-dependencies"])
def test_what_machines_ask_is_below_the_path(client, path):
    assert client.get(BASE + path).status_code == 200
    assert client.get(f"/{path}").status_code == 404


@pytest.mark.parametrize("path", ["/", "/ru/revenue", "/data", "/data/mining2/", "/static/x"])
def test_outside_the_path_there_is_only_the_way_in(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert f'href="{BASE}ky/overview"' in answer.text


def test_a_body_outside_the_path_is_refused(client):
    body = Callbacks(client, BASE).body("controls", Page("revenue", "ru", "", BASE))
    assert client.post("/_dash-update-component", json=body).status_code in (400, 404, 405)
    elsewhere = Callbacks(client, BASE).body("controls", Page("revenue", "ru", "", "/"))
    assert client.post(UPDATE, json=elsewhere).status_code == 400
