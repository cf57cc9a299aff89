"""Panels about what became of grievances, and how long people wait."""

from dashboard.answer import MISSING, WITHHELD, Answer
from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture, plain
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number
from dashboard.text import Words

JUDGED = ("in_time", "missed", "unknown")


def say_by_stage(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many of those received were resolved."""
    reached = answer.frame.set_index("code")
    values = {row.Index: _least(row.value, row.is_partial, words) for row in reached.itertuples()}
    years = words.years(answer.years)
    return words("say.stages", years=years, **{code: values[code] for code in ("received", "acknowledged", "resolved")})


def say_by_age(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many of the open ones have been open for longest."""
    values = answer.frame.set_index("code")["value"]
    if values.isna().any():
        return words("say.grievances.withheld", place=words("place.country"), years=words.years(answer.years))
    total = int(values.sum())
    over = int(values["over_90"])
    share = words.percent(100 * over / total, 0) if total else words.percent(0, 0)
    return words(
        "say.ages", grievances=words.plural("unit.grievances.amount", total), over=words.number(over), share=share
    )


def draw_waits(answer: Answer, canvas: Canvas) -> Picture:
    """For each wait the days of half of the grievances, and of nine of ten."""
    words, frame = canvas.words, answer.frame
    half, ninth = theme.shades("grievances", 2)
    median, most = frame["median_days"], frame["p90_days"]
    parts = [
        bars.Part(words("wait.half"), half, plain(median)),
        bars.Part(words("wait.ninth"), ninth, plain(most - median)),
    ]

    def written(row: int, _length: float) -> str:
        return _days(median[row], most[row], words)

    return bars.stacked([words(f"wait.{code}") for code in frame["code"]], parts, canvas, written)


def tabulate_waits(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per wait."""
    headers = (words("table.wait"), words("wait.median_days"), words("wait.p90_days"))
    rows = (
        (Cell(words(f"wait.{row.code}")), _number(row.median_days, words), _number(row.p90_days, words))
        for row in answer.rows
    )
    return Table(headers, tuple(rows))


def say_waits(answer: Answer, words: Words, selection: Selection) -> str:
    """The median days until a resolution, and those of the open ones beside it."""
    median = answer.frame.set_index("code")["median_days"]
    days = {code: words.plural("unit.days.amount", round(value)) for code, value in median.dropna().items()}
    known = {"about": _about(selection, words)}
    if "resolve" not in days:
        return words("say.waits.withheld", **known)
    if "open" not in days:
        return words("say.waits.resolved", resolve=days["resolve"], **known)
    return words("say.waits", resolve=days["resolve"], open=days["open"], **known)


def draw_in_time(answer: Answer, canvas: Canvas) -> Picture:
    """Of each responsible body the shares of those grievances whose deadline can be judged, with their number."""
    words, frame = canvas.words, answer.frame
    totals = frame["in_time"] + frame["missed"]
    parts = [
        bars.Part(words(f"in_time.{name}"), colour, plain(100 * frame[name] / totals))
        for name, colour in zip(("in_time", "missed"), theme.shades("grievances", 2), strict=True)
    ]

    def written(row: int, _length: float) -> str:
        if totals[row] != totals[row]:
            return words("state.withheld")
        if not totals[row]:
            return words("in_time.nothing_due")
        share = words.percent(100 * frame["in_time"][row] / totals[row], 0)
        return words("count.of", part=share, whole=words.number(totals[row]))

    return bars.stacked([_name(row, words) for row in frame.itertuples()], parts, canvas, written)


def tabulate_in_time(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per responsible body: resolved in time, missed, not to be said; acknowledged in time."""
    columns = (*JUDGED, "acknowledged", "other")
    headers = (words("table.body"), *(words(f"in_time.{name}") for name in columns))
    rows = ((Cell(_name(row, words)), *(_number(getattr(row, name), words) for name in columns)) for row in answer.rows)
    return Table(headers, tuple(rows))


def say_in_time(answer: Answer, words: Words, selection: Selection) -> str:
    """Shares of the country or of the chosen issue."""
    whole = answer.frame[~answer.frame["kind"].eq("body")]
    row = next(whole.itertuples(), None)
    judged = row.in_time + row.missed if row else float("nan")
    known = {"about": _about(selection, words)}
    if not judged > 0:
        return words("say.in_time.withheld", **known)
    known |= {
        "share": words.percent(100 * row.in_time / judged, 0),
        "n": words.plural("unit.grievances.amount", judged),
    }
    acknowledged = row.acknowledged / (row.acknowledged + row.other)
    if acknowledged != acknowledged:
        return words("say.in_time.resolved", **known)
    return words("say.in_time", acknowledged=words.percent(100 * acknowledged, 0), **known)


def draw_returned(answer: Answer, canvas: Canvas) -> Picture:
    """Percent reopened and appealed: all (or the chosen issue), then by responsible body."""
    words = canvas.words
    frame = answer.frame[answer.frame["kind"] != "channel"].reset_index(drop=True)
    shares = 100 * frame["yes"] / (frame["yes"] + frame["no"])
    parts = [bars.Part(words("unit.percent"), theme.middle("grievances"), plain(shares))]

    def written(row: int, _length: float) -> str:
        return _share(frame["yes"][row], frame["no"][row], words)

    names = [f"{words(f'returned.{row.question}')}: {_name(row, words)}" for row in frame.itertuples()]
    return bars.stacked(names, parts, canvas, written)


def tabulate_returned(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per question and group: how many, of how many, percent."""
    headers = (*(words(f"table.{name}") for name in ("returned", "group", "yes", "of")), words("unit.percent"))
    rows = []
    for row in answer.rows:
        whole = row.yes + row.no
        # Of none there is no share.
        share = number(
            100 * row.yes / (whole or float("nan")),
            words,
            lambda percent: words.percent(percent, 0),
            state=MISSING if whole == 0 else WITHHELD,
        )
        names = (Cell(words(f"returned.{row.question}")), Cell(_name(row, words)))
        rows.append((*names, _number(row.yes, words), _number(whole, words), share))
    return Table(headers, tuple(rows))


def say_returned(answer: Answer, words: Words, selection: Selection) -> str:
    """Shares of the country or of the chosen issue."""
    whole = answer.frame[answer.frame["kind"].isin(["country", "issue"])].set_index("question")
    shares = {
        question: _share(row.yes, row.no, words) for question, row in zip(whole.index, whole.itertuples(), strict=True)
    }
    missing = dict.fromkeys(("reopened", "appealed"), words("state.withheld"))
    return words("say.returned", about=_about(selection, words), **(missing | shares))


def _share(yes: float, no: float, words: Words) -> str:
    """Percent, or why there is none: a count is withheld, or there was nothing to count."""
    whole = yes + no
    if whole != whole:
        return words("state.withheld")
    return words.percent(100 * yes / whole, 0) if whole else words("state.missing")


def _about(selection: Selection, words: Words) -> str:
    issue = words(f"issue.{selection.issue}") if selection.issue else words("issue.all")
    return words("say.all_years", about=issue[:1].lower() + issue[1:])


def _name(row, words: Words) -> str:
    return words("issue.all") if row.kind == "country" else words(f"{row.kind}.{row.code}")


def _days(median: float, most: float, words: Words) -> str:
    if median != median:
        return words("state.withheld")
    half, ninth = (words.plural("unit.days.amount", round(days)) for days in (median, most))
    return f"{words('wait.half_days', days=half)}\n{words('wait.ninth_days', days=ninth)}"


def _least(value: float, is_partial: bool, words: Words) -> str:
    written = words.number(value)
    return words("value.at_least", value=written) if is_partial else written


def _number(value: float, words: Words) -> Cell:
    return number(value, words, state=WITHHELD)
