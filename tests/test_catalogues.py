"""The three catalogues hold the same texts, all of them used, none of them missing."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages import pofile

from dashboard import measures, panels
from dashboard.answer import STATES
from dashboard.facets import FACETS
from dashboard.text import LANGUAGES
from dashboard.text.terms import plain
from dashboard.topics.revenue import REST
from data_access import grievances, outcomes
from data_access.choices import STAGES
from data_access.revenue_flow import FIELDS
from loaders.codes import ISSUES, STREAMS
from loaders.grievances import BODIES, CHANNELS
from loaders.revenue import PURPOSES, RECEIVER_LEVELS

CHECKOUT = Path(__file__).parent.parent
LATIN_ALLOWED = {
    "pH",
    "PM2",
    "PM10",
    "JavaScript",
    "python",
    "m",
    "loaders",
    "sample",
    "load",
    "status",
    "DATABASE_URL",
}
FORBIDDEN = {
    "en": ("stolen", "corrupt", "missing money", "guilty", "culprit", "blame", "crime", "mob", "N/A"),
    "ru": ("украден", "коррупц", "виновн", "преступн", "пропавш"),
    "ky": ("уурдал", "коррупц", "күнөөлүү", "жоголгон акча"),
}


def catalogue(language: str) -> dict[str, tuple[str, ...]]:
    with (CHECKOUT / "dashboard" / "text" / f"{language}.po").open("rb") as file:
        found = pofile.read_po(file)
    return {_key(entry.id): _texts(entry.string) for entry in found if entry.id}


def _key(identifier) -> str:
    return identifier[0] if isinstance(identifier, tuple) else identifier


def _texts(text) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def asked_for() -> tuple[set[str], list[re.Pattern]]:
    """Keys that the code names, and patterns for those that it composes."""
    literal, composed = set(), []
    for package in ("dashboard", "layouts", "callbacks"):
        for path in (CHECKOUT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    literal.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    parts = [re.escape(p.value) if isinstance(p, ast.Constant) else r"[\w.]+" for p in node.values]
                    composed.append(re.compile("".join(parts)))
    return literal, [pattern for pattern in composed if re.match(r"[a-z_]{3,}\\\.", pattern.pattern)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text(language):
    assert catalogue(language).keys() == catalogue("en").keys()
    assert all(text.strip() for texts in catalogue(language).values() for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_have_the_same_places_to_fill(language):
    english = catalogue("en")
    for key, texts in catalogue(language).items():
        for text in texts:
            assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", english[key][0])), key


def test_no_text_is_unused():
    literal, composed = asked_for()
    # Panels that are drawn alike are told their family: f"{family}.{code}".
    families = {
        "stream": [row[0] for row in STREAMS],
        "purpose": PURPOSES,
        "level": RECEIVER_LEVELS,
        "issue": ISSUES,
        "channel": CHANNELS,
        "body": BODIES,
        "stage_reached": grievances.STAGES,
        "age": outcomes.AGES,
    }
    of_families = {f"{family}.{code}" for family, codes in families.items() for code in (*codes, REST)}
    used = literal | of_families | {f"{kind}.none" for kind in FIELDS}
    composed += [re.compile(rf"{facet.key}\.\w+") for facet in FACETS if not facet.is_named]
    unused = [key for key in catalogue("en") if key not in used and not any(p.fullmatch(key) for p in composed)]
    assert unused == []


def test_no_text_is_missing():
    texts = catalogue("en").keys()
    needed = {f"stream.{row[0]}" for row in STREAMS} | {f"issue.{code}" for code in ISSUES}
    needed |= {f"stage.{stage}" for stage in STAGES} | {f"level.{level}" for level in RECEIVER_LEVELS}
    needed |= {f"channel.{code}" for code in CHANNELS} | {f"body.{code}" for code in BODIES}
    needed |= {f"stage_reached.{code}" for code in grievances.STAGES} | {f"age.{code}" for code in outcomes.AGES}
    needed |= {f"state.{state}" for state in STATES if state != "value"}
    for measure in measures.MEASURES:
        needed |= {f"measure.{measure.key}{end}" for end in ("", ".title", ".means", ".limits")} | {
            f"unit.{measure.unit}"
        }
    needed |= {f"topic.{topic}{end}" for topic in panels.TOPICS for end in ("", ".lead")}
    needed |= {f"panel.{panel.key}.title" for panel in panels.PANELS if panel.kind != "map"}
    assert needed - texts == set()


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_no_english_is_left(language):
    for key, texts in catalogue(language).items():
        read = re.sub(r"{\w+}", "", plain(" ".join(texts)))
        assert set(re.findall(r"[A-Za-z_]{1,}\d*", read)) <= LATIN_ALLOWED, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_neutral(language):
    for key, texts in catalogue(language).items():
        lowered = " ".join(texts).lower()
        assert not any(re.search(rf"\b{word.lower()}", lowered) for word in FORBIDDEN[language]), key
        assert "!" not in lowered, key


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_translators_see_the_english_text(language):
    content = (CHECKOUT / "dashboard" / "text" / f"{language}.po").read_text(encoding="utf-8")
    assert content.count("#. English: ") == len(catalogue(language))
