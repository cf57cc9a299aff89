"""How many people, in words and numbers."""

import pytest

from loaders.formats.crowd import crowd, narrow

SAID = {
    "300": (300, 300),
    "about 300": (300, 300),
    "around 1,000": (1000, 1000),
    "hundreds": (100, 999),
    "Hundreds": (100, 999),
    "about hundreds of": (None, None),
    "100s": (100, 999),
    "1000s": (1000, 9999),
    "10s": (10, 99),
    "several dozen": (24, 99),
    "between 50 and 100": (50, 100),
    "100-150 people": (100, 150),
    "1000-1999": (1000, 1999),
    "at least 50": (50, None),
    "500+": (500, None),
    ">50": (51, None),
    "more than 2 000": (2001, None),
    "up to 40": (None, 40),
    "200-100": (None, None),
    "no report": (None, None),
    "": (None, None),
    None: (None, None),
}


@pytest.mark.parametrize("text", SAID)
def test_figures_of_a_text(text):
    assert crowd(text) == SAID[text]


def test_a_category_closes_the_open_end_only():
    assert narrow((51, None), (50, 99)) == (51, 99)
    assert narrow((None, None), (100, 999)) == (100, 999)
    assert narrow((200, 200), (100, 999)) == (200, 200)
