"""Rows of a load that were kept, as the parts of a file that is loaded again."""

from collections.abc import Iterator

import pandas as pd
from sqlalchemy import Connection, Row

from loaders.engine import history
from loaders.engine.parts import Part
from loaders.gate.publisher_format import Reading


def parts(connection: Connection, run: Row) -> Iterator[Part]:
    """The rows that a load has accepted, part by part."""
    for frame in history.rows_of_load(connection, run.run_id):
        yield Part(run.file_name, Reading(pd.DataFrame(frame)), 0)
