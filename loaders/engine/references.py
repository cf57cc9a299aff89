"""The end of a load: whether everything that refers to something still finds it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from loaders.gate.checks import LoadRefused
from loaders.gate.constraints import DOES_NOT_FIT, in_words


def settle(connection: Connection, file: str, is_dry: bool = False) -> None:
    """End the transaction: as done if everything fits together and it is no dry run. Raises LoadRefused."""
    with _refusal_of(file):
        _check_references(connection, is_dry)
    if is_dry:
        connection.rollback()


def require_fitting(connection: Connection, file: str) -> None:
    """Raise LoadRefused unless everything fits together; the transaction goes on."""
    with _refusal_of(file):
        _check_references(connection, goes_on=True)


@contextmanager
def _refusal_of(file: str) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise LoadRefused(file, mismatch(error)) from error


def mismatch(error: DBAPIError) -> str:
    """Why rows do not go together with those of other sources, for people."""
    return f"{DOES_NOT_FIT}: {in_words(error)}"


def _check_references(connection: Connection, goes_on: bool) -> None:
    """Raise IntegrityError now, naming what it can, when a code that others refer to has gone."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    elif goes_on:
        _name_broken(connection)
    else:
        # SQLite has counted the broken references; only when there are any does it pay to look for them.
        try:
            connection.exec_driver_sql("COMMIT")
        except IntegrityError:
            _name_broken(connection)
            raise


def _name_broken(connection: Connection) -> None:
    violation = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if violation:
        reason = f"rows of {violation[0]} refer to a row of {violation[2]} that is not there"
        raise IntegrityError("PRAGMA foreign_key_check", None, ValueError(reason))
