"""What money is spent on, year by year."""

from functools import partial
from typing import Any

from dashboard.panels import reply_targets
from dashboard.panels.panel import MONEY, PLACE_AND_PERIOD, Column, Panel
from dashboard.panels.revenue.parts import draw_parts, tabulate_parts
from dashboard.text import Words, wording
from data_access.answers.revenue import flows
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.stages import SPENDING
from data_access.vocabulary.states import MISSING


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """The largest purpose of the chosen years."""
    frame = answer.frame[answer.frame["fiscal_year"].between(*answer.span)]
    sums = _over_years(frame, answer).sort_values(ascending=False)
    unit = answer.terms.unit
    place, years = wording.place(answer, words), wording.years(answer, words)
    if answer.terms.per == "person" and answer.years == (answer.incomplete_year,) * 2:
        return words("empty.part_of_year", place=place)
    if sums.empty or sums.sum() <= 0:
        return words("say.revenue.none", place=place, years=years)
    return words(
        "say.revenue.spent",
        place=place,
        years=years,
        purpose=words(f"purpose.{sums.index[0]}"),
        amount=wording.amount(sums.iloc[0], unit, words),
        total=wording.amount(sums.sum(), unit, words),
    )


def _over_years(frame: Any, answer: Answer) -> Any:
    """By code: the sum of the years; per person, the mean of the whole years with data."""
    if answer.terms.per != "person":
        return frame.groupby("code")["value"].sum()
    whole = frame[frame["fiscal_year"] != answer.incomplete_year]
    frame = frame if whole.empty else whole
    sums = frame.groupby("code")["value"].sum()
    return sums / frame["fiscal_year"].nunique()


PANEL = Panel(
    key="revenue_by_purpose",
    topic="revenue",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, "stream", *MONEY),
    read=flows.spending_by_purpose,
    draw=partial(draw_parts, "purpose"),
    say=say,
    tabulate=partial(tabulate_parts, "purpose"),
    replies_to=partial(reply_targets.revenue, SPENDING, reply_targets.chosen_districts),
    columns={"code": Column(codes=("purpose",)), "value": Column(empty=MISSING)},
)
