"""Who saves data gets the light page by itself, and the full one where that is asked for on a page of ours."""

import pytest

from tests.support.html_parts import parse

ASKED, SAVES = "/ru/revenue?district=jeti-oguz", {"Save-Data": "on"}
FULL_WAYS = ({"Referer": "http://localhost/ru/revenue/lite"}, {"Sec-Fetch-Site": "same-origin"})


def test_who_saves_data_gets_the_light_page_also_when_the_full_one_is_remembered(client):
    assert client.get(ASKED).status_code == client.get(ASKED).status_code == 200
    answer = client.get(ASKED, headers=SAVES)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/ru/revenue/lite?district=jeti-oguz")
    assert "no-cache" in answer.headers["Cache-Control"]
    assert "Save-Data" in answer.vary and "Save-Data" in client.get(ASKED).vary


@pytest.mark.parametrize("way", FULL_WAYS, ids=("left", "told"))
def test_the_light_page_leads_to_the_full_one_and_nobody_is_led_back(client, way):
    light = client.get(ASKED, headers=SAVES, follow_redirects=True)
    live = next(link for link in parse(light.text).all("a") if link.attributes.get("href") == ASKED)
    assert client.get(live.attributes["href"], headers=SAVES | way).status_code == 200


def test_a_page_of_another_site_is_no_page_of_ours(client):
    elsewhere = SAVES | {"Referer": "http://localhost.example/ru/", "Sec-Fetch-Site": "cross-site"}
    assert client.get(ASKED, headers=elsewhere).status_code == 302
    assert client.get(f"{ASKED}&present=1", headers=SAVES, follow_redirects=True).request.path == "/ru/revenue"
