"""The file or folder of a source that has an address, or what a service answers that has no file of everything."""

import json
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Engine

from loaders.config.sources import Source
from loaders.engine import fetch
from loaders.formats.registry import FORMATS
from loaders.gate.checks import LoadRefused
from loaders.gate.json_text import read_json
from loaders.gate.publisher_format import Walk
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store.database import reading

# A server that answers so slowly is asked again another night.
MOST_SECONDS = 2 * 60 * 60


@contextmanager
def files_of(engine: Engine, source: Source) -> Iterator[Path]:
    """The file or folder at a source's address; what is fetched is gone when the block ends. Raises LoadRefused."""
    address = source.address or ""
    walk = FORMATS[source.format].walk if source.format else None
    if isinstance(address, str) and (walk is None or "://" not in address):
        with fetch.file_at(address, source.folder) as path:
            yield path
        return
    with TemporaryDirectory() as temporary:
        if isinstance(address, str) and walk is not None:
            yield _gathered(walk, engine, source, address, Path(temporary))
        else:
            yield _together(source, address, Path(temporary))


def _together(source: Source, addresses: Sequence[str], folder: Path) -> Path:
    """A folder with the files at several addresses, called as the source is; two of one name are numbered."""
    into = folder / source.key
    into.mkdir()
    for number, address in enumerate(addresses, start=1):
        with fetch.file_at(address, source.folder) as path:
            if not path.is_file():
                raise LoadRefused(path.name, "is no file, and each address of a list must be one")
            name = f"{number}-{path.name}" if (into / path.name).exists() else path.name
            shutil.copyfile(path, into / name)
    return into


def _gathered(walk: Walk, engine: Engine, source: Source, address: str, folder: Path) -> Path:
    """A folder with the files of a walk, called as the server is."""
    begin, server = time.monotonic(), urlsplit(address).hostname or "answers"
    into, answer = folder / server, folder / "answer"
    into.mkdir()
    with reading(engine) as connection:
        districts = sorted(ReferenceCodes(connection).units("district"))
    with fetch.session(address, server) as http:

        def get(target: str) -> Any:
            if time.monotonic() - begin > MOST_SECONDS:
                raise LoadRefused(server, f"did not answer everything within {MOST_SECONDS} seconds")
            fetch.save(http, target, answer, target)
            return read_json(answer.read_bytes(), target)

        for name, answers in walk(address, source.load_mapping(), districts, get):
            (into / name).write_text(json.dumps(answers, ensure_ascii=False), encoding="utf-8")
    return into
