"""The sources that may be loaded, as declared in ``sources.toml``."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

DECLARED = Path(__file__).parent / "sources.toml"
BUNDLED = Path(__file__).parent / "sample"


@dataclass(frozen=True)
class Source:
    """Who published something, on which terms, and how it is loaded."""

    key: str
    dataset: str
    loads: str
    title: str
    publisher: str
    licence: str
    kind: str
    file: str | None = None
    url: str | None = None
    cadence_days: int | None = None

    @property
    def bundled_file(self) -> Path:
        """Path of the file that the project brings along; for sources with a ``file`` only."""
        return BUNDLED / self.file


def declared(path: Path = DECLARED) -> dict[str, Source]:
    """All sources by key. Raises TypeError on an unknown or missing entry of the file."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["source"]
    return {key: Source(key=key, **entry) for key, entry in entries.items()}
