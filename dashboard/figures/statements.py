"""Statements in time: when each was made, and which days it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, axis, layout, safe, time_axis
from dashboard.text import Words
from data_access.vocabulary.legend import Key

# By subject, of marks and of lines; rehabilitation has no page of its own, and no colour.
COLOURS: Mapping[str, tuple[str, str]] = {
    "money": (theme.RAMPS["revenue"][3], theme.RAMPS["revenue"][1]),
    "monitoring": (theme.RAMPS["monitoring"][3], theme.RAMPS["monitoring"][1]),
    "rehabilitation": (theme.MUTED, "#c3ccd1"),
}

DAY_MILLISECONDS = 86_400_000


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


def by_day(statements: Sequence[Statement], canvas: Canvas) -> Picture:
    """A mark where each was made, a thin bar over what it is about; top to bottom as given."""
    days = [day for one in statements for day in (*one.on, *(one.about or ()))] or [canvas.today]
    style = layout(
        canvas.words,
        margin={"l": 12, "r": 12, "t": 8, "b": 28},
        xaxis=time_axis(min(days).year, max(days).year),
        yaxis=axis(visible=False, range=[len(statements) - 0.4, -0.6]),
    )
    subjects = [subject for subject in COLOURS if subject in {one.subject for one in statements}]
    data = [_spans(statements), _marks(statements)]
    return Picture({"data": data, "layout": style}, _legend(subjects, statements, canvas.words))


def _legend(subjects: Sequence[str], statements: Sequence[Statement], words: Words) -> tuple[Key, ...]:
    """What marks are, of several subjects of which, and what lines are, where there are any."""
    subjects_with_days = [one.subject for one in statements if one.about]
    marks = {subject: f"statement_subject.{subject}" for subject in subjects}
    key_by_subject = marks if len(marks) > 1 else dict.fromkeys(marks, "table.said_on")
    keys = [Key(COLOURS[subject][0], words(key)) for subject, key in key_by_subject.items()]
    return (*keys, *(Key(COLOURS[subject][1], words("table.about_days")) for subject in subjects_with_days[:1]))


def _spans(statements: Sequence[Statement]) -> dict[str, Any]:
    """A thin bar over the days that each is about."""
    rows = [(row, one.subject, one.about) for row, one in enumerate(statements) if one.about]
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


def _marks(statements: Sequence[Statement]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [one.middle.isoformat() for one in statements],
        "y": list(range(len(statements))),
        "marker": {"size": 9, "color": [COLOURS[one.subject][0] for one in statements]},
        "text": [safe(one.text) for one in statements],
        "hovertemplate": "%{text}<extra></extra>",
    }
