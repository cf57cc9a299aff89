"""What callbacks share: the data, the words, and where in the application the reader is."""

from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from dashboard.address.route import Route
from dashboard.panels import PANELS
from dashboard.text import Words
from data_access.answers import choices, indicators
from data_access.store import layers
from data_access.store.database import Database, DataUnavailable, Snapshot, per_version
from data_access.vocabulary.edition import EXAMPLE
from data_access.vocabulary.languages import FALLBACK
from data_access.vocabulary.selection import AllowedValues, Selection, written_edition

# Goes up when pictures are written in another way: browsers keep those that they have.
FORM = 1
# How the addresses of pictures end that the server draws.
PICTURE = ".svg"
TABLES = tuple(panel.key for panel in PANELS)


class NoSuchPage(LookupError):
    """An address names no page, or a place that nobody knows."""


class View(NamedTuple):
    """What a callback answers from: the version or edition, the page, and the choice that holds on it."""

    snapshot: Snapshot
    route: Route
    selection: Selection


class Reader:
    """The database, the catalogues and the base path of one application."""

    def __init__(self, database: Database, words: dict[str, Words], base_path: str) -> None:
        self.database = database
        self.words = words
        self.base_path = base_path

    def view(self, path: str, search: str | None) -> View:
        """What an address shows. Raises DataUnavailable, and NoSuchPage where there is none.

        An edition may hold places that newer figures do not, and the other way round.
        """
        snapshot = self.snapshot(search)
        route = self.page(snapshot, path)
        if route is None:
            raise NoSuchPage(path)
        return View(snapshot, route, self.selection(snapshot, route, search))

    def snapshot(self, search: str | None) -> Snapshot:
        """The edition that an address asks for, else the newest version. Raises DataUnavailable."""
        newest, key = self.database.snapshot(), written_edition(search or "")
        return self.database.snapshot(key) if key in newest.editions else newest

    def within(self, snapshot: Snapshot, selection: Selection) -> Selection:
        """A choice in the edition that is asked."""
        return replace(selection, edition=snapshot.edition and snapshot.edition.key)

    def allowed_values(self, snapshot: Snapshot) -> AllowedValues:
        """What can be chosen in a version."""
        return _allowed_values(snapshot)

    def selection(self, snapshot: Snapshot, route: Route, search: str | None) -> Selection:
        """The choice that an address holds, on its page."""
        return self._initial_selection(
            snapshot, route.selection_on_page(Selection.parse(search or "", self.allowed_values(snapshot)))
        )

    def choice(self, snapshot: Snapshot, search: str) -> Selection:
        """The choice that an address holds, whatever its page."""
        return self._initial_selection(snapshot, Selection.parse(search, self.allowed_values(snapshot)))

    @staticmethod
    def _initial_selection(snapshot: Snapshot, selection: Selection) -> Selection:
        return replace(selection, medium=indicators.first_medium(snapshot, selection.district))

    def route(self, path: str | None) -> Route | None:
        """The page that a path names; whether its place exists, only the data know."""
        return Route.parse(path or "", self.base_path)

    def language(self, path: str | None) -> str:
        """The language of the page that a path names, else the one for readers who have chosen none."""
        route = self.route(path)
        return route.language if route else FALLBACK

    def page(self, snapshot: Snapshot, path: str | None) -> Route | None:
        """The page that a path names, its place as addresses write it; None also for a place that does not exist."""
        route = self.route(path)
        if route is None or route.place is None:
            return route
        place = self.allowed_values(snapshot).resolve(route.topic, route.place)
        return replace(route, place=place) if place else None

    def has_page(self, path: str) -> bool:
        """Whether a path names a page; in an edition, and while nothing can be read, any place may exist."""
        try:
            newest = self.database.snapshot()
        except DataUnavailable:
            return self.route(path) is not None
        return self.page(newest, path) is not None or (bool(newest.editions) and self.route(path) is not None)

    def href(self, route: Route, selection: Selection) -> str:
        """The address of a page with a choice."""
        return route.address(selection, self.base_path)

    def example_href(self, snapshot: Snapshot, route: Route, selection: Selection) -> str | None:
        """The address of a page with the same choice in the example; None where there is none, or in an edition."""
        if snapshot.edition or EXAMPLE not in snapshot.editions:
            return None
        return self.href(route, replace(selection, edition=EXAMPLE))

    def reviews_href(self, route: Route) -> str:
        """The address of the page about the texts of a language."""
        return f"{self.base_path}{route.language}/languages"

    def glossary_href(self, route: Route) -> str:
        """The address of the page with all words that pages explain, in the language of a page."""
        return f"{self.base_path}{route.language}/glossary"

    def pack_href(self, snapshot: Snapshot, route: Route) -> str:
        """The address of a file with the sheets of a page's district; empty where there is none."""
        search = self.within(snapshot, Selection()).search
        return f"{route.live.path(self.base_path)}/pack.zip{search}" if route.topic == "district" else ""

    def figure_href(self, snapshot: Snapshot, language: str, key: str, relevant: Selection) -> str:
        """The address of a panel's picture for the part of a choice that it depends on."""
        return f"{self.base_path}figures/{stamp(snapshot)}/{language}/{key}{relevant.search}"

    def picture_href(self, snapshot: Snapshot, language: str, key: str, relevant: Selection) -> str:
        """The address of the same picture as the server draws it."""
        return self.figure_href(snapshot, language, f"{key}{PICTURE}", relevant)

    def layers(self, snapshot: Snapshot) -> dict[str, str]:
        """The address of each map layer; it holds the layer's hash and never changes its content."""
        hashes_by_layer, search = layers.hashes(snapshot), self.within(snapshot, Selection()).search
        return {key: f"{self.base_path}layers/{sha}/{key}.geojson{search}" for key, sha in hashes_by_layer.items()}


def stamp(snapshot: Snapshot) -> str:
    """What stands in addresses of answers for what they depend on besides what is asked: the version and the day."""
    return sha256(f"{FORM} {snapshot.version} {snapshot.today}".encode()).hexdigest()[:12]


@per_version
def _allowed_values(snapshot: Snapshot) -> AllowedValues:
    return choices.allowed_values(snapshot, TABLES)
