"""Who the reports of incidents name, by role. An incident has several roles and issues: nothing is added up."""

from functools import partial
from typing import Any

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import ABOUT, PLACE_AND_PERIOD, Column, Panel
from dashboard.text import Words, wording
from dashboard.text.table import Cell, Table, number
from data_access.answers import incidents
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import ALL
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import BARS
from data_access.vocabulary.states import MISSING

UNKNOWN = "unknown"


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """A bar per role, the most frequent first, reports without a role last; a click chooses the role."""
    words, counts = canvas.words, _cross_table(answer)[ALL]
    is_told = counts.index != UNKNOWN
    parts = [bars.Part(words("legend.actor_named"), theme.middle("incidents"), counts.where(is_told, 0).tolist())]
    if not is_told.all():
        parts.append(bars.Part(words("actor.unknown"), theme.PAPER, counts.mask(is_told, 0).tolist(), "/"))
    names, choices = [words(f"actor.{role}") for role in counts.index], [f"actor:{role}" for role in counts.index]
    return bars.stacked_bars(names, parts, canvas, lambda _row, length: words.number(length), choices)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per role: incidents that name it, then those about each issue."""
    wide = _cross_table(answer)
    rows = tuple(
        (Cell(words(f"actor.{role}"), choice=f"actor:{role}"), *(number(n, words) for n in counts))
        for role, counts in zip(wide.index, wide.to_numpy().tolist(), strict=True)
    )
    issues = (words(f"issue.{code}") for code in wide.columns[1:])
    marked_rows = tuple(row for row, role in enumerate(wide.index) if role == selection.actor)
    return Table((words("table.actor"), words("unit.incidents"), *issues), rows, marked_rows)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """The role, or the roles, that most reports name, and how many name none."""
    counts = _cross_table(answer)[ALL]
    known_counts = counts.drop(UNKNOWN, errors="ignore")
    about = {"place": wording.place(answer, words), "years": words.years(answer.span)}
    unknown_text = words.plural("unit.incidents.amount", int(counts.get(UNKNOWN, 0)))
    if known_counts.empty:
        return words("say.actor.none", **about, unknown=unknown_text)
    roles = ", ".join(words(f"actor.{role}") for role in known_counts.index[known_counts == known_counts.max()])
    incidents = words.plural("unit.incidents.amount", int(known_counts.max()))
    return words("say.actor.most", **about, roles=roles, incidents=incidents, unknown=unknown_text)


def _cross_table(answer: Answer) -> Any:
    """Roles down, the most frequent first and the unknown last; all incidents, then the issues, across."""
    wide = answer.frame.pivot_table(index="code", columns="issue", values="value", aggfunc="sum", fill_value=0)
    order = wide[ALL].mask(wide.index == UNKNOWN, 0).sort_values(ascending=False, kind="stable").index
    issues = wide.drop(columns=ALL).max().sort_values(ascending=False, kind="stable").index
    return wide.loc[order, [ALL, *issues]].astype(int)


PANEL = Panel(
    key="incidents_by_actor",
    topic="incidents",
    shape=BARS,
    depends_on=(*PLACE_AND_PERIOD, *ABOUT),
    read=incidents.by_actor,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=partial(reply_targets.cases, "incidents", reply_targets.chosen_districts),
    columns={
        "code": Column(codes=("actor",)),
        "issue": Column(
            "What it was about; all: whatever it was about. An incident counts in several rows: do not add up"
        ),
        "value": Column(empty=MISSING),
    },
)
