"""Amounts as publishers write them: currencies, thousands, decimal commas, words, and words for nothing.

Whether ``1,234`` is a thousand or a little more than one cannot be seen in it. The column decides: values that can be
read in one way only (``1,234.00``, ``1.234,56``, ``1,234,567``, ``4,5``, ``1 234,567``) show its decimal sign. If they
show one sign, the doubtful values follow it; if they show none or both, the doubtful values are not read, and the
mapping may state ``decimal``. A value that can be read in one way only is always read in that way.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

import pandas as pd

from loaders.gate.publisher_format import SetAside

MISSING_WORDS = frozenset({"", "-", "–", "—", "n/a", "na", "#n/a", "not applicable", "не применимо", "неприменимо"})
# The side was asked and said nothing: DNP is *did not participate*.
NOT_REPORTED = frozenset(
    {
        "dnp",
        "did not participate",
        "not reported",
        "no data",
        "н/д",
        "нд",
        "нет данных",
        "не отчиталась",
        "маалымат жок",
    }
)
# A cell of a template that nobody filled in.
PLACEHOLDER = re.compile(r"<[^<>]*>")
SCALES = {
    1_000: ("thousand", "тыс", "миң"),
    1_000_000: ("million", "mln", "mio", "млн", "миллион"),
    1_000_000_000: ("billion", "bn", "mlrd", "млрд", "миллиард"),
}
CURRENCY = r"(?:US\$|[$€£¥₽₸₱с]\.?|USD|EUR|RUB|KZT|KGS|PHP|сомов|сома|сом|soms?)?"
SCALE = "|".join(sorted((word for words in SCALES.values() for word in words), key=len, reverse=True))
# Marks of footnotes behind a number.
FOOTNOTE = r"(?:\s*(?:[*†‡¹²³⁴-⁹]+|\[\w+\]))?"
MINUS = "-−–"
AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?P<minus>[{MINUS}]?)\s*{CURRENCY}\s*(?P<minus2>[{MINUS}]?)\s*(?P<figure>\d(?:[\d\s.,'’]*\d)?)"
    rf"\s*(?:(?P<scale>{SCALE})[^\W\d]{{0,3}}\.?)?\s*{CURRENCY}\s*(?P<close>\))?{FOOTNOTE}",
    re.IGNORECASE,
)
GROUPED_BY_SPACE = re.compile(r"\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?")
DOUBTFUL = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
OTHER_MARK = {".": ",", ",": "."}
REASONS = {
    "doubtful": "may be a thousand or a decimal fraction, and the column does not tell; state `decimal` in the mapping",
    "unreadable": "is not an amount",
}


def parse_amounts(cells: pd.Series, decimal: str | None = None) -> pd.DataFrame:
    """``amount`` (plain text with a decimal point, or missing) and ``state`` of each cell of a column.

    States: ``number``, ``missing``, ``not_reported``, ``doubtful``, ``unreadable``. ``decimal`` is the sign that the
    mapping states for doubtful values.
    """
    matches = {cell: AMOUNT.fullmatch(cell.strip()) for cell in cells.dropna().unique()}
    signs = {cell: decimal_sign(match["figure"]) for cell, match in matches.items() if match}
    usual = decimal or only_one({sign for sign in signs.values() if sign in OTHER_MARK})
    amounts = {cell: _read(cell, match, signs.get(cell), usual) for cell, match in matches.items()}
    pairs = [amounts.get(cell, (None, "missing")) for cell in cells]
    return pd.DataFrame(pairs, index=cells.index, columns=["amount", "state"], dtype="str")


def with_amounts(
    frame: pd.DataFrame, columns: Iterable[str], decimal: str | None = None
) -> tuple[pd.DataFrame, tuple[SetAside, ...]]:
    """The frame with these columns as plain numbers, and the rows set aside because a number cannot be read.

    The columns are read one by one: each may have its own way of writing.
    """
    set_aside: list[SetAside] = []
    for column in columns:
        amounts = parse_amounts(frame[column], decimal)
        wrong = amounts["state"].isin(list(REASONS))
        cells = zip(frame.index[wrong], frame.loc[wrong, column], amounts.loc[wrong, "state"], strict=True)
        set_aside += [SetAside(row, column, cell, REASONS[state]) for row, cell, state in cells]
        frame = frame.assign(**{column: amounts["amount"]})
    return frame.drop(index={item.row for item in set_aside}, errors="ignore"), tuple(set_aside)


def decimal_sign(figure: str) -> str:
    """``.`` or ``,`` where the figure shows it, empty where it has no separator, ``?`` where doubtful, else ``!``."""
    marks = [mark for mark in figure if mark in OTHER_MARK]
    if re.search(r"[\s'’]", figure):
        return "!" if not GROUPED_BY_SPACE.fullmatch(figure) else "".join(marks)
    if len(marks) < 2:
        if DOUBTFUL.fullmatch(figure):
            return "?"
        return "".join(marks) if re.fullmatch(r"\d+(?:[.,]\d+)?", figure) else "!"
    group = re.escape(marks[0])
    if len(set(marks)) == 1:
        return OTHER_MARK[marks[0]] if re.fullmatch(rf"\d{{1,3}}(?:{group}\d{{3}})+", figure) else "!"
    whole = re.fullmatch(rf"\d{{1,3}}(?:{group}\d{{3}})+{re.escape(marks[-1])}\d+", figure)
    return marks[-1] if whole else "!"


def only_one(signs: set[str]) -> str | None:
    """The one sign that a column shows; None where it shows none or both."""
    return next(iter(signs)) if len(signs) == 1 else None


def _read(cell: str, match: re.Match | None, sign: str | None, usual: str | None) -> tuple[str | None, str]:
    if match is None:
        return None, _nothing(cell)
    sign = usual if sign == "?" else sign
    if sign is None:
        return None, "doubtful"
    if sign == "!" or bool(match["open"]) != bool(match["close"]):
        return None, "unreadable"
    minus = any((match["open"], match["minus"], match["minus2"]))
    return _plain(match["figure"], sign, _factor(match["scale"]), minus), "number"


def _nothing(cell: str) -> str:
    word = " ".join(cell.lower().split())
    if word in MISSING_WORDS or PLACEHOLDER.fullmatch(word):
        return "missing"
    return "not_reported" if word.rstrip("*.") in NOT_REPORTED else "unreadable"


def _plain(figure: str, sign: str, factor: int, minus: bool) -> str:
    whole, _, fraction = figure.partition(sign) if sign else (figure, "", "")
    value = Decimal(re.sub(r"\D", "", whole) + ("." + fraction if fraction else "")) * factor
    return format(-value if minus else value, "f")


def _factor(scale: str | None) -> int:
    return next((factor for factor, words in SCALES.items() if (scale or "").lower() in words), 1)


def total(amounts: Iterable[str]) -> Decimal:
    """Exact sum of plain numbers."""
    return sum(map(Decimal, amounts), Decimal(0))
