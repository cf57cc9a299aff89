"""Panels that list incidents one by one: conflicts, and what is kept apart from them."""

from dashboard import wording
from dashboard.answer import HIGHER_LEVEL, MISSING, VALUE, ZERO, Answer
from dashboard.figures import events
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Cell, Table
from dashboard.text import Words

SEVERE = 4
EVENT = (
    *("date", "district", "site", "category", "severity", "issues"),
    *("participants", "injured", "deaths", "outcome", "sources", "report"),
)


def draw_events(answer: Answer, canvas: Canvas) -> Picture:
    """Every incident at its date."""
    return events.by_date(answer, canvas, [_hover(row, canvas.words) for row in answer.rows])


def tabulate_events(answer: Answer, words: Words, _selection: Selection) -> Table:
    """The list: when, where, which site, what, how severe, about what, how many people, how it ended, who says so."""
    rows = tuple(_event(row, words) for row in answer.rows)
    keys = tuple(f"incident:{row.incident_id}" for row in answer.rows)
    return Table(tuple(words(f"table.{header}") for header in EVENT), rows, keys=keys)


def say_events(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many, and how many of them severe; of a wave counted once, the severity of its worst."""
    frame = answer.frame
    events = frame["episode_id"].fillna(frame["incident_id"]) if answer.counted == "episodes" else frame["incident_id"]
    worst = frame.groupby(events)["severity"].max()
    return words(
        "say.incidents.count",
        place=wording.place(answer, words),
        years=words.years(answer.years),
        incidents=words.plural(f"unit.{answer.counted}.amount", len(worst)),
        severe=words.number(int((worst >= SEVERE).sum())),
    )


def say_unplaced(answer: Answer, words: Words, selection: Selection) -> str:
    """How many a map leaves out, and of how many the oblast is known."""
    events = answer.frame["episode_id"].fillna(answer.frame["incident_id"])
    counted = events if answer.counted == "episodes" else answer.frame["incident_id"]
    return words(
        "say.unplaced_incidents",
        years=words.years(answer.years),
        incidents=words.plural(f"unit.{answer.counted}.amount", counted.nunique()),
        oblast=words.number(counted[answer.frame["oblast_code"].notna()].nunique()),
    )


def say_apart(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many, by kind, the most frequent first."""
    kinds = answer.frame["category"].value_counts(sort=True)
    counted = (f"{words(f'category.{kind}')} – {words.number(int(count))}" for kind, count in kinds.items())
    place, years = wording.place(answer, words), words.years(answer.years)
    return words("say.apart", place=place, years=years, kinds="; ".join(counted))


def _event(row, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(wording.date_of(row, words)),
        _place(row, words),
        _about(row, words),
        Cell(_category(row, words)),
        Cell(str(row.severity), is_number=True),
        Cell("; ".join(words(f"issue.{code}") for code in row.issues)),
        _range(row.participants_min, row.participants_max, words),
        _range(row.injured_min, row.injured_max, words),
        _range(row.fatalities_min, row.fatalities_max, words),
        Cell(words(f"outcome_code.{row.outcome_code}")),
        _support(row, words),
        Cell(row.report_title, address=row.report_url, language="en"),
    )


def _category(row, words: Words) -> str:
    """What happened; of a wave at several places it is said that it was one."""
    category = words(f"category.{row.category}")
    return words("incident.of_wave", category=category) if isinstance(row.episode_id, str) else category


def _place(row, words: Words) -> Cell:
    if row.slug:
        return Cell(_district(row, words), choice=f"district:{row.slug}")
    return Cell(_district(row, words), state=HIGHER_LEVEL if isinstance(row.oblast_code, str) else MISSING)


def _about(row, words: Words) -> Cell:
    """The site that it was about; not every incident is about one."""
    if not _site(row, words):
        return Cell(words("incident.no_site"), state=MISSING)
    return Cell(_site(row, words), choice=f"site:{row.site_id}", page="site")


def _support(row, words: Words) -> Cell:
    """How many reports tell of it, and how far its coding is trusted."""
    if row.source_count != row.source_count or not isinstance(row.confidence, str):
        return Cell(words("state.missing"), state=MISSING)
    reports = words.plural("unit.reports.amount", int(row.source_count))
    return Cell(f"{reports}; {words(f'confidence.{row.confidence}')}")


def _range(low: float | None, high: float | None, words: Words) -> Cell:
    if low is None or low != low:
        return Cell(words("state.missing"), state=MISSING)
    if high is None or high != high:
        return Cell(words("value.at_least", value=words.number(low)))
    if low == high:
        return Cell(words.number(low), state=VALUE if low else ZERO)
    return Cell(f"{words.number(low)}–{words.number(high)}")


def _district(row, words: Words) -> str:
    if row.slug:
        return getattr(row, f"name_{words.language}")
    oblast = getattr(row, f"oblast_{words.language}")
    return f"{oblast}: {words('place.oblast_only')}" if isinstance(oblast, str) else words("unplaced.nowhere")


def _site(row, words: Words) -> str:
    name = getattr(row, f"site_name_{words.language}")
    return name if isinstance(name, str) else ""


def _hover(row, words: Words) -> str:
    return " · ".join(
        part
        for part in (
            wording.date_of(row, words),
            _district(row, words),
            _site(row, words),
            words(f"category.{row.category}"),
        )
        if part
    )
