"""The command line over two small stores, for files that must be refused and leave both as they were."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from loaders.datasets.registry import DATASETS
from loaders.formats.registry import FORMATS
from loaders.store.database import Stores
from tests.loaders.command_line import run_here
from tests.loaders.databases import PUBLISHED
from tests.loaders.inputs.mappings import MAPPINGS
from tests.loaders.stand_ins import dump

TEXTS = '{ ky = "а", ru = "б", en = "c" }'


@dataclass(frozen=True)
class Desk:
    """A folder with files, ``sources.toml`` and ``mappings``, and the stores beside it."""

    folder: Path
    stores: Stores
    before: tuple[dict, dict]

    def is_as_before(self) -> bool:
        """Whether all rows of all tables of both stores are what they were when the tests began."""
        return (dump(self.stores.private), dump(self.stores.public)) == self.before


def entry(key: str, loads: str, **further: str) -> str:
    """A source of sources.toml; ``further`` are lines of it, name -> TOML value."""
    about = loads if loads in {"revenue", "incidents", "grievances"} else "reference"
    plain = {"dataset": f'"{about}"', "loads": f'"{loads}"', "kind": '"synthetic"'}
    lines = plain | dict.fromkeys(("title", "publisher", "licence"), TEXTS) | further
    return f"[source.{key}]\n" + "".join(f"{name} = {value}\n" for name, value in lines.items()) + "\n"


@pytest.fixture(scope="package")
def desk(originals) -> Desk:
    """A source per dataset and per format, each with a mapping that fits."""
    settings = originals.copy("sqlite", PUBLISHED)
    stores, folder = Stores.open(settings), Path(settings.public_url.removeprefix("sqlite:///")).parent
    (folder / "mappings").mkdir()
    entries = [entry(name, name) for name in DATASETS]
    for name, form in FORMATS.items():
        further = {"format": f'"{name}"'}
        if name in MAPPINGS:
            (folder / "mappings" / f"{name}.toml").write_text(MAPPINGS[name], encoding="utf-8")
            further["mapping"] = f'"{name}.toml"'
        entries.append(entry(name, form.dataset, **further))
    (folder / "sources.toml").write_text("".join(entries), encoding="utf-8")
    return Desk(folder, stores, (dump(stores.private), dump(stores.public)))


@pytest.fixture
def run(desk) -> Callable[..., tuple[int, str]]:
    """Types a command; gives its exit code and what it says of what is wrong."""

    def run_command(*arguments: object, sources: Path | None = None) -> tuple[int, str]:
        result = run_here(
            *arguments,
            DATABASE_URL=f"sqlite:///{desk.folder}/public.sqlite",
            SOURCES_FILE=str(sources or desk.folder / "sources.toml"),
        )
        return result.returncode, result.stderr

    return run_command


@pytest.fixture
def refusal_of(desk, run) -> Callable[..., str]:
    """Loads a file that must be refused with one line, both stores being as before; gives that line."""

    def load(key: str, path: Path) -> str:
        dataset = FORMATS[key].dataset if key in FORMATS else key
        code, message = run("load", dataset, path, "--source", key, "--allow-removal")
        assert (code, message.count("\n")) == (1, 1), message
        assert desk.is_as_before()
        return message

    return load


@pytest.fixture
def refused_content(refusal_of, tmp_path) -> Callable[..., str]:
    """The same for a file with this content."""

    def load(key: str, content: bytes, name: str = "file.csv") -> str:
        path = tmp_path / name
        path.write_bytes(content)
        message = refusal_of(key, path)
        assert name in message
        return message

    return load
