"""The panel that sets the grievances of a district before the incidents there."""

from dashboard import wording
from dashboard.answer import NOT_COLLECTED, VALUE, WITHHELD, Answer
from dashboard.facets import held
from dashboard.figures import dumbbells
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number
from dashboard.text import Words

MOST_ROWS = 12
PLACE = ("date", "district", "category")
BEFORE = ("year", "received", "usual", "quarter", "open", "open_usual")


def draw_before(answer: Answer, canvas: Canvas) -> Picture:
    """The newest incidents for which grievances are counted: what is usual there, and what came before."""
    words = canvas.words
    counted = answer.frame[answer.frame["state"] != NOT_COLLECTED].head(MOST_ROWS)
    pairs = [_pair(row, words) for row in counted.itertuples()]
    names = tuple(words(f"legend.before.{key}") for key in ("usual", "more", "not_more"))
    return dumbbells.of_pairs(pairs, names, canvas)


def tabulate_before(answer: Answer, words: Words, _selection: Selection) -> Table:
    """All incidents: the district's year before and what is usual there, the country's quarter and its usual one."""
    headers = (*(words(f"table.{name}") for name in PLACE), *(words(f"table.before_{name}") for name in BEFORE))
    return Table(headers, tuple(_row(row, words) for row in answer.frame.itertuples()), hue="grievances")


def say_before(answer: Answer, words: Words, selection: Selection) -> str:
    """How many incidents followed more grievances than usual, in the district and in the country; never why."""
    frame = answer.frame
    known = frame[frame["state"] == VALUE]
    if answer.is_synthetic:
        told = {"place": _places(answer, words), "years": words.years(answer.years)}
        return words("say.before.example", **told, incidents=words.plural("count.conflict_incidents", len(known)))
    opened = frame.dropna(subset=["country_open", "country_usual"])
    parts = [
        words(
            "say.before" if len(known) else "say.before.none",
            place=_places(answer, words),
            years=words.years(answer.years),
            more=words.number(int((known["received"] > known["usual"]).sum())),
            incidents=words.plural("count.conflict_incidents", len(known)),
        ),
        *_left_out(frame, words),
        words(
            "say.before.country",
            lag=words(f"quarters.{held(selection, 'quarters')}"),
            more=words.number(int((opened["country_open"] > opened["country_usual"]).sum())),
            all=words.number(len(opened)),
        ),
    ]
    return " ".join(parts)


def _left_out(frame, words: Words) -> list[str]:
    """How many incidents have no figures of the district, by reason."""
    counts = {state: int((frame["state"] == state).sum()) for state in (WITHHELD, NOT_COLLECTED)}
    return [words.plural(f"say.before.{state}", count) for state, count in counts.items() if count]


def _places(answer: Answer, words: Words) -> str:
    """The chosen districts with incidents, or the country."""
    if answer.place is None:
        return wording.place(answer, words)
    return ", ".join(answer.frame[f"name_{words.language}"].drop_duplicates())


def _pair(row, words: Words) -> dumbbells.Pair:
    name, when = getattr(row, f"name_{words.language}"), wording.date_of(row, words)
    numbers = (row.received, row.usual) if row.state == VALUE else (None, None)
    said = _hover(row, words) if row.state == VALUE else ""
    text = " · ".join(part for part in (name, when, words(f"category.{row.category}"), said) if part)
    return dumbbells.Pair(name, when, *numbers, text, f"beside:{row.slug}")  # type: ignore[call-arg]


def _hover(row, words: Words) -> str:
    received, middle = words.number(row.received), words.number(row.usual, 1)
    return words("say.before.pair", year=row.year, received=received, usual=middle)


def _row(row, words: Words) -> tuple[Cell, ...]:
    state = NOT_COLLECTED if row.state == NOT_COLLECTED else WITHHELD
    return (
        Cell(wording.date_of(row, words), choice=f"period:{row.starts_on.year}"),
        Cell(getattr(row, f"name_{words.language}"), choice=f"beside:{row.slug}"),
        Cell(words(f"category.{row.category}")),
        Cell(str(row.year), choice=f"period:{row.year}"),
        _number(row.received, state, words),
        _number(row.usual, state, words),
        Cell(words.quarter(row.quarter)),
        _number(row.country_open, WITHHELD, words),
        _number(row.country_usual, WITHHELD, words),
    )


def _number(value: float, state: str, words: Words) -> Cell:
    return number(value, words, lambda one: words.number(one, 1), state=state)
