"""What was paid for a site."""

from functools import partial

from dashboard.panels import reply_targets
from dashboard.panels.panel import PERIOD, TERMS, Column, Panel
from dashboard.panels.revenue.parts import draw_parts, tabulate_parts
from dashboard.text import Words, wording
from data_access.answers import sites
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART
from data_access.vocabulary.states import MISSING


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """What was paid in the chosen years, and of which of them nothing is on record."""
    chosen_rows = answer.frame[answer.frame["fiscal_year"].between(*answer.span)]
    amount = wording.amount(float(chosen_rows["value"].sum()), answer.terms.unit, words)
    sentence = words("say.site_flows", site=wording.place(answer, words), years=words.years(answer.span), amount=amount)
    missing_years = tuple(sorted({*range(answer.span[0], answer.span[1] + 1)} - {*chosen_rows["fiscal_year"]}))
    return (
        f"{sentence} {words('say.site_flows.gap', years=wording.spans(missing_years, words))}"
        if missing_years
        else sentence
    )


PANEL = Panel(
    key="site_flows",
    topic="site",
    shape=CHART,
    depends_on=(*PERIOD, "site", *TERMS),
    read=sites.flows,
    draw=partial(draw_parts, "stream"),
    say=say,
    tabulate=partial(tabulate_parts, "stream"),
    replies_to=reply_targets.no_codes,
    columns={"code": Column(codes=("stream",)), "value": Column(empty=MISSING)},
)
