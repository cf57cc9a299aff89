"""Releasing a restricted incident: one person proposes it, another one confirms it."""

import unicodedata

from loaders.gate.checks import LoadRefused
from loaders.store import incident_decisions
from loaders.store.database import Stores, write_transaction
from loaders.store.incident_decisions import Case, State


def release(stores: Stores, incident_id: str, by: str) -> State:
    """Propose the release of an incident or, where another person has proposed the same content, release it.

    ``by`` is a role or initials. Gives PROPOSED or RELEASED; publishes nothing. Raises LoadRefused when there is
    nothing to release and when the same person asks twice.
    """
    with write_transaction(stores.private) as connection:
        takedown = incident_decisions.taken_down(connection).get(incident_id)
        if takedown is not None:
            raise _refusal(incident_id, f"was taken down on {takedown.decided_at:%Y-%m-%d} and cannot be released")
        case = incident_decisions.cases(connection).get(incident_id)
        _require_open(case, incident_id)
        is_second = case.state is State.PROPOSED
        if is_second and _plain(case.proposed_by) == _plain(by):
            raise _refusal(incident_id, f"was proposed by {case.proposed_by}; another person must release it")
        decision = "released" if is_second else "proposed"
        incident_decisions.note(connection, incident_id, decision, decided_by=by, content_hash=case.content_hash)
        return State.RELEASED if is_second else State.PROPOSED


def _require_open(case: Case | None, incident_id: str) -> None:
    if case is None:
        reason = "is not held back, or there is none; `python -m loaders release` lists those that are"
        raise _refusal(incident_id, reason)
    if case.state is State.RELEASED:
        raise _refusal(incident_id, "was released before; its content has not changed since")


def _refusal(incident_id: str, reason: str) -> LoadRefused:
    return LoadRefused(f"incident {incident_id}", reason)


def _plain(by: str) -> str:
    """A role or initials without what the same person may write differently."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", by).casefold() if letter.isalnum())
