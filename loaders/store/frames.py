"""Reading private tables into frames."""

import pandas as pd
from sqlalchemy import Connection, Date, Select, Table


def rows(connection: Connection, source: Table | Select) -> pd.DataFrame:
    """Rows of a table or query in key order; dates as timestamps."""
    query = source.select().order_by(*source.primary_key) if isinstance(source, Table) else source
    dates = [column.name for column in query.selected_columns if isinstance(column.type, Date)]
    return pd.read_sql(query, connection, parse_dates=dates)
