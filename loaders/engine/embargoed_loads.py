"""Which loads are under embargo, and until when. What of them anybody but their operator may know: nothing."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Row, select

from data_access.vocabulary import clock
from loaders.datasets.registry import DATASETS
from loaders.gate.checks import LoadRefused
from loaders.gate.days import BISHKEK
from loaders.store.runs import EMBARGOED, load_run

LATEST = timedelta(days=3 * 366)


def moment(text: str) -> datetime:
    """The time in UTC that ``2026-12-01``, ``2026-12-01T10:00`` or one with an offset means; without, of Bishkek.

    Raises LoadRefused when it is none, or does not lie within the next three years.
    """
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        reason = f"is {text!r}; it must be a time such as 2026-12-01T10:00, or a day"
        raise LoadRefused("--release-at", reason) from error
    at = time if time.tzinfo else time.replace(tzinfo=BISHKEK)
    if not clock.now() < at < clock.now() + LATEST:
        raise LoadRefused("--release-at", f"is {text!r}; it must lie in the future, within the next three years")
    return at.astimezone(UTC)


def aware(at: datetime) -> datetime:
    """A stored time with its zone: SQLite hands it back without."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def in_words(at: datetime) -> str:
    """A time as clocks in Kyrgyzstan show it."""
    return f"{aware(at).astimezone(BISHKEK):%Y-%m-%d %H:%M} (Bishkek time)"


def loads(connection: Connection) -> Sequence[Row]:
    """All loads under embargo, in the order of their times."""
    query = select(load_run).where(load_run.c.status == EMBARGOED)
    return connection.execute(query.order_by(load_run.c.release_at, load_run.c.run_id)).all()


def load_of(connection: Connection, key: str) -> Row | None:
    """The load of a source that is under embargo."""
    return next((entry for entry in loads(connection) if entry.source_key == key), None)


def is_due(entry: Row) -> bool:
    """Whether the time of a load has come."""
    return aware(entry.release_at) <= clock.now()


def due(connection: Connection) -> list[Row]:
    """Loads whose time has come, in the order in which an empty store must be filled."""
    order = [*DATASETS]
    return sorted(filter(is_due, loads(connection)), key=lambda entry: order.index(entry.loads))


def require_free(connection: Connection, key: str, sha256: str) -> None:
    """Raise LoadRefused when this very file is under embargo: nobody may publish it by mistake."""
    entry = load_of(connection, key)
    if entry is not None and entry.sha256 == sha256:
        reason = f"is under embargo as load {entry.run_id} until {in_words(entry.release_at)}"
        take_back = f"`python -m loaders undo {entry.run_id}`"
        raise LoadRefused(entry.file_name, f"{reason}; to publish it earlier, take that back first ({take_back})")
