"""How evenly money is spread over people."""

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import bars, lorenz, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, number
from dashboard.text import Words

HALF = 50


def draw_shares(answer: Answer, canvas: Canvas) -> Picture:
    """The share of the money that the people with the least of it get."""
    words = canvas.words
    points = [
        lorenz.Point(
            row.people_up_to,
            row.money_up_to,
            words("fairness.point", district=getattr(row, f"name_{words.language}"), **_shares(row, words)),
            f"district:{row.slug}",
            row.slug == canvas.selection.district,
        )
        for row in answer.rows
    ]
    names = tuple(words(f"fairness.{key}") for key in ("people", "money", "equal", "actual"))
    return lorenz.curve(points, names, canvas)


def tabulate_shares(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per district, from the largest to the smallest part beside its people."""
    unit = wording.unit(answer, answer.money.unit, words)
    keys = ("district", "residents", "people_share", "money", "money_share", "ratio")
    headers = tuple(words(f"table.{key}", unit=unit) for key in keys)
    rows = answer.frame.iloc[::-1]
    marked = tuple(n for n, slug in enumerate(rows["slug"]) if slug == selection.district)
    return Table(headers, tuple(_row(row, words) for row in rows.itertuples()), marked, "revenue")


def say_shares(answer: Answer, words: Words, selection: Selection) -> str:
    """What an equal part would be, for the chosen district or for the half with the least."""
    frame = answer.frame
    known = {
        "years": wording.years(answer, words),
        "n": words.plural("count.districts", len(frame)),
        "gini": words.number(frame["gini"].iloc[0], 2),
    }
    here = frame[frame["slug"] == selection.district]
    if len(here):
        row = next(here.itertuples())
        name = getattr(row, f"name_{words.language}")
        return words("say.fairness.district", **known, district=name, **_shares(row, words))
    if selection.district:
        return words("say.fairness.absent", **known, place=wording.place(answer, words))
    return words("say.fairness", **known, share=words.percent(money_of_lower_half(frame), 0))


def draw_hosts(answer: Answer, canvas: Canvas) -> Picture:
    """Two bars: districts with a working mine, and the others."""
    words, frame = canvas.words, answer.frame
    names = [_group(row, words) for row in frame.itertuples()]
    part = bars.Part("", theme.middle("revenue"), frame["value"].tolist())
    return bars.stacked(names, [part], canvas, lambda _row, value: words.short_number(value))


def tabulate_hosts(answer: Answer, words: Words, _selection: Selection) -> Table:
    """The same two rows."""
    headers = (words("table.group"), words("table.districts"), wording.unit(answer, answer.money.unit, words))
    rows = tuple(
        (
            Cell(words(f"hosts.{row.code}")),
            number(row.districts, words),
            number(row.value, words, words.number),
        )
        for row in answer.rows
    )
    return Table(headers, rows)


def say_hosts(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many times as much the one group gets as the other."""
    values, years = answer.frame.set_index("code")["value"], wording.years(answer, words)
    host, other = values.get("host"), values.get("other")
    if host is None or not other or other < 0:
        return words("say.hosts.alone", years=years)
    return words(
        "say.hosts",
        years=years,
        host=wording.amount(host, answer.money.unit, words),
        other=wording.amount(other, answer.money.unit, words),
        times=words.number(host / other, 1),
    )


def money_of_lower_half(frame) -> float:
    """Percent of the money that goes to the half of the people who live where it is least per person."""
    before = frame[frame["people_up_to"] <= HALF]
    start, share = before.iloc[-1][["people_up_to", "money_up_to"]] if len(before) else (0.0, 0.0)
    following = frame.iloc[min(len(before), len(frame) - 1)]
    return float(share + (HALF - start) * following["ratio"])


def _shares(row, words: Words) -> dict[str, str]:
    return {
        "people": words.percent(row.people_share),
        "money": words.percent(row.money_share),
        "ratio": words.number(row.ratio, 2),
    }


def _group(row, words: Words) -> str:
    return f"{words(f'hosts.{row.code}')}, {words.plural('count.districts', row.districts)}"


def _row(row, words: Words) -> tuple[Cell, ...]:
    numbers = (
        number(row.residents, words),
        number(row.people_share, words, words.percent),
        number(row.value, words, words.number),
        number(row.money_share, words, words.percent),
        number(row.ratio, words, lambda ratio: words.number(ratio, 2)),
    )
    name = Cell(getattr(row, f"name_{words.language}"), choice=f"district:{row.slug}")
    return name, *numbers
