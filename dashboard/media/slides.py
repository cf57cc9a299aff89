"""Views as slides: the question, the sentence, the picture, and in words what is chosen and where it comes from."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard import panels
from dashboard.address.reader import Reader, View
from dashboard.figures import rows
from dashboard.figures.date_marks import with_dates
from dashboard.figures.rows import Rows
from dashboard.pages import choice_names, gaps, panel_text
from dashboard.pages.heading import heading
from dashboard.pages.key_figures import safe_figures
from dashboard.pages.rendering import Renderer
from dashboard.panels.panel import Panel
from dashboard.text import Words, notes, wording
from dashboard.text.terms import plain
from data_access.answers import annotations, key_figures, sources
from data_access.store.database import Snapshot
from data_access.vocabulary.answer import Answer, Source
from data_access.vocabulary.languages import translation
from data_access.vocabulary.legend import DateMark, Key
from layouts.page import Figure

LOG = logging.getLogger(__name__)
KEY_FIGURES = "key-figures"
MOST_SOURCES = 3


class Slide(NamedTuple):
    """One view of a meeting. ``key`` is that of its panel, ``live`` the address of the same on the live page.

    ``scope`` says that it is of the whole country although a district is chosen.
    ``figure`` is a plotly figure, None where ``numbers`` are shown or there is nothing to draw; ``date_marks`` are the
    words of the numbers on its time axis. ``is_high``: the picture needs the height of the screen, words stand beside
    it; ``is_wide``: most of its width, too. ``rows`` are those of a picture that can be parted between them.
    ``is_broken``: it could not be made, and says so.
    """

    key: str
    title: str
    sentence: str
    mark: str | None
    scope: str | None
    figure: dict | None
    numbers: Sequence[Figure]
    legend: Sequence[Key]
    date_marks: Sequence[DateMark]
    notes: Sequence[str]
    choices_text: str
    source: str
    live: str
    is_high: bool = False
    is_wide: bool = False
    rows: Rows | None = None
    is_broken: bool = False


def of_page(reader: Reader, renderer: Renderer, view: View, only: str | None = None) -> list[Slide]:
    """A page as slides: the key figures where it has them, then its panels; or ``only`` one. Raises DataUnavailable."""
    has_numbers = only in (None, KEY_FIGURES) and heading(view.snapshot, view.route, reader).has_key_figures
    shown = [panel for panel in panels.of_topic(view.route.topic) if only in (None, panel.key)]
    first = [_numbers(reader, view)] if has_numbers else []
    found = [*first, *(_safe(reader, renderer, view, panel) for panel in shown)]
    # A wall has no room for what shows nothing, unless there is nothing else.
    shown_slides = [slide for slide in found if slide.figure or slide.numbers or slide.is_broken]
    return shown_slides or [_without_figures(reader, view) if only is None else found[0]]


def _without_figures(reader: Reader, view: View) -> Slide:
    """A page of which nothing has figures, and why."""
    return _of_heading(reader, view, view.route.topic)._replace(
        sentence=gaps.lead(view.route, reader.words[view.route.language])
    )


def choices_text(view: View, words: Words) -> str:
    """The choices of a view in words, place and period first, whether they were made or not."""
    selection = view.selection
    made = [text for text, _ in choice_names.active_choices(view.snapshot, selection, view.route, words)]
    place = [] if selection.district or view.route.place else [words("place.country")]
    count = len(selection.districts)
    period = [] if selection.since or selection.until else [words("present.all_years")]
    return " · ".join([*place, *made[:count], *period, *made[count:]])


def _numbers(reader: Reader, view: View) -> Slide:
    """The key figures; where they cannot be read, the slide says so."""
    words = reader.words[view.route.language]
    slide, numbers = _of_heading(reader, view, KEY_FIGURES), safe_figures(view, reader)
    if not numbers:
        return slide._replace(sentence=words("empty.unreadable"), is_broken=True)
    used = key_figures.key_figures(view.snapshot, view.selection).sources
    return slide._replace(
        mark=words("kind.synthetic_view") if any(one.kind == "synthetic" for one in used) else None,
        numbers=numbers,
        source=_source(view.snapshot, used, words),
    )


def _of_heading(reader: Reader, view: View, key: str) -> Slide:
    """The slide of a whole page, before anything else is on it."""
    words = reader.words[view.route.language]
    named = heading(view.snapshot, view.route, reader)
    return Slide(
        key=key,
        title=named.title,
        sentence=named.lead,
        mark=None,
        scope=None,
        figure=None,
        numbers=(),
        legend=(),
        date_marks=(),
        notes=(),
        choices_text=choices_text(view, words),
        source=_source(view.snapshot, (), words),
        live=_live(reader, view),
    )


def _safe(reader: Reader, renderer: Renderer, view: View, panel: Panel) -> Slide:
    """A panel; one that fails says so in its place, and the meeting goes on."""
    try:
        return _of_panel(reader, renderer, view, panel)
    except Exception:
        LOG.exception("panel %s, %s", panel.key, view.selection.search)
        words = reader.words[view.route.language]
        title = panel_text.question(panel, view.selection, {}, words)
        said = panel_text.PanelText(title, words("empty.unreadable"), None)
        return _blank(reader, view, panel, said, ())._replace(is_broken=True)


def _of_panel(reader: Reader, renderer: Renderer, view: View, panel: Panel) -> Slide:
    words, relevant = reader.words[view.route.language], panel.relevant(view.selection)
    answer = renderer.answer(view.snapshot, panel, relevant)
    slide = _blank(reader, view, panel, panel_text.of_answer(answer, panel, relevant, words), answer.sources)
    return slide if answer.is_empty else _drawn(slide, renderer, view, panel, answer, words)


def _blank(reader: Reader, view: View, panel: Panel, texts: panel_text.PanelText, origin: Sequence[Source]) -> Slide:
    """The slide of a panel before anything is drawn."""
    words = reader.words[view.route.language]
    return Slide(
        key=panel.key,
        title=texts.title,
        sentence=plain(texts.sentence),
        mark=texts.synthetic,
        scope=panel_text.scope(panel, view.selection, words),
        figure=None,
        numbers=(),
        legend=(),
        date_marks=(),
        notes=(),
        choices_text=choices_text(
            view if panel.follows_place else view._replace(selection=view.selection.of(())), words
        ),
        source=_source(view.snapshot, origin, words),
        live=f"{_live(reader, view)}#title-{panel.key}",
        is_high=panel.shape.is_high,
        is_wide=panel.shape.is_wide,
    )


def _drawn(slide: Slide, renderer: Renderer, view: View, panel: Panel, answer: Answer, words: Words) -> Slide:
    canvas = renderer.canvas(view.snapshot, words, panel.relevant(view.selection))
    drawn = with_dates(panel.draw(answer, canvas), annotations.by_date(view.snapshot), panel.topic, canvas)
    said = notes.of_answer(answer, words)[:1] if answer.unplaced and answer.unplaced.count else ()
    shown = slide._replace(figure=drawn.figure, legend=drawn.legend, date_marks=drawn.date_marks, notes=said)
    # The words of dates would leave no height for the picture above them.
    return shown._replace(is_high=slide.is_high or bool(drawn.date_marks), rows=rows.of(drawn.figure))


def _live(reader: Reader, view: View) -> str:
    return reader.href(view.route, replace(view.selection, present=None))


def _source(snapshot: Snapshot, origin: Sequence, words: Words) -> str:
    """Whose figures they are, the newest record, and the edition or version."""
    return " · ".join(_parts_of_source(snapshot, origin, words))


def _parts_of_source(snapshot: Snapshot, origin: Sequence, words: Words) -> Iterator[str]:
    titles = [*dict.fromkeys(translation(one.title, words.language).text for one in origin)]
    if titles:
        named = "; ".join(titles[:MOST_SOURCES])
        more = len(titles) - MOST_SOURCES
        yield words("present.source", titles=named) if more <= 0 else words("present.sources", titles=named, n=more)
    newest = max((one.newest_on for one in origin if one.newest_on), default=None)
    if newest:
        yield words("source.newest", date=words.day(newest))
    if snapshot.edition:
        yield wording.edition(snapshot.edition, words)
    else:
        version, published_on = sources.edition(snapshot)
        yield words("about.version", version=version, date=words.day(published_on))
