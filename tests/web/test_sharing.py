"""What a shared address says of itself, its QR code, and the slides that it becomes in a meeting."""

import json
import re
import struct
from html import unescape
from urllib.parse import quote, urlsplit

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.media import qr
from dashboard.panels import BY_KEY, PLACE_PAGES, TOPICS
from dashboard.settings import Settings
from dashboard.text import LANGUAGES

PLACES = {"district": "jeti-oguz", "site": "kumtor"}
PAGES = [*TOPICS, *(f"{kind}/{PLACES[kind]}" for kind in PLACE_PAGES)]
CHOSEN = "?district=jeti-oguz&since=2019&until=2021"
SITE = "https://kg.example"


@pytest.fixture(scope="module")
def client(example_public_url) -> FlaskClient:
    """Somebody who asks an application with a public address."""
    return create_app(Settings(example_public_url, public_address=SITE)).test_client()


def head(client, path: str) -> dict[str, str]:
    """The tags of a page as name -> text."""
    page = client.get(path).text
    metas = re.findall(r'<meta (?:property|name)="([\w:-]+)" content="([^"]*)">', page)
    links = re.findall(r'<link rel="(?:alternate" hreflang="([\w-]+)|(canonical))" href="([^"]*)">', page)
    links_by_name = {language or rel: unescape(href) for language, rel, href in links}
    title = re.findall(r"<title>([^<]*)</title>", page)
    assert len(title) == 1
    return {name: unescape(text) for name, text in metas} | links_by_name | {"title": unescape(title[0])}


TITLES = {
    "/ky/revenue": "Кирешелер · Кен казуу жана жамааттар",
    f"/ru/revenue{CHOSEN}": "Доходы · Джети-Огузский район · 2019 – 2021 · Горное дело и сообщества",
    "/en/compare?district=jeti-oguz,naryn": "Compare · Jeti-Oguz · Naryn · Mining and communities",
    "/en/district/jeti-oguz?until=2021": "Jeti-Oguz · until 2021 · Mining and communities",
    "/en/site/kumtor": "Kumtor · Mining and communities",
    "/ky/agenda": "Күн тартиби · Кен казуу жана жамааттар",
}


@pytest.mark.parametrize(("path", "title"), TITLES.items())
def test_a_title_names_the_place_and_the_period(client, path, title):
    head_texts = head(client, path)
    assert (head_texts["title"], head_texts["og:title"]) == (title, title)


@pytest.mark.parametrize("page", PAGES)
def test_a_card_is_in_the_language_of_the_page_and_knows_the_others(client, page):
    cards = {language: head(client, f"/{language}/{page}?since=2019&present=1") for language in LANGUAGES}
    for language, card in cards.items():
        here = f"{SITE}/{language}/{page}?since=2019"
        assert {card["canonical"], card["og:url"], card[language]} == {here}
        assert card["x-default"] == f"{SITE}/ky/{page}?since=2019"
        assert card["og:image"].startswith(f"{SITE}/assets/share/card-{language}.png")
        assert card["description"] == card["og:description"]
    assert len({card["description"] for card in cards.values()}) == len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_of_a_card_is_a_png_of_the_size_that_is_told(client, language):
    card = head(client, f"/{language}/overview")
    content = client.get(urlsplit(card["og:image"]).path).data
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == (int(card["og:image:width"]), int(card["og:image:height"]))


def test_the_icon_has_all_usual_sizes_and_a_drawing(client):
    content = client.get("/assets/favicon.ico").data
    assert struct.unpack("<HHH", content[:6]) == (0, 1, 3)
    assert [content[6 + 16 * number] for number in range(3)] == [16, 32, 48]
    assert client.get("/assets/favicon.svg").mimetype == "image/svg+xml"


def code(client, to: str):
    return client.get(f"/qr.svg?to={quote(to, safe='')}")


OURS = {
    "/ky/overview": "/ky/overview",
    f"/ru/revenue{CHOSEN}": f"/ru/revenue{CHOSEN}",
    "/en/data?nonsense=1": "/en/data",
    "/en/data?present=1#title-data_register": "/en/data#title-data_register",
    "/en/district/KG02210000000": "/en/district/jeti-oguz",
    "/ru/agenda": "/ru/agenda",
}


@pytest.mark.parametrize(("target", "tidy"), OURS.items())
def test_a_code_leads_to_the_tidy_address_under_the_public_name(client, target, tidy):
    answer = code(client, target)
    if target != tidy:
        assert answer.status_code == 302
        answer = client.get(answer.location)
    assert answer.text == qr.svg_file(SITE + tidy, tidy)
    assert (answer.mimetype, answer.headers["Cache-Control"][:6]) == ("image/svg+xml", "public")


