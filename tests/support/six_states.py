"""A store in which one map shows all six states of a number: the example with one file changed, really loaded."""

import sqlite3
from contextlib import closing
from pathlib import Path

from loaders.commands import actions
from loaders.config.sources import declared_sources
from loaders.datasets.registry import DATASETS
from loaders.engine import run
from loaders.engine.run import Terms
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tools.bundled.files import read_rows, write_rows

SOURCE, MEASURE, YEAR = "example_conditions", "unemp", "2025"
ADDRESS = f"monitoring?since={YEAR}&until={YEAR}&measure={MEASURE}"
# One district each. Of the oblast of Batken only the whole is known in the example.
OF_ZERO, OF_MISSING, OF_WITHHELD, OF_NOT_COLLECTED = "41708213", "41708222", "41707232", "41703215"


def make_store(example_public_url: str, folder: Path) -> str:
    """Address of the public store. The example's stay as they are."""
    original = Path(example_public_url.removeprefix("sqlite:///")).parent
    for name in ("public.sqlite", "private.sqlite"):
        with closing(sqlite3.connect(original / name)) as old, closing(sqlite3.connect(folder / name)) as new:
            old.backup(new)
    settings = LoaderSettings(f"sqlite:///{folder}/public.sqlite", f"sqlite:///{folder}/private.sqlite")
    stores, source = Stores.open(settings), declared_sources()[SOURCE]
    file = folder / source.bundled_file.name
    rows = read_rows(source.bundled_file)
    write_rows(file, [*rows[0], "is_withheld"], filter(None, map(_change, rows)))
    run.load(stores.private, DATASETS[source.loads], file, source, Terms(allow_removal=True))
    actions.publish(stores, settings.small_cell_limit, print)
    return settings.public_url


def _change(row: dict[str, str]) -> dict[str, str] | None:
    """A row of the file as it is loaded; None leaves it out."""
    row = row | {"is_withheld": "0"}
    district = row["district_code"] if row["indicator_code"] == MEASURE else None
    if district == OF_NOT_COLLECTED or (district, row["year"]) == (OF_MISSING, YEAR):
        return None
    if (district, row["year"]) == (OF_ZERO, YEAR):
        return row | {"value": "0"}
    return row | {"value": "", "is_withheld": "1"} if (district, row["year"]) == (OF_WITHHELD, YEAR) else row
