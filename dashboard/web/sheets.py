"""What is asked for as a file: the rows of a panel for a choice, or a whole public table."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.downloads import answers, formats
from dashboard.downloads import tables as whole
from dashboard.downloads.dressing import Dressing
from dashboard.downloads.sheet import About, Sheet, of_edition
from dashboard.pages import choice_names, panel_text, replies
from dashboard.panels import BY_KEY, PLACE_PAGES, require_whole
from dashboard.panels.panel import Panel
from dashboard.text import Words, instead, notes
from dashboard.text.terms import plain
from data_access.answers import indicator_list, places, sources, tables
from data_access.store.database import Snapshot
from data_access.vocabulary import clock, facets
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields import PUBLISHED_ENTITIES, entity
from data_access.vocabulary.indicator import by_family
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.soate import COUNTRY_CODE

KEYS = (*BY_KEY, *PUBLISHED_ENTITIES)
NOTES = ("absence", "cause", "synthetic", "boundaries")


def require_declared(words: Mapping[str, Words]) -> None:
    """Raise LookupError when a panel or table lacks what pages, files and comparisons need."""
    require_whole(words)
    entity.require_declared(PUBLISHED_ENTITIES.values())


def formats_of(key: str) -> tuple[str, ...]:
    """The formats of a panel or table by its key."""
    return formats.of(key, BY_KEY[key].geometry if key in BY_KEY else PUBLISHED_ENTITIES[key].geometry)


@dataclass(frozen=True)
class FileRequest:
    """What a file is asked for of: a panel or a table by its key, the choices that decide about rows, the language."""

    key: str
    selection: Selection
    words: Words
    site: str  # where the dashboard lives, up to its base path

    def sheet(self, snapshot: Snapshot, reader: Reader) -> Sheet:
        """The rows, with what must be said of them. Raises DataUnavailable."""
        sheet = self._of_panel(snapshot, reader) if self.key in BY_KEY else self._of_table(snapshot, reader)
        return sheet if snapshot.edition is None else of_edition(sheet, snapshot.edition)

    def _of_panel(self, snapshot: Snapshot, reader: Reader) -> Sheet:
        panel = BY_KEY[self.key]
        answer = panel.answer(snapshot, self.selection)
        answer_text = "" if answer.is_empty else panel.say(answer, self.words, self.selection)
        sentence = plain(instead.sentence(answer, answer_text, self.words)).strip()
        keys = (panel.help_keys(self.selection)[2], *(f"about.{note}" for note in NOTES))
        limits = (panel_text.help_text(key, answer.indicators, self.words) for key in keys)
        about = self._about(
            snapshot,
            title=panel_text.question(panel, self.selection, answer.indicators, self.words),
            sentence=sentence,
            unit=answers.unit_of(panel, answer, self.selection, self.words),
            origin=answer.sources or sources.all_of(snapshot),
            limits=(*notes.of_answer(answer, self.words), *map(plain, limits)),
            link=self._link(reader, self._page(panel)),
            replies=self._replies(snapshot, reader, panel, answer),
        )
        return answers.sheet(panel, answer, self.selection, self.words, about)

    def _replies(self, snapshot: Snapshot, reader: Reader, panel: Panel, answer: Answer) -> tuple[str, ...]:
        """The replies to what the rows hold, and the way to all replies as rows."""
        panel_replies = replies.of_panel(snapshot, panel, answer, self.selection)
        if not panel_replies:
            return ()
        address = formats.address(reader.base_path, "replies", "csv", "", self.words.language).removeprefix("/")
        lines = replies.in_lines(snapshot, panel_replies, answer, self.words)
        return (*lines, self.words("download.replies", link=self.site + address))

    def _of_table(self, snapshot: Snapshot, reader: Reader) -> Sheet:
        table_sources, table = tables.sources_of(snapshot, self.key), PUBLISHED_ENTITIES[self.key]
        about = self._about(
            snapshot,
            title=self.words(f"dataset.{self.key}"),
            sentence=self.words("download.whole.what"),
            unit="",
            origin=table_sources,
            limits=tuple(self.words(f"about.{note}") for note in NOTES),
            link=self._link(reader, Route(self.words.language, "data")),
        )
        dressing = Dressing(
            self.words,
            families=table.families,
            value_names=self._names(snapshot),
            names=by_family(indicator_list.by_code(snapshot)),
            empty_texts=table.empties,
            sources=() if tables.is_reference(self.key) else table_sources,
        )
        count = tables.count(snapshot, self.key, self.selection)
        chunks = partial(tables.chunks, snapshot, self.key, self.selection)
        return whole.sheet(table, dressing, count, chunks, about)

    def _names(self, snapshot: Snapshot) -> dict:
        names = tables.names(snapshot, self.key)
        column, areas = names["area_code"]
        country = {COUNTRY_CODE: {self.words.language: self.words("place.country")}}
        return names | {"area_code": (column, areas | country)}

    def _about(self, snapshot: Snapshot, *, origin: tuple, **details: object) -> About:
        version, published_at = sources.publication(snapshot)
        choices_text = "; ".join([*self._scope(), *(f"{label}: {name}" for label, name in self._choices(snapshot))])
        state = {"version": version, "published_at": published_at, "edition": snapshot.edition}
        return About(choices=choices_text, sources=origin, drawn_on=clock.today(), **state, **details)

    def _scope(self) -> list[str]:
        """What is of the whole country, whichever place the page is about, says so."""
        panel = BY_KEY.get(self.key)
        return [self.words("place.country")] if panel and not panel.follows_place else []

    def _choices(self, snapshot: Snapshot) -> list[tuple[str, str]]:
        """Each choice that is made, as its control is called and in words."""
        words, selection = self.words, self.selection
        pairs = [
            (words("control.district"), places.names_of(snapshot, slug)[words.language]) for slug in selection.districts
        ]
        if selection.since or selection.until:
            pairs.append((words("control.period"), choice_names.period_in_words(selection, words)))
        active_facets = [facet for facet in facets.FACETS if getattr(selection, facet.key)]
        return pairs + [
            (
                words(f"control.{facet.key}"),
                choice_names.value_name(snapshot, facet, getattr(selection, facet.key), words),
            )
            for facet in active_facets
        ]

    def _page(self, panel: Panel) -> Route:
        """The page of the panel; of one place, that place's page."""
        place = getattr(self.selection, panel.topic) if panel.topic in PLACE_PAGES else None
        is_lost = panel.topic in PLACE_PAGES and place is None
        return Route(self.words.language, "overview" if is_lost else panel.topic, place)

    def _link(self, reader: Reader, route: Route) -> str:
        return self.site + reader.href(route, self.selection).removeprefix("/")


def file_request(reader: Reader, snapshot: Snapshot, key: str, query: str, language: str, site: str) -> FileRequest:
    """What an address asks for; choices that mean nothing for it are dropped."""
    selection = reader.choice(snapshot, query)
    relevant = BY_KEY[key].row_filter if key in BY_KEY else partial(tables.relevant_choices, key)
    return FileRequest(key, relevant(selection), reader.words[language], site)