STRANGE = (
    *("", "https://example.org/", "//example.org/ky/overview", "/ky/nowhere", "/data/revenue_map.csv", "javascript:x"),
    *("/ky/district/atlantis", "ky/overview", "/\\example.org", "/ky/overview/../../x", "http://[", "/qr.svg"),
)


@pytest.mark.parametrize("target", STRANGE)
def test_no_other_address_gets_a_code(client, target):
    assert code(client, target).status_code == 404


SLIDE = re.compile(r'<section class="slide[^"]*" id="([^"]+)" data-live="([^"]+)">(.*?)</section>', re.S)


def slides(client, path: str) -> dict[str, tuple[str, str]]:
    """The slides of a document: anchor -> live address, content."""
    page = client.get(path).text
    return {anchor: (unescape(live), content) for anchor, live, content in SLIDE.findall(page)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_becomes_slides_that_say_where_they_are_from(client, page, language):
    page_slides = slides(client, f"/{language}/{page}?since=2015&present=1")
    live = f"/{language}/{page}?since=2015"
    count = len(page_slides)
    for number, (anchor, (address, content)) in enumerate(page_slides.items(), start=1):
        assert address == (live if anchor == "key-figures" else f"{live}#{anchor}")
        panel = BY_KEY.get(anchor.removeprefix("title-"))
        is_of_period = panel is None or "since" in panel.depends_on
        assert ("2015" in re.search(r'class="chosen">(.*?)</p>', content)[1]) == is_of_period
        assert re.search(r'class="source">\S', content)
        assert re.findall(r'rel="(\w+)"', content) == ["prev"] * (number > 1) + ["next"] * (number < count)
        figure = re.search(r'class="figure">(.*?)</script>', content)
        assert ("data" in json.loads(figure[1])) if figure else 'class="stage numbers"' in content
    assert ("key-figures" in page_slides) == (page in ("overview", f"district/{PLACES['district']}"))


def test_present_is_a_choice_that_a_tidied_address_keeps(client):
    answer = client.get("/ky/overview?present=1&nonsense=x&district=KG02210000000")
    assert answer.location == "/ky/overview?district=jeti-oguz&present=1"
    assert client.get("/ky/overview?present=2").location == "/ky/overview"
    assert client.get("/ky/agenda?present=1&x=2").location == "/ky/agenda?present=1"


@pytest.fixture
def agenda_of(example_public_url, tmp_path):
    """The slides and the page of the agenda of a server with a file of this text."""

    def open_agenda(text: str):
        file = tmp_path / "agenda.toml"
        file.write_text(text)
        client = create_app(Settings(example_public_url, agenda=file)).test_client()
        return slides(client, "/en/agenda?present=1"), client.get("/en/agenda").text

    return open_agenda


def view(address: str, title: str = "T") -> str:
    return f'[[view]]\ntitle = "{title}"\nsentence = "Look at <this>"\naddress = "{address}"\n'


def test_an_agenda_shows_its_views_in_order_across_pages(agenda_of):
    agenda_slides, page = agenda_of(
        view("/data#title-data_register", "A & B") + view("/ru/district/jeti-oguz#key-figures")
    )
    assert [live for live, _ in agenda_slides.values()] == [
        *("/en/agenda", "/en/data#title-data_register", "/en/district/jeti-oguz"),
    ]
    assert "1. A &amp; B\xa0– Look at &lt;this&gt;" in agenda_slides["slide-2"][1]
    assert 'href="/en/agenda?present=1#slide-3"' in page


def test_a_view_without_figures_says_why(agenda_of):
    agenda_slides, _ = agenda_of(view("/data#title-data_source"))
    content = agenda_slides["slide-2"][1]
    assert re.search(r'class="sentence">\S', content)
    assert 'class="figure"' not in content


def test_what_the_data_do_not_know_is_told_and_not_shown(agenda_of):
    agenda_slides, page = agenda_of(
        view("/district/atlantis") + view("/revenue?district=atlantis") + view("/data?source=x")
    )
    assert [*agenda_slides] == ["slide-1"]
    assert [quotation in page for quotation in ("“atlantis”", "“district=atlantis”", "“source=x”")] == [True] * 3


def test_a_broken_file_leaves_the_server_up_and_says_so(agenda_of):
    agenda_slides, page = agenda_of(view("/nowhere"))
    assert [*agenda_slides] == ["slide-1"]
    assert "agenda.toml, line 4: address: &#39;/nowhere&#39; is no page" in page
