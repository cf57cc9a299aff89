"""Statements in time: when each was made, and which days it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe, time_axis
from dashboard.text import Words
from data_access.vocabulary.legend import DOT, LINE, Key

# By subject, of marks and of lines; rehabilitation has no page of its own, and no colour.
COLOURS: Mapping[str, tuple[str, str]] = {
    "money": (theme.RAMPS["revenue"][3], theme.RAMPS["revenue"][1]),
    "monitoring": (theme.RAMPS["monitoring"][3], theme.RAMPS["monitoring"][1]),
    "rehabilitation": (theme.MUTED, "#c3ccd1"),
}

DAY_MILLISECONDS = 86_400_000
# So many marks beside each other have room in a picture on a phone.
MARKS = 40


@dataclass(frozen=True)
class Statement:
    """Subject, first and last day on which it may have been said, the days that it is about, and its words."""

    subject: str
    on: tuple[date, date]
    about: tuple[date, date] | None
    text: str

    @property
    def middle(self) -> date:
        """Where its mark stands."""
        return self.on[0] + (self.on[1] - self.on[0]) / 2

    @property
    def days(self) -> tuple[date, ...]:
        """All days between which its mark and its bar lie."""
        return (*self.on, *(self.about or ()))


def by_day(statements: Sequence[Statement], canvas: Canvas) -> Picture:
    """A mark where each was made, a thin bar over what it is about; in as few rows as leave each other room."""
    days = [day for one in statements for day in one.days] or [canvas.today]
    lanes = _lanes(statements, (max(days) - min(days)) / MARKS)
    style = layout(
        canvas.words,
        margin={"l": 12, "r": 12, "t": 8, "b": 28},
        xaxis=time_axis(min(days).year, max(days).year),
        yaxis=axis(visible=False, range=[max(lanes, default=0) + 0.6, -0.6]),
    )
    subjects = [subject for subject in COLOURS if subject in {one.subject for one in statements}]
    data = [_spans(statements, lanes), _marks(statements, lanes)]
    return Picture({"data": data, "layout": style}, _legend(subjects, statements, canvas.words))


def _lanes(statements: Sequence[Statement], room: timedelta) -> list[int]:
    """The row of each: the first in which it comes after those that are there, earliest first."""
    ends: list[date] = []
    lanes: dict[int, int] = {}
    for number, one in sorted(enumerate(statements), key=lambda each: min(each[1].days)):
        first = min(one.days)
        lanes[number] = next((lane for lane, end in enumerate(ends) if end < first), len(ends))
        ends[lanes[number] : lanes[number] + 1] = [max(one.days) + room]
    return [lanes[number] for number in range(len(statements))]


def _legend(subjects: Sequence[str], statements: Sequence[Statement], words: Words) -> tuple[Key, ...]:
    """What marks are, of several subjects of which, and what lines are, where there are any."""
    subjects_with_days = [one.subject for one in statements if one.about]
    marks = {subject: f"statement_subject.{subject}" for subject in subjects}
    key_by_subject = marks if len(marks) > 1 else dict.fromkeys(marks, "table.said_on")
    keys = [Key(COLOURS[subject][0], words(key), DOT) for subject, key in key_by_subject.items()]
    return (*keys, *(Key(COLOURS[subject][1], words("table.about_days"), LINE) for subject in subjects_with_days[:1]))


def _spans(statements: Sequence[Statement], lanes: Sequence[int]) -> dict[str, Any]:
    """A thin bar over the days that each is about."""
    rows = [(lane, one.subject, one.about) for lane, one in zip(lanes, statements, strict=True) if one.about]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [first.isoformat() for _, _, (first, _) in rows],
        "x": [((last - first).days + 1) * DAY_MILLISECONDS for _, _, (first, last) in rows],
        "y": [row for row, _, _ in rows],
        "width": 0.3,
        "marker": {"color": [COLOURS[subject][1] for _, subject, _ in rows], "line": {"width": 0}},
        "hoverinfo": "skip",
    }


def _marks(statements: Sequence[Statement], lanes: Sequence[int]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [one.middle.isoformat() for one in statements],
        "y": list(lanes),
        "marker": {"size": 9, "color": [COLOURS[one.subject][0] for one in statements]},
        "text": [safe(one.text) for one in statements],
        "hovertemplate": "%{text}<extra></extra>",
    }
