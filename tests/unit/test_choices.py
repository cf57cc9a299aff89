"""Every choice is whole: written and read back, long and short, with a control or another way to it, with its texts."""

from urllib.parse import urlencode

import pytest

from dashboard.address import short
from dashboard.address.reader import TABLES
from dashboard.pages import choice_names
from dashboard.panels import PAGES
from dashboard.text import load
from data_access.answers import choices
from data_access.store.database import Database
from data_access.vocabulary import link
from data_access.vocabulary.facets import FACETS, SHORT_CODES, Facet, of_topic
from data_access.vocabulary.selection import AllowedValues, Selection

# Choices that no control makes: what does instead.
WITHOUT_CONTROL = {
    "tables": "the link beneath each panel",
    "edition": "the links of the list of editions",
    "present": "the link to the slides",
}
OF_EVERY_PAGE = {"district", "since", "until"}


@pytest.fixture(scope="module")
def allowed_values(example_public_url) -> AllowedValues:
    """Every value of the example, and an edition."""
    values_of_store = choices.allowed_values(Database(example_public_url).snapshot(), TABLES)
    return AllowedValues({**values_of_store.values, "edition": {"msg-1": "msg-1"}}, values_of_store.instead)


def searches(allowed_values: AllowedValues, key: str) -> list[str]:
    """An address with each value of a choice."""
    texts = ("2019", "2020-05") if key in ("since", "until") else allowed_values.values[key]
    return [f"?{urlencode({key: value})}" for value in texts]


@pytest.mark.parametrize("key", SHORT_CODES)
def test_every_value_is_written_and_read_back(allowed_values, key):
    for search in searches(allowed_values, key):
        selection = Selection.parse(search, allowed_values)
        assert getattr(selection, key), search
        assert Selection.parse(selection.search, allowed_values) == selection
        code = short.shorten("ky/overview", selection.search)
        for text_of_code in (code, code.upper()):
            _, _, query = short.lengthen(link.word(text_of_code)).partition("?")
            assert Selection.parse(query, allowed_values) == selection, text_of_code


def test_all_choices_at_once_are_written_and_read_back(allowed_values):
    whole = "&".join(searches(allowed_values, key)[0].removeprefix("?") for key in SHORT_CODES)
    selection = Selection.parse(whole, allowed_values)
    assert all(getattr(selection, key) for key in SHORT_CODES)
    path, _, query = short.lengthen(link.word(short.shorten("ky/overview", selection.search))).partition("?")
    assert (path, Selection.parse(query, allowed_values)) == ("ky/overview", selection)


def test_every_choice_has_a_control_or_another_way_to_it():
    with_control = {facet.key for topic in PAGES for facet in of_topic(topic)} | OF_EVERY_PAGE
    assert with_control | WITHOUT_CONTROL.keys() == SHORT_CODES.keys()
    assert not with_control & WITHOUT_CONTROL.keys()


def test_what_is_no_choice_is_never_written():
    assert Selection.__dataclass_fields__.keys() - SHORT_CODES.keys() == {"beside", "medium"}
    assert Selection(medium="water").search == ""


LACKING = {
    "texts": (
        Facet(("incidents",), values=("flood",), key="hazard"),
        "the choice hazard lacks the text control.hazard (ky, ru, en), the text control.all_hazard (ky, ru, en), "
        "the text hazard.flood (ky, ru, en)",
    ),
    "values": (Facet(("incidents",), key="issue"), "the choice issue lacks values, or a column that has them"),
    "a default": (
        Facet(("incidents",), default="a", values=("place",), key="by"),
        "the choice by lacks its default a among its values",
    ),
    "a page": (
        Facet(("revenues",), default="place", values=("place",), leads_to="nowhere", key="by"),
        "the choice by lacks the page revenues, the page nowhere",
    ),
}


@pytest.mark.parametrize(("facet", "reason"), LACKING.values(), ids=LACKING)
def test_a_choice_that_lacks_something_names_it(monkeypatch, facet, reason):
    words = load()
    choice_names.require_whole(words)
    monkeypatch.setattr(choice_names, "FACETS", (*FACETS, facet))
    with pytest.raises(LookupError) as error:
        choice_names.require_whole(words)
    assert str(error.value) == reason
