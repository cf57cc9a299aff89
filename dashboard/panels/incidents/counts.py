"""Panels that count conflict incidents."""

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import bars, columns, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number, of_years
from dashboard.text import Words

# The worst first, each in its colour.
SEVERITIES = {level: theme.RAMPS["incidents"][level - 1] for level in (5, 4, 3, 2, 1)}
OUTCOMES = ("positive", "partial", "none", "unknown")


def draw_by_year(answer: Answer, canvas: Canvas) -> Picture:
    """Incidents per year, stacked by severity."""
    words, frame = canvas.words, answer.frame
    years = sorted(set(frame["year"]))
    wide = frame.pivot_table(index="year", columns="severity", values="value", aggfunc="sum", min_count=1)
    series = columns.series_of(wide, SEVERITIES, lambda level: words(f"severity.{level}"))
    written = wording.writer(answer.counted, words)
    return columns.by_year(answer, years, series, canvas, words(f"unit.{answer.counted}"), written)


def tabulate_by_year(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Years down, severities across."""
    return of_years(
        answer.frame, words, "year", "severity", lambda level: words(f"severity.{level}"), words("table.year")
    )


def say_by_year(answer: Answer, words: Words, _selection: Selection) -> str:
    """The year with most recorded incidents among those chosen."""
    counts = answer.frame[answer.frame["year"].between(*answer.years)].groupby("year")["value"].sum()
    place, years = wording.place(answer, words), words.years(answer.years)
    if counts.empty:
        return words("say.incidents.no_record", place=place, years=years)
    if not counts.max():
        return words("say.incidents.zero", place=place, years=years)
    incidents = words.plural(f"unit.{answer.counted}.amount", int(counts.max()))
    return words("say.incidents.most", place=place, years=years, year=int(counts.idxmax()), incidents=incidents)


def draw_by_issue(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per issue, the most frequent first, stacked by severity; a click chooses the issue."""
    words, wide = canvas.words, _issues(answer)
    names = [words(f"issue.{code}") for code in wide.index]
    parts = [
        bars.Part(words(f"severity.{level}"), colour, wide[level].tolist())
        for level, colour in SEVERITIES.items()
        if level in wide
    ]
    choices = [f"issue:{code}" for code in wide.index]
    return bars.stacked(names, parts, canvas, lambda _row, length: words.number(length), choices)


def tabulate_by_issue(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per issue, severities across."""
    wide = _issues(answer)
    rows = tuple(
        (Cell(words(f"issue.{code}"), choice=f"issue:{code}"), *(number(n, words) for n in counts))
        for code, counts in zip(wide.index, wide.to_numpy().tolist(), strict=True)
    )
    marked = tuple(row for row, code in enumerate(wide.index) if code == selection.issue)
    return Table((words("table.issue"), *(words(f"severity.{level}") for level in wide.columns)), rows, marked)


def say_by_issue(answer: Answer, words: Words, _selection: Selection) -> str:
    """What incidents were about most often."""
    counts = _issues(answer).sum(axis=1)
    return words(
        "say.issue.most",
        place=wording.place(answer, words),
        years=words.years(answer.years),
        issue=words(f"issue.{counts.index[0]}"),
        incidents=words.plural("unit.incidents.amount", int(counts.iloc[0])),
    )


def draw_by_outcome(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per group of documented outcomes."""
    words = canvas.words
    counts = _outcomes(answer)
    parts = [bars.Part(words("unit.incidents"), theme.middle("incidents"), list(counts.values()))]
    names = [words(f"outcome.{group}") for group in counts]
    return bars.stacked(names, parts, canvas, lambda _row, length: words.number(length))


def tabulate_by_outcome(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per group of outcomes."""
    rows = ((Cell(words(f"outcome.{group}")), number(count, words)) for group, count in _outcomes(answer).items())
    return Table((words("table.outcome"), words("unit.incidents")), tuple(rows))


def say_by_outcome(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many incidents ended with something, and of how many that is not known."""
    counts = _outcomes(answer)
    return words(
        "say.outcome.counts",
        place=wording.place(answer, words),
        years=words.years(answer.years),
        incidents=words.plural("unit.incidents.amount", sum(counts.values())),
        **{group: words.number(count) for group, count in counts.items()},
    )


def _outcomes(answer: Answer) -> dict[str, int]:
    found = dict(zip(answer.frame["code"], answer.frame["value"], strict=True))
    return {group: int(found.get(group, 0)) for group in OUTCOMES}


def _issues(answer: Answer):
    """Issues down, the most frequent first, severities across from the highest."""
    wide = answer.frame.pivot_table(index="code", columns="severity", values="value", aggfunc="sum", fill_value=0)
    order = wide.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return wide.loc[order, sorted(wide.columns, reverse=True)].astype(int)
