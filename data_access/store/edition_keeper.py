"""Keeps this host's copies of the editions that its copy of the store names."""

from collections import defaultdict
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from time import monotonic

from data_access.store import replication
from data_access.store.cache_dir import CacheDir
from data_access.store.trouble import Trouble
from data_access.vocabulary.edition import content_name

PATIENCE_SECONDS = 30
MEND_EDITION = "`python -m loaders upgrade`, else restore the public store from a backup"


class EditionKeeper:
    """Holds files of editions: ``copies``, by the name of their content.

    A content never changes under its name: after a takedown the edition names another one, and the earlier one goes.
    """

    def __init__(self, url: str, shelf: CacheDir) -> None:
        self._url = url
        self._shelf = shelf
        self._store_copy: Path | None = None
        self._again_at = 0.0
        self._trouble = Trouble("the list of editions")
        self._of_edition: defaultdict[str, Trouble] = defaultdict(lambda: Trouble("an edition"))
        self.copies: dict[str, Path] = {}

    def follow(self, store_copy: Path | None) -> None:
        """Hold what this copy of the store names. What cannot be read is missing, and asked for again later."""
        if store_copy is None or (store_copy == self._store_copy and self._is_settled()):
            return
        self._store_copy, self._again_at = store_copy, monotonic() + PATIENCE_SECONDS
        try:
            hashes = replication.editions_in(store_copy)
            paths = {content_name(key, sha256): self._edition_path(key, sha256) for key, sha256 in hashes.items()}
            self.copies = {name: path for name, path in paths.items() if path}
            self._shelf.keep_editions(paths)
            self._again_at = self._again_at if len(self.copies) < len(paths) else 0.0
            self._trouble.end()
        except (replication.StoreProblem, OSError) as error:
            self._trouble.tell(f"the editions cannot be copied to this computer ({error}): make room in {gettempdir()}")

    def _is_settled(self) -> bool:
        """Whether there is nothing to do now."""
        if self._again_at:
            return monotonic() < self._again_at
        return all(path.exists() for path in self.copies.values())

    def _edition_path(self, key: str, sha256: str) -> Path | None:
        try:
            make = partial(replication.copy_edition, self._url, key)
            path = self._shelf.take_edition(content_name(key, sha256), sha256, make)
            replication.check_copy(path)
            self._of_edition[key].end()
            return path
        except replication.StoreProblem as problem:
            self._of_edition[key].tell(f"edition {key} cannot be read ({problem.reason}): {MEND_EDITION}")
            return None
