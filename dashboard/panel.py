"""The noun of the whole dashboard: a question, a picture and a sentence."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.answer import Answer
from dashboard.figures.base import Canvas, Picture
from dashboard.selection import Selection
from dashboard.tables import Table
from dashboard.text import Words
from data_access import choices, places
from data_access.database import Snapshot

PERIOD = ("since", "until")
HERE = ("district", *PERIOD)
TERMS = ("currency", "prices")
MONEY = ("per", *TERMS)
ABOUT = ("issue", "actor", "site", "by")


@dataclass(frozen=True)
class Panel:
    """A question, a picture and a sentence, all from the one frame that ``read`` returns.

    ``kind`` is ``map`` (a number per district: its table, the ranking, stands beside it), ``place`` (another map with
    its table beside it), ``chart``, ``wide`` (over the whole page), ``bars`` (taller), ``tall`` (both), ``long``
    (taller still) or ``register`` (over the whole page, the table always open).
    ``heeds`` names the choices that change the answer: a panel is drawn anew only when one of them does.
    """

    key: str
    topic: str
    kind: str
    heeds: tuple[str, ...]
    read: Callable[[Snapshot, Selection], Answer]
    draw: Callable[[Answer, Canvas], Picture]
    say: Callable[[Answer, Words, Selection], str]
    tabulate: Callable[[Answer, Words, Selection], Table]
    ask: Callable[[Selection], str] | None = None

    @property
    def keeps_table_open(self) -> bool:
        """Whether the table belongs to the view itself; else readers open it."""
        return self.kind in ("map", "place", "register")

    def question(self, selection: Selection) -> str:
        """Key of the panel's title."""
        return self.ask(selection) if self.ask else f"panel.{self.key}.title"

    def heeded(self, selection: Selection) -> Selection:
        """The part of the choice that the answer depends on."""
        return Selection(**{name: getattr(selection, name) for name in self.heeds})

    def answer(self, snapshot: Snapshot, selection: Selection) -> Answer:
        """Read the frame, with the name of the place that it is about. Raises DataUnavailable.

        A map is of the whole country: its answer is the same one, whichever district is chosen.
        """
        if self.kind == "map":
            return self.read(snapshot, replace(selection, district=None))
        return replace(self.read(snapshot, selection), place=_place(snapshot, selection))


def _place(snapshot: Snapshot, selection: Selection) -> dict[str, str] | None:
    """Names of the chosen site and district by language; None for the whole country."""
    site = choices.names(snapshot, "site").get(selection.site)
    named = [names for names in (site, places.names_of(snapshot, selection.district)) if names]
    return {code: ", ".join(names[code] for names in named) for code in named[0]} if named else None
