"""Pages say a thing once: what share of their words are phrases that stood before on the same page."""

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.text import LANGUAGES, reviews
from tests.support.html_parts import parse
from tests.support.live_page import open_page
from tests.support.pages import PAGES
from tests.support.repeats import Told, repeats_of

# What is measured, and of what kind it is, has one name, which stands wherever it is meant.
NAMED = ("count.", "issue.", "kind.", "place.", "purpose.", "stage.", "state.", "stream.", "topic.", "unit.")
MOST_OF_A_PAGE, MOST_OF_ALL = 0.09, 0.055


@pytest.fixture(scope="module")
def client(bundle_settings) -> FlaskClient:
    """Somebody who asks what a fresh checkout shows."""
    return create_app(Settings(bundle_settings.public_url)).test_client()


@pytest.fixture(scope="module")
def names() -> dict[str, list[str]]:
    """Names of several words, by language."""
    texts_by_language = {language: reviews.texts(language) for language in LANGUAGES}
    return {
        language: [
            form for one in texts if one.key.startswith(NAMED) for form in one.forms if " " in form and "{" not in form
        ]
        for language, texts in texts_by_language.items()
    }


@pytest.mark.parametrize("search", ["", "?edition=example"])
def test_little_of_a_page_is_said_twice(client, names, search):
    repeats_by_page = {}
    for number, page in enumerate(PAGES):
        language = LANGUAGES[number % len(LANGUAGES)]
        root = open_page(client, f"/{language}/{page}{search}").root
        sources = [link.text for brief in root.all(name="brief") for link in brief.all("a")]
        repeats_by_page[page] = repeats_of(root, [*names[language], *sources])
    worst = max(repeats_by_page, key=lambda page: repeats_by_page[page].share)
    assert repeats_by_page[worst].share <= MOST_OF_A_PAGE, (worst, repeats_by_page[worst].phrases.most_common(9))
    assert share_of_all([*repeats_by_page.values()]) <= MOST_OF_ALL


def share_of_all(pages: list[Told]) -> float:
    """Part of the words of all pages that are repeats on their own."""
    return sum(one.repeat_count for one in pages) / sum(one.words for one in pages)


@pytest.mark.parametrize(
    ("html", "repeat_count"),
    [
        ("<p>One of the mines.</p><p>One of the mines.</p>", 4),
        ("<p>One of the mines.</p><p>Two of the mines.</p>", 0),
        ("<p>One of the mines is here.</p><p>There, one of the <b>mines</b> is not.</p>", 5),
        ("<p>All water and air here</p><p>All water and air here</p>", 0),
        ("<table><tr><td>One of the mines.</td></tr></table><p>One of the mines.</p>", 0),
        ("<p>In 2020 and 2021</p><p>In 2020 and 2021</p>", 0),
    ],
)
def test_repeats_are_phrases_of_four_words(html, repeat_count):
    assert repeats_of(parse(html), ["water and air"]).repeat_count == repeat_count
