"""A file as compressed parts, small enough for any database, and back."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

PART_BYTES = 1024 * 1024


def compressed_parts(path: Path) -> Iterator[bytes]:
    """The file, compressed as a whole, in parts of at most PART_BYTES."""
    content = zlib.compress(path.read_bytes(), 9)
    return (content[start : start + PART_BYTES] for start in range(0, len(content), PART_BYTES))


def unpack(parts: Iterable[bytes], target: Path) -> None:
    """Write the file that the parts, in their order, are of. Raises ValueError when they are of none."""
    unpacker = zlib.decompressobj()
    try:
        with target.open("wb") as file:
            for part in parts:
                file.write(unpacker.decompress(part))
            file.write(unpacker.flush())
    except zlib.error as error:
        raise ValueError("not compressed by us") from error
    if not unpacker.eof:
        raise ValueError("parts are missing")


def sha256_of(path: Path) -> str:
    """The hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
