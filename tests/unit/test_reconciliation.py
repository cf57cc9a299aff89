"""Company against government: worked numbers, outcomes, and what is never calculated."""

import pytest

from dashboard.figures.base import Canvas
from dashboard.panels.revenue import reconciliation as topic
from dashboard.text import load
from data_access.answers.revenue import reconciliation
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection
from tests.support.money_store import make, with_names
from tests.support.spaces import plain_spaces

WORDS = load()["en"]


def payment(status: str, government: float | None, company: float | None, payer="mine-a", year=2020, **more) -> dict:
    sides = {"amount_government_kgs": government, "amount_company_kgs": company}
    amount = company if government is None else government
    return {
        "stage": "payment", "recon_status": status, "amount_kgs": amount, "payer_code": payer, "fiscal_year": year
    } | sides | more  # fmt: skip


def answer_of(folder, *payments, **choices):
    payers = [{"organisation_code": code, "is_synthetic": True} | with_names(code) for code in ("mine-a", "mine-b")]
    snapshot = make(folder, people={}, organisation=payers, revenue=list(payments))
    return reconciliation.by_outcome(snapshot, Selection(**choices))


@pytest.mark.parametrize(
    ("payments", "outcome", "variance", "percent"),
    [
        ([payment("unexplained", 100.0, 90.0)], "unexplained", 10, 10),
        ([payment("explained", 100.0, 125.0)], "explained", -25, -25),
        ([payment("matched", 100.0, 100.0)], "matched", 0, 0),
        ([payment("matched", 0.0, 0.0)], "matched", 0, None),
        ([payment("one_sided", 100.0, None), payment("matched", 5.0, 5.0)], "one_sided", None, None),
        ([payment("one_sided", None, 90.0)], "one_sided", None, None),
        ([payment("one_sided", 100.0, None)], "not_reporting", None, None),
        ([payment("one_sided", 100.0, None), payment("matched", 5.0, 5.0, year=2021)], "not_reporting", None, None),
        ([payment("one_sided", 100.0, None, payer=None)], "one_sided", None, None),
    ],
)
def test_outcomes_and_differences(tmp_path, payments, outcome, variance, percent):
    frame = answer_of(tmp_path, *payments).frame
    row = next(frame[frame["outcome"] == outcome].itertuples())
    differences = [None if value != value else value for value in (row.variance, row.percent)]
    assert differences == pytest.approx([variance, percent])


def test_the_table_names_what_is_missing_and_gives_no_percent_of_it(tmp_path):
    words = load()["en"]
    answer = answer_of(tmp_path, payment("unexplained", 100.0, 90.0), payment("one_sided", 70.0, None, payer="mine-b"))
    rows = [[cell.text for cell in row] for row in topic.tabulate(answer, words, Selection()).rows]
    assert rows == [
        ["Differ, not explained", "mine-a", "100", "90", "+10", "10%"],
        ["Company did not report in the year", "mine-b", "70", "not stated", "cannot be told", "cannot be told"],
    ]


def test_a_chosen_payer_is_shown_year_by_year(tmp_path):
    words, selection = load()["en"], Selection(operator="mine-a")
    payments = [payment("matched", 1.0, 1.0, year=year) for year in (2019, 2020)]
    other = payment("matched", 9.0, 9.0, payer="mine-b")
    table = topic.tabulate(answer_of(tmp_path, *payments, other, operator="mine-a"), words, selection)
    assert [[cell.text for cell in row[:3]] for row in table.rows] == [["Agree", "2019", "1"], ["Agree", "2020", "1"]]


def test_bars_are_the_differences_of_companies_and_not_what_was_paid(tmp_path):
    flows = [
        payment("unexplained", 100.0, 90.0),
        payment("unexplained", 50.0, 70.0, payer="mine-b"),
        payment("explained", 40.0, 35.0),
        payment("matched", 900.0, 900.0),
        payment("matched", 7.0, 7.0, year=2021),
        payment("one_sided", 600.0, None, year=2022),
    ]
    answer = answer_of(tmp_path, *flows)
    figure = topic.draw(answer, Canvas(WORDS, Selection())).figure
    assert [trace["x"] for trace in figure["data"]] == [[-20, 0], [10, 0], [0, 0], [5, 0]]
    assert figure["data"][0]["customdata"] == ["period:2020", "period:2021"]
    assert {"30 · 5", "0 · 0"} < {note["text"] for note in figure["layout"]["annotations"]}
    assert plain_spaces(topic.say(answer, WORDS, Selection())) == (
        "Whole country, 2020–2022: the two reports differ by 35 KGS (3.2% of what both state), 30 KGS of it without an "
        "explanation. Not reporting at all: 1 company in a year."
    )


def test_of_one_side_alone_nothing_is_said_to_differ_or_to_agree(tmp_path):
    answer = answer_of(tmp_path, payment("one_sided", 1e6, None, payer=None))
    sentence = "Whole country, 2020: only one side states these 1 mln KGS, so nothing can be compared."
    assert plain_spaces(topic.say(answer, WORDS, Selection())) == sentence
    (trace,) = topic.draw(answer, Canvas(WORDS, Selection())).figure["data"]
    assert [*map(plain_spaces, trace["text"])] == ["2020 · Reported by the government: 1 mln KGS"]


def test_what_companies_alone_state_is_called_so(tmp_path):
    answer = answer_of(tmp_path, payment("one_sided", None, 1e6))
    assert "companies alone state these 1 mln KGS" in plain_spaces(topic.say(answer, WORDS, Selection()))
    (trace,) = topic.draw(answer, Canvas(WORDS, Selection())).figure["data"]
    assert [*map(plain_spaces, trace["text"])] == ["2020 · Reported by companies: 1 mln KGS"]


def test_a_store_without_any_figure_of_the_government_has_a_table(tmp_path):
    answer = answer_of(tmp_path, payment("one_sided", None, 90.0), payment("one_sided", None, 5.0, payer="mine-b"))
    rows = [[cell.text for cell in row[:4]] for row in topic.tabulate(answer, WORDS, Selection()).rows]
    assert rows == [["One side only", "mine-a", "not stated", "90"], ["One side only", "mine-b", "not stated", "5"]]


def test_no_money_is_lost_between_outcomes(example_public_url):
    snapshot = Database(example_public_url).snapshot()
    frame = reconciliation.by_outcome(snapshot, Selection()).frame
    assert set(frame["outcome"]) == set(topic.IN_TABLE)
    silent = frame[frame["outcome"] == "not_reporting"]
    pairs = {(payer[-1], year) for payer, year in zip(silent["payer"], silent["fiscal_year"], strict=True)}
    assert pairs == {("j", 2022), ("o", 2019), ("d", 2023)}
    assert frame["value"].sum() == pytest.approx(155_152e6, rel=0.001)


def test_silent_about_one_stream_is_not_silent(tmp_path):
    one = payment("one_sided", 100.0, None, stream_code="customs")
    answer = answer_of(tmp_path, one, payment("matched", 5.0, 5.0), stream="customs")
    assert answer.frame["outcome"].tolist() == ["one_sided"]
