"""What money is received, year by year."""

from functools import partial

from dashboard.panels import reply_targets
from dashboard.panels.panel import MONEY, PLACE_AND_PERIOD, Column, Panel
from dashboard.panels.revenue.parts import draw_parts, tabulate_parts
from dashboard.text import Words, wording
from data_access.answers.revenue import flows
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.reply import Figures, ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """The last whole year among the chosen ones against the year before it, where the same have told of both."""
    totals = answer.frame.groupby("fiscal_year")["value"].sum()
    chosen_years = [year for year in totals.index if answer.span[0] <= year <= answer.span[1]]
    if not chosen_years:
        return words("say.revenue.none", place=wording.place(answer, words), years=wording.years(answer, words))
    year = max((year for year in chosen_years if year != answer.incomplete_year), default=chosen_years[-1])
    values = {
        "place": wording.place(answer, words),
        "amount": wording.amount(totals[year], answer.terms.unit, words),
        "year": wording.year(answer, year, words),
    }
    if not totals.get(year - 1) or not answer.is_comparable(year):
        return words("say.revenue.one_year", **values)
    change = wording.change(totals[year], totals[year - 1], words)
    return words("say.revenue.change", **values, change=change, before=year - 1)


def replies_to(answer: Answer, selection: Selection) -> ReplyTargets:
    """Stream by stream."""
    stage, payers = effective_value(selection, "stage"), reply_targets.single_code(selection.operator)
    districts, streams = (
        reply_targets.chosen_districts(answer, selection),
        reply_targets.codes_of_column("code", answer),
    )
    return reply_targets.figures(Figures("revenue", answer.span, districts, stage, streams, payers))


PANEL = Panel(
    key="revenue_by_stream",
    topic="revenue",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, "stage", "stream", "operator", *MONEY),
    read=flows.by_year,
    draw=partial(draw_parts, "stream"),
    say=say,
    tabulate=partial(tabulate_parts, "stream"),
    replies_to=replies_to,
    columns={"code": Column(codes=("stream",)), "value": Column(empty=MISSING)},
)
