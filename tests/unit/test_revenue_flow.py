"""The way of the money within a stage: all of it once, refunds apart."""

import re

import pytest

from dashboard.figures.base import Canvas
from dashboard.panels.revenue import flow as topic
from dashboard.text import load
from data_access.answers.revenue import paths
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.stages import REACHED, STAGES
from tests.support.money_store import make, with_names
from tests.support.spaces import plain_spaces

DISTRICT = "41703230"


def payment(amount: float, refund: float = 0.0, **more) -> dict:
    return {"stage": "payment", "amount_kgs": amount, "refund_kgs": refund, "payer_code": "mine", **more}


@pytest.fixture
def small(tmp_path):
    organisation = {"organisation_code": "mine", "is_synthetic": True} | with_names("Mine")
    flows = [
        payment(100.0),
        payment(90.0, -10.0, stream_code="customs", receiver_level="republic"),
        payment(-5.0, -5.0, stream_code="vat_sales", receiver_level="republic"),
        {"stage": "transfer", "amount_kgs": 1_000.0, "district_code": DISTRICT},
    ]
    return make(tmp_path, people={DISTRICT: {2020: 1}}, organisation=[organisation], revenue=flows)


def test_refunds_are_listed_and_never_drawn(small):
    selection = Selection(stage="payment")
    answer = paths.by_path(small, selection)
    amounts = {row.second: (row.value, row.refund) for row in answer.frame.itertuples()}
    assert amounts == {"stream:royalty": (100, 0), "stream:customs": (100, -10), "stream:vat_sales": (0, -5)}
    words = load()["en"]
    trace = topic.draw(answer, Canvas(words, selection)).figure["data"][0]
    assert min(trace["link"]["value"]) > 0 and sum(trace["link"]["value"]) == 2 * 200
    assert any("−10" in cell.text for row in topic.tabulate(answer, words, selection).rows for cell in row)
    assert trace["node"]["customdata"][0] == "operator:mine"


@pytest.mark.parametrize("stage", paths.COLUMNS)
def test_each_column_holds_all_money_of_its_one_stage(example_public_url, stage):
    snapshot = Database(example_public_url).snapshot()
    assert set(paths.COLUMNS) == {REACHED, *STAGES}
    selection = Selection(stage=stage)
    answer = paths.by_path(snapshot, selection)
    trace = topic.draw(answer, Canvas(load()["ru"], selection)).figure["data"][0]
    whole, bands = answer.frame["value"].sum(), trace["link"]
    firsts = {n for n in bands["source"] if n not in bands["target"]}
    last_stops = {n for n in bands["target"] if n not in bands["source"]}
    for ends, side in ((firsts, "source"), (last_stops, "target")):
        assert sum(v for v, n in zip(bands["value"], bands[side], strict=True) if n in ends) == pytest.approx(whole)


def labels(snapshot, selection: Selection, language: str = "en") -> list[str]:
    answer = paths.by_path(snapshot, selection)
    return topic.draw(answer, Canvas(load()[language], selection)).figure["data"][0]["node"]["label"]


@pytest.mark.parametrize("stage", paths.COLUMNS)
def test_every_stop_has_its_name_and_its_amount(example_public_url, stage):
    snapshot = Database(example_public_url).snapshot()
    texts = [*map(plain_spaces, labels(snapshot, Selection(stage=stage)))]
    assert all(re.fullmatch(r".+<br>[\d.,]+( mln| bn)?", label) for label in texts), texts


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"stage": "payment"}, "200 KGS. The largest part went to “Local budget”: 50%."),
        ({}, "1,000 KGS. All of it went one way: Royalty → Local budget → 41703230."),
    ],
)
def test_the_sentence_is_about_what_differs(small, choices, sentence):
    selection = Selection(**choices)
    assert sentence in plain_spaces(topic.say(paths.by_path(small, selection), load()["en"], selection))


def test_in_a_wide_picture_less_of_a_name_is_cut(example_public_url):
    snapshot = Database(example_public_url).snapshot()
    answer = topic.PANEL.answer(snapshot, Selection())
    [trace] = topic.draw(answer, Canvas(load()["ru"], Selection())).figure["data"]
    narrow, wide = ["".join(labels).count("…") for labels in (trace["node"]["label"], trace["meta"]["node"]["label"])]
    assert wide < narrow


def test_that_a_districts_money_ended_there_is_not_said(example_public_url):
    snapshot, selection = Database(example_public_url).snapshot(), Selection(district="jeti-oguz", stage="transfer")
    sentence = plain_spaces(topic.say(paths.by_path(snapshot, selection), load()["en"], selection))
    assert "100%" not in sentence and "The largest part went to “District development fund”: 60%." in sentence


def test_of_refunds_alone_there_is_a_notice_as_of_all_that_is_empty(tmp_path):
    snapshot = make(tmp_path, people={DISTRICT: {2020: 1}}, revenue=[payment(-5.0, -5.0)])
    selection = Selection(stage="payment")
    figure = topic.draw(paths.by_path(snapshot, selection), Canvas(load()["en"], selection)).figure
    (note,) = figure["layout"]["annotations"]
    assert (figure["data"], "nothing but refunds" in note["text"].replace("<br>", " ")) == ([], True)
