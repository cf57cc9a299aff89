"""The file of a load, or the folder of files that are one source together, as it was when the load began."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data_access.vocabulary import clock
from data_access.vocabulary.bidi_marks import straight
from loaders.gate.checks import LoadRefused

# Left by office programs beside an open workbook.
LOCK_PREFIX = "~$"
# Only text tables of our own columns are read line by line.
LARGEST_WHOLE = 200_000_000


@dataclass(frozen=True)
class Upload:
    """Paths with the hash of their bytes. ``states`` is each file's size and time of change at the beginning."""

    name: str
    files: tuple[Path, ...]
    sha256: str
    started_at: datetime
    states: tuple[tuple[int, int], ...]

    @classmethod
    def read(cls, path: Path, read_by: bytes = b"") -> "Upload":
        """Hash a file, or all files of a folder; ``read_by``, what it is read with, counts as part of the file.

        Raises LoadRefused when there is nothing to read.
        """
        started_at = clock.now()
        try:
            files = _files(path)
            states = tuple(map(_state, files))
            return cls(straight(path.name), files, _hash(files, read_by), started_at, states)
        except OSError as error:
            raise LoadRefused(path.name, f"cannot be read: {error.strerror}") from error

    def require_unchanged(self) -> None:
        """Raise LoadRefused when a file is no longer what was hashed: what was read may be half of each."""
        for file, state in zip(self.files, self.states, strict=True):
            if not file.exists() or _state(file) != state:
                raise LoadRefused(file.name, "changed while it was read; load it again when nobody writes to it")


def whole(path: Path) -> bytes:
    """The bytes of a file that must be in memory at once. Raises LoadRefused when they are too many."""
    if path.stat().st_size > LARGEST_WHOLE:
        raise LoadRefused(path.name, f"is larger than {LARGEST_WHOLE / 1e6:,.0f} MB; split it or save it as CSV")
    return path.read_bytes()


def _files(path: Path) -> tuple[Path, ...]:
    if not path.is_dir():
        return (path,)
    inside = [
        file for file in sorted(path.iterdir()) if file.is_file() and not file.name.startswith((".", LOCK_PREFIX))
    ]
    if not inside:
        raise LoadRefused(path.name, "the folder holds no files")
    return tuple(inside)


def _state(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_size, status.st_mtime_ns


def _hash(files: tuple[Path, ...], read_by: bytes) -> str:
    """Of one file in our own format simply its SHA-256, so that anyone can compare it."""
    digests = []
    for file in files:
        with file.open("rb") as stream:
            digests.append(hashlib.file_digest(stream, "sha256"))
    if len(digests) == 1 and not read_by:
        return digests[0].hexdigest()
    return hashlib.sha256(b"".join(digest.digest() for digest in digests) + read_by).hexdigest()
