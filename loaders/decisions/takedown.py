"""Taking an incident down: it and the replies to it leave the private store, every kept load of them included."""

from sqlalchemy import Connection, delete, func, select, update

from data_access.vocabulary import schema
from loaders.engine import history
from loaders.gate.checks import LoadRefused
from loaders.store import incident_decisions
from loaders.store.database import Stores, reading, write_transaction
from loaders.store.decisions import incident_decision
from loaders.store.replies import reply

REASONS = ("safety", "privacy", "consent", "incorrect", "legal", "other")


def take_down(stores: Stores, incident_id: str, reason: str, by: str) -> bool:
    """Remove an incident for good; its key, the time, the code of the reason and who decided it remain.

    False when it was taken down before. Publishes nothing. Raises LoadRefused when no load has ever had it.
    """
    with reading(stores.public) as public:
        published_count = select(func.count()).where(schema.incident.c.incident_id == incident_id)
        is_shown = public.scalar(published_count) > 0
    with write_transaction(stores.private) as connection:
        if incident_id in incident_decisions.taken_down(connection):
            return False
        was_public = is_shown or _was_public(connection, incident_id)
        was_kept = history.forget(connection, "incidents", "incident_id", incident_id)
        if not (_delete_rows(connection, incident_id) or was_kept):
            raise LoadRefused(f"incident {incident_id}", "no load has an incident of this key; nothing was changed")
        _delete_replies(connection, incident_id)
        _forget_content(connection, incident_id)
        incident_decisions.note(
            connection, incident_id, "taken_down", reason=reason, decided_by=by, was_public=was_public
        )
        return True


def _was_public(connection: Connection, incident_id: str) -> bool:
    """Whether it was ever released, or its first load did not hold it back: no later file can release it."""
    if incident_decisions.was_released(connection, incident_id):
        return True
    first = next(history.rows_with(connection, "incidents", "incident_id", incident_id), None)
    return first is not None and first.get("visibility") != "restricted"


def _delete_rows(connection: Connection, incident_id: str) -> bool:
    """Whether there was an incident of this key."""
    counts = [
        connection.execute(delete(table).where(table.c.incident_id == incident_id)).rowcount
        for table in reversed(incident_decisions.CONTENT)
    ]
    return any(counts)


def _delete_replies(connection: Connection, incident_id: str) -> None:
    """What somebody replied tells of what it was."""
    history.forget(connection, "replies", "incident_id", incident_id)
    connection.execute(delete(reply).where(reply.c.incident_id == incident_id))


def _forget_content(connection: Connection, incident_id: str) -> None:
    """A hash can tell whether a guessed content is the right one."""
    of_incident = incident_decision.c.incident_id == incident_id
    connection.execute(update(incident_decision).where(of_incident).values(content_hash=None))
