"""A page as data: built once, and only written by what makes it live, light, a slide, a sheet or a pack.

Nothing here is HTML, and nothing has been escaped: that is what ``layouts`` does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.pages.panel_view import Link, PanelView
from dashboard.pages.said_once import SaidOnce
from dashboard.pages.whom_view import Whom
from data_access.vocabulary.course import Year


class Chip(NamedTuple):
    """A choice that is made, with the address of the page without it."""

    text: str
    href: str


class Chips(NamedTuple):
    """Every choice that is made: the edition, places, others; the pages of chosen places; what lets all go."""

    edition: Chip | None
    places: Sequence[Chip]
    others: Sequence[Chip]
    pages: Sequence[Link]
    clear_href: str


class EditionLine(NamedTuple):
    """Which edition is shown, and the way to the newest figures for the same choice."""

    text: str
    lead: str
    link: Link
    is_example: bool


class Choice(NamedTuple):
    """A control: its key, its label, its options (value, label), the value chosen and the default.

    ``is_place``: it is the place that the page is of, which stands in the path.
    """

    key: str
    label: str
    options: Sequence[tuple[str, str]]
    value: str
    default: str
    is_place: bool = False

    @property
    def is_made(self) -> bool:
        """Whether another option is chosen than the one that holds without a choice."""
        return self.value != self.default and not self.is_place


class SearchForm(NamedTuple):
    """Where a search is answered, and what goes along unseen (key, value)."""

    action: str
    hidden_fields: Sequence[tuple[str, str]]


class Chrome(NamedTuple):
    """What stands around a page. Languages go by their codes; ``live_href`` is the page that scripts keep alive."""

    topics: Sequence[Link]
    example: Link | None
    languages: Sequence[tuple[str, Link]]
    chips: Chips
    edition: EditionLine | None
    live_href: str
    search: SearchForm


class About(NamedTuple):
    """The foot of every page: what figures cannot say, and of which version they are.

    ``dates`` are those that stand beside figures, each with the address of the document that states it.
    """

    dates: Sequence[tuple[str, str | None]]
    cautions: Sequence[str]
    version: str
    glossary_href: str
    reviews_href: str


class Origin(NamedTuple):
    """Where a key figure comes from: the kind of its sources and what that is called, words, and an address."""

    kind: str
    kind_name: str
    text: str
    href: str


class KeyFigure(NamedTuple):
    """A key figure: subject, number, unit, of what place and period it is, how it changed, its course, its address.

    ``origins`` has an entry for each kind of source. On a page with a map of all subjects the address is that of the
    same page with this one on the map, and ``is_on_map`` says whether it is; elsewhere it leads to the subject.
    """

    subject: str
    title: str
    value: str
    unit: str
    place: str
    period: str
    change: str
    course: Sequence[Year]
    href: str
    origins: Sequence[Origin] = ()
    is_on_map: bool | None = None

    @property
    def has_number(self) -> bool:
        """Whether there is a number, and not words in its place."""
        return any(map(str.isdigit, self.value))


class Dataset(NamedTuple):
    """A whole dataset: what it is called, how many rows it has, and its formats with their addresses."""

    title: str
    row_count: int
    links: Sequence[tuple[str, str]]


class EditionItem(NamedTuple):
    """A version: its title, what is known of it, and its address.

    The address is empty where the reader is there, and None where it cannot be opened any more.
    """

    title: str
    about: Sequence[str]
    href: str | None


class Gaps(NamedTuple):
    """Why there are no figures, for which questions, how to send some, and the example where there is one."""

    lead: str
    questions: Sequence[str]
    send_href: str
    example_href: str | None


class Heading(NamedTuple):
    """The title of a page, what it is about, questions that it offers, and what stands around its panels.

    ``pack_href`` is the address of its sheets as a file to take along.
    """

    title: str
    lead: str
    has_key_figures: bool
    questions: Sequence[Link] = ()
    tells_how_to_send: bool = False
    datasets: Sequence[Dataset] = ()
    editions: Sequence[EditionItem] = ()
    pack_href: str = ""


class PageView(NamedTuple):
    """A page: what stands around it, its heading, its key figures, its choices, its panels, and what has no figures.

    ``once`` is what it says for all its panels: an answer to a choice has it with the last of them, None before.
    ``title`` is what a window is called; ``news`` is said above the page, for example that figures are of an earlier
    hour.
    """

    title: str
    address: str
    news: str
    chrome: Chrome
    heading: Heading
    key_figures: Sequence[KeyFigure]
    choices: Sequence[Choice]
    panels: Sequence[PanelView]
    once: SaidOnce | None
    gaps: Gaps | None
    about: About | None
    whom: Whom

    @property
    def is_broken(self) -> bool:
        """Whether a part of it could not be made: it may be well the next time."""
        lacks_figures = self.heading.has_key_figures and not self.key_figures
        return lacks_figures or any(panel.is_broken for panel in self.panels)
