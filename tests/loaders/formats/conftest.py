"""What the tests of formats share: published files, and a store that knows the example's places and codes."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine

from data_access.store.settings import CHECKOUT
from loaders.config.sources import BUNDLED_FOLDER
from loaders.datasets import codes
from loaders.datasets.registry import DATASETS
from loaders.gate.checks import validate
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store import metadata

SHARED = Path(os.environ.get("SHARED_DATA", CHECKOUT.parent / "shared" / "data"))
CARRIED = Path(__file__).parent / "published"
REFERENCE = ("oblasts", "districts", "organisations", "sites", "national_revenue", "fx_rates", "indicators", "stations")


@pytest.fixture(scope="session")
def published_file() -> Callable[[str], bytes]:
    """Reads a file as its publisher made it; without the folder of such files the test is skipped."""

    def read(name: str) -> bytes:
        path = SHARED / name
        if not path.exists():
            pytest.skip(f"{path} is not there; SHARED_DATA names the folder of published files")
        return path.read_bytes()

    return read


@pytest.fixture(scope="session")
def sample_file() -> Callable[[str], bytes]:
    """Reads a publisher's file that the project carries along, whole or cut."""
    return lambda name: (CARRIED / name).read_bytes()


@pytest.fixture(scope="session")
def reference() -> Iterator[ReferenceCodes]:
    """What a store knows once the example's reference data are in it. Do not write to it."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        codes.write_codes(connection)
        for dataset in REFERENCE:
            _fill(connection, dataset)
        yield ReferenceCodes(connection)


def _fill(connection: Connection, name: str) -> None:
    """Write the example's rows of a dataset; references are not what these tests are about."""
    dataset, path = DATASETS[name], BUNDLED_FOLDER / f"{name}.csv"
    reference = ReferenceCodes(connection)
    frame = validate(dataset.read(path.read_bytes(), path.name), dataset.schema(reference), path.name)
    provenance = {"source_key": "example", "run_id": 1, "updated_at": datetime.now(UTC)}
    for table, rows in dataset.tidy(frame, reference).items():
        rows = rows.assign(**provenance)
        rows[[name for name in rows if name in table.c]].to_sql(table.name, connection, if_exists="append", index=False)
