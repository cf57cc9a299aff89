"""What earlier loads have made known: the codes that a new file may refer to."""

import pandas as pd
from sqlalchemy import Column, Connection, SelectBase, select

from loaders.store.places import admin_unit


class ReferenceCodes:
    """Codes and small reference tables of the private store, as they are inside one transaction.

    ``source_key`` is the source whose file is read, empty where none is: what all others hold is not its own.
    """

    def __init__(self, connection: Connection, source_key: str = "") -> None:
        self._connection, self.source_key = connection, source_key

    def codes(self, column: Column[str]) -> frozenset[str]:
        """All values of a key column."""
        return frozenset(self._connection.scalars(select(column)))

    def units(self, level: str) -> frozenset[str]:
        """Codes of all oblasts or of all districts."""
        return frozenset(self._connection.scalars(select(admin_unit.c.unit_code).where(admin_unit.c.level == level)))

    def oblast_of(self) -> pd.Series:
        """Oblast code by district code."""
        districts = select(admin_unit.c.unit_code, admin_unit.c.parent_code).where(admin_unit.c.level == "district")
        return self.frame(districts).set_index("unit_code")["parent_code"]

    def frame(self, query: SelectBase) -> pd.DataFrame:
        """Rows of a query."""
        return pd.read_sql(query, self._connection)
