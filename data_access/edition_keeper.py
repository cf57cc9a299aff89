"""Keeps this host's copies of the editions that its copy of the store names."""

import logging
from functools import partial
from pathlib import Path
from time import monotonic

from dashboard.edition import content_name
from data_access import copying
from data_access.shelf import Shelf

PATIENCE_SECONDS = 30


class EditionKeeper:
    """Holds files of editions: ``held``, by the name of their content.

    A content never changes under its name: after a takedown the edition names another one, and the earlier one goes.
    """

    def __init__(self, url: str, shelf: Shelf) -> None:
        self._url = url
        self._shelf = shelf
        self._followed: Path | None = None
        self._again_at = 0.0
        self.held: dict[str, Path] = {}

    def follow(self, store_copy: Path | None) -> None:
        """Hold what this copy of the store names. What cannot be read is missing, and asked for again later."""
        if store_copy is None or (store_copy == self._followed and self._is_settled()):
            return
        self._followed, self._again_at = store_copy, monotonic() + PATIENCE_SECONDS
        try:
            named = copying.editions_in(store_copy)
            held = {content_name(key, sha256): self._taken(key, sha256) for key, sha256 in named.items()}
            self.held = {name: path for name, path in held.items() if path}
            self._shelf.keep_editions(held)
            self._again_at = self._again_at if len(self.held) < len(held) else 0.0
        except (copying.StoreProblem, OSError):
            logging.getLogger(__name__).exception("the editions cannot be kept on this computer")

    def _is_settled(self) -> bool:
        """Whether there is nothing to do now."""
        if self._again_at:
            return monotonic() < self._again_at
        return all(path.exists() for path in self.held.values())

    def _taken(self, key: str, sha256: str) -> Path | None:
        try:
            make = partial(copying.copy_edition, self._url, key)
            path = self._shelf.take_edition(content_name(key, sha256), sha256, make)
            copying.check_copy(path)
            return path
        except copying.StoreProblem as problem:
            logging.getLogger(__name__).warning("edition %s cannot be read: %s", key, problem.reason)
            return None
