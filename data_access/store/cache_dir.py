"""Where this host keeps its copies of one public store: a folder of this user's own, one file a version."""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir
from time import sleep, time
from typing import IO

from data_access.store import packing, replication

LONGEST_USE_SECONDS = 60
LOCK_SECONDS = 0.05


class CacheDir:
    """The copies of one store. Another store never shares them."""

    def __init__(self, url: str) -> None:
        self._name = hashlib.sha256(replication.whereabouts(url).encode()).hexdigest()[:16]

    def newest(self) -> Path | None:
        """The whole copy that was last in use."""
        for path in self._copies():
            if _is_whole(path):
                return path
            path.unlink(missing_ok=True)
        return None

    def take(self, version: str, make: Callable[[Path], str]) -> Path:
        """The copy of a version: found, else made by ``make`` at a path, which returns the version that it made.

        One process of this host makes copies at a time; the others find them. Raises OSError without room.
        """
        with _alone(self._folder):
            path = self._place(version)
            if not _is_whole(path):
                path = self._make(make)
            os.utime(path)
        return path

    def forget_others(self, file: Path) -> None:
        """Remove all other copies once ``file`` has been in use for a while: what was taken down must not stay here.

        Until then other processes follow, and a request that began with an older copy ends with it.
        """
        now = time()
        if now - _last_taken(file) > LONGEST_USE_SECONDS:
            for path in file.parent.glob("*.sqlite"):
                if path != file and now - _last_taken(path) > LONGEST_USE_SECONDS:
                    path.unlink(missing_ok=True)

    def take_edition(self, name: str, sha256: str, make: Callable[[Path], None]) -> Path:
        """The file of an edition's content: found, else made by ``make`` at a path.

        Raises OSError without room and StoreProblem when what was made has another hash.
        """
        with _alone(self._folder):
            path = self._editions / f"{name}.sqlite"
            if not _has_hash(path, sha256):
                with _temporary_path(self._folder) as temporary:
                    make(temporary)
                    if not _has_hash(temporary, sha256):
                        raise replication.StoreProblem("unreadable")
                    os.replace(temporary, path)
        return path

    def keep_editions(self, names: Iterable[str]) -> None:
        """Remove all other contents of editions at once: what was taken down must not stay here."""
        file_names = {f"{name}.sqlite" for name in names}
        for path in self._editions.glob("*.sqlite"):
            if path.name not in file_names:
                path.unlink(missing_ok=True)

    def _make(self, make: Callable[[Path], str]) -> Path:
        """Make a copy under a passing name and give it its own. Another version may have come since."""
        with _temporary_path(self._folder) as temporary:
            path = self._place(make(temporary))
            os.replace(temporary, path)
        return path

    def _place(self, version: str) -> Path:
        return self._folder / f"{version}.sqlite"

    def _copies(self) -> list[Path]:
        return sorted(self._folder.glob("*.sqlite"), key=_last_taken, reverse=True)

    @property
    def _folder(self) -> Path:
        """Made when it is not there, and again later: temporary folders are swept."""
        own = Path(gettempdir()) / f"mining-dashboard-{os.getuid()}"
        own.mkdir(mode=0o700, exist_ok=True)
        if own.lstat().st_uid != os.getuid() or own.is_symlink():
            raise PermissionError(f"{own} belongs to another user: remove it or set TMPDIR")
        folder = own / self._name
        folder.mkdir(exist_ok=True)
        return folder

    @property
    def _editions(self) -> Path:
        folder = self._folder / "editions"
        folder.mkdir(exist_ok=True)
        return folder


def _is_whole(path: Path) -> bool:
    """Whether a copy is there and holds the version of its name."""
    try:
        return replication.check_copy(path) == path.stem
    except replication.StoreProblem:
        return False


def _has_hash(path: Path, sha256: str) -> bool:
    return path.is_file() and packing.sha256_of(path) == sha256


def _last_taken(path: Path) -> float:
    """When a process last took a copy into use; long ago when it has just been removed."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


@contextmanager
def _temporary_path(folder: Path) -> Iterator[Path]:
    """Where a copy is made. One that does not become whole leaves nothing, least of all on a disk that is full."""
    path = folder / "incoming.partial"
    path.unlink(missing_ok=True)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Ask again and again rather than wait in the lock, which would stop all requests of a gevent worker."""
    with open(folder / "lock", "w") as lock:
        while not _is_taken(lock):
            sleep(LOCK_SECONDS)
        yield


def _is_taken(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
