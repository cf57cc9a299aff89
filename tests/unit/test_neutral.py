"""Words that reach readers are neutral (catalogues, dictionary, example, files), and one stands for one thing."""

import io
import re
import zipfile
from collections.abc import Iterator

import openpyxl
import pytest
from sqlalchemy import String, create_engine, select

from dashboard.app import create_app
from dashboard.downloads.columns import MEANINGS
from dashboard.settings import Settings
from dashboard.text import LANGUAGES, load
from data_access.store.settings import CHECKOUT
from data_access.vocabulary import schema
from tests.documents import documents, rows
from tests.support import one_word
from tests.support.neutral import ALLOWED, FORBIDDEN, accusing, stray
from tests.unit.test_catalogues import catalogue
from tests.web.files import file_content

# Of the public store: words of others, addresses, shapes, and codes that are not ours.
NOT_OURS = (
    "reply.",
    "incident.report_",
    "layer.content",
    "source.url",
    "incident.event_type",
    "incident.sub_event_type",
)
IN_LANGUAGE = re.compile(r".+_(ky|ru|en)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues(language):
    for key, texts in catalogue(language).items():
        assert [word for text in texts for word in accusing(language, text)] == [], key
        assert "!" not in " ".join(texts), key


def test_descriptions_of_columns():
    comments = {str(item): item.comment for table in schema.metadata.tables.values() for item in (table, *table.c)}
    assert {name: accusing("en", text) for name, text in (comments | MEANINGS).items() if accusing("en", text)} == {}


def of_the_store(url: str) -> Iterator[tuple[str, str, str]]:
    """Column, language and text of everything that people wrote for the example and its sources."""
    with create_engine(url).connect() as connection:
        for table in schema.metadata.tables.values():
            for column in table.c:
                match = IN_LANGUAGE.fullmatch(column.name)
                is_code = column.name.endswith("_code")
                if isinstance(column.type, String) and not is_code and not str(column).startswith(NOT_OURS):
                    texts = connection.scalars(select(column).where(column.is_not(None)).distinct())
                    yield from ((str(column), match[1] if match else "en", text) for text in texts)


def test_texts_of_the_example(example_public_url):
    texts = [*of_the_store(example_public_url)]
    assert len(texts) > 1000
    assert [(where, text) for where, language, text in texts if accusing(language, text)] == []


@pytest.fixture(scope="module")
def client(example_public_url):
    return create_app(Settings(example_public_url)).test_client()


def without_replies(readme: str, language: str) -> str:
    """A text for people without its section of replies: they are the words of others."""
    heading = re.escape(load()[language]("download.reply"))
    return re.sub(rf"## {heading}\n.*?(?=\n## )", "", readme, flags=re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["revenue_map", "incident_events", "changes", "districts"])
def test_texts_that_come_with_files(client, key, language):
    bundle = zipfile.ZipFile(
        io.BytesIO(file_content(client, key, "zip", f"?district=jeti-oguz&site=kumtor&lang={language}"))
    )
    readme = without_replies(bundle.read("README.md").decode(), language)
    # Descriptions of columns are in English.
    own, columns = readme.split("| name | type |")
    assert accusing(language, own) == [] and accusing("en", columns) == []


def test_workbooks_say_the_same_as_texts_for_people(client):
    search = "?lang=ru"
    book = openpyxl.load_workbook(io.BytesIO(file_content(client, "revenue_map", "xlsx", search)))
    readme = zipfile.ZipFile(io.BytesIO(file_content(client, "revenue_map", "zip", search))).read("README.md").decode()
    for _, text in book["about"].iter_rows(values_only=True):
        assert " ".join(str(text).split()) in readme


PLANTED = {
    "en": [
        "the missing money",
        "Officials stole it",
        "a violation",
        "Illegal mining",
        "the mob",
        "Who is to BLAME?",
        "thefts",
    ],
    "ru": [
        "деньги украли",
        "украденные средства",
        "виновные компании",
        "нарушение прав",
        "незаконной добычи",
        "пропавшие деньги",
        "потери бюджета",
        "Коррупционная схема",
        "толпа",
    ],
    "ky": [
        "акча уурдалган",
        "күнөөлүүлөр",
        "мыйзамсыз казуу",
        "коррупциянын",
        "жоголгон акча",
        "укук бузуулар",
        "кылмышкер",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in PLANTED.items() for text in texts])
def test_a_planted_word_is_found(language, text):
    assert accusing(language, f"Жыл 2020: {text}.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reported by one side"),
        ("en", "closed, mobile, clear, a place"),
        ("ru", "Нарушенная земля; уголовное дело"),
        ("ru", "винтовые насосы"),
        ("ky", "Бузулган жер"),
        ("ky", "кылмыш иши; чыгымдар"),
    ],
)
def test_plain_words_are_not(language, text):
    assert accusing(language, text) == []


def other_words(language: str, text: str) -> dict[str, list[str]]:
    """By the word that texts use, the words for the same thing that a text holds."""
    others, exceptions = one_word.OTHERS[language], one_word.ALLOWED[language]
    return {word: strays for word, stems in others.items() if (strays := stray(stems, exceptions, text))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_word_stands_for_one_thing(language):
    # What people search by are all words that they use.
    strays = {
        key: other_words(language, " ".join(texts))
        for key, texts in catalogue(language).items()
        if not key.startswith("search.words.")
    }
    assert {key: words for key, words in strays.items() if words} == {}


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("ru", "Замеры выше нормы", "норматив"),
        ("ru", "за предел она не выходила", "норматив"),
        ("ky", "Суунун нормадан ашкан өлчөөлөрү", "чек"),
        ("ky", "Ченемге жакын", "чек"),
        ("en", "above the threshold", "limit"),
    ],
)
def test_another_word_for_the_same_thing_is_found(language, text, word):
    assert [*other_words(language, text)] == [word]


def test_words_that_translators_are_told_are_those_of_the_texts():
    word_rows = rows(documents()[CHECKOUT / "docs" / "translating.md"], "One word for one thing")
    for language, words in zip(("en", "ky", "ru"), zip(*word_rows, strict=True), strict=True):
        texts = " ".join(text for forms in catalogue(language).values() for text in forms).lower()
        assert [word for word in words if word not in texts] == []
        assert {*one_word.OTHERS[language]} <= {*words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exception_is_needed_and_has_its_reason(language):
    texts = "\n".join(text for forms in catalogue(language).values() for text in forms).lower()
    exceptions = ALLOWED[language] | one_word.ALLOWED[language]
    assert [phrase for phrase in exceptions if not re.search(phrase, texts, re.MULTILINE)] == []
    assert all(reason for reason in exceptions.values())
    assert [
        phrase for phrase in ALLOWED[language] if not any(re.search(stem, phrase) for stem in FORBIDDEN[language])
    ] == []
