"""Panels about one site: who ran it, what was paid for it, what is measured around it."""

from datetime import date

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import bars, periods
from dashboard.figures.base import Canvas, Picture
from dashboard.figures.judged import parts, shares_of
from dashboard.legend import Key
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number
from dashboard.text import Words

TO_THE_DAY, OF_A_YEAR = "#3b5261", "#b0bec6"
COUNTS = ("exceeds", "near", "ok", "cannot_tell")


def draw_operators(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per entry: dark over known days, pale over the year of which a report names the operator."""
    words = canvas.words
    rows = answer.rows
    spans = [
        periods.Period(row.operator, *_span(row, canvas.today), None, _colour(row), _hover(row, words)) for row in rows
    ]
    keys = {False: Key(TO_THE_DAY, words("legend.to_the_day")), True: Key(OF_A_YEAR, words("legend.of_a_year"))}
    legend = [key for is_stated, key in keys.items() if is_stated in {_is_stated(row) for row in rows}]
    return periods.of_things(spans, canvas, legend)


def tabulate_operators(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Who, from when, until when, which report says so."""
    headers = tuple(words(f"table.{name}") for name in ("operator", "when", "reports"))
    return Table(headers, tuple(_operator(row, words) for row in answer.rows))


def say_operators(answer: Answer, words: Words, _selection: Selection) -> str:
    """The operator that is known last."""
    last = max(answer.rows, key=lambda row: _span(row, date.max)[1])
    return words("say.operators", site=wording.place(answer, words), operator=last.operator, when=_when(last, words))


def say_flows(answer: Answer, words: Words, _selection: Selection) -> str:
    """What was paid in the chosen years."""
    chosen = answer.frame[answer.frame["fiscal_year"].between(*answer.years)]
    amount = wording.amount(float(chosen["value"].sum()), answer.money.unit, words)
    return words("say.site_flows", site=wording.place(answer, words), years=words.years(answer.years), amount=amount)


def draw_readings(answer: Answer, canvas: Canvas) -> Picture:
    """A bar of judged readings per station; a click opens the station."""
    frame = answer.frame
    names = frame[f"name_{canvas.words.language}"].tolist()
    shares = shares_of(frame, canvas.words)
    choices = [f"station:{key}" for key in frame["station_id"]]
    return bars.stacked(names, parts(frame, canvas.words), canvas, lambda row, _length: shares[row], choices)


def tabulate_readings(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Each station with its readings by judgement, and whether it is said to watch the site."""
    headers = (
        *(words(f"table.{name}") for name in ("station", "watches")),
        *(words(f"judgement.{key}") for key in COUNTS),
    )
    return Table(headers, tuple(_station(row, words) for row in answer.rows))


def say_readings(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many stations, how many of them for this site, and how many readings lie beyond their limit."""
    frame = answer.frame
    judged = int(frame[["exceeds", "near", "ok"]].to_numpy().sum())
    return words(
        "say.site_readings",
        site=wording.place(answer, words),
        years=words.years(answer.years),
        stations=words.plural("count.stations", len(frame)),
        named=words.number(int(frame["is_named"].sum())),
        readings=words.plural("count.readings", judged),
        exceeding=words.number(int(frame["exceeds"].sum())),
    )


def _is_stated(row) -> bool:
    return not (row.valid_from or row.valid_to)


def _colour(row) -> str:
    return OF_A_YEAR if _is_stated(row) else TO_THE_DAY


def _span(row, today: date) -> tuple[date, date]:
    """First and last day to draw: an unknown beginning is that of the last year, an unknown end is today."""
    if _is_stated(row):
        return date(int(row.stated_year), 1, 1), date(int(row.stated_year), 12, 31)
    return row.valid_from or date(row.valid_to.year, 1, 1), row.valid_to or today


def _when(row, words: Words) -> str:
    if _is_stated(row):
        return words("site.named_in", year=int(row.stated_year))
    first, last = (day and words.day(day) for day in (row.valid_from, row.valid_to))
    if first and last:
        return f"{first} – {last}"
    return words("period.since", since=first) if first else words("period.until", until=last)


def _hover(row, words: Words) -> str:
    return f"{row.operator} · {_when(row, words)}"


def _operator(row, words: Words) -> tuple[Cell, ...]:
    return Cell(row.operator, language="en"), Cell(_when(row, words)), Cell(row.basis, language="en")


def _station(row, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(getattr(row, f"name_{words.language}"), choice=f"station:{row.station_id}", page="monitoring"),
        Cell(words("site.watches" if row.is_named else "site.same_district")),
        *(number(int(getattr(row, key)), words) for key in COUNTS),
    )
