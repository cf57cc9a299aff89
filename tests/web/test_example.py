"""What a fresh checkout shows: real figures, what nobody publishes in one list, and the example apart from both."""

import pytest
from flask.testing import FlaskClient

from dashboard import panels
from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.text import LANGUAGES, load
from data_access.vocabulary.selection import Selection
from tests.web.files import file_content, of_csv

WORDS = load()
EXAMPLE = "edition=example"


@pytest.fixture(scope="module")
def client(bundle_settings) -> FlaskClient:
    """Somebody who asks what a fresh checkout shows."""
    return create_app(Settings(bundle_settings.public_url)).test_client()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["overview", "grievances/lite", "district/jeti-oguz", "site/kumtor/lite", "data"])
def test_every_page_leads_to_the_example_and_back_with_its_choice(client, language, page):
    words, since = WORDS[language], "since=2016"
    real, example = (client.get(f"/{language}/{page}?{search}").text for search in (since, f"{since}&{EXAMPLE}"))
    assert words("example.line") not in real and words("example.line") in example
    assert f'href="/{language}/{page}?since=2016&amp;{EXAMPLE}"' in real
    assert f'href="/{language}/{page}?since=2016"' in example and "to-example" not in example


@pytest.mark.parametrize("path", ["/en/revenue", "/en/revenue/lite", "/data/revenue_map.csv", "/en/revenue?present=1"])
def test_search_engines_are_told_to_leave_the_example_alone(client, path):
    sign = "&" if "?" in path else "?"
    assert client.get(f"{path}{sign}{EXAMPLE}").headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get(path).headers


def test_every_slide_and_file_of_the_example_says_so(client):
    words = WORDS["en"]
    slides = client.get(f"/en/grievances?{EXAMPLE}&present=1").text
    assert slides.count(words("example.line")) == len(panels.of_topic("grievances"))
    rows = of_csv(file_content(client, "grievances_by_year", "csv", f"?{EXAMPLE}"))
    assert rows and {row["edition"] for row in rows} == {"example"}
    assert "example" in client.get(f"/data/grievances_by_year.csv?{EXAMPLE}").headers["Content-Disposition"]


def test_the_example_is_no_earlier_version_of_anything(client):
    assert 'id="editions"' not in client.get("/en/data").text
    assert of_csv(file_content(client, "changes", "csv", f"?{EXAMPLE}")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_publishes_is_one_list_with_its_reason(client, language):
    words, page = WORDS[language], client.get(f"/{language}/grievances/lite").text
    assert page.count(words("gaps.grievances")) == 1 and '<section id="panel' not in page
    questions = [words(panel.question(Selection())) for panel in panels.of_topic("grievances")]
    assert all(f"<li>{question}</li>" in page for question in questions)
    assert f'href="/{language}/data/lite#send"' in page and 'id="send"' in client.get(f"/{language}/data/lite").text
    assert words("gaps.title") not in client.get(f"/{language}/grievances/lite?{EXAMPLE}").text


def test_a_subject_that_nobody_publishes_is_not_collected_in_the_key_figures(client):
    page = client.get("/en/overview/lite").text
    card = page.partition('"key-figure hue-grievances"')[2].partition("hue-")[0]
    assert WORDS["en"]("state.not_collected") in card and WORDS["en"]("key.no_comparison") not in card


def cards(client: FlaskClient, path: str) -> dict[str, str]:
    """The key figures of a page by their subject."""
    page = client.get(path).text.partition('class="key-figures"')[2].partition('class="panels"')[0]
    return {part.partition('"')[0]: part for part in page.split('"key-figure hue-')[1:]}


def test_a_key_figure_of_money_says_of_which_places_it_is(client):
    words = WORDS["en"]
    country = cards(client, "/en/overview/lite")
    assert words("place.of_few") in country["revenue"] and words("place.country") not in country["revenue"]
    assert words("place.country") in country["incidents"]
    for district, state in (("jeti-oguz", "higher_level"), ("kara-kulja", "not_collected")):
        card = cards(client, f"/en/district/{district}/lite")["revenue"]
        assert words(f"state.{state}") in card and words("key.nothing") not in card


def test_what_waits_for_a_choice_does_not_lead_to_the_example(client):
    page = client.get("/en/compare/lite").text
    standing = page.partition('id="title-compare_standing"')[2].partition("<section")[0]
    assert standing and WORDS["en"]("example.offer") not in standing


def test_a_meeting_about_what_nobody_publishes_says_why(client):
    assert WORDS["ky"]("gaps.grievances") in client.get("/ky/grievances?present=1").text


def test_few_rows_of_a_picture_do_not_stand_far_apart(client):
    page = client.get("/en/monitoring/lite").text.partition('id="title-conditions_newest"')[2].partition("</svg>")[0]
    height = int(page.partition('width="380" height="')[2].partition('"')[0])
    assert page.count("is better<") == 2 and height < 200


def test_no_question_is_offered_about_what_nobody_publishes(client):
    questions = {key: WORDS["en"](f"asked.{key}") for key in ("unheard", "poverty")}
    real, example = (client.get(f"/en/compare/lite?{search}").text for search in ("", EXAMPLE))
    assert questions["poverty"] in real and questions["unheard"] not in real
    assert questions["poverty"] in example and questions["unheard"] in example
