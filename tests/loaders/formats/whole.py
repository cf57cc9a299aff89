"""What becomes of a format's rows: through the checks and the tidying of the dataset, as at a load."""

from pathlib import Path

import pandas as pd
from sqlalchemy import Table

import loaders
from loaders.checks import checked
from loaders.datasets import DATASETS
from loaders.formats.base import Reading
from loaders.known import Known

MAPPINGS = Path(loaders.__file__).parent / "mappings"


def tidied(dataset: str, reading: Reading, known: Known) -> dict[Table, pd.DataFrame]:
    """Rows per table of the private store. Raises LoadRefused."""
    typed = checked(reading.frame, DATASETS[dataset].schema(known), "file")
    return dict(DATASETS[dataset].tidy(typed, known))


def csv_bytes(*rows: str) -> bytes:
    """A file of these lines."""
    return ("\n".join(rows) + "\n").encode()
