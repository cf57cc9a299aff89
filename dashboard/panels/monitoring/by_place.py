"""The grid of districts and indicators: how often each indicator was beyond its limit in each district."""

from functools import partial
from typing import Any

from dashboard.figures import classes, grid, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.judgements import NO_SHARE
from dashboard.panels import reply_targets
from dashboard.panels.panel import PERIOD, Column, Panel
from dashboard.text import Words, naming
from dashboard.text.table import Cell, Table
from data_access.answers import indicators
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.legend import Key
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import TALL
from data_access.vocabulary.states import MISSING, NOT_COLLECTED, VALUE, ZERO

# Percent of the judged readings at which a darker shade begins, after the first two: none at all, and below them.
BEGINS = (10.0, 25.0, 50.0)
SHADES = theme.RAMPS["monitoring"]


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Districts down, indicators across; an open square where most readings cannot be judged."""
    words, codes = canvas.words, _codes(answer, canvas.words)
    rows = [_row(answer, name, of_place, codes, words) for name, of_place in _places(answer, words)]
    legend = [*(Key(shade, text) for shade, text in zip(SHADES, _classes(words), strict=True))]
    legend += [Key("open", words("judgement.cannot_tell"))] if answer.frame["share"].isna().any() else []
    return grid.of_cells(rows, [naming.of_indicator(answer, code, words) for code in codes], SHADES, legend, canvas)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per district, a column per indicator: percent of the judged readings."""
    codes = _codes(answer, words)
    places = _places(answer, words)
    rows = tuple(
        (_place(name, of_place), *(_cell(of_place, code, words) for code in codes)) for name, of_place in places
    )
    marked_rows = tuple(
        n for n, (_, rows_of_place) in enumerate(places) if rows_of_place["slug"].iloc[0] == selection.district
    )
    return Table(
        (words("table.district"), *(naming.of_indicator(answer, code, words) for code in codes)), rows, marked_rows
    )


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """By medium, where anything was beyond its limit most often; in how many of the pairs that can be judged it was."""
    judged_rows = answer.frame.dropna(subset="share")
    beyond = judged_rows[judged_rows["share"] > 0].sort_values("share", ascending=False, kind="stable")
    years = words.years(answer.span)
    if beyond.empty:
        return words.plural("say.grid.none", len(judged_rows), years=years)
    firsts = (beyond[beyond["medium"] == medium].head(1) for medium in ("water", "air"))
    most = [_most(answer, row, words) for first in firsts for row in named_rows(first)]
    first = words.plural("say.grid.first", len(judged_rows), years=years, beyond=words.number(len(beyond)))
    return " ".join([*most, first])


def _most(answer: Answer, row: Any, words: Words) -> str:
    return words(
        f"say.grid.{row.medium}",
        district=getattr(row, f"name_{words.language}"),
        indicator=naming.of_indicator(answer, row.code, words),
        share=words.percent(row.share, 0),
        readings=words.plural("count.readings", int(row.judged)),
    )


def _codes(answer: Answer, words: Words) -> list[str]:
    names = {code: naming.of_indicator(answer, code, words) for code in answer.frame["code"].unique()}
    return sorted(names, key=lambda code: words.sort_key(names[code]))


def _places(answer: Answer, words: Words) -> list[tuple[str, Any]]:
    """Name and rows of each district, by name."""
    groups = answer.frame.groupby(f"name_{words.language}")
    return sorted(((name, rows.set_index("code")) for name, rows in groups), key=lambda one: words.sort_key(one[0]))


def _row(answer: Answer, name: str, of_place: Any, codes: list[str], words: Words) -> grid.Row:
    shares = [of_place["share"].get(code) if code in of_place.index else None for code in codes]
    classes = [None if share is None or share != share else _class(share) for share in shares]
    texts = [f"{name} · {naming.of_indicator(answer, code, words)} · {_hover(of_place, code, words)}" for code in codes]
    is_open = [bool(share is not None and share != share) for share in shares]
    return grid.Row(name, classes, texts, [f"indicator:{code}" for code in codes], is_open)


def _class(share: float) -> int:
    """By the share as it is written."""
    return 1 + classes.class_of(classes.rounded_text(share, 0), BEGINS) if share else 0


def _hover(of_place: Any, code: str, words: Words) -> str:
    if code not in of_place.index:
        return words("state.not_collected")
    row = of_place.loc[code]
    if row["share"] != row["share"]:
        return words(NO_SHARE)
    return words("value.of_readings", share=words.percent(row["share"], 0), n=words.number(int(row["judged"])))


def _cell(of_place: Any, code: str, words: Words) -> Cell:
    if code not in of_place.index:
        return Cell(_hover(of_place, code, words), state=NOT_COLLECTED)
    share = of_place["share"][code]
    if share != share:
        return Cell(_hover(of_place, code, words), state=MISSING)
    state = VALUE if share else ZERO
    return Cell(words.percent(share, 0), choice=f"indicator:{code}", state=state, is_number=True)


def _place(name: str, of_place: Any) -> Cell:
    return Cell(name, choice=f"district:{of_place['slug'].iloc[0]}")


def _classes(words: Words) -> list[str]:
    first, *_, last = begins = [words.percent(begin, 0) for begin in BEGINS]
    ends = [words.percent(classes.before(begin, 0), 0) for begin in BEGINS[1:]]
    inner = [f"{low}–{high}" for low, high in zip(begins, ends, strict=False)]
    return [
        words("legend.none_beyond"),
        words("legend.under", n=first),
        *inner,
        words("legend.from", n=last),
    ]


PANEL = Panel(
    key="readings_by_place",
    topic="monitoring",
    shape=TALL,
    depends_on=PERIOD,
    read=indicators.judged_by_place,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.indicators, reply_targets.districts_of_rows),
    columns={"code": Column(codes=("indicator",)), "share": Column(empty=MISSING)},
)
