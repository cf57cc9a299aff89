"""What was decided about incidents, and which of them may be published.

A file can hold an incident back, by marking it as restricted; no file can release one. A release is of one content:
when a later file says something else of the incident, it is held back again.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Row, func, insert, select

from data_access.vocabulary import clock
from loaders.store.account import account
from loaders.store.decisions import incident_decision
from loaders.store.incidents import incident, incident_actor, incident_issue, incident_source

CONTENT = (incident, incident_issue, incident_actor, incident_source)
# Not of the content: who loaded it when, and whether a file marks it.
ABOUT_ROWS = ("source_key", "run_id", "updated_at", "visibility")


class State(StrEnum):
    """Of an incident that is held back, or was."""

    HELD = "held back"
    PROPOSED = "proposed for release"
    CHANGED = "held back: it has changed since it was proposed or released"
    RELEASED = "released"


@dataclass(frozen=True)
class Case:
    """A loaded incident that was ever restricted; ``proposed_by`` while a release is proposed."""

    state: State
    content_hash: str
    proposed_by: str | None = None


def note(connection: Connection, incident_id: str, decision: str, **about: str | bool | None) -> None:
    """Add a decision to the log; ``about`` are further columns of it."""
    row = {"incident_id": incident_id, "decision": decision, "decided_at": clock.now(), "account": account()}
    connection.execute(insert(incident_decision), {**row, **about})


def was_released(connection: Connection, incident_id: str) -> bool:
    """Whether two people have ever released an incident."""
    log = incident_decision.c
    query = select(log.decision_id).where(log.incident_id == incident_id, log.decision == "released")
    return connection.execute(query).first() is not None


def newest(connection: Connection) -> int | None:
    """Number of the newest decision."""
    return connection.scalar(select(func.max(incident_decision.c.decision_id)))


def taken_down(connection: Connection) -> dict[str, Row]:
    """The takedown of each incident that was taken down."""
    query = select(incident_decision).where(incident_decision.c.decision == "taken_down")
    return {row.incident_id: row for row in connection.execute(query)}


def hold(connection: Connection) -> None:
    """Note each restricted incident that was not noted before: from now on only people can release it."""
    noted_keys = select(incident_decision.c.incident_id).where(incident_decision.c.decision == "held")
    restricted_keys = select(incident.c.incident_id).where(incident.c.visibility == "restricted")
    for key in connection.scalars(restricted_keys.where(incident.c.incident_id.not_in(noted_keys))).all():
        note(connection, key, "held")


def cases(connection: Connection) -> dict[str, Case]:
    """The loaded incidents that a file has ever marked as restricted, in the order of their keys."""
    log = defaultdict(list)
    for row in connection.execute(select(incident_decision).order_by(incident_decision.c.decision_id)):
        log[row.incident_id].append(row)
    return {key: _case(log[key], content_hash) for key, content_hash in _hashes(connection).items()}


def withheld(connection: Connection) -> frozenset[str]:
    """Keys of the loaded incidents that must not be published."""
    return frozenset(key for key, case in cases(connection).items() if case.state is not State.RELEASED)


def counts(connection: Connection) -> dict[str, int]:
    """How many incidents are ``held_back``, how many of them had been proposed or released and have ``changed``
    since, and how many were ``taken_down``."""
    states = [case.state for case in cases(connection).values()]
    held_back = [state for state in states if state is not State.RELEASED]
    return {
        "held_back": len(held_back),
        "changed": held_back.count(State.CHANGED),
        "taken_down": len(taken_down(connection)),
    }


def sentence(count_by_state: Mapping[str, int]) -> str:
    """The counts in words, without a key; empty where there is nothing to say."""
    changes = f", {count_by_state['changed']} changed since proposed or released" if count_by_state["changed"] else ""
    held_text = f"{count_by_state['held_back']} held back (`python -m loaders release` lists them{changes})"
    parts = [held_text] if count_by_state["held_back"] else []
    parts += [f"{count_by_state['taken_down']} taken down"] if count_by_state["taken_down"] else []
    return "incidents: " + ", ".join(parts) if parts else ""


def _case(log: Iterable[Row], content_hash: str) -> Case:
    decisions = [row for row in log if row.decision in ("proposed", "released")]
    same = [row for row in decisions if row.content_hash == content_hash]
    if not decisions:
        return Case(State.HELD, content_hash)
    if not same:
        return Case(State.CHANGED, content_hash)
    if any(row.decision == "released" for row in same):
        return Case(State.RELEASED, content_hash)
    return Case(State.PROPOSED, content_hash, same[-1].decided_by)


def _hashes(connection: Connection) -> dict[str, str]:
    """SHA-256 of what each loaded incident that was ever restricted says."""
    held_keys = select(incident_decision.c.incident_id).where(incident_decision.c.decision == "held")
    is_held = incident.c.incident_id.in_(held_keys) | (incident.c.visibility == "restricted")
    keys = select(incident.c.incident_id).where(is_held)
    content: dict[str, list[Mapping]] = {key: [] for key in sorted(connection.scalars(keys))}
    for table in CONTENT:
        columns = [column for column in table.c if column.name not in ABOUT_ROWS]
        query = select(*columns).where(table.c.incident_id.in_(keys)).order_by(*table.primary_key)
        for row in connection.execute(query).mappings():
            content[row["incident_id"]].append(dict(row))
    return {key: hashlib.sha256(json.dumps(rows, default=str).encode()).hexdigest() for key, rows in content.items()}
