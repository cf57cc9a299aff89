"""The sources that may be loaded, as declared in ``sources.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from data_access.store.settings import CHECKOUT, SettingsError
from data_access.vocabulary.languages import LANGUAGES
from loaders.config.source_checks import SYNTHETIC, faults
from loaders.config.source_lines import line_of
from loaders.gate.checks import LoadRefused
from loaders.store.settings import SOURCES_FILE

IN_LANGUAGES = ("title", "publisher", "licence")
BUNDLED_FOLDER = CHECKOUT / "loaders" / "bundled"
MAPPINGS = "mappings"


@dataclass(frozen=True)
class Source:
    """Who published something, on which terms (both by language, in one at least), and how it is loaded."""

    key: str
    dataset: str
    loads: str
    title: Mapping[str, str]
    publisher: Mapping[str, str]
    licence: Mapping[str, str]
    kind: str
    file: str | None = None
    address: str | list[str] | None = None
    format: str | None = None
    mapping: str | None = None
    url: str | None = None
    cadence_days: int | None = None
    complete_from: date | None = None
    also_in_example: bool = False
    folder: Path = SOURCES_FILE.parent

    def row(self) -> dict[str, str | int | date | None]:
        """The source as a row of the private store's ``source`` table."""
        texts = {f"{name}_{code}": getattr(self, name).get(code, "") for name in IN_LANGUAGES for code in LANGUAGES}
        plain = {
            name: getattr(self, name) for name in ("dataset", "loads", "kind", "url", "cadence_days", "complete_from")
        }
        return {"source_key": self.key, **plain, **texts}

    @property
    def is_invented(self) -> bool:
        """Whether its figures are made up: they stand in the example, and nowhere else."""
        return self.kind == SYNTHETIC

    @property
    def is_of_example(self) -> bool:
        """Whether the example is made of it: invented figures, and the places and rules that it needs."""
        return self.is_invented or self.also_in_example

    @property
    def bundled_file(self) -> Path:
        """Path of the file that the project brings along; for sources with a ``file`` only."""
        return BUNDLED_FOLDER / self.file

    def read_by(self) -> bytes:
        """What decides how the file is read, as bytes: when it changes, the same file must be loaded again."""
        return f"{self.format}\n".encode() + self._mapping_text() if self.format else b""

    def load_mapping(self) -> Mapping[str, Any]:
        """The source's mapping; empty without one. Raises LoadRefused when it cannot be read."""
        try:
            return tomllib.loads(self._mapping_text().decode())
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise LoadRefused(self.mapping, f"is not a TOML file in UTF-8: {error}") from error

    def _mapping_text(self) -> bytes:
        try:
            return (self.folder / MAPPINGS / self.mapping).read_bytes() if self.mapping else b""
        except OSError as error:
            raise LoadRefused(self.mapping, f"the mapping of {self.key} cannot be read: {error.strerror}") from error


def declared_sources(path: Path = SOURCES_FILE) -> dict[str, Source]:
    """All sources by key. Raises SettingsError when the file is missing, or names the first entry that is wrong."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["source"]
        return {key: _source(key, entry, path) for key, entry in entries.items()}
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, AttributeError, RecursionError) as error:
        raise SettingsError(f"{path} is not a list of sources ([source.KEY] …) in TOML: {error}") from error


def _source(key: str, entry: Any, path: Path) -> Source:
    if not isinstance(entry, Mapping):
        raise SettingsError(f"{path}, source {key}: must be a table, [source.{key}]")
    entry_names = [name for name in Source.__dataclass_fields__ if name not in ("key", "folder")]
    unknown_entries = (
        f"the entry {name!r} is unknown; there are {', '.join(entry_names)}"
        for name in entry
        if name not in entry_names
    )
    for fault in chain(unknown_entries, faults(key, entry, BUNDLED_FOLDER)):
        raise SettingsError(f"{path}{line_of(fault, key, entry, path)}, source {key}: {fault}")
    return Source(key=key, folder=path.parent, **entry)
