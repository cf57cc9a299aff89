"""What callbacks share: the data, the words, and where in the application the reader is."""

from dataclasses import replace
from operator import attrgetter
from threading import Lock

from cachetools import LRUCache, cachedmethod

from dashboard.panels import PANELS
from dashboard.route import Route
from dashboard.selection import Known, Selection
from dashboard.text import Words
from data_access import choices, layers
from data_access.database import Database, DataUnavailable, Snapshot

TABLES = tuple(panel.key for panel in PANELS)
VERSIONS_REMEMBERED = 2


class Reader:
    """The database, the catalogues and the base path of one application."""

    def __init__(self, database: Database, words: dict[str, Words], base_path: str) -> None:
        self.database = database
        self.words = words
        self.base_path = base_path
        self._known: LRUCache = LRUCache(VERSIONS_REMEMBERED)
        self._lock = Lock()

    @cachedmethod(attrgetter("_known"), key=lambda _self, snapshot: snapshot.version, lock=attrgetter("_lock"))
    def known(self, snapshot: Snapshot) -> Known:
        """What can be chosen in a version."""
        return choices.known(snapshot, TABLES)

    def selection(self, snapshot: Snapshot, route: Route, search: str | None) -> Selection:
        """The choice that an address holds, on its page."""
        return route.holding(Selection.parse(search or "", self.known(snapshot)))

    def route(self, path: str | None) -> Route | None:
        """The page that a path names; whether its place exists, only the data know."""
        return Route.parse(path or "", self.base_path)

    def page(self, snapshot: Snapshot, path: str | None) -> Route | None:
        """The page that a path names, its place as addresses write it; None also for a place that does not exist."""
        route = self.route(path)
        if route is None or route.place is None:
            return route
        place = self.known(snapshot).resolve(route.topic, route.place.lower())
        return replace(route, place=place) if place else None

    def has_page(self, path: str) -> bool:
        """Whether a path names a page; while nothing can be read, any place may exist."""
        try:
            return self.page(self.database.snapshot(), path) is not None
        except DataUnavailable:
            return self.route(path) is not None

    def href(self, route: Route, selection: Selection) -> str:
        """The address of a page with a choice."""
        return route.address(selection, self.base_path)

    def layers(self, snapshot: Snapshot) -> dict[str, str]:
        """The address of each map layer; it holds the layer's hash and never changes its content."""
        return {key: f"{self.base_path}layers/{sha}/{key}.geojson" for key, sha in layers.hashes(snapshot).items()}
