"""The rows that a load leaves about itself: its source's declaration and its own entry."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from data_access.vocabulary import clock
from loaders.config.source_checks import SYNTHETIC
from loaders.config.sources import Source
from loaders.engine.write_parts import WriteTotals
from loaders.gate.dataset import Dataset
from loaders.gate.reasons import publishable
from loaders.gate.rules import Findings
from loaders.store.account import account
from loaders.store.runs import EMBARGOED, LOADED, load_check, load_run
from loaders.store.runs import source as source_table


def declare(connection: Connection, source: Source) -> None:
    """Write the source's present declaration; references to it are checked at the end."""
    row = source.row()
    connection.execute(delete(source_table).where(source_table.c.source_key == source.key))
    connection.execute(insert(source_table), row)


def is_declared(connection: Connection, key: str) -> bool:
    """Whether a source has a declaration."""
    return connection.scalar(select(source_table.c.source_key).where(source_table.c.source_key == key)) is not None


def record(connection: Connection, dataset: Dataset, key: str, about: Mapping) -> int:
    """Enter a load that begins, and give its number; ``about`` are columns that are known already.

    Raises LoadRefused when the reason among them must not be published.
    """
    counts = dict.fromkeys(("rows_read", "rows_written", "rows_rejected"), 0)
    row = {
        "source_key": key,
        "loads": dataset.name,
        "started_at": clock.now(),
        "finished_at": clock.now(),
        "status": "loaded",
        "loaded_by": account(),
        **counts,
        **about,
        "reason": publishable(about.get("reason")),
    }
    return connection.execute(insert(load_run), row).inserted_primary_key[0]


def finish(connection: Connection, run_id: int, totals: WriteTotals) -> None:
    """Enter what became of a load."""
    first, last = totals.period or (None, None)
    counts = {name: getattr(totals, name) for name in ("rows_read", "rows_written", "rows_rejected")}
    row = {**counts, "period_first": first, "period_last": last, "finished_at": clock.now()}
    connection.execute(update(load_run).where(load_run.c.run_id == run_id), row)


def enter_checks(connection: Connection, run_id: int, findings: Findings) -> None:
    """Enter which checks ran and how many rows broke each; what only the format remarked on has no check of its own."""
    once = [*dict.fromkeys(findings.checks)]
    rows = [
        {"run_id": run_id, "seq": seq, "severity": severity, "reason": reason, "row_count": findings.counts[key]}
        for seq, key in enumerate(once, start=1)
        for severity, reason in [key]
    ]
    if rows:
        connection.execute(insert(load_check), rows)


def loaded_from_elsewhere(engine: Engine, sources: Mapping[str, Source]) -> list[str]:
    """Keys of sources that stand, or will stand, at another file than the one that the project brings along."""
    with engine.connect() as connection:
        newest = select(func.max(load_run.c.run_id)).where(load_run.c.status == LOADED).group_by(load_run.c.source_key)
        is_or_will_be = load_run.c.run_id.in_(newest) | (load_run.c.status == EMBARGOED)
        loads = connection.execute(select(load_run).where(is_or_will_be)).all()
    foreign = [run for run in loads if run.source_key not in sources or sources[run.source_key].file != run.file_name]
    return sorted({run.source_key for run in foreign if run.rows_written})


def invented_sources(engine: Engine, keys: Collection[str]) -> list[str]:
    """Those of these sources whose figures are made up, as the store knows them: keys of earlier versions included."""
    is_made_up = (source_table.c.kind == SYNTHETIC) & source_table.c.source_key.in_(keys)
    query = select(source_table.c.source_key).where(is_made_up)
    with engine.connect() as connection:
        return sorted(connection.scalars(query))


def count(
    connection: Connection, run_id: int, additions: int | None, corrections: int | None, removals: int | None
) -> None:
    """Enter how many rows of the source a load has added, changed and removed; None: cannot be compared."""
    row = {"rows_added": additions, "rows_changed": corrections, "rows_removed": removals}
    connection.execute(update(load_run).where(load_run.c.run_id == run_id), row)
