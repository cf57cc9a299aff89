"""Replies: beside which answers they stand, and that all of them have the same form."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

import pytest

from dashboard import panels
from dashboard.pages.panel_view import PanelView, ReplyText
from dashboard.pages.said_once import SaidOnce
from dashboard.pages.whom_view import Whom
from dashboard.text import LANGUAGES, load
from data_access.answers import replies
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.reply import Figures, Reply, ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import MAP
from tests.support.html_parts import Element, parse
from tests.support.live_page import render


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


def reply_of(**about) -> Reply:
    texts = dict.fromkeys(LANGUAGES, "x")
    return Reply(
        date(2024, 1, 1),
        "company",
        texts,
        texts,
        **({"subject": "figure", "topic": "revenue", "reference": "r"} | about),
    )


def of(*codes: str) -> frozenset[str]:
    return frozenset(codes)


NOBODY = Whom([], "", "", "", 1, "")
FLOWS = Figures("revenue", (2015, 2025), of("talas", "naryn"), "payment", of("royalty"), of("a"))


@pytest.mark.parametrize(
    ("about", "figures", "is_shown"),
    [
        ({}, FLOWS, True),
        ({"topic": "incidents"}, FLOWS, False),
        ({"stage": "payment"}, FLOWS, True),
        ({"stage": "transfer"}, FLOWS, False),
        ({"stream": "royalty"}, FLOWS, True),
        ({"stream": "bonus"}, FLOWS, False),
        ({"stream": "royalty"}, replace(FLOWS, streams=of()), False),
        ({"stream": "royalty"}, replace(FLOWS, streams=None), True),
        ({"payer": "a", "paid_in": of("talas")}, FLOWS, True),
        ({"payer": "a", "paid_in": of("talas")}, replace(FLOWS, districts=of("naryn")), False),
        ({"payer": "a", "paid_in": of()}, FLOWS, False),
        ({"payer": "a", "paid_in": of()}, replace(FLOWS, districts=of()), True),
        ({"payer": "b", "paid_in": of("talas")}, FLOWS, False),
        ({"district": "talas"}, FLOWS, True),
        ({"district": "osh"}, FLOWS, False),
        ({"district": "talas"}, replace(FLOWS, districts=of()), False),
        ({"years": (2022, 2022)}, FLOWS, True),
        ({"years": (2025, 2030)}, FLOWS, True),
        ({"years": (2026, 2026)}, FLOWS, False),
        ({"years": (2004, 2014)}, FLOWS, False),
        ({"topic": "monitoring", "indicator": "as"}, Figures("monitoring", (2019, 2026), indicators=of("as")), True),
        ({"topic": "monitoring", "indicator": "as"}, Figures("monitoring", (2019, 2026)), False),
        ({"topic": "monitoring", "indicator": "as"}, Figures("monitoring", (2019, 2026), indicators=of("cn")), False),
        ({"topic": "grievances", "issue": "water"}, Figures("grievances", (2014, 2026), issues=of("water")), True),
        ({"topic": "grievances", "issue": "water"}, Figures("grievances", (2014, 2026), issues=of("land")), False),
        ({"subject": "site", "key": "kumtor"}, FLOWS, False),
    ],
)
def test_a_reply_stands_beside_the_figures_that_it_is_about(about, figures, is_shown):
    assert reply_of(**about).concerns(ReplyTargets((figures,))) is is_shown


@pytest.mark.parametrize("subject", ["site", "incident", "district"])
def test_a_reply_stands_beside_what_it_names(subject):
    reply = reply_of(subject=subject, key="one")
    assert reply.concerns(ReplyTargets(**{f"{subject}s": of("one", "two")}))
    assert not reply.concerns(ReplyTargets(**{f"{subject}s": of("two")}))
    assert not any(
        reply.concerns(ReplyTargets(**{other.name: of("one")}))
        for other in fields(ReplyTargets)[1:]
        if other.name != f"{subject}s"
    )


# Choice -> numbers of the example's replies, by panel.
BESIDE = {
    "": {"revenue_map": "45", "revenue_flow": "45", "revenue_reconciliation": "67", "readings_by_place": "1",
         "overview_map": "45", "revenue_fairness": "45", "sites_register": "8", "incident_events": "23",
         "grievances_by_issue": "9"},
    "district=jeti-oguz": {"district_standing": "45A", "revenue_by_stream": "45", "overview_timeline": "45",
                           "overview_map": "45A", "revenue_reconciliation": "", "incident_events": "",
                           "sites_register": ""},
    "district=naryn": {"district_standing": "", "revenue_by_stream": "", "revenue_map": "45", "overview_timeline": ""},
    "since=2023": {"revenue_map": "", "revenue_flow": "", "revenue_reconciliation": "", "readings_by_place": ""},
    "stage=payment": {"revenue_map": "", "revenue_flow": "67", "revenue_by_stream": "", "revenue_reconciliation": "67"},
    "stage=payment&operator=example-company-a": {"revenue_by_stream": "67", "revenue_hosts": "", "revenue_map": ""},
    "operator=example-company-b": {"revenue_reconciliation": ""},
    "issue=water": {"grievances_by_issue": "9", "grievances_waits": "9", "grievances_by_stage": ""},
    "issue=land": {"grievances_waits": "", "grievances_by_issue": "9"},
    "district=chatkal&indicator=as": {"monitoring_map": "1", "readings_by_quarter": "1", "station_series": "1"},
    "district=chatkal&indicator=cn": {"readings_by_quarter": ""},
    "since=2019": {"incident_events": "", "incidents_by_year": ""},
    "site=shambesai": {"incident_events": "23", "site_facts": ""},
    "site=min-kush-ult": {"incident_events": "", "site_facts": "8"},
}  # fmt: skip


@pytest.mark.parametrize("choice", BESIDE)
def test_where_the_replies_of_the_sample_stand(snapshot, choice):
    choices = Selection(**dict(pair.split("=") for pair in choice.split("&") if pair))
    all_replies = replies.by_date(snapshot)
    numbers = {}
    for key in BESIDE[choice]:
        panel, selection = panels.BY_KEY[key], panels.BY_KEY[key].relevant(choices)
        targets = panel.reply_targets(panel.answer(snapshot, selection), selection)
        numbers[key] = "".join("123456789A"[number] for number, one in enumerate(all_replies) if one.concerns(targets))
    assert numbers == BESIDE[choice]


def test_replies_come_by_date_whoever_gives_them(snapshot):
    all_replies = replies.by_date(snapshot)
    assert [one.day for one in all_replies] == sorted(one.day for one in all_replies)
    assert len({one.kind for one in all_replies}) >= 3


def reply_text(number: int, **changes) -> ReplyText:
    return ReplyText(
        number,
        f"day {number}",
        "Company",
        "A",
        "About: x",
        "text",
        **({"translation_mark": None, "document": "d", "address": None, "example": None} | changes),
    )


def block(replies: Iterable[ReplyText], language: str = "en") -> Element:
    """What stands below the panels of a page with these replies."""
    return parse(render("content", "replies", SaidOnce([*replies], [], []), False, load()[language]))


@pytest.mark.parametrize("count", [1, 4])
def test_all_are_folded_whoever_they_are_of(count):
    (details,) = block(reply_text(number) for number in range(count)).all("details")
    assert "open" not in details.attributes and details.all("summary")[0].text == f"Replies ({count})"
    assert len(details.all("li")) == count


def test_nothing_stands_where_nobody_has_replied():
    assert block([]).text == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reply_has_the_same_form(language):
    one, other = block([reply_text(1), reply_text(2, address="https://x.kg")], language).all("li", "reply")
    for item in (one, other):
        assert [part.classes for part in item.inside] == [["reply-by"], ["reply-text"], ["reply-about"]]
        assert item.one("reply-text").attributes["lang"] == language
    assert [item.attributes["id"] for item in (one, other)] == ["reply-1", "reply-2"]
    assert (one.all("a"), [link.attributes["href"] for link in other.all("a")]) == ([], ["https://x.kg"])


def test_an_address_of_a_reply_does_not_end_its_attribute():
    evil = """https://x.kg/"><script>alert(1)</script><a title='"""
    html = block([reply_text(1, address=evil, document=evil)])
    assert [one.attributes["href"] for one in html.all("a")] == [evil] and html.all("script") == []


def test_a_panel_leads_to_its_replies():
    panel = PanelView("k", MAP, "t", "s", replies=[3, 5])
    (link,) = parse(render("panels", "line", panel, NOBODY, "", load()["en"])).all("a", "to-replies")
    assert (link.text, link.attributes["href"]) == ("Replies (2)", "#reply-3")
