"""Short addresses: every address has one, and it leads back to it."""

from itertools import islice
from urllib.parse import unquote

import pytest

from dashboard.address import short
from dashboard.panels import PLACE_PAGES, TOPICS
from dashboard.text import LANGUAGES
from data_access.vocabulary import link

# What stands on paper, for ever: codes may be added elsewhere, nothing may change here. A choice that is given up keeps
# its code, so that what was printed still leads to the rest of it.
PRINTED = {
    **{"d": "district", "f": "since", "t": "until", "m": "measure", "a": "stage", "n": "stream", "o": "operator"},
    **{"p": "per", "c": "currency", "r": "prices", "i": "indicator", "u": "station", "s": "site", "b": "by"},
    **{"k": "count", "x": "x", "y": "y", "l": "lag", "q": "quarters", "g": "issue", "w": "actor", "h": "source"},
    **{"e": "edition", "j": "tables", "z": "present"},
}
PRINTED_LANGUAGES = {"k": "ky", "r": "ru", "e": "en"}
PRINTED_TOPICS = {
    **{"o": "overview", "r": "revenue", "m": "monitoring", "i": "incidents", "g": "grievances", "c": "compare"},
    **{"t": "data", "d": "district/ton", "s": "site/kumtor"},
}
ADDRESSES = (
    ("ky/overview", "", "ko"),
    ("ru/revenue", "?since=2019&until=2023", "rr.f2019.t2023"),
    ("en/district/jeti-oguz", "?per=total", "ed.jeti-oguz.ptotal"),
    ("ky/site/kumtor", "", "ks.kumtor"),
    ("ky/compare", "?district=jeti-oguz,chatkal&x=revenue", "kc.djeti-oguz,chatkal.xrevenue"),
    ("ky/overview", "?edition=msg-2026-11&tables=a,b", "ko.emsg-2026-11.ja,b"),
    ("en/monitoring", "?indicator=pm2.5&station=a+b%26c", "em.ipm2~p5.ua%20b%26c"),
    ("en/monitoring", "?station=~p.%25", "em.u~tp~p%25"),
)


@pytest.mark.parametrize(("path", "search", "code"), ADDRESSES)
def test_there_and_back(path, search, code):
    assert short.shorten(path, search) == code
    assert short.lengthen(unquote(code)) == path + search


@pytest.mark.parametrize(
    "code", ["", "k", "kz", "zo", "ko.", "kd", "ks", "koo", "kd.a.!", "ko..f2019", "kd.\nx", "kd./x"]
)
def test_what_is_no_code(code):
    assert short.lengthen(code) is None


@pytest.mark.parametrize(("code", "key"), PRINTED.items())
def test_a_printed_choice_keeps_its_meaning(code, key):
    assert short.lengthen(f"ko.{code}2019.f2020") == f"ky/overview?{key}=2019&since=2020"


@pytest.mark.parametrize(("code", "page"), PRINTED_TOPICS.items())
@pytest.mark.parametrize(("letter", "language"), PRINTED_LANGUAGES.items())
def test_a_printed_page_keeps_its_meaning(letter, language, code, page):
    place = "".join(f".{name}" for name in page.split("/")[1:])
    assert short.lengthen(f"{letter}{code}{place}.f2019") == f"{language}/{page}?since=2019"


def test_every_page_has_a_code_of_its_own():
    for table, names in ((short.LANGUAGES, LANGUAGES), (short.TOPICS, (*TOPICS, *PLACE_PAGES))):
        assert sorted(table.values()) == sorted(names)
        assert all(short.CODE.fullmatch(code) for code in table)


def test_there_is_always_one_more_code_and_none_begins_like_another():
    codes = [*islice(short.codes(), 80)]
    assert all(short.CODE.fullmatch(code) for code in codes)
    assert [(one, other) for one in codes for other in codes if one != other and other.startswith(one)] == []


def use(monkeypatch, keys: dict[str, str]) -> None:
    """Let these be all codes of choices."""
    monkeypatch.setattr(short, "KEYS", keys)
    monkeypatch.setattr(short, "SHORT_CODES", {key: code for code, key in keys.items()})


def test_choices_beyond_the_alphabet_have_codes(monkeypatch):
    use(monkeypatch, PRINTED | {"va": "hazard", "vva": "level"})
    search = "?hazard=vapour&level=a&since=2019"
    assert short.shorten("ky/overview", search) == "ko.vavapour.vvaa.f2019"
    assert short.lengthen("ko.vavapour.vvaa.f2019") == f"ky/overview{search}"
    assert short.lengthen(link.word("KO.VAVAPOUR.VVAA.F2019)")) == f"ky/overview{search}"
    assert short.lengthen("ko.vb1") is short.lengthen("ko.v") is short.lengthen("ko.vvvvv") is None


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("", "the choice hazard lacks a short code; va is free"),
        ("v", "the choice hazard lacks a short code; va is free"),
        ("ha", "the choice hazard lacks a short code; va is free"),
        ("h", "the choices source and hazard have one short code; va is free"),
    ],
)
def test_a_choice_without_a_code_of_its_own_is_named(monkeypatch, code, reason):
    assert [*short.missing_codes()] == []
    use(monkeypatch, PRINTED | {code: "hazard"})
    monkeypatch.setitem(short.SHORT_CODES, "source", "h")
    assert [*short.missing_codes()] == [reason]
