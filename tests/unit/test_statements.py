"""Statements of named authors on pages: whose place they are of, in which order, and in no sum."""

import json
import re
from datetime import date

import plotly.graph_objects as go
import pytest

from dashboard import panels
from dashboard.figures.base import Canvas
from dashboard.figures.statements import Statement, by_day
from dashboard.text import LANGUAGES, load
from data_access.answers import statements
from data_access.store.database import Database, Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.selection import Selection
from tests.support.spaces import plain_spaces

EVERYWHERE = [
    ("revenue_statements", Selection()),
    ("revenue_statements", Selection(district="kemin")),
    ("monitoring_statements", Selection()),
    ("site_statements", Selection(site="kumtor")),
    ("site_statements", Selection(site="mailuu-suu-ult")),
    ("site_statements", Selection(district="talas")),
]


@pytest.fixture(scope="module")
def snapshot(bundle_settings) -> Snapshot:
    return Database(bundle_settings.public_url).snapshot()


@pytest.fixture(scope="module")
def keys(snapshot):
    """Keys of the statements of a panel for a choice, in its order."""
    return lambda key, **choice: panels.BY_KEY[key].answer(snapshot, Selection(**choice)).frame["statement_id"].tolist()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("key", "choice"), EVERYWHERE)
def test_a_panel_draws_says_and_tabulates(snapshot, key, choice, language):
    panel, words = panels.BY_KEY[key], load()[language]
    answer = panel.answer(snapshot, choice)
    figure = panel.draw(answer, Canvas(words, choice)).figure
    table, sentence = panel.tabulate(answer, words, choice), panel.say(answer, words, choice)
    go.Figure(figure)
    text = json.dumps([figure, table], ensure_ascii=False, default=vars).replace("null", "")
    assert not re.search(r"\[[a-z_]+\.[\w.]+\]|\bnan\b|None", text)
    assert len(sentence) < 200 and len(table.rows) == len(answer.frame) > 0
    assert all(row[7].address for row in table.rows)


def test_statements_stand_in_as_few_rows_as_leave_each_other_room():
    first_days = [(2010, 2000), (2005, 2005), (2015, 2011), (2016, 2016)]
    days = [(date(said, 1, 1), date(about, 1, 1)) for said, about in first_days]
    of_days = [Statement("money", (said, said), (about, said), "") for said, about in days]
    figure = by_day(of_days, Canvas(load()["en"], Selection())).figure
    assert [trace["y"] for trace in figure["data"]] == [[0, 1, 0, 0]] * 2


def test_what_is_known_of_the_oblast_or_of_a_site_is_of_its_districts_too(keys):
    of_talas = keys("revenue_statements", district="talas")
    assert {"AA-2022-3", "AA-2022-2", "AA-2025-1"} <= {*of_talas}
    assert {"AA-2022-2"} == {*keys("revenue_statements", district="bakai-ata")} & {"AA-2022-2", "AA-2022-3"}
    assert not {"NM-2023H1"} & {*of_talas} and "NM-2023H1" in keys("revenue_statements")
    assert {*keys("site_statements", site="jerooy")} == {*keys("site_statements", site="jerooy", district="talas")}


def test_both_sides_of_a_matter_stand_beside_each_other(keys):
    kumtor = keys("site_statements", site="kumtor")
    assert abs(kumtor.index("KU-2011-1") - kumtor.index("KU-2012-1")) == 1
    assert abs(kumtor.index("IK-1997-2016") - kumtor.index("IK-1994-2013")) == 1


def test_the_newest_matter_comes_first_and_what_has_no_day_last(keys, snapshot):
    statement_ids = keys("monitoring_statements")
    assert statement_ids[0] == "KK-2024-1" and statement_ids[-2:] == ["MS-GC-1", "MS-GC-2"]
    frame = statements.by_matter(("money",), snapshot, Selection()).frame
    newest = frame.groupby("matter", sort=False)["said_on"].max().tolist()
    assert newest == sorted(newest, reverse=True)


def test_a_sum_stands_before_its_parts(keys):
    jerooy = keys("site_statements", site="jerooy")
    start = jerooy.index("AA-2022-5")
    assert jerooy[start : start + 4] == ["AA-2022-5", "AA-2022-2", "AA-2022-3", "AA-2022-4"]


@pytest.mark.parametrize(
    ("key", "days", "figure"),
    [
        ("AA-2022-5", "to 31 Oct 2022; start not stated", "581.4 mln KGS"),
        ("AA-2021-1", "Jan 2015 – Oct 2021", "more than 3.5 bn KGS"),
        ("IK-1997-2016", "1997–2016", "about 3 bn KGS"),
        ("PL-2025-dolpran", "not told", "expected: 150 mln–220 mln KGS"),
        ("KU-2022-5m", "Jan 2022 – May 2022", "17.3 bn KGS"),
        ("MS-2018-1", "not told", "30–50 µR/h"),
        ("MS-2018-2", "not told", "up to 500 µR/h"),
        ("KU-2012-1", "not told", "no figure"),
        ("KU-1998-1", "20 May 1998", "about 1,762 kg"),
        ("SH-2022-1", "Dec 2021", "no figure"),
        ("MS-2023-1", "since 1 May 2023", "23 mln EUR"),
    ],
)
def test_days_and_figures_are_written_as_exactly_as_they_were_said(snapshot, key, days, figure):
    panel = panels.BY_KEY["site_statements"]
    answer = panel.answer(snapshot, Selection())
    row = panel.tabulate(answer, load()["en"], Selection()).rows[answer.frame["statement_id"].tolist().index(key)]
    assert (plain_spaces(row[4].text), plain_spaces(row[2].text)) == (days, figure)


def test_a_place_without_statements_says_so_and_is_not_an_error(snapshot):
    panel = panels.BY_KEY["site_statements"]
    answer = panel.answer(snapshot, Selection(district="sulukta"))
    assert answer.is_empty and load()["ky"].has(f"empty.{answer.empty_reason}")


def test_no_statement_is_in_a_sum_of_money(snapshot):
    (sources,) = snapshot.rows(schema.revenue.select().with_only_columns(schema.revenue.c.source_key).distinct())[1:]
    assert "published_statements" not in {key for (key,) in sources}
