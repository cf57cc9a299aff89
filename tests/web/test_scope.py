"""A panel is about the chosen place, or says in every rendering that it is about the whole country."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from dashboard import panels
from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.pages.build import Builder
from dashboard.pages.panel_text import scope
from dashboard.text import LANGUAGES, load
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection
from layouts.templates import to_json
from tests.support.live_page import open_page
from tests.web.files import file_content

CHOSEN = Selection(district="chatkal")
COUNTRY = {language: words("place.country") for language, words in load().items()}
# What the country has, a panel of one place may have none of, and the other way round.
OF_TOPICS = [panel for topic in panels.TOPICS for panel in panels.of_topic(topic)]


@pytest.fixture(scope="module")
def builder(example_public_url) -> Builder:
    return Builder(Reader(Database(example_public_url), load(), "/"))


def panel_json(builder: Builder, panel, selection: Selection) -> str:
    """Everything that a panel shows of its answer, as one text."""
    view = View(builder.reader.snapshot(""), Route("en", panel.topic), panel.relevant(selection))
    panel_view = builder.panel(view, panel)
    assert not panel_view.is_broken
    return to_json([panel_view.title, panel_view.sentence, panel_view.figure]).decode()


@pytest.mark.parametrize("panel", OF_TOPICS, ids=lambda panel: panel.key)
def test_what_a_district_does_not_change_says_that_it_is_of_the_country(builder, panel):
    is_followed = panel_json(builder, panel, CHOSEN) != panel_json(builder, panel, Selection())
    scope_text = scope(panel, CHOSEN, load()["en"])
    assert scope_text == (None if is_followed else "Whole country")
    assert scope(panel, Selection(), load()["en"]) is None


@pytest.mark.parametrize("search", ["", "?district=jeti-oguz"])
def test_live_pages_have_it_wherever_a_district_changes_nothing(client, search):
    """It is seen where a district is chosen."""
    panels_shown = open_page(client, f"/ru/grievances{search}").panels
    scopes = {key: panel.section.one("scope").text for key, panel in panels_shown.items()}
    follow = {panel.key for panel in panels.of_topic("grievances") if panel.follows_place}
    assert scopes == {key: "" if key in follow else COUNTRY["ru"] for key in panels_shown}


def chips(html: str) -> list[str]:
    return [unescape(text) for text in re.findall(r'class="scope">([^<]*)<', html)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("search", ["", "?district=jeti-oguz"])
def test_light_pages_and_slides_say_it_where_a_district_is_chosen(client, search, language):
    count = sum(not panel.follows_place for panel in panels.of_topic("grievances")) if search else 0
    light = client.get(f"/{language}/grievances/lite{search}").text
    assert chips(light) == [COUNTRY[language]] * count
    present = f"{search}&present=1" if search else "?present=1"
    slides = client.get(f"/{language}/grievances{present}").text
    assert chips(slides) == [COUNTRY[language]] * count
    # Those that follow name the district below, the others do not.
    assert slides.count(f'class="chosen"><strong>{COUNTRY[language]}') == (count or len(panels.of_topic("grievances")))


def test_a_file_says_it(client):
    about = file_content(client, "grievances_by_stage", "zip", "?district=jeti-oguz&lang=en")
    assert "Whole country" in readme(about)
    assert "Whole country" not in readme(
        file_content(client, "grievances_by_year", "zip", "?district=jeti-oguz&lang=en")
    )


def readme(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as package:
        return package.read("README.md").decode()


def test_a_slide_says_the_choices_that_it_heeds_and_no_others(client):
    document = client.get("/en/compare?setting=project&present=1").text
    told = dict(re.findall(r'id="title-([a-z_]+)".*?class="chosen"><strong>([^<]*)<', document, re.DOTALL))
    assert {key for key, text in told.items() if "project" in text.lower()} == {"compare_phases"}
    assert len(told) > 1
