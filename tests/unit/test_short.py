"""Short addresses: every address has one, and it leads back to it."""

from dataclasses import fields
from urllib.parse import unquote

import pytest

from dashboard.address import short
from dashboard.panels import PLACE_PAGES, TOPICS
from dashboard.text import LANGUAGES
from data_access.vocabulary.facets import FACETS
from data_access.vocabulary.selection import Selection

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


def test_every_page_and_every_choice_has_a_letter_of_its_own():
    keys = {field.name for field in fields(Selection)} - {"beside", "medium"} | {facet.key for facet in FACETS}
    for table, named in ((short.LANGUAGES, LANGUAGES), (short.TOPICS, (*TOPICS, *PLACE_PAGES)), (short.KEYS, keys)):
        assert sorted(table.values()) == sorted(named)


def test_letters_stay_what_they_are():
    """They stand on paper: a letter may be added, none may change its meaning."""
    assert (
        dict(short.KEYS) | {"d": "district", "f": "since", "t": "until", "m": "measure", "e": "edition"} == short.KEYS
    )
