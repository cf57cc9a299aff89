"""What the last attempt to load a source ended in, where it was refused.

A refusal leaves the database exactly as it was, so the note is a file beside the reports: whoever looks at ``status``
learns from it of a timetable that fails every night. A later attempt that is not refused takes it away; a dry run
leaves nothing.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data_access.vocabulary import clock
from loaders.config.sources import Source
from loaders.datasets.registry import DATASETS
from loaders.gate.checks import LoadRefused
from loaders.store import private_store

# The reason may quote names of columns, and where a header is missing those are cells of the first row.
OF_PEOPLE = "the reason is kept nowhere, because it might quote the file; the loader has printed it"
FIELDS = ("refused_at", "refused_file", "refused_because")


@contextmanager
def refusal_note(folder: Path, source: Source) -> Iterator[None]:
    """Note that what is tried in the block was refused, or forget that it was before."""
    try:
        yield
    except LoadRefused as error:
        _note(folder, source, error)
        raise
    _path(folder, source.key).unlink(missing_ok=True)


def last(folder: Path, key: str) -> dict[str, str]:
    """FIELDS of a source whose last attempt was refused, else nothing."""
    try:
        content = json.loads(_path(folder, key).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: str(content.get(name, "")) for name in FIELDS} if isinstance(content, dict) else {}


def _note(folder: Path, source: Source, error: LoadRefused) -> None:
    is_of_people = DATASETS[source.loads].case is not None
    note = {
        "refused_at": clock.now().isoformat(timespec="seconds"),
        "refused_file": error.file,
        "refused_because": OF_PEOPLE if is_of_people else error.reason,
    }
    with private_store.open_report(_path(folder, source.key)) as stream:
        stream.write(json.dumps(note))


def _path(folder: Path, key: str) -> Path:
    return folder / f"{key}.refused.json"
