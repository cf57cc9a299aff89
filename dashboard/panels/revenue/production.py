"""What mines produced, sold and exported, year by year, as reported; figures of different things are never added."""

from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.figures import row_columns, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import PLACE_AND_PERIOD, Panel
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table, number
from data_access.answers import production
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import CHART

# On a phone the first three are seen at once.
HEADERS = ("year", "site", "figure", "production", "operator", "told_by", "production_note", "report")
# Of an amount of money: one year must be told from the next.
FIGURES = 4
PRODUCED, ALL_PRODUCTS = "produced", "all_products"


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A row for each thing of each mine, its years as columns up to its own largest year: rows do not compare."""
    words = canvas.words
    years = range(int(answer.frame["year"].min()), int(answer.frame["year"].max()) + 1)
    rows = [
        row_columns.Row(
            name,
            {year: row.reported_figure for year, row in row_by_year.items()},
            {year: _hover(row, words) for year, row in row_by_year.items()},
            _amount(max(row_by_year.values(), key=lambda row: row.reported_figure), words),
        )
        for name, row_by_year in _series(answer, canvas.selection, words)
    ]
    return row_columns.of_rows(rows, years, theme.middle("revenue"), words("legend.part_of_row"), canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Year, mine, how much of what, who ran it, whose figure it is, what is to be known of it, the report."""
    return Table(tuple(words(f"table.{name}") for name in HEADERS), tuple(_figure(row, words) for row in answer.rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many figures there are, of how many mines, and the newest."""
    newest = answer.rows[0]
    return words(
        "say.production",
        place=wording.place(answer, words),
        years=words.years(answer.span),
        figures=words.plural("count.figures", len(answer.rows)),
        mines=words.plural("count.mines", answer.frame["site_id"].nunique()),
        newest=f"{_site(newest, words)}, {newest.year}: {_what(newest, words)}, {_amount(newest, words)}",
    )


def _series(answer: Answer, selection: Selection, words: Words) -> Iterator[tuple[str, Mapping[int, Any]]]:
    """Name and rows by year of each thing that is reported of a mine, in one unit."""
    rows_by_key: dict[tuple[str, ...], dict[int, Any]] = {}
    order = production.ORDER
    for row in sorted(answer.rows, key=lambda row: (_site(row, words), order[row.production_measure])):
        key = (row.site_id, row.commodity_code, row.production_measure, row.production_unit)
        rows_by_key.setdefault(key, {})[row.year] = row
    for rows in rows_by_key.values():
        first = next(iter(rows.values()))
        what = _short(first, words)
        yield what if selection.site else f"{_site(first, words)}: {what}", rows


def _hover(row: Any, words: Words) -> str:
    return f"{row.year} · {_site(row, words)} · {_what(row, words)} · {_amount(row, words)}"


def _figure(row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(str(row.year), choice=f"period:{row.year}"),
        Cell(getattr(row, f"site_name_{words.language}"), choice=f"site:{row.site_id}", page="site"),
        number(row.reported_figure, words, lambda _value: _amount(row, words)),
        Cell(_what(row, words)),
        Cell(row.producer, language="en"),
        Cell(words(f"told_by.{row.told_by}")),
        Cell(getattr(row, f"note_{words.language}") or NO_RANK),
        Cell(row.published_in, address=row.url, language="en"),
    )


def _site(row: Any, words: Words) -> str:
    """The name without the parts of the mine, which some name in brackets."""
    return str(getattr(row, f"site_name_{words.language}")).partition(" (")[0]


def _what(row: Any, words: Words) -> str:
    measure = words(f"production_measure.{row.production_measure}")
    if row.commodity_code == ALL_PRODUCTS:
        return measure
    return f"{words(f'commodity.{row.commodity_code}')}, {measure}"


def _short(row: Any, words: Words) -> str:
    """What is produced is named alone: beside a picture there is little room."""
    if row.production_measure == PRODUCED and row.commodity_code != ALL_PRODUCTS:
        return words(f"commodity.{row.commodity_code}")
    return _what(row, words)


def _amount(row: Any, words: Words) -> str:
    value = row.reported_figure
    number_text = words.number(value, 1) if value < 1_000_000 else words.short_number(value, FIGURES)
    return f"{number_text} {words(f'production_unit.{row.production_unit}')}"


PANEL = Panel(
    key="mine_production",
    topic="revenue",
    shape=CHART,
    depends_on=(*PLACE_AND_PERIOD, "site"),
    read=production.by_mine,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.no_codes,
)
