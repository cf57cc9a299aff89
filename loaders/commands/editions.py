"""The command that freezes, lists and withdraws editions."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path

import click
from sqlalchemy import Row

from data_access.vocabulary.languages import LANGUAGES
from loaders import migrations
from loaders.commands.actions import Setup
from loaders.commands.incidents import Signature
from loaders.decisions import edition_archive, editions, editions_after_takedown
from loaders.gate.reasons import found_in
from loaders.store.database import Stores, rewrite

LONGEST_TITLE, LONGEST_WHY = 200, 300


class Name(click.ParamType):
    """The name of an edition, as it stands in addresses."""

    name = "NAME"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself; wrong usage where it could stand in no address."""
        if not editions.NAME.fullmatch(value):
            self.fail("must be 2 to 40 small Latin letters, digits and hyphens, for example msg-2026-11", param, ctx)
        return value


class Line(click.ParamType):
    """A line of text for readers."""

    name = "TEXT"

    def __init__(self, longest: int) -> None:
        self._longest = longest

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words with single spaces; wrong usage where there are none, or too many."""
        line = " ".join(value.split())
        if not line or len(line) > self._longest or not line.isprintable():
            self.fail(f"must be a line of at most {self._longest} letters", param, ctx)
        if personal := found_in(line):
            self.fail(f"is published, and it holds {personal}", param, ctx)
        return line


TITLE = {"type": Line(LONGEST_TITLE), "help": "Title for readers of this language; without it the name stands there."}


def _title_options(command: Callable) -> Callable:
    """With an option for the title in each language."""
    options = (click.option(f"--title-{language}", **TITLE) for language in reversed(LANGUAGES))
    return reduce(lambda decorated, option: option(decorated), options, command)


@click.command()
@click.argument("name", required=False, type=Name())
@_title_options
@click.option("--by", type=Signature(), help="Your role or initials; kept and published beside the name.")
@click.option("--withdraw", "withdrawn", type=Name(), help="Withdraw this edition: its figures go, its name stays.")
@click.option("--why", type=Line(LONGEST_WHY), help="Why it is withdrawn; readers see it.")
@click.pass_obj
def freeze(setup: Setup, name: str | None, by: str | None, withdrawn: str | None, why: str | None, **titles) -> None:
    """Keep what is published now as edition NAME, for ever as it is: ?edition=NAME in addresses shows it.

    Without NAME: list the editions. One that was frozen by mistake can be withdrawn.
    """
    migrations.require_current(setup.stores)
    if withdrawn is not None:
        return _withdraw(setup.stores, _required_option("--why", why), withdrawn)
    if name is None:
        return _list(setup.stores)
    titles_by_language = {language: titles[f"title_{language}"] or name for language in LANGUAGES}
    version = editions.freeze(
        setup.stores, setup.settings.small_cell_limit, name, titles_by_language, _required_option("--by", by)
    )
    return click.echo(f"version {version} is kept as edition {name}")


@click.command(name="write-editions")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def write_editions(setup: Setup, folder: Path) -> None:
    """Write each edition to a file of its own in FOLDER: read-editions brings them back into a store that was lost."""
    migrations.require_current(setup.stores)
    paths = edition_archive.write(setup.stores, folder)
    click.echo("\n".join(f"written: {path}" for path in paths) or "no version is kept as an edition")


@click.command(name="read-editions")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def read_editions(setup: Setup, files: tuple[Path, ...]) -> None:
    """Bring editions from FILES back. One that is there stays as it is; what was taken down since is left out."""
    migrations.require_current(setup.stores)
    for file in files:
        key, is_new = edition_archive.read(setup.stores, file)
        click.echo(
            f"edition {key} is brought back" if is_new else f"edition {key} is there already, and stays as it is"
        )
    editions_after_takedown.mend(setup.stores, click.echo)


def _withdraw(stores: Stores, reason: str, key: str) -> None:
    editions.withdraw(stores, key, reason)
    # Deleted rows stay in a database's files.
    rewrite(stores.public, ("edition_part",))
    click.echo(f"edition {key} is withdrawn; its name and the reason stay, and files that were written of it are yours")


def _list(stores: Stores) -> None:
    rows = editions.all_editions(stores)
    for row in rows:
        click.echo(_line(row))
    if not rows:
        click.echo("no version is kept as an edition")


def _line(row: Row) -> str:
    what = f"{row.edition_key}: {row.title_en}, version {row.version}, published {row.published_at:%Y-%m-%d}"
    when = f"frozen {row.frozen_at:%Y-%m-%d} by {row.frozen_by}"
    if row.withdrawn_at is not None:
        return f"{what}, {when}, withdrawn {row.withdrawn_at:%Y-%m-%d}: {row.withdrawn_why}"
    removals = f", {row.removed_count} taken down since" if row.removed_count else ""
    return f"{what}, {when}, {row.byte_count / 1e6:.1f} MB, sha256 {row.sha256[:12]}{removals}"


def _required_option(option: str, value: str | None) -> str:
    if value is None:
        raise click.MissingParameter(param_hint=option, param_type="option")
    return value
