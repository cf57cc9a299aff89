"""Panels about grievances: counts only, some of them withheld."""

from collections.abc import Sequence

from dashboard import wording
from dashboard.answer import VALUE, WITHHELD, ZERO, Answer
from dashboard.facets import BY_KEY
from dashboard.figures import balance, bars, columns, theme
from dashboard.figures.base import Canvas, Picture, plain
from dashboard.figures.withheld import withheld_quarters
from dashboard.legend import Key
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number, of_rows
from dashboard.text import Words

COUNTS = ("received_count", "closed_count", "open_count")


def draw_by_year(answer: Answer, canvas: Canvas) -> Picture:
    """Grievances received in each year, of the country also closed, and open at its end; what is withheld is dotted."""
    words, frame = canvas.words, answer.frame
    dark, _, middle, light, _ = theme.shades("grievances", 5)
    counts = [
        balance.Count(
            words(f"grievance.{name}"), colour, dict(zip(frame["year"], frame[name].astype(float), strict=True))
        )
        for name, colour in zip(COUNTS, (light, middle, dark), strict=True)
        if name in frame
    ]
    return balance.by_year(answer, counts, canvas, words("unit.grievances"), wording.writer("grievances", words))


def tabulate_by_year(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per year; withheld counts say so."""
    counts = [name for name in COUNTS if name in answer.frame]
    headers = (words("table.year"), *(words(f"grievance.{name}") for name in counts))
    return Table(headers, tuple(_year(row, counts, words) for row in answer.rows))


def say_by_year(answer: Answer, words: Words, _selection: Selection) -> str:
    """Received and closed in the chosen years, open at the end of the last, and how many years are withheld."""
    chosen = answer.frame[answer.frame["year"].between(*answer.years)]
    shown = chosen.dropna(subset="received_count")
    known = {"place": wording.place(answer, words), "years": words.years(answer.years)}
    if shown.empty:
        return words("say.grievances.none" if chosen.empty else "say.grievances.withheld", **known)
    known["received"] = words.number(int(shown["received_count"].sum()))
    hidden = len(chosen) - len(shown)
    left_out = [words.plural("say.grievances.hidden_years", hidden)] if hidden else []
    if "open_count" not in chosen:
        return " ".join([words("say.grievances.received", **known), *left_out])
    last = chosen.loc[chosen["year"] == answer.years[1], "open_count"].dropna()
    known |= {
        "closed": _sum(shown["closed_count"], words),
        "year": answer.years[1],
        "open": words("state.withheld") if last.empty else words.number(int(last.iloc[0])),
    }
    return " ".join([words("say.grievances.counted", **known), *left_out])


def _sum(counts, words: Words) -> str:
    """Of what is shown; where a part is withheld, at least so many."""
    known = counts.dropna()
    if known.empty:
        return words("state.withheld")
    total = words.number(int(known.sum()))
    return total if len(known) == len(counts) else words("value.at_least", value=total)


def draw_backlog(answer: Answer, canvas: Canvas) -> Picture:
    """Grievances open at the end of each quarter (frame: ``grievances.by_quarter``)."""
    words, frame = canvas.words, answer.frame
    label = words("grievance.open_at_end")
    series = [columns.Series(label, theme.middle("grievances"), frame["open_count"].tolist())]
    written = wording.writer("grievances", words)
    quarters = frame["quarter"].tolist()
    picture = columns.by_quarter(answer, quarters, series, canvas, words("unit.grievances"), written)
    hidden = frame.loc[frame["open_count"].isna(), "quarter"].tolist()
    if not hidden:
        return picture
    figure = {**picture.figure, "data": [*picture.figure["data"], withheld_quarters(hidden, words)]}
    return Picture(figure, (*picture.legend, Key("dots", words("state.withheld"))))


def tabulate_backlog(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per quarter."""
    counts = {"received_count": "received_count", "closed_count": "closed_in_quarter", "open_count": "open_at_end"}
    headers = {"quarter": words("table.quarter")} | {name: words(f"grievance.{key}") for name, key in counts.items()}
    return of_rows(answer.frame, headers, words, lambda row: Cell(words.quarter(row.quarter)), WITHHELD)


def say_backlog(answer: Answer, words: Words, selection: Selection) -> str:
    """Open at the end of the last chosen quarter, against a year earlier."""
    chosen = answer.frame[[selection.touches_quarter(quarter) for quarter in answer.frame["quarter"]]]
    known = chosen.dropna(subset="open_count")
    if known.empty:
        key = "say.grievances.none" if chosen.empty else "say.grievances.withheld"
        return words(key, place=words("place.country"), years=words.years(answer.years))
    last = known.iloc[-1]
    grievances = words.plural("unit.grievances.amount", int(last["open_count"]))
    return words("say.grievances.backlog", quarter=words.quarter(last["quarter"]), grievances=grievances)


def draw_by_code(family: str, answer: Answer, canvas: Canvas) -> Picture:
    """A bar per issue, channel or other code, with the words for a withheld one."""
    words, frame = canvas.words, _ordered(family, answer.frame)
    values = frame["value"].tolist()
    partial = frame["is_partial"].tolist()
    parts = [bars.Part(words("unit.grievances"), theme.middle("grievances"), plain(values))]

    def written(row: int, _length: float) -> str:
        return _count(values[row], partial[row], words)

    choices = [f"{family}:{code}" for code in frame["code"]] if family in BY_KEY else ()
    return bars.stacked([words(f"{family}.{code}") for code in frame["code"]], parts, canvas, written, choices)


def tabulate_by_code(family: str, answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per code, which chooses it where it can be chosen."""
    rows = tuple(
        (
            Cell(words(f"{family}.{row.code}"), choice=f"{family}:{row.code}" if family in BY_KEY else None),
            _counted(row.value, row.is_partial, words),
        )
        for row in _ordered(family, answer.frame).itertuples()
    )
    return Table((words(f"table.{family}"), words("unit.grievances")), rows)


def say_by_code(family: str, answer: Answer, words: Words, selection: Selection) -> str:
    """The chosen code, or the most frequent."""
    known = answer.frame.dropna(subset="value").sort_values("value", ascending=False)
    chosen = getattr(selection, family, None)
    known = known if chosen is None else known[known["code"] == chosen]
    if known.empty:
        return words("say.grievances.withheld", place=words("place.country"), years=words.years(answer.years))
    first = next(known.itertuples())
    return words(
        f"say.grievances.{family}_chosen" if chosen else f"say.grievances.{family}",
        years=words.years(answer.years),
        code=words(f"{family}.{first.code}"),
        grievances=words.plural("unit.grievances.amount", int(first.value)),
        total=_total(answer.frame, words),
    )


def _year(row, counts: Sequence[str], words: Words) -> tuple[Cell, ...]:
    return (
        Cell(str(row.year), choice=f"period:{row.year}"),
        *(number(getattr(row, name), words, state=WITHHELD) for name in counts),
    )


def _ordered(family: str, frame):
    """By number; ages and stages in their own order."""
    return (
        frame if family in ("age", "stage_reached") else frame.sort_values("value", ascending=False, ignore_index=True)
    )


def _counted(value: float, is_partial: bool, words: Words) -> Cell:
    state = _state(value, is_partial)
    return Cell(_count(value, is_partial, words), state=state, is_number=state != WITHHELD)


def _count(value: float, is_partial: bool, words: Words) -> str:
    if _state(value, is_partial) == WITHHELD:
        return words("state.withheld")
    return words("value.at_least", value=words.number(value)) if is_partial else words.number(value)


def _state(value: float, is_partial: bool) -> str:
    """At least 0 says nothing: that is withheld."""
    if value != value or (is_partial and value == 0):
        return WITHHELD
    return VALUE if value else ZERO


def _total(frame, words: Words) -> str:
    """The sum of what is shown; where anything is withheld, at least so many."""
    total = words.number(int(frame["value"].sum()))
    is_whole = frame["value"].notna().all() and not frame["is_partial"].any()
    return total if is_whole else words("value.at_least", value=total)
