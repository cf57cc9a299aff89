"""What becomes of a format's rows: through the checks and the tidying of the dataset, as at a load."""

import tomllib

import pandas as pd
from sqlalchemy import Table

from data_access.store.settings import CHECKOUT
from loaders.datasets.registry import DATASETS
from loaders.gate.checks import validate
from loaders.gate.publisher_format import Reading
from loaders.gate.reference_codes import ReferenceCodes

MAPPINGS = CHECKOUT / "loaders" / "mappings"


def tidy_tables(dataset: str, reading: Reading, reference: ReferenceCodes) -> dict[Table, pd.DataFrame]:
    """Rows per table of the private store. Raises LoadRefused."""
    typed_rows = validate(reading.frame, DATASETS[dataset].schema(reference), "file")
    return dict(DATASETS[dataset].tidy(typed_rows, reference))


def csv_bytes(*rows: str) -> bytes:
    """A file of these lines."""
    return ("\n".join(rows) + "\n").encode()


def mapping_of(name: str) -> dict:
    """A mapping that the project brings along."""
    return tomllib.loads((MAPPINGS / f"{name}.toml").read_text(encoding="utf-8"))
