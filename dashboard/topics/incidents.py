"""Panels about conflict incidents."""

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import bars, columns, events, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, of_years
from dashboard.text import Words

SEVERITIES = (5, 4, 3, 2, 1)
SEVERE = 4
OUTCOMES = ("positive", "partial", "none", "unknown")


def draw_events(answer: Answer, canvas: Canvas) -> Picture:
    """Every incident at its date."""
    return events.by_date(answer, canvas, [_hover(row, canvas.words) for row in answer.frame.itertuples()])


def tabulate_events(answer: Answer, words: Words, _selection: Selection) -> Table:
    """The list: when, where, which site, what, how severe, how it ended, who reported it."""
    headers = ("date", "district", "site", "category", "severity", "participants", "outcome", "report")
    rows = tuple(_event(row, words) for row in answer.frame.itertuples())
    return Table(tuple(words(f"table.{header}") for header in headers), rows)


def say_events(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many, and how many of them severe."""
    return words(
        "say.incidents.count",
        place=wording.place(answer, words),
        years=words.years(answer.years),
        incidents=words.plural("unit.incidents.amount", len(answer.frame)),
        severe=words.number(int((answer.frame["severity"] >= SEVERE).sum())),
    )


def draw_by_year(answer: Answer, canvas: Canvas) -> Picture:
    """Incidents per year, stacked by severity."""
    words, frame = canvas.words, answer.frame
    years = sorted(set(frame["year"]))
    wide = frame.pivot_table(index="year", columns="severity", values="value", aggfunc="sum", min_count=1)
    series = [
        columns.Series(words(f"severity.{level}"), theme.RAMPS["incidents"][level - 1], wide[level].tolist())
        for level in SEVERITIES
        if level in wide
    ]
    written = wording.writer("incidents", words)
    return columns.by_year(answer, years, series, canvas, words("unit.incidents"), written)


def tabulate_by_year(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Years down, severities across; a year without a row has no recorded incident."""
    return of_years(
        answer.frame, words, "year", "severity", lambda level: words(f"severity.{level}"), words("table.year")
    )


def say_by_year(answer: Answer, words: Words, _selection: Selection) -> str:
    """The year with most recorded incidents among those chosen."""
    counts = answer.frame[answer.frame["year"].between(*answer.years)].groupby("year")["value"].sum()
    place, years = wording.place(answer, words), words.years(answer.years)
    if counts.empty:
        return words("say.incidents.no_record", place=place, years=years)
    incidents = words.plural("unit.incidents.amount", int(counts.max()))
    return words("say.incidents.most", place=place, years=years, year=int(counts.idxmax()), incidents=incidents)


def draw_by_outcome(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per group of documented outcomes."""
    words = canvas.words
    counts = _outcomes(answer)
    parts = [bars.Part(words("unit.incidents"), theme.middle("incidents"), list(counts.values()))]
    names = [words(f"outcome.{group}") for group in counts]
    return bars.stacked(names, parts, canvas, lambda _row, length: words.number(length))


def tabulate_by_outcome(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per group of outcomes."""
    rows = (
        (Cell(words(f"outcome.{group}")), Cell(words.number(count), is_number=True))
        for group, count in _outcomes(answer).items()
    )
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


def _event(row, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(date_of(row, words)),
        Cell(_district(row, words), choice=f"district:{row.slug}" if row.slug else None),
        Cell(_site(row, words)),
        Cell(words(f"category.{row.category}")),
        Cell(str(row.severity), is_number=True),
        Cell(_participants(row, words)),
        Cell(words(f"outcome_code.{row.outcome_code}")),
        Cell(row.report_title, address=row.report_url, language="en"),
    )


def date_of(row, words: Words) -> str:
    """The date as exactly as it is known, and no more exactly."""
    if row.date_precision == "year":
        return str(row.starts_on.year)
    return words.month(row.starts_on) if row.date_precision == "month" else words.day(row.starts_on)


def _participants(row, words: Words) -> str:
    low, high = row.participants_min, row.participants_max
    if low is None or low != low:
        return words("state.missing")
    if high is None or high != high:
        return words("value.at_least", value=words.number(low))
    return words.number(low) if low == high else f"{words.number(low)}–{words.number(high)}"


def _district(row, words: Words) -> str:
    name = getattr(row, f"name_{words.language}")
    return name if row.slug else words("place.oblast_only")


def _site(row, words: Words) -> str:
    name = getattr(row, f"site_name_{words.language}")
    return name if isinstance(name, str) else ""


def _hover(row, words: Words) -> str:
    return " · ".join(
        part
        for part in (date_of(row, words), _district(row, words), _site(row, words), words(f"category.{row.category}"))
        if part
    )
