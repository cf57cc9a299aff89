"""What is missing is said, and never taken for something: in a store with holes, every panel and what it reads."""

import json
import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from sqlalchemy import select

from dashboard.figures.base import Canvas
from dashboard.text import load
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import without_nan
from data_access.vocabulary.selection import Selection
from tests.support.holed_store import holed, make_store
from tests.support.panel_choices import pairs

CHOICES = [
    Selection(),
    Selection(district="jeti-oguz"),
    Selection(district="bishkek"),
    Selection(issue="politics", count="episodes"),
    Selection(site="kumtor"),
    Selection(by="site"),
    Selection(per="total"),
]


@pytest.fixture(scope="module")
def snapshot(example_public_url, tmp_path_factory) -> Snapshot:
    return Database(make_store(example_public_url, tmp_path_factory.mktemp("holed"))).snapshot()


@pytest.mark.parametrize(("panel", "choice"), pairs(CHOICES))
def test_a_panel_of_rows_with_holes_draws_says_and_tabulates(panel, choice, snapshot):
    answer, words = panel.answer(snapshot, choice), load()["en"]
    if answer.is_empty:
        return
    outputs = [
        panel.draw(answer, Canvas(words, choice)),
        panel.say(answer, words, choice),
        panel.tabulate(answer, words, choice),
    ]
    text = json.dumps(outputs, default=vars, ensure_ascii=False).replace("null", "")
    assert not re.search(r"\[[a-z_]+\.[\w.]+\]|\b(?:nan|NaN|NaT|None)\b", text)


@pytest.mark.parametrize("table", [one for one in schema.of_publication() if holed(one)], ids=lambda one: one.name)
def test_no_text_and_no_day_that_is_missing_is_true(table, snapshot):
    frame = snapshot.frame(select(table))
    for name in holed(table):
        assert {bool(cell) for cell in frame[name] if cell is None or cell != cell} <= {False}, name


def test_an_answer_has_none_for_texts_and_days_and_keeps_missing_numbers():
    columns = {"slug": ["talas", float("nan")], "day": [date(2020, 1, 1), pd.NaT], "value": [1.5, float("nan")]}
    stamps = pd.to_datetime(pd.Series(["2020-01-01", None]))
    missing = Answer(pd.DataFrame(columns).assign(at=stamps), None, None).rows[1]
    assert (missing.slug, missing.day, missing.at) == (None, None, None) and missing.value != missing.value
    again = replace(Answer(pd.DataFrame({"slug": ["naryn"]}), None, None), frame=pd.DataFrame(columns))
    assert [row.slug for row in again.rows] == ["talas", None]
    whole = pd.DataFrame({"slug": ["talas"], "value": [float("nan")]})
    assert without_nan(whole) is whole
