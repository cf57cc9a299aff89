"""Help with reading: every panel has it, and every word that it marks is explained in every language."""

import re
from dataclasses import replace

import pytest

from dashboard import panels
from dashboard.pages import featured_questions
from dashboard.text import LANGUAGES, load
from dashboard.text.terms import MARK, TERMS, parts, plain
from data_access.answers import comparison
from data_access.store.database import Database
from data_access.vocabulary import measures
from data_access.vocabulary.selection import Selection
from tests.support.html_parts import parse
from tests.support.live_page import render
from tests.support.panel_choices import ALL_MEASURES
from tests.unit.test_catalogues import catalogue

# Texts that pages show through ``explained`` of the templates; others would show a mark as it is written.
SHOWN_MARKED = re.compile(r"say\.[\w.]+|(panel|measure)\.\w+\.(means|reading|limits)")


@pytest.fixture(scope="module")
def words():
    return load()


def marks(language: str) -> dict[str, list[str]]:
    """Keys of texts, and the terms that each marks."""
    terms_by_key = {
        key: [mark for text in texts for mark, _ in MARK.findall(text)] for key, texts in catalogue(language).items()
    }
    return {key: terms for key, terms in terms_by_key.items() if terms}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
def test_every_panel_has_three_texts(panel, language, words):
    of_map = [Selection(measure=one) for one in ALL_MEASURES if measures.is_offered(one, panel.topic)]
    for selection in of_map if panel.measure else [Selection()]:
        texts = [words[language](key) for key in panel.help_keys(selection)]
        assert len(texts) == 3 and len(set(texts)) == 3
        assert not any(text.startswith("[") and text.endswith("]") and "." in text for text in texts), texts
        assert all(len(plain(text)) < 330 for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_marked_terms_are_the_explained_ones(language):
    used_terms = {term for terms in marks(language).values() for term in terms}
    assert used_terms == set(TERMS)
    explained_terms = {key.split(".")[1] for key in catalogue(language) if key.startswith("term.")}
    assert explained_terms == set(TERMS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_stand_only_where_they_are_rendered(language):
    assert [key for key in marks(language) if not SHOWN_MARKED.fullmatch(key)] == []
    broken_texts = [
        key for key, texts in catalogue(language).items() if re.search(r"\[\[|\]\]|\|", plain(" ".join(texts)))
    ]
    assert broken_texts == []


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_languages_mark_the_same_terms(language):
    english = {key: sorted(terms) for key, terms in marks("en").items()}
    assert {key: sorted(terms) for key, terms in marks(language).items()} == english


@pytest.mark.parametrize(
    ("text", "expected", "plain_text"),
    [
        ("no term", [("no term", None)], "no term"),
        ("[[gini|Gini]] 0.4", [("Gini", "gini"), (" 0.4", None)], "Gini 0.4"),
        ("a [[gini|b]] [[median|c]]", [("a ", None), ("b", "gini"), (" ", None), ("c", "median")], "a b c"),
        ("a name with [[nothing|x]]", [("a name with [[nothing|x]]", None)], "a name with [[nothing|x]]"),
        ("[[gini|", [("[[gini|", None)], "[[gini|"),
        ("", [], ""),
    ],
)
def test_a_text_comes_apart_at_its_terms(text, expected, plain_text):
    assert parts(text) == expected
    assert plain(text) == plain_text


def test_each_definition_is_tied_to_its_own_button(words):
    html = parse(render("texts", "explained", "[[gini|Gini]], [[gini|Gini]]", "here", words["en"], False))
    buttons, definitions = html.all("button", "term"), html.all(name="definition")
    ids = [one.attributes["id"] for one in definitions]
    assert [one.attributes["aria-describedby"] for one in buttons] == ids and len(set(ids)) == 2
    assert all(words["en"]("term.gini.definition") in one.text for one in definitions)


def test_without_scripts_a_term_leads_to_its_definition(words):
    html = parse(render("texts", "explained", "a [[gini|Gini]]", "here", words["en"], True))
    (link,) = html.all("a", "term")
    entry = parse(render("texts", "glossary", {"gini"}, words["en"])).one(link.attributes["href"].removeprefix("#"))
    assert (html.text, link.text) == ("a Gini", "Gini")
    assert words["en"]("term.gini.definition") in entry.text


COMPARED = [one for one in featured_questions.QUESTIONS if one.page == "compare"]


@pytest.mark.parametrize("one", COMPARED, ids=lambda one: one.key)
def test_questions_that_people_ask_are_choices_of_the_page_that_compares(one, example_public_url):

    relevant = panels.BY_KEY["compare_pairs"].relevant(one.selection)
    assert relevant == one.selection != replace(relevant, x=None, y=None)
    assert not comparison.pairs(Database(example_public_url).snapshot(), relevant).is_empty
    assert set(one.topics) <= set(panels.TOPICS)
