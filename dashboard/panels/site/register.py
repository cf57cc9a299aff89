"""All mines, plants and legacy sites."""

from typing import Any

from dashboard.figures import site_map
from dashboard.figures.base import Canvas, Picture
from dashboard.panels import reply_targets
from dashboard.panels.panel import Column, Panel
from dashboard.panels.site.facts import what_it_is
from dashboard.text import Words, wording
from dashboard.text.table import NO_RANK, Cell, Table
from data_access.answers import sites
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import PLACE


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """All sites of the list over the country."""
    site_ids = set(answer.frame["site_id"])
    return site_map.of_all([mark for mark in canvas.sites if mark.key in site_ids], canvas)


def tabulate(answer: Answer, words: Words, selection: Selection) -> Table:
    """A row per site, by name: the way to its page, what it is, who runs it or is the last named.

    Of the whole country also the district in which it is stated to lie.
    """
    rows = sorted(answer.rows, key=lambda row: words.sort_key(getattr(row, f"name_{words.language}")))
    names = ("site", "what", "last_operator", *(() if selection.district else ("district",)))
    headers = tuple(words(f"table.{name}") for name in names)
    keys = tuple(f"site:{row.site_id}" for row in rows)
    return Table(headers, tuple(_site(row, words)[: len(headers)] for row in rows), keys=keys)


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many there are of each kind."""
    counts = answer.frame["kind"].value_counts()
    kinds = [kind for kind in site_map.STYLES if kind in counts]
    kind_texts = (
        words("value.named", name=words(f"site_kind.{kind}"), value=words.number(int(counts[kind]))) for kind in kinds
    )
    return words("say.sites", place=wording.place(answer, words), kinds="; ".join(kind_texts))


def _site(row: Any, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(getattr(row, f"name_{words.language}"), choice=f"site:{row.site_id}", page="site"),
        Cell(what_it_is(row, words)),
        Cell(row.operator or NO_RANK, language="en" if row.operator else None),
        Cell(getattr(row, f"district_{words.language}"), choice=f"district:{row.slug}", page="district"),
    )


PANEL = Panel(
    key="sites_register",
    topic="overview",
    shape=PLACE,
    depends_on=("district",),
    read=sites.register,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.sites,
    columns={"kind": Column(codes=("site_kind",))},
    geometry="point",
)
