"""What was due and what was paid: the picture and the sentence are of the gap, whole flows of the table."""

import pytest

from dashboard.figures.base import Canvas
from dashboard.panels.revenue import due as topic
from dashboard.text import load
from data_access.answers.revenue import due as revenue_due
from data_access.vocabulary.selection import Selection
from tests.support.money_store import make, with_names
from tests.support.spaces import plain_spaces

WORDS = load()["en"]


def due(year: int, due_amount: float | None, paid_amount: float, state: str, payer: str = "mine-a") -> dict:
    return {"fiscal_year": year, "due_kgs": due_amount, "paid_kgs": paid_amount, "state": state, "payer_code": payer}


ROWS = (
    due(2019, 1e9, 1e9, "agrees"),
    due(2020, 1e9, 0.9e9, "less"),
    due(2021, 1e9, 0.99e9, "less"),
    due(2021, 1e9, 1.02e9, "more", "mine-b"),
    due(2018, None, 3e9, "cannot_be_checked"),
)


def answer_of(folder, *rows, **choices):
    payers = [{"organisation_code": code, "is_synthetic": True} | with_names(code) for code in ("mine-a", "mine-b")]
    numbered = [
        {"due_id": number, "source_key": "s", "stream_code": "infra_2pct"} | row for number, row in enumerate(rows)
    ]
    return revenue_due.by_payer(
        make(folder, people={}, organisation=payers, revenue_due=numbered), Selection(**choices)
    )


def draw(answer) -> dict:
    return topic.draw(answer, Canvas(WORDS, Selection())).figure


def test_bars_are_as_long_as_the_gap_and_not_as_what_was_paid(tmp_path):
    figure = draw(answer_of(tmp_path, *ROWS))
    less, _, _, more = (trace["x"] for trace in figure["data"])
    assert less == pytest.approx([0, -0.1e9, -0.01e9])
    assert more == pytest.approx([0, 0, 0.02e9])
    assert figure["data"][0]["customdata"] == ["period:2019", "period:2020", "period:2021"]
    notes = [plain_spaces(note["text"]) for note in figure["layout"]["annotations"]]
    assert {"0", "−100 mln", "−10 mln +20 mln"} < set(notes)


def test_nothing_that_can_be_checked_is_a_notice(tmp_path):
    answer = answer_of(tmp_path, ROWS[-1])
    assert draw(answer)["data"] == []
    assert plain_spaces(topic.say(answer, WORDS, Selection())).startswith(
        "Whole country, 2018: what was due cannot be told"
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (ROWS, "Whole country, 2019–2021: by the rule 4 bn KGS was due and 3.91 bn KGS was paid, 90 mln KGS (2.2%)"),
        (ROWS[:1], "Whole country, 2019: by the rule 1 bn KGS was due, and as much was paid."),
        (ROWS[3:4], "by the rule 1 bn KGS was due and 1.02 bn KGS was paid, 20 mln KGS (2%) more."),
        (ROWS[1:2] + ROWS[4:], "100 mln KGS (10%) less. Cannot be checked: 3 bn KGS paid in 2018."),
        # Two amounts that three figures would round to the same.
        ((due(2020, 12.12e9, 12.08e9, "less"),), "12.12 bn KGS was due and 12.08 bn KGS was paid, 40 mln KGS"),
    ],
)  # fmt: skip
def test_the_sentence_gives_the_gap_itself(tmp_path, rows, sentence):
    assert sentence in plain_spaces(topic.say(answer_of(tmp_path, *rows), WORDS, Selection()))


def test_only_the_chosen_years_are_summed(tmp_path):
    answer = answer_of(tmp_path, *ROWS, since="2020", until="2020")
    assert "100 mln KGS (10%) less" in plain_spaces(topic.say(answer, WORDS, Selection()))
