"""Taking a load back: the rows that its source had before, loaded again as a new run."""

from sqlalchemy import Connection, Row, select

from loaders.datasets.registry import DATASETS
from loaders.engine import again, embargo, history
from loaders.engine.references import settle
from loaders.engine.run import Outcome, Terms, remove, replace
from loaders.gate.checks import LoadRefused
from loaders.store.database import Stores, write_transaction
from loaders.store.runs import EMBARGOED, load_run


def undo(stores: Stores, run_id: int, reason: str | None = None) -> tuple[str, Outcome]:
    """Take load ``run_id`` back; gives the source's key and the new run, not ``has_changed`` if it was under embargo.

    A load under embargo ends without having been anywhere. Of the others only what a source stands at can be taken
    back, the newest load first. Taking back a run that took a load back brings that load's rows again. Raises
    LoadRefused when there is no such load or a later one stands on it.
    """
    with write_transaction(stores.private) as connection:
        run = connection.execute(select(load_run).where(load_run.c.run_id == run_id)).first()
        if run is None:
            raise LoadRefused(f"load {run_id}", "there is no such load; `python -m loaders status` shows the loads")
        if run.status == EMBARGOED:
            embargo.withdraw(connection, run, reason)
            return run.source_key, Outcome(False, run_id, 0, 0)
        load_before = _before(history.runs_of(connection, run.source_key), run)
        outcome = _restore(connection, run, load_before, reason)
        settle(connection, f"load {run_id}")
        return run.source_key, outcome


def _before(runs: list[Row], run: Row) -> Row | None:
    """The load whose rows the source had before ``run``; None: it had none."""
    if runs and run.run_id == runs[-1].run_id and run.undoes is not None:
        return history.loads_in_force(runs[:-1])[-1]
    standing = history.loads_in_force(runs)
    if not standing or standing[-1].run_id != run.run_id:
        raise LoadRefused(f"load {run.run_id}", _not_standing(standing))
    return standing[-2] if len(standing) > 1 else None


def _not_standing(standing: list[Row]) -> str:
    if not standing:
        return "was taken back before; its source is empty"
    return f"is not what its source stands at; that is load {standing[-1].run_id}, which must be taken back first"


def _restore(connection: Connection, run: Row, load_before: Row | None, reason: str | None) -> Outcome:
    dataset = DATASETS[run.loads]
    about = {"undoes": run.run_id, "reason": reason}
    if load_before is None:
        about |= {"file_name": "", "sha256": ""}
        return Outcome(True, remove(connection, dataset, run.source_key, about), 0, 0)
    if not history.is_kept(connection, load_before):
        raise LoadRefused(
            load_before.file_name, f"the rows of load {load_before.run_id} were not kept; load its file again"
        )
    about |= {"file_name": load_before.file_name, "sha256": load_before.sha256}
    parts = again.parts(connection, load_before)
    return replace(connection, dataset, run.source_key, parts, about, Terms(allow_removal=True))
