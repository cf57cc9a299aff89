"""The three catalogues hold the same texts, all of them used, none of them missing."""

import ast
import csv
import re
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import chain

import pytest
from babel import Locale
from babel.messages import pofile
from fontTools.ttLib import TTFont
from jinja2 import Environment, nodes

from dashboard import panels
from dashboard.panels.revenue.parts import REST
from dashboard.text import LANGUAGES, Words, reviews
from dashboard.text.terms import plain
from dashboard.text.words import ALPHABET
from data_access.answers import outcomes
from data_access.answers.revenue.paths import FIELDS
from data_access.store.settings import CHECKOUT
from data_access.vocabulary import measures
from data_access.vocabulary.facets import FACETS
from data_access.vocabulary.fields import projects
from data_access.vocabulary.fields.grievances import BODIES, CHANNELS
from data_access.vocabulary.fields.money import PURPOSES, RECEIVER_LEVELS
from data_access.vocabulary.fields.statements import QUALIFIERS
from data_access.vocabulary.stages import CASE_STAGES, COHORT_PARTS, LATER, STAGES
from data_access.vocabulary.states import STATES
from loaders.datasets.codes import ISSUES, STREAMS
from loaders.datasets.replies import SUBJECTS

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
LATIN_ALLOWED = {
    "pH",
    "PM2",
    "PM10",
    "QR",
    "A4",
    "CSV",
    "JavaScript",
    *("QR", "Ctrl", "C"),
    "python",
    "m",
    "loaders",
    "bundle",
    "load",
    "status",
    "DATABASE_URL",
    # Names of formats, and codes that stand in files.
    *("Atom", "Excel", "csv", "zip", "ZIP", "UTF", "Frictionless", "Data", "Package"),
    *STATES,
}


@cache
def catalogue(language: str) -> dict[str, tuple[str, ...]]:
    with (CHECKOUT / "dashboard" / "text" / f"{language}.po").open("rb") as file:
        entries = pofile.read_po(file)
    return {_key(entry.id): _texts(entry.string) for entry in entries if entry.id}


def _key(identifier) -> str:
    return identifier[0] if isinstance(identifier, tuple) else identifier


def _texts(text) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def names_of_places() -> set[str]:
    """The letters of the names of oblasts, districts and sites in all languages."""
    letters = set()
    for table in ("oblasts", "districts", "sites"):
        with (CHECKOUT / "loaders" / "bundled" / f"{table}.csv").open(encoding="utf-8-sig") as file:
            rows = csv.DictReader(file)
            letters |= {letter for row in rows for code in LANGUAGES for letter in row[f"name_{code}"]}
    return letters


