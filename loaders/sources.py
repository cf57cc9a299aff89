"""The sources that may be loaded, as declared in ``sources.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DECLARED = Path(__file__).parent / "sources.toml"
IN_LANGUAGES = ("title", "publisher", "licence")
BUNDLED = Path(__file__).parent / "sample"


@dataclass(frozen=True)
class Source:
    """Who published something, on which terms (both by language), and how it is loaded."""

    key: str
    dataset: str
    loads: str
    title: Mapping[str, str]
    publisher: Mapping[str, str]
    licence: Mapping[str, str]
    kind: str
    file: str | None = None
    url: str | None = None
    cadence_days: int | None = None

    def row(self) -> dict[str, str | int | None]:
        """The source as a row of the private store's ``source`` table."""
        texts = {f"{name}_{code}": text for name in IN_LANGUAGES for code, text in getattr(self, name).items()}
        plain = {name: getattr(self, name) for name in ("dataset", "loads", "kind", "url", "cadence_days")}
        return {"source_key": self.key, **plain, **texts}

    @property
    def bundled_file(self) -> Path:
        """Path of the file that the project brings along; for sources with a ``file`` only."""
        return BUNDLED / self.file


def declared(path: Path = DECLARED) -> dict[str, Source]:
    """All sources by key. Raises TypeError on an unknown or missing entry of the file."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["source"]
    return {key: Source(key=key, **entry) for key, entry in entries.items()}
