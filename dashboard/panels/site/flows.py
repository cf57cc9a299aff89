"""What was paid for a site."""

from functools import partial

from dashboard import wording
from dashboard.answer import MISSING, Answer
from dashboard.panel import PERIOD, TERMS, Column, Panel
from dashboard.panels import reply_targets
from dashboard.panels.revenue.parts import draw_parts, tabulate_parts
from dashboard.selection import Selection
from dashboard.shape import WIDE
from dashboard.text import Words
from data_access import sites


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """What was paid in the chosen years."""
    chosen = answer.frame[answer.frame["fiscal_year"].between(*answer.span)]
    amount = wording.amount(float(chosen["value"].sum()), answer.terms.unit, words)
    return words("say.site_flows", site=wording.place(answer, words), years=words.years(answer.span), amount=amount)


PANEL = Panel(
    key="site_flows",
    topic="site",
    shape=WIDE,
    depends_on=(*PERIOD, "site", *TERMS),
    read=sites.flows,
    draw=partial(draw_parts, "stream"),
    say=say,
    tabulate=partial(tabulate_parts, "stream"),
    replies_to=reply_targets.nothing,
    columns={"code": Column(codes=("stream",)), "value": Column(empty=MISSING)},
)
