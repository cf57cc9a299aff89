"""Panels about money."""

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import columns, lines, theme
from dashboard.figures.base import Canvas, Picture, whole_span
from dashboard.selection import Selection
from dashboard.tables import Cell, Table, of_rows, of_years
from dashboard.text import Words

MOST_PARTS = 5
REST = "rest"
REPORTED = ("amount_government", "amount_company")


def draw_parts(family: str, answer: Answer, canvas: Canvas) -> Picture:
    """Columns by year of the four largest parts and the rest (frame: fiscal_year, code, value)."""
    words = canvas.words
    frame = _largest_and_rest(answer.frame)
    years = sorted(set(frame["fiscal_year"]))
    order = frame.groupby("code")["value"].sum().sort_values(ascending=False).index
    codes = [*(code for code in order if code != REST), *(code for code in order if code == REST)]
    wide = frame.pivot_table(index="fiscal_year", columns="code", values="value", aggfunc="sum", min_count=1)
    series = [
        columns.Series(words(f"{family}.{code}"), colour, wide[code].tolist())
        for code, colour in zip(codes, theme.shades("revenue", len(codes)), strict=True)
    ]
    unit = answer.money.unit
    written = wording.writer(unit, words)
    return columns.by_year(answer, years, series, canvas, wording.unit(answer, unit, words), written)


def tabulate_parts(family: str, answer: Answer, words: Words, _selection: Selection) -> Table:
    """All parts, none of them summed up in a rest."""
    return of_years(
        answer.frame, words, "fiscal_year", "code", lambda code: words(f"{family}.{code}"), words("table.year")
    )


def say_received(answer: Answer, words: Words, _selection: Selection) -> str:
    """The last whole year among the chosen ones against the year before it, where the same have told of both."""
    totals = answer.frame.groupby("fiscal_year")["value"].sum()
    chosen = [year for year in totals.index if answer.years[0] <= year <= answer.years[1]]
    if not chosen:
        return words("say.revenue.none", place=wording.place(answer, words), years=wording.years(answer, words))
    year = max((year for year in chosen if year != answer.incomplete_year), default=chosen[-1])
    known = {
        "place": wording.place(answer, words),
        "amount": wording.amount(totals[year], answer.money.unit, words),
        "year": wording.year(answer, year, words),
    }
    if not totals.get(year - 1) or not answer.is_comparable(year):
        return words("say.revenue.one_year", **known)
    change = wording.change(totals[year], totals[year - 1], words)
    return words("say.revenue.change", **known, change=change, before=year - 1)


def say_spent(answer: Answer, words: Words, _selection: Selection) -> str:
    """The largest purpose of the chosen years."""
    frame = answer.frame[answer.frame["fiscal_year"].between(*answer.years)]
    sums = _over_years(frame, answer).sort_values(ascending=False)
    unit = answer.money.unit
    place, years = wording.place(answer, words), wording.years(answer, words)
    if answer.money.per == "person" and answer.years == (answer.incomplete_year,) * 2:
        return words("empty.part_of_year", place=place)
    if sums.empty or sums.sum() <= 0:
        return words("say.revenue.none", place=place, years=years)
    return words(
        "say.revenue.spent",
        place=place,
        years=years,
        purpose=words(f"purpose.{sums.index[0]}"),
        amount=wording.amount(sums.iloc[0], unit, words),
        total=wording.amount(sums.sum(), unit, words),
    )


def draw_reported(answer: Answer, canvas: Canvas) -> Picture:
    """Both sides' national totals; they lie so close that the marks differ in shape."""
    words, frame = canvas.words, answer.frame
    styles = ((theme.RAMPS["revenue"][4], "solid", "circle"), (theme.RAMPS["revenue"][2], "dot", "diamond-open"))
    drawn = [
        lines.Line(words(f"revenue.{column}"), colour, frame[column].tolist(), dash, symbol)
        for column, (colour, dash, symbol) in zip(REPORTED, styles, strict=True)
    ]
    unit = answer.money.unit
    name, written = wording.unit(answer, unit, words), wording.writer(unit, words)
    return lines.by_year(frame["fiscal_year"].tolist(), drawn, canvas, name, whole_span(answer), written)


def tabulate_reported(answer: Answer, words: Words, _selection: Selection) -> Table:
    """Both figures of each year."""
    headers = {"fiscal_year": words("table.year"), **{column: words(f"revenue.{column}") for column in REPORTED}}
    return of_rows(
        answer.frame, headers, words, lambda row: Cell(str(row.fiscal_year), choice=f"period:{row.fiscal_year}")
    )


def say_reported(answer: Answer, words: Words, _selection: Selection) -> str:
    """The two figures of the last chosen year that has both, and their difference."""
    chosen = answer.frame[answer.frame["fiscal_year"].between(*answer.years)].dropna(subset=list(REPORTED))
    if chosen.empty:
        return words("say.reported.one_side", years=wording.years(answer, words))
    last = chosen.iloc[-1]
    government, company = (last[column] for column in REPORTED)
    unit = answer.money.unit
    return words(
        "say.reported.government_more" if government > company else "say.reported.company_more",
        year=int(last["fiscal_year"]),
        government=wording.amount(government, unit, words),
        company=wording.amount(company, unit, words),
        difference=words(f"unit.{unit}.amount", n=words.number(abs(government - company))),
        share=words.percent(100 * abs(government - company) / abs(government), 3),
    )


def _over_years(frame, answer: Answer):
    """By code: the sum of the years; per person, the mean of the whole years with data."""
    if answer.money.per != "person":
        return frame.groupby("code")["value"].sum()
    whole = frame[frame["fiscal_year"] != answer.incomplete_year]
    frame = frame if whole.empty else whole
    sums = frame.groupby("code")["value"].sum()
    return sums / frame["fiscal_year"].nunique()


def _largest_and_rest(frame):
    sums = frame.groupby("code")["value"].sum().sort_values(ascending=False)
    if len(sums) <= MOST_PARTS:
        return frame
    small = set(sums.index[MOST_PARTS - 1 :])
    named = frame.assign(code=[REST if code in small else code for code in frame["code"]])
    return named.groupby(["fiscal_year", "code"], as_index=False)["value"].sum()
