"""How well readings by residents and a laboratory's values of the same samples agree."""

from functools import partial

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, UNSTATED_KEY, Column, Panel
from dashboard.text import Words, naming, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import pem
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART

HEADERS = ("indicator", "pairs", "within_tolerance", "share_within", "median_difference")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar of pairs for each indicator: within the tolerance of their protocol, and beyond it."""
    words, rows = canvas.words, answer.rows
    parts = [
        bars.Part(words("agreement.within"), theme.RAMPS["outcomes"][3], [row.within_count for row in rows]),
        bars.Part(
            words("agreement.beyond"),
            theme.RAMPS["outcomes"][1],
            [row.pair_count - row.within_count for row in rows],
        ),
    ]
    names = [naming.of_indicator(answer, row.code, words) for row in rows]

    def bar_text(place: int, _length: float) -> str:
        row = rows[place]
        return words("agreement.of_pairs", within=words.number(row.within_count), pairs=words.number(row.pair_count))

    return bars.stacked_bars(names, parts, canvas, bar_text)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row for each indicator: pairs, how many agree, and by how much residents read more or less."""
    rows = tuple(
        (
            Cell(naming.of_indicator(answer, row.code, words)),
            number(row.pair_count, words),
            number(row.within_count, words),
            number(row.share_within, words, lambda share: words.percent(share, 0)),
            number(row.bias_percent, words, partial(_difference, words=words), otherwise="agreement.too_few"),
        )
        for row in answer.rows
    )
    return Table(tuple(words(f"table.{name}") for name in HEADERS), rows)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many pairs agree, and of which indicator the two differ most in the middle."""
    frame = answer.frame
    pairs, within = int(frame["pair_count"].sum()), int(frame["within_count"].sum())
    sentence = words(
        "say.pem_agreement",
        place=wording.place(answer, words),
        years=words.years(answer.span),
        within=words.number(within),
        pairs=words.plural("count.pairs", pairs),
    )
    known_rows = frame.dropna(subset="bias_percent")
    if known_rows.empty:
        return sentence
    most = known_rows.loc[known_rows["bias_percent"].abs().idxmax()]
    indicator, difference = naming.of_indicator(answer, most["code"], words), _difference(most["bias_percent"], words)
    return f"{sentence} {words('say.pem_agreement.most', indicator=indicator, difference=difference)}"


def _difference(percent: float, words: Words) -> str:
    """By how much residents read more or less; nothing has no sign."""
    return words.change(percent) if round(percent, 1) else words.percent(0)


PANEL = Panel(
    key="pem_agreement",
    topic="outcomes",
    shape=CHART,
    depends_on=PLACE_AND_PERIOD,
    read=pem.agreement,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.indicators, reply_targets.chosen_districts),
    columns={
        "code": Column(codes=("indicator",)),
        "pair_count": Column("Pairs of a reading by residents and a laboratory's value of the same sample"),
        "within_count": Column("Pairs that differ by no more than their protocol allows"),
        "share_within": Column("The same in percent of the pairs", unit="percent"),
        "bias_percent": Column(
            "Median of residents' value less the laboratory's, in percent of the latter; empty: of too few pairs",
            unit="percent",
            empty=UNSTATED_KEY,
        ),
    },
)
