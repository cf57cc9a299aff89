"""Panels about the data themselves: what is known, where it comes from, how old it is."""

from dashboard.answer import Answer
from dashboard.clock import today
from dashboard.figures import grid, periods, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.legend import Key
from dashboard.selection import Selection
from dashboard.tables import Cell, Table
from dashboard.text import Words

# Upper ends of the shades, as shares of all districts.
SHARES = (0.25, 0.5, 0.75, 1.0)
NEUTRAL = ("#dfe5e8", "#b0bec6", "#768b98", "#3b5261")
REFERENCE = "#8b959c"


def draw_coverage(answer: Answer, canvas: Canvas) -> Picture:
    """Subjects down, years across, shaded by the share of districts with a figure."""
    words, years = canvas.words, _years(answer)
    rows = [
        grid.Row(
            _lane(subject, code, words),
            [_shade(found.get(year), answer) for year in years],
            [_covered(year, found.get(year), answer, words) for year in years],
            [f"period:{year}" for year in years],
        )
        for (subject, code), found in _lanes(answer)
    ]
    bounds = [round(100 * share) for share in SHARES]
    legend = [
        Key(colour, words("legend.districts_share", low=low, high=high))
        for colour, low, high in zip(NEUTRAL, [0, *bounds], bounds, strict=False)
    ]
    return grid.shaded(rows, list(map(str, years)), NEUTRAL, (*legend, Key("none", words("legend.no_figures"))), canvas)


def tabulate_coverage(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Years down, subjects across: districts with a figure."""
    lanes = list(_lanes(answer))
    headers = (words("table.year"), *(_lane(subject, code, words) for (subject, code), _ in lanes))
    rows = tuple(
        (Cell(str(year), choice=f"period:{year}"), *(_count(found.get(year), words) for _, found in lanes))
        for year in _years(answer)
    )
    return Table(headers, rows)


def say_coverage(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many districts there are, and which years the subjects have in common."""
    spans = [(min(found), max(found)) for _, found in _lanes(answer)]
    first, last = max(span[0] for span in spans), min(span[1] for span in spans)
    total = words.plural("count.all_districts", int(answer.frame["total"].iloc[0]))
    if first > last:
        return words("say.coverage.none", districts=total)
    return words("say.coverage", districts=total, years=words.years((first, last)))


def draw_register(answer: Answer, canvas: Canvas) -> Picture:
    """The period that each source covers."""
    words = canvas.words
    bars = [
        periods.Period(
            getattr(row, f"title_{words.language}"),
            row.covers_from or row.newest_on,
            row.newest_on,
            row.expected_on or None,
            theme.middle(row.dataset) if row.dataset in theme.RAMPS else REFERENCE,
            _hover(row, words),
        )
        for row in answer.rows
        if row.newest_on
    ]
    return periods.of_things(bars, today(), canvas, [Key("expected", words("legend.expected"))])


def tabulate_register(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per source."""
    names = ("subject", "source", "state", "period", "expected", "loaded", "read", "set_aside", "kind", "publisher")
    headers = tuple(words(f"table.{name}") for name in names)
    return Table(headers, tuple(_source(row, words) for row in answer.rows))


def say_register(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many sources are late, on time, or promise nothing."""
    counts = answer.frame["timeliness"].value_counts()
    return words(
        "say.register",
        sources=words.plural("count.sources", len(answer.frame)),
        late=words.number(int(counts.get("late", 0))),
        on_time=words.number(int(counts.get("on_time", 0))),
        unknown=words.number(int(counts.get("unknown", 0))),
    )


def _hover(row, words: Words) -> str:
    title, state = getattr(row, f"title_{words.language}"), words(f"timeliness.{row.timeliness}")
    return f"{title} · {_period(row, words)} · {state}"


def _source(row, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(words(f"topic.{row.dataset}")),
        Cell(getattr(row, f"title_{words.language}"), address=row.url or None),
        Cell(words(f"timeliness.{row.timeliness}"), state=row.timeliness),
        Cell(_period(row, words)),
        Cell(words.day(row.expected_on) if row.expected_on else words("table.not_promised")),
        Cell(words.day(row.loaded_at)),
        _rows(row.read_count, words),
        _rows(row.set_aside_count, words),
        Cell(words(f"kind.{row.kind}")),
        Cell(getattr(row, f"publisher_{words.language}")),
    )


def _rows(count: float | None, words: Words) -> Cell:
    """Grievances are counted in full quarters only; the state of their register is nobody's business."""
    if count is None or count != count:
        return Cell(words("state.withheld"), state="withheld")
    return Cell(words.number(int(count)), is_number=True)


def _period(row, words: Words) -> str:
    if not row.newest_on:
        return words("table.undated")
    newest = words.day(row.newest_on)
    return f"{words.day(row.covers_from)} – {newest}" if row.covers_from else words("table.until", date=newest)


def _lanes(answer: Answer):
    """Pairs of (subject, code) and their districts by year, in the order of the frame."""
    for lane, rows in answer.frame.groupby(["subject", "code"], sort=False):
        yield lane, dict(zip(rows["year"], rows["value"], strict=True))


def _lane(subject: str, code: str, words: Words) -> str:
    return words(f"stage.{code}") if subject == "revenue" else words(f"coverage.{code}")


def _years(answer: Answer) -> range:
    return range(answer.known[0], answer.known[1] + 1)


def _shade(count: int | None, answer: Answer) -> int | None:
    if not count:
        return None
    share = count / int(answer.frame["total"].iloc[0])
    return next(number for number, end in enumerate(SHARES) if share <= end)


def _covered(year: int, count: int | None, answer: Answer, words: Words) -> str:
    if not count:
        return f"{year} · {words('legend.no_figures')}"
    return f"{year} · {words('coverage.of', count=words.number(count), total=int(answer.frame['total'].iloc[0]))}"


def _count(count: int | None, words: Words) -> Cell:
    return Cell(words.number(count), is_number=True) if count else Cell(words("state.missing"), state="missing")
