"""The noun of the whole dashboard: a question, a picture and a sentence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace

from dashboard.figures.base import Canvas, Picture
from dashboard.text import Words
from dashboard.text.table import Table
from data_access.answers import choices, indicator_list, places
from data_access.store.database import Snapshot
from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.entity import Geometry
from data_access.vocabulary.measures import Measure
from data_access.vocabulary.reply import ReplyTargets
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import Shape

PERIOD = ("since", "until")
PLACE_AND_PERIOD = ("district", *PERIOD)
TERMS = ("currency", "prices")
MONEY = ("per", *TERMS)
ABOUT = ("issue", "actor", "site", "by")
# The column state tells of each row what an empty number means.
AS_THE_ROW = "as_the_row"
# An empty number needs no word: another column, or its description, says why there is none.
UNSTATED_KEY = "unstated"


@dataclass(frozen=True)
class Column:
    """What files say of a column of a panel's frame beyond what they say of every column of its name.

    ``says`` describes it, ``unit`` and ``tag`` (HXL) complete it, where no other panel or table has it; what several
    have is described once, in ``downloads.columns``. ``codes`` are the families of texts that say what its codes mean.
    ``empty`` is the state that an empty number means.
    """

    says: str = ""
    unit: str = ""
    tag: str = ""
    codes: tuple[str, ...] = ()
    empty: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Panel:
    """A question, a picture and a sentence, all from the one frame that ``read`` returns.

    ``depends_on`` names the choices that change the answer: a panel is drawn anew only when one of them does.
    ``replies_to`` are the things shown that somebody may have replied to; ``columns`` those of which files have to say
    more than their name tells. ``measure`` makes it a map: a number per district, of the measure that a choice means;
    ``ask`` is the key of its question where that follows from the choice. ``geometry`` is what each row of its file is
    on a map. ``lists_unplaced``: it lists what the map of its topic cannot place. ``details_of`` names a choice
    of which it tells all: links that make this choice lead to it.
    """

    key: str
    topic: str
    shape: Shape
    depends_on: tuple[str, ...]
    read: Callable[[Snapshot, Selection], Answer]
    draw: Callable[[Answer, Canvas], Picture]
    say: Callable[[Answer, Words, Selection], str]
    tabulate: Callable[[Answer, Words, Selection], Table]
    replies_to: Callable[[Answer, Selection], ReplyTargets]
    columns: Mapping[str, Column] = field(default_factory=dict)
    measure: Callable[[Selection], Measure] | None = None
    ask: Callable[[Selection], str] | None = None
    geometry: Geometry | None = None
    lists_unplaced: bool = False
    details_of: str | None = None

    def __new__(cls, **arguments: object) -> "Panel":
        """Raise TypeError that names the panel and all that it was not given."""
        required_names = [one.name for one in fields(cls) if one.default is MISSING and one.default_factory is MISSING]
        missing_names = [name for name in required_names if name not in arguments]
        if missing_names:
            raise TypeError(f"the panel {arguments.get('key')} lacks {', '.join(missing_names)}")
        return super().__new__(cls)

    @property
    def follows_place(self) -> bool:
        """Whether it is about the place that is chosen; else about the whole country, and says so."""
        return "district" in self.depends_on or self.topic == "site"

    def question(self, selection: Selection) -> str:
        """Key of the panel's title."""
        return self.ask(selection) if self.ask else f"panel.{self.key}.title"

    def help_keys(self, selection: Selection) -> tuple[str, str, str]:
        """Keys of what it means, how to read it and what it cannot say; a map's are those of its measure."""
        if self.measure:
            key = self.measure(selection).key
            key = "exceedance_indicator" if key in measures.EXCEEDANCES and selection.indicator else key
            return f"measure.{key}.means", "panel.map.reading", f"measure.{key}.limits"
        return f"panel.{self.key}.means", f"panel.{self.key}.reading", f"panel.{self.key}.limits"

    def relevant(self, selection: Selection) -> Selection:
        """The part of the choice that the answer depends on; which edition is asked always is."""
        return Selection(edition=selection.edition, **{name: getattr(selection, name) for name in self.depends_on})

    def row_filter(self, selection: Selection) -> Selection:
        """The part of the choice that decides which rows there are: a map has all districts, whichever is chosen."""
        relevant = self.relevant(selection)
        return replace(relevant, district=None) if self.measure else relevant

    def answer(self, snapshot: Snapshot, selection: Selection) -> Answer:
        """Read the frame, with the name of the place that it is about. Raises DataUnavailable.

        A map is of the whole country: its answer is the same one, whichever district is chosen.
        """
        filtered = self.row_filter(selection) if self.measure else selection
        answer = self.read(snapshot, filtered)
        if filtered.of_whole_years != filtered:
            answer = replace(
                answer, is_by_month=not answer.frame.equals(self.read(snapshot, filtered.of_whole_years).frame)
            )
        answer = replace(answer, indicators=indicator_list.by_code(snapshot))
        return answer if self.measure else replace(answer, place=_place(snapshot, selection))

    def reply_targets(self, answer: Answer, selection: Selection) -> ReplyTargets:
        """What is shown that somebody may have replied to; nothing where there is nothing to see."""
        return ReplyTargets() if answer.is_empty else self.replies_to(answer, selection)

    def missing_parts(self, words: Mapping[str, Words]) -> Iterator[str]:
        """What the panel cannot do without: its texts in every language, and choices that exist."""
        yield from (f"the choice {name}" for name in self.depends_on if name not in Selection.__dataclass_fields__)
        for key in (self.question(Selection()), *self.help_keys(Selection())):
            languages = [language for language, catalogue in words.items() if not catalogue.has(key)]
            if languages:
                yield f"the text {key} ({', '.join(languages)})"


def _place(snapshot: Snapshot, selection: Selection) -> dict[str, str] | None:
    """Names of the chosen site and district by language; None for the whole country."""
    site = choices.names(snapshot, "site").get(selection.site)
    names_of_places = [names for names in (site, places.names_of(snapshot, selection.district)) if names]
    return (
        {code: ", ".join(names[code] for names in names_of_places) for code in names_of_places[0]}
        if names_of_places
        else None
    )
