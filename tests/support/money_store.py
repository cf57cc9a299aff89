"""Public stores with a few rows about money."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine

from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.languages import LANGUAGES

SOURCE = {
    "source_key": "s",
    "dataset": "revenue",
    "kind": "compiled",
    "loaded_at": datetime(2026, 1, 1, tzinfo=UTC),
    "row_count": 1,
    **{f"{name}_{code}": "x" for name in ("title", "publisher", "licence") for code in LANGUAGES},
}
POINT = {"label_lat": 41.0, "label_lon": 75.0}
FLOW = {
    "fiscal_year": 2020,
    "stage": "transfer",
    "stream_code": "royalty",
    "receiver_level": "local_budget",
    "recon_status": "not_in_scope",
    "amount_kgs": 0.0,
    "refund_kgs": 0.0,
    "flow_count": 1,
    "source_key": "s",
}


def with_names(name: str) -> dict[str, str]:
    """The same name in all languages."""
    return {f"name_{code}": name for code in LANGUAGES}


def make(folder: Path, *, people: dict[str, dict[int, int]], **tables: list[dict]) -> Snapshot:
    """A store of one oblast with the districts of ``people`` (residents by year), and rows of other tables.

    Rows of ``revenue`` say only what differs from FLOW.
    """
    path = folder / "public.sqlite"
    engine = create_engine(f"sqlite:///{path}")
    schema.metadata.create_all(engine)
    districts = [
        {"district_code": code, "slug": f"d{code}", "pcode": code, "oblast_code": "41701", "unit_type": "raion"}
        | POINT
        | with_names(code)
        | {"population": years[max(years)] if years else None, "population_year": max(years, default=None)}
        for code, years in people.items()
    ]
    people_rows = [
        {"district_code": code, "year": year, "residents": residents}
        for code, years in people.items()
        for year, residents in years.items()
    ]
    flows = [_with_counts(FLOW | row) for row in tables.pop("revenue", [])]
    rows = {
        "source": [SOURCE],
        "oblast": [{"oblast_code": "41701"} | POINT | with_names("oblast")],
        "district": districts,
        "population": people_rows,
        "revenue": [{"revenue_id": number, **_whole(row)} for number, row in enumerate(flows)],
        **tables,
    }
    with engine.begin() as connection:
        for name, table_rows in rows.items():
            if table_rows:
                connection.execute(schema.metadata.tables[name].insert(), table_rows)
    engine.dispose()
    return Snapshot(path, "1")


def _with_counts(row: dict) -> dict:
    """A flow that counts as money that reached local level where it is a transfer, unless it says otherwise."""
    return {"reached_local": row["stage"] == "transfer"} | row


def _whole(row: dict) -> dict:
    """All columns, so that rows of one insertion are alike."""
    return {column: row.get(column) for column in [*schema.revenue.c.keys()] if column != "revenue_id"}
