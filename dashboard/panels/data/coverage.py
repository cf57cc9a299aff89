"""Panels about the data themselves: what is known at all."""

from typing import Any

from dashboard.figures import grid
from dashboard.figures.base import Canvas, Picture, whole_span
from dashboard.panels import reply_targets
from dashboard.panels.panel import Column, Panel
from dashboard.text import Words, naming
from dashboard.text.table import Cell, Table, number
from data_access.answers import coverage
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.measures import of_indicator
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import TALL

NEUTRAL = ("#dfe5e8", "#b0bec6", "#768b98", "#3b5261")


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Subjects down, years across, shaded by the share of districts with a figure."""
    words, years = canvas.words, _years(answer)
    rows = [
        grid.Row(
            _lane(answer, subject, code, words),
            [_shade(counts.get(year), answer) for year in years],
            [_hover(year, counts.get(year), answer, words) for year in years],
            [f"period:{year}" for year in years],
        )
        for (subject, code), counts in _lanes(answer)
    ]
    legend = grid.share_legend("legend.districts_share", NEUTRAL, words)
    return grid.of_cells(rows, list(map(str, years)), NEUTRAL, legend, canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Years down, subjects across: districts with a figure."""
    lanes = list(_lanes(answer))
    headers = (words("table.year"), *(_lane(answer, subject, code, words) for (subject, code), _ in lanes))
    rows = tuple(
        (Cell(str(year), choice=f"period:{year}"), *(_count(counts.get(year), words) for _, counts in lanes))
        for year in _years(answer)
    )
    return Table(headers, rows)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many districts there are, and which years the subjects have in common."""
    spans = [(min(counts), max(counts)) for _, counts in _lanes(answer)]
    first, last = max(span[0] for span in spans), min(span[1] for span in spans)
    total = words.plural("count.all_districts", int(answer.frame["total"].iloc[0]))
    if first > last:
        return words("say.coverage.none", districts=total)
    return words("say.coverage", districts=total, years=words.years((first, last)))


def _lanes(answer: Answer) -> Any:
    """Pairs of (subject, code) and their districts by year, in the order of the frame."""
    for lane, rows in answer.frame.groupby(["subject", "code"], sort=False):
        yield lane, dict(zip(rows["year"], rows["districts"], strict=True))


def _lane(answer: Answer, subject: str, code: str, words: Words) -> str:
    if subject == "monitoring" and code != "readings":
        return naming.of_measure(of_indicator(code, answer.indicators), words)
    return words(f"stage.{code}") if subject == "revenue" else words(f"coverage.{code}")


def _years(answer: Answer) -> range:
    return range(whole_span(answer)[0], whole_span(answer)[1] + 1)


def _shade(count: int | None, answer: Answer) -> int | None:
    if not count:
        return None
    share = count / int(answer.frame["total"].iloc[0])
    return grid.share_class(share)


def _hover(year: int, count: int | None, answer: Answer, words: Words) -> str:
    if not count:
        return f"{year} · {words('legend.no_figures')}"
    return f"{year} · {words('coverage.of', count=words.number(count), total=int(answer.frame['total'].iloc[0]))}"


def _count(count: int | None, words: Words) -> Cell:
    return number(count or None, words)


PANEL = Panel(
    key="data_coverage",
    topic="data",
    shape=TALL,
    depends_on=(),
    read=coverage.by_year,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={
        "code": Column(codes=("stage", "coverage", "measure")),
        "subject": Column("Subject of the figures"),
        "total": Column("Districts of the country", unit="districts"),
    },
)
