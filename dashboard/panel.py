"""The noun of the whole dashboard: a question, a picture and a sentence."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard import measures
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
    (taller still), ``register`` (over the whole page, the table always open) or ``facts`` (the same, a low picture).
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
        return self.kind in ("map", "place", "register", "facts")

    @property
    def follows_place(self) -> bool:
        """Whether it is about the place that is chosen; else about the whole country, and says so."""
        return "district" in self.heeds or self.topic == "site"

    def question(self, selection: Selection) -> str:
        """Key of the panel's title."""
        return self.ask(selection) if self.ask else f"panel.{self.key}.title"

    def help_keys(self, selection: Selection) -> tuple[str, str, str]:
        """Keys of what it means, how to read it and what it cannot say; a map's are those of its measure."""
        if self.kind == "map":
            key = measures.chosen(self.topic, selection.measure, selection.medium).key
            key = "exceedance_indicator" if key in measures.EXCEEDANCES and selection.indicator else key
            return f"measure.{key}.means", "panel.map.reading", f"measure.{key}.limits"
        return f"panel.{self.key}.means", f"panel.{self.key}.reading", f"panel.{self.key}.limits"

    def heeded(self, selection: Selection) -> Selection:
        """The part of the choice that the answer depends on; which edition is asked always is."""
        return Selection(edition=selection.edition, **{name: getattr(selection, name) for name in self.heeds})

    def narrowed(self, selection: Selection) -> Selection:
        """The part of the choice that decides which rows there are: a map has all districts, whichever is chosen."""
        heeded = self.heeded(selection)
        return replace(heeded, district=None) if self.kind == "map" else heeded

    def answer(self, snapshot: Snapshot, selection: Selection) -> Answer:
        """Read the frame, with the name of the place that it is about. Raises DataUnavailable.

        A map is of the whole country: its answer is the same one, whichever district is chosen.
        """
        asked = self.narrowed(selection) if self.kind == "map" else selection
        answer = self.read(snapshot, asked)
        if asked.of_whole_years != asked:
            answer = replace(
                answer, is_by_month=not answer.frame.equals(self.read(snapshot, asked.of_whole_years).frame)
            )
        return answer if self.kind == "map" else replace(answer, place=_place(snapshot, selection))


def _place(snapshot: Snapshot, selection: Selection) -> dict[str, str] | None:
    """Names of the chosen site and district by language; None for the whole country."""
    site = choices.names(snapshot, "site").get(selection.site)
    named = [names for names in (site, places.names_of(snapshot, selection.district)) if names]
    return {code: ", ".join(names[code] for names in named) for code in named[0]} if named else None
