"""Criteria of participatory monitoring, scored from 0 to 4 round by round."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from dashboard.figures import grid, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table, number
from data_access.answers import pem
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.pem import HIGHEST_SCORE, LOWEST_SCORE, ROUNDS
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import REGISTER

SHADES = theme.RAMPS["outcomes"]
# Of more areas the sentence would be a list.
MOST_AREAS = 2


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A row for each criterion, a cell for each round, darker where the score is higher.

    Of several areas a row for each of them, with its weighted means.
    """
    words, areas = canvas.words, _by_area(answer)
    rows = (
        [_of_area(rows, words) for rows in areas]
        if len(areas) > 1
        else [_of_criterion(by_round, words) for by_round in _by_criterion(answer)]
    )
    legend = [
        *(Key(shade, words.number(score)) for score, shade in enumerate(SHADES, start=LOWEST_SCORE)),
        Key("none", words("legend.no_figures")),
    ]
    return grid.of_cells(rows, [words(f"round.{one}") for one in ROUNDS], SHADES, legend, canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Area and criterion, the score of each round, the weight, and what shows the newest score."""
    headers = (
        *(words(f"table.{name}") for name in ("pem_area", "criterion")),
        *(words(f"round.{one}") for one in ROUNDS),
        *(words(f"table.{name}") for name in ("weight", "evidence")),
    )
    return Table(headers, tuple(_criterion(by_round, words) for by_round in _by_criterion(answer)))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """The weighted means of each area's first and newest round, of the criteria that both have."""
    areas = _by_area(answer)
    parts = [_course(rows, words) for rows in areas[:MOST_AREAS]]
    place = wording.place(answer, words)
    if len(areas) > MOST_AREAS:
        return words("say.pem_criteria.many", place=place, areas=words.plural("count.pem_areas", len(areas)))
    return words("say.pem_criteria", place=place, parts="; ".join(parts), most=words.number(HIGHEST_SCORE))


def _by_area(answer: Answer) -> list[Sequence[Any]]:
    """The rows of each area."""
    return [[*rows] for _, rows in groupby(answer.rows, lambda row: row.pem_area_id)]


def _by_criterion(answer: Answer) -> list[Mapping[str, Any]]:
    """The rows of each criterion of each area, by round."""
    groups = groupby(answer.rows, lambda row: (row.pem_area_id, row.criterion))
    return [{row.round: row for row in rows} for _, rows in groups]


def _course(rows: Sequence[Any], words: Words) -> str:
    rounds = [one for one in ROUNDS if any(row.round == one for row in rows)]
    first, newest = rounds[0], rounds[-1]
    in_both = {row.criterion for row in rows if row.round == first} & {
        row.criterion for row in rows if row.round == newest
    }
    means = {one: _mean([row for row in rows if row.round == one and row.criterion in in_both]) for one in rounds}
    area, newest_round = getattr(rows[0], f"name_{words.language}"), words(f"round.{newest}").lower()
    if first == newest or means[first] is None or means[newest] is None:
        return words("say.pem_criteria.once", area=area, round=newest_round, score=_mean_text(means[newest], words))
    return words(
        "say.pem_criteria.course",
        area=area,
        first=_mean_text(means[first], words),
        newest=_mean_text(means[newest], words),
        round=newest_round,
    )


def _mean(rows: Sequence[Any]) -> float | None:
    """The mean by weight; None of nothing, or of what has no weight."""
    weight = sum(row.weight for row in rows)
    return sum(row.score * row.weight for row in rows) / weight if weight else None


def _mean_text(mean: float | None, words: Words) -> str:
    return words("state.missing") if mean is None else words.number(mean, 1)


def _of_criterion(by_round: Mapping[str, Any], words: Words) -> grid.Row:
    name = words(f"criterion.{next(iter(by_round.values())).criterion}")
    return _row(name, [float(by_round[one].score) if one in by_round else None for one in ROUNDS], words)


def _of_area(rows: Sequence[Any], words: Words) -> grid.Row:
    means = [_mean([row for row in rows if row.round == one]) for one in ROUNDS]
    return _row(getattr(rows[0], f"name_{words.language}"), means, words)


def _row(name: str, scores: Sequence[float | None], words: Words) -> grid.Row:
    """Shades of whole scores; the text of a cell has the score as it is."""
    texts = [
        f"{name} · {words(f'round.{one}')} · {words('legend.no_figures') if score is None else words.number(score, 1)}"
        for one, score in zip(ROUNDS, scores, strict=True)
    ]
    return grid.Row(name, [None if score is None else round(score) for score in scores], texts)


def _criterion(by_round: Mapping[str, Any], words: Words) -> tuple[Cell, ...]:
    newest = [*by_round.values()][-1]
    return (
        Cell(getattr(newest, f"name_{words.language}")),
        Cell(words(f"criterion.{newest.criterion}")),
        *(number(by_round[one].score if one in by_round else None, words) for one in ROUNDS),
        number(newest.weight, words),
        Cell(newest.evidence or NO_RANK, address=newest.evidence_url, language="en"),
    )


PANEL = Panel(
    key="pem_criteria",
    topic="outcomes",
    shape=REGISTER,
    depends_on=("district",),
    read=pem.scores,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
    columns={"criterion": Column(codes=("criterion",)), "round": Column(codes=("round",))},
)
