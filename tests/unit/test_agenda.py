"""The file that the secretary edits: what it may hold, and what is said of the first mistake in it."""

import os

import pytest

from dashboard.address.agenda import Agenda, AgendaError, Item, parse, read
from dashboard.text import LANGUAGES
from data_access.store.settings import CHECKOUT

TEXTS = 'title = "T"\nsentence = "S"\n'
SAME = dict.fromkeys(LANGUAGES, "T"), dict.fromkeys(LANGUAGES, "S")

ADDRESSES = {
    "/revenue": ("revenue", None, "", None),
    "ru/revenue?since=2019": ("revenue", None, "?since=2019", None),
    "https://example.kg/ky/revenue?district=jeti-oguz,naryn#title-revenue_map": (
        *("revenue", None, "?district=jeti-oguz,naryn", "revenue_map"),
    ),
    "/en/district/jeti-oguz?present=1#key-figures": ("district", "jeti-oguz", "?present=1", "key-figures"),
    "/base/en/site/kumtor": ("site", "kumtor", "", None),
}


@pytest.mark.parametrize(("address", "meaning"), ADDRESSES.items())
def test_an_address_is_taken_as_it_is_copied(address, meaning):
    assert parse(f'[[view]]\n{TEXTS}address = "{address}"', "a.toml", "/base/") == (Item(*SAME, *meaning),)


MISTAKES = {
    "no TOML": ("[[view]\n", r"a\.toml: not TOML: .*line 1"),
    "another table": ("[place]\n", r"a\.toml: only \[\[view\]\] may stand in it"),
    "another key": (f'[[view]]\n{TEXTS}address = "/data"\ncolour = "red"', r"a\.toml, line 5: colour: unknown"),
    "no address": (f"[[view]]\n{TEXTS}", r"a\.toml, line 1: address: missing"),
    "no title": ('\n[[view]]\nsentence = "S"\naddress = "/data"', r"a\.toml, line 2: title: must be"),
    "a language that we have not": (
        '[[view]]\nsentence = "S"\ntitle = { de = "T" }\naddress = "/data"',
        r"a\.toml, line 3: title: must be a text, or texts by language \(ky, ru, en\)",
    ),
    "an empty text": ('[[view]]\ntitle = " "\nsentence = "S"\naddress = "/data"', r"line 2: title: must be one line"),
    "no page of ours": (f'[[view]]\n{TEXTS}address = "/money"', r"line 4: address: '/money' is no page"),
    "another site": (f'[[view]]\n{TEXTS}address = "https://example.org/x"', r"line 4: address: '/x' is no page"),
    "another choice": (f'[[view]]\n{TEXTS}address = "/data?distric=x"', r"line 4: address: 'distric' is no choice"),
    "no year": (f'[[view]]\n{TEXTS}address = "/data?since=21"', r"line 4: address: since must be YYYY or YYYY-MM"),
    "a choice of other pages": (
        f'[[view]]\n{TEXTS}address = "/grievances?stage=payment"',
        r"line 4: address: 'stage' means nothing on that page",
    ),
    "a panel of another page": (
        f'[[view]]\n{TEXTS}address = "/data#title-revenue_map"',
        r"line 4: address: #title-revenue_map is nothing on that page; it has .*#title-data_register",
    ),
    "the second view": (
        f'[[view]]\n{TEXTS}address = "/data"\n\n[[view]]\n{TEXTS}address = "/nowhere"',
        r"a\.toml, line 9: address: '/nowhere' is no page",
    ),
}


@pytest.mark.parametrize(("text", "reason"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_on_one_line_with_its_place(text, reason):
    with pytest.raises(AgendaError, match=reason) as error:
        parse(text, "a.toml")
    assert "\n" not in str(error.value)


def test_a_missing_language_is_stood_in_for():
    (item,) = parse('[[view]]\ntitle = { en = "E", ru = "R" }\nsentence = "S"\naddress = "/data"', "a.toml")
    assert item.title == {"ky": "R", "ru": "R", "en": "E"}


def test_the_example_can_be_used():
    items = read(CHECKOUT / "agenda.toml")
    assert len(items) > 4
    assert all(len(set(item.title.values())) == len(LANGUAGES) for item in items)


def test_a_changed_file_is_followed_and_a_broken_one_changes_nothing(tmp_path):
    file = tmp_path / "a.toml"
    agenda = Agenda(file, "/")
    assert "a.toml: cannot be read" in agenda.now().problem

    for text, count, has_problem in (("[[view]]", 0, True), (f'[[view]]\n{TEXTS}address = "/data"', 1, False)):
        _write(file, text)
        assert (len(agenda.now().items), agenda.problem is not None) == (count, has_problem)
    _write(file, "[[view")
    assert (len(agenda.now().items), agenda.problem is not None) == (1, True)


def _write(file, text):
    """Another content at another moment, however coarse the clock of the disk is."""
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_text(text)
    os.utime(file, ns=(before + 10**9, before + 10**9))
