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


def tidied(dataset: str, reading: Reading, known: ReferenceCodes) -> dict[Table, pd.DataFrame]:
    """Rows per table of the private store. Raises LoadRefused."""
    typed = validate(reading.frame, DATASETS[dataset].schema(known), "file")
    return dict(DATASETS[dataset].tidy(typed, known))


def csv_bytes(*rows: str) -> bytes:
    """A file of these lines."""
    return ("\n".join(rows) + "\n").encode()


def brought(name: str) -> dict:
    """A mapping that the project brings along."""
    return tomllib.loads((MAPPINGS / f"{name}.toml").read_text(encoding="utf-8"))