def asked_for() -> tuple[set[str], list[re.Pattern]]:
    """Keys that the code names, and patterns for those that it composes."""
    literal, patterns = set(), []
    for package in ("dashboard", "layouts", "callbacks"):
        for path in (CHECKOUT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    literal.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    parts = [re.escape(p.value) if isinstance(p, ast.Constant) else r"[\w.]+" for p in node.values]
                    patterns.append(re.compile("".join(parts)))
    for tree in templates():
        literal |= {one.value for one in tree.find_all(nodes.Const) if isinstance(one.value, str)}
        for concat in tree.find_all(nodes.Concat):
            parts = [re.escape(p.value) if isinstance(p, nodes.Const) else r"[\w.]+" for p in concat.nodes]
            patterns.append(re.compile("".join(parts)))
    return literal, [pattern for pattern in patterns if re.match(r"[a-z_]{3,}\\\.", pattern.pattern)]


def templates() -> list[nodes.Template]:
    """The syntax of every template of pages."""
    return [Environment().parse(path.read_text()) for path in sorted((CHECKOUT / "layouts" / "templates").iterdir())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text(language):
    assert catalogue(language).keys() == catalogue("en").keys()
    assert all(text.strip() for texts in catalogue(language).values() for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_state_of_a_number_has_a_word_of_its_own(language):
    texts = catalogue(language)
    assert len({texts[f"state.{state}"] for state in STATES if state != "value"}) == len(STATES) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_have_the_same_places_to_fill(language):
    english = catalogue("en")
    for key, texts in catalogue(language).items():
        for text in texts:
            assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", english[key][0])), key


def test_no_text_is_unused():
    literal, patterns = asked_for()
    # Panels that are drawn alike are told their family: f"{family}.{code}".
    families = {
        "stream": [row[0] for row in STREAMS],
        "purpose": PURPOSES.values,
        "level": RECEIVER_LEVELS.values,
        "issue": ISSUES,
        "channel": CHANNELS.values,
        "body": BODIES.values,
        "stage_reached": CASE_STAGES,
        "age": outcomes.AGES,
        "cohort_part": [str(days) for spans in COHORT_PARTS.values() for days in spans] + [LATER],
        "replies.subject": SUBJECTS,
        "statement_qualifier": QUALIFIERS,
        "result_kind": projects.RESULT_KINDS,
        "result_unit": projects.RESULT_UNITS,
        "aim": projects.AIMS,
        "load_note": ("load", "undo", "release", "takedown"),
    }
    of_families = {f"{family}.{code}" for family, codes in families.items() for code in (*codes, REST)}
    used_keys = literal | of_families | {f"{kind}.none" for kind in FIELDS}
    patterns += [re.compile(rf"{facet.key}\.\w+") for facet in FACETS if not facet.value_names]
    unused_keys = [
        key for key in catalogue("en") if key not in used_keys and not any(p.fullmatch(key) for p in patterns)
    ]
    assert unused_keys == []


def test_no_text_is_missing():
    texts = catalogue("en").keys()
    keys = {f"stream.{row[0]}" for row in STREAMS} | {f"issue.{code}" for code in ISSUES}
    keys |= {f"stage.{stage}" for stage in STAGES} | {f"level.{level}" for level in RECEIVER_LEVELS.values}
    keys |= {f"channel.{code}" for code in CHANNELS.values} | {f"body.{code}" for code in BODIES.values}
    keys |= {f"stage_reached.{code}" for code in CASE_STAGES} | {f"age.{code}" for code in outcomes.AGES}
    keys |= {f"state.{state}" for state in STATES if state != "value"}
    for measure in measures.MEASURES:
        keys |= {f"measure.{measure.key}{end}" for end in ("", ".title", ".means", ".limits")} | {
            f"unit.{measure.unit}"
        }
    keys |= {f"unit.{key}{end}" for key in measures.WORDED_UNITS.values() for end in ("", ".amount")} - {
        "unit.percent.amount"
    }
    keys |= {f"statistic.{end}" for end in ("title", "means", "limits")}
    keys |= {f"topic.{topic}{end}" for topic in panels.TOPICS for end in ("", ".lead")}
    keys |= {f"panel.{panel.key}.title" for panel in panels.PANELS if not panel.measure}
    assert keys - texts == set()


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_no_english_is_left(language):
    for key, texts in catalogue(language).items():
        rest = re.sub(r"{\w+}", "", plain(" ".join(texts)))
        assert set(re.findall(r"[A-Za-z_]{1,}\d*", rest)) <= LATIN_ALLOWED, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_says_what_it_is_for(language):
    assert [text.key for text in reviews.texts(language) if not text.note] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_cldr(language):
    words, locale = Words(language), Locale.parse(language)
    for count in range(200):
        number = words._catalogue.plural(count)
        form = sorted(locale.plural_form.tags | {"other"}, key=CATEGORIES.index).index(locale.plural_form(count))
        assert number == form, count


@pytest.mark.parametrize("face", ["Regular", "SemiBold"])
def test_the_typeface_has_every_letter(face):
    """Of the catalogues, of the alphabet, of months and numbers; what it has not, each device draws as it likes."""
    font = TTFont(CHECKOUT / "assets" / "fonts" / f"plex-sans-{face}.woff2")
    texts = "".join(chain.from_iterable(chain.from_iterable(catalogue(language).values()) for language in LANGUAGES))
    dates = "".join(Words(language).month(date(2026, month, 1)) for language in LANGUAGES for month in range(1, 13))
    numbers = "".join(Words(language).number(-1234567.8, 1) for language in LANGUAGES)
    letters = {*texts, *dates, *numbers, *ALPHABET, *ALPHABET.upper(), *names_of_places()} - {"\n"}
    has = font.getBestCmap()
    assert {letter for letter in letters if ord(letter) not in has} == set()


def test_the_address_of_a_typeface_changes_with_it():
    styles = (CHECKOUT / "assets" / "1-tokens.css").read_text()
    addresses = re.findall(r'url\("(fonts/[^?"]*)\?m=(\w+)"\)', styles)
    assert len(addresses) == 2
    for path, number in addresses:
        assert sha256((CHECKOUT / "assets" / path).read_bytes()).hexdigest()[:8] == number


@pytest.mark.parametrize(
    ("names", "in_order"),
    [
        (["Өзгөн", "Панфилов", "Ноокат", "Ош", "Оруу"], ["Ноокат", "Оруу", "Ош", "Өзгөн", "Панфилов"]),
        (["Үч", "Уч", "Фа", "Ун"], ["Ун", "Уч", "Үч", "Фа"]),
        (["Аңа", "Ана", "Аоа"], ["Ана", "Аңа", "Аоа"]),
        (["Ёлка", "Жар", "Ель"], ["Ель", "Ёлка", "Жар"]),
        (["Бекет 10", "Бекет 9", "Бекет"], ["Бекет", "Бекет 9", "Бекет 10"]),
        (["Talas", "Ala-Buka", "Жумгал"], ["Ala-Buka", "Talas", "Жумгал"]),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(names, in_order):
    assert sorted(names, key=Words.sort_key) == in_order


def test_no_kyrgyz_value_lacks_the_ending_that_the_word_behind_it_asks_for():
    """Which ending fits depends on the value, so that a noun must stand between: {date} күнүнө чейин."""
    asking = re.compile(
        r"\{\w+\} (?:чейин|баштап|тартып|карата|караганда|бери|кийин|мурун|ашык|салыштыр(?:ганда|малуу))\b"
    )
    assert [key for key, texts in catalogue("ky").items() if asking.search(" ".join(texts))] == []


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_translators_see_the_english_text(language):
    content = (CHECKOUT / "dashboard" / "text" / f"{language}.po").read_text(encoding="utf-8")
    assert content.count("#. English: ") == len(catalogue(language))
