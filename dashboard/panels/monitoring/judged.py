"""Panels about readings."""

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import bars, columns
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.judged import COLOURS, JUDGEMENTS, parts, shares_of
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, of_rows
from dashboard.text import Words


def draw_by_quarter(answer: Answer, canvas: Canvas) -> Picture:
    """Readings per quarter, stacked by judgement; quarters without readings stay empty."""
    words, frame = canvas.words, answer.frame
    series = [
        columns.Series(words(f"judgement.{key}"), colour, frame[key].tolist(), "/" if key == "cannot_tell" else "")
        for key, colour in zip(JUDGEMENTS, COLOURS, strict=True)
    ]
    written = wording.writer("readings", words)
    return columns.by_quarter(answer, frame["quarter"].tolist(), series, canvas, words("unit.readings"), written)


def tabulate_by_quarter(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per quarter."""
    headers = {"quarter": words("table.quarter"), **_headers(words)}
    return of_rows(
        answer.frame, headers, words, lambda row: Cell(words.quarter(row.quarter), choice=f"period:{row.quarter.year}")
    )


def say_by_quarter(answer: Answer, words: Words, selection: Selection) -> str:
    """How many readings of the chosen period were beyond their limit, and how many cannot be judged."""
    chosen = answer.frame[[selection.touches_quarter(quarter) for quarter in answer.frame["quarter"]]]
    counts = {key: int(chosen[key].sum()) for key in JUDGEMENTS}
    judged = counts["ok"] + counts["near"] + counts["exceeds"]
    place, years = wording.place(answer, words), words.years(answer.years)
    if not judged:
        return words("say.readings.none", place=place, years=years)
    return words(
        "say.readings.judged",
        place=place,
        years=years,
        readings=words.plural("count.readings", judged),
        exceeding=words.number(counts["exceeds"]),
        share=words.percent(100 * counts["exceeds"] / judged),
        unjudged=words.plural("count.readings", counts["cannot_tell"]),
    )


def draw_by_indicator(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per indicator, the ones most often beyond the limit first."""
    words, frame = canvas.words, _by_share(answer.frame)
    names = [wording.indicator(code, words) for code in frame["code"]]
    shares = shares_of(frame, words)
    return bars.stacked(names, parts(frame, words), canvas, lambda row, _length: shares[row])


def tabulate_by_indicator(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per indicator."""
    headers = {"code": words("table.indicator"), **_headers(words)}
    return of_rows(
        _by_share(answer.frame),
        headers,
        words,
        lambda row: Cell(wording.indicator(row.code, words), choice=f"indicator:{row.code}"),
    )


def say_by_indicator(answer: Answer, words: Words, _selection: Selection) -> str:
    """The indicator most often beyond its limit."""
    first = _by_share(answer.frame).iloc[0]
    place, years = wording.place(answer, words), words.years(answer.years)
    if first["share"] != first["share"] or not first["exceeds"]:
        return words("say.indicator.none", place=place, years=years)
    return words(
        "say.indicator.first",
        place=place,
        years=years,
        indicator=wording.indicator(first["code"], words),
        exceeding=words.number(first["exceeds"]),
        readings=words.plural("count.readings", int(first["judged"])),
    )


def _headers(words: Words) -> dict[str, str]:
    return {key: words(f"judgement.{key}") for key in JUDGEMENTS}


def _by_share(frame):
    return frame.sort_values("share", ascending=False, ignore_index=True)
