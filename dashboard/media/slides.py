"""Views as slides: the question, the sentence, the picture, and in words what is chosen and where it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard import panels
from dashboard.address.reader import Reader, View
from dashboard.figures.rows import Rows
from dashboard.pages import choice_names, gaps
from dashboard.pages.build import Builder
from dashboard.pages.heading import heading
from dashboard.pages.key_figures import safe_figures
from dashboard.pages.page_view import KeyFigure
from dashboard.pages.panel_view import title_id
from dashboard.panels.panel import Panel
from dashboard.text import Words, wording
from dashboard.text.terms import plain
from data_access.answers import key_figures, sources
from data_access.store.database import Snapshot
from data_access.vocabulary.languages import translation
from data_access.vocabulary.legend import Key

KEY_FIGURES = "key-figures"
MOST_SOURCES = 3


class Slide(NamedTuple):
    """One view of a meeting. ``key`` is that of its panel, ``live`` the address of the same on the live page.

    ``scope`` says that it is of the whole country although a district is chosen. ``figure`` is a plotly figure, None
    where ``numbers`` are shown or there is nothing to draw. ``is_high``: the picture needs the height of the screen,
    words stand beside it; ``is_wide``: most of its width, too. ``rows`` are those of a picture that can be parted
    between them. ``is_broken``: it could not be made, and says so.
    """

    key: str
    title: str
    sentence: str
    mark: str | None
    scope: str | None
    figure: dict | None
    numbers: Sequence[KeyFigure]
    legend: Sequence[Key]
    notes: Sequence[str]
    choices_text: str
    source: str
    live: str
    is_high: bool = False
    is_wide: bool = False
    rows: Rows | None = None
    is_broken: bool = False


def of_page(builder: Builder, view: View, only: str | None = None) -> list[Slide]:
    """A page as slides: the key figures where it has them, then its panels; or ``only`` one. Raises DataUnavailable."""
    has_numbers = only in (None, KEY_FIGURES) and heading(view.snapshot, view.route, builder.reader).has_key_figures
    page_panels = [panel for panel in panels.of_topic(view.route.topic) if only in (None, panel.key)]
    first = [_numbers(builder.reader, view)] if has_numbers else []
    all_slides = [*first, *(_of_panel(builder, view, panel) for panel in page_panels)]
    # A wall has no room for what shows nothing, unless there is nothing else.
    shown_slides = [slide for slide in all_slides if slide.figure or slide.numbers or slide.is_broken]
    return shown_slides or [_without_figures(builder.reader, view) if only is None else all_slides[0]]


def _without_figures(reader: Reader, view: View) -> Slide:
    """A page of which nothing has figures, and why."""
    return _of_heading(reader, view, view.route.topic)._replace(
        sentence=gaps.lead(view.route, reader.words[view.route.language])
    )


def choices_text(view: View, words: Words) -> str:
    """The choices of a view in words, place and period first, whether they were made or not."""
    selection = view.selection
    choice_texts = [text for text, _ in choice_names.active_choices(view.snapshot, selection, view.route, words)]
    place = [] if selection.district or view.route.place else [words("place.country")]
    count = len(selection.districts)
    period = [] if selection.since or selection.until else [words("present.all_years")]
    return " · ".join([*place, *choice_texts[:count], *period, *choice_texts[count:]])


def _numbers(reader: Reader, view: View) -> Slide:
    """The key figures; where they cannot be read, the slide says so."""
    words = reader.words[view.route.language]
    slide, numbers = _of_heading(reader, view, KEY_FIGURES), safe_figures(view, reader)
    if not numbers:
        return slide._replace(sentence=words("empty.unreadable"), is_broken=True)
    origins = key_figures.key_figures(view.snapshot, view.selection).sources
    return slide._replace(
        mark=words("kind.synthetic_view") if any(one.kind == "synthetic" for one in origins) else None,
        numbers=numbers,
        source=_source(view.snapshot, origins, words),
    )


def _of_heading(reader: Reader, view: View, key: str) -> Slide:
    """The slide of a whole page, before anything else is on it."""
    words = reader.words[view.route.language]
    page_heading = heading(view.snapshot, view.route, reader)
    return Slide(
        key=key,
        title=page_heading.title,
        sentence=page_heading.lead,
        mark=None,
        scope=None,
        figure=None,
        numbers=(),
        legend=(),
        notes=(),
        choices_text=choices_text(view, words),
        source=_source(view.snapshot, (), words),
        live=_live(reader, view),
    )


def _of_panel(builder: Builder, view: View, panel: Panel) -> Slide:
    """A panel; of one that fails the slide says so, and the meeting goes on."""
    words, panel_view = builder.reader.words[view.route.language], builder.panel(view, panel)
    of_choice = view._replace(selection=panel.relevant(view.selection))
    return Slide(
        key=panel.key,
        title=panel_view.title,
        sentence=plain(panel_view.sentence),
        mark=panel_view.synthetic,
        scope=panel_view.scope,
        figure=panel_view.figure,
        numbers=(),
        legend=panel_view.legend,
        notes=panel_view.notes[:1] if panel_view.unplaced else (),
        choices_text=choices_text(of_choice, words),
        source=_source(view.snapshot, panel_view.origins, words),
        live=f"{_live(builder.reader, view)}#{title_id(panel.key)}",
        is_high=panel.shape.is_high,
        is_wide=panel.shape.is_wide,
        rows=panel_view.rows,
        is_broken=panel_view.is_broken,
    )


def _live(reader: Reader, view: View) -> str:
    return reader.href(view.route, replace(view.selection, present=None))


def _source(snapshot: Snapshot, origin: Sequence, words: Words) -> str:
    """Whose figures they are, the newest record, and the edition or version."""
    return " · ".join(_parts_of_source(snapshot, origin, words))


def _parts_of_source(snapshot: Snapshot, origin: Sequence, words: Words) -> Iterator[str]:
    titles = [*dict.fromkeys(translation(one.title, words.language).text for one in origin)]
    if titles:
        names = "; ".join(titles[:MOST_SOURCES])
        more = len(titles) - MOST_SOURCES
        yield words("present.source", titles=names) if more <= 0 else words("present.sources", titles=names, n=more)
    newest = max((one.newest_on for one in origin if one.newest_on), default=None)
    if newest:
        yield words("source.newest", date=words.day(newest))
    if snapshot.edition:
        yield wording.edition(snapshot.edition, words)
    else:
        version, published_on = sources.edition(snapshot)
        yield words("about.version", version=version, date=words.day(published_on))
