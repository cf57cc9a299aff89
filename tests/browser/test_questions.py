"""One journey for each question that the data can answer: from the first page to the right number, in few actions."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from dashboard.text import LANGUAGES
from tests.browser import counted, journeys_outcomes
from tests.browser.counted import Rows
from tests.browser.found import Found
from tests.browser.hands import SCREEN, Phone, phone_of
from tests.browser.journeys import JOURNEYS
from tests.browser.newcomer import Newcomer, NewcomerWithPhone
from tests.browser.questions import QUESTIONS
from tests.browser.visit import address_of
from tests.support.sampling import in_turns

MOST_ACTIONS = 2
# Two places beside each other are two choices; so are a stage of money and its table.
LONGER = {"community_7": 4, "msg_7": 3}
# With a phone each of them may begin with a button of its bar.
MOST_ACTIONS_OF_PHONE = 2 * MOST_ACTIONS


@pytest.fixture(scope="session")
def rows(example_public_url) -> Rows:
    return counted.rows_of(example_public_url)


def test_every_question_has_a_journey_or_a_reason():
    assert JOURNEYS.keys() == {key for key, question in QUESTIONS.items() if question.waits_for is None}
    assert len(QUESTIONS) == 32


@pytest.mark.parametrize(("key", "language"), in_turns(JOURNEYS, LANGUAGES))
def test_a_newcomer_finds_the_answer(page, rows, language, key):
    new = Newcomer(page, language)
    answer = JOURNEYS[key](new, rows)
    assert 1 <= new.actions <= LONGER.get(key, MOST_ACTIONS)
    assert new.panel(answer.panel).locator("h2").is_visible()
    _has(new, answer)
    sentence, address = new.sentence(answer.panel), urlsplit(address_of(page))
    assert new.sentence_on_light_page(answer.panel, f"{address.path}/lite?{address.query}") == sentence


@pytest.fixture(scope="module")
def hand(browser, server) -> Iterator[Phone]:
    """One phone for all journeys."""
    with phone_of(browser, server) as phone:
        yield phone


@pytest.mark.parametrize(("key", "language"), in_turns(journeys_outcomes.JOURNEYS, LANGUAGES))
def test_a_newcomer_with_a_phone_finds_what_came_of_it(hand, rows, language, key):
    new = NewcomerWithPhone(hand.page, language)
    found = JOURNEYS[key](new, rows)
    assert 1 <= new.actions <= MOST_ACTIONS_OF_PHONE
    assert new.panel(found.panel).locator("h2").is_visible()
    _has(new, found)
    assert hand.page.evaluate("document.scrollingElement.scrollWidth") == SCREEN["width"]


def _has(new: Newcomer, answer: Found) -> None:
    """The numbers stand in the sentence, together in one row of the table, or in one text of the picture."""
    texts = [new.sentence(answer.panel)]
    if answer.in_row:
        texts = [row for row in new.rows(answer.panel) if answer.in_row in row]
    if answer.is_in_picture:
        texts = new.picture(answer.panel)
    missing = min((list(_missing(answer.numbers, new.numbers(text))) for text in texts), key=len, default=["no row"])
    assert missing == [], texts[:5]


def _missing(expected: tuple[float, ...], shown_numbers: list[float]) -> Iterator[float]:
    """Numbers that are not shown: counts exactly, others to the figures that a text gives."""
    for number in expected:
        near = 0 if isinstance(number, int) else max(0.005, 0.006 * abs(number))
        if not any(abs(number - one) <= near + 1e-9 for one in shown_numbers):
            yield number
