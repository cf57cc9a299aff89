"""The command line: ``python -m loaders``.

Exit 0: done, or nothing new. Exit 1: refused, and the database is as it was; only ``status`` knows of the attempt.
Exit 2: wrong usage.
"""

import json
import sys
from pathlib import Path

import click
from sqlalchemy.exc import DBAPIError

from data_access.store.settings import SettingsError
from loaders.commands import actions, bundles, editions, incidents, status
from loaders.commands.actions import Setup
from loaders.commands.describe import codes, describe
from loaders.commands.help_texts import HELP, LOAD_HELP
from loaders.commands.refresh import refresh as refresh_sources
from loaders.commands.template import template
from loaders.config.sources import declared_sources
from loaders.datasets.registry import DATASETS
from loaders.decisions.editions import EditionRefused
from loaders.decisions.takedown import REASONS
from loaders.engine import embargoed_loads
from loaders.engine.run import Terms
from loaders.gate.checks import LoadRefused
from loaders.gate.constraints import in_words
from loaders.publish import PublishRefused
from loaders.store.database import Stores, StoreUnavailable, open_folder
from loaders.store.settings import LoaderSettings

EXPECTED_ERRORS = (LoadRefused, PublishRefused, EditionRefused, StoreUnavailable, SettingsError)
RELEASE_AT = (
    "Put the rows under embargo until this time (2026-12-01T10:00, Bishkek time): they are checked now and public "
    "nowhere before."
)
BY = "Your role or initials; kept beside the key."


@click.group(help=HELP)
@click.pass_context
def loaders(context: click.Context) -> None:
    settings = LoaderSettings.from_environment()
    context.obj = Setup(settings, Stores.open(settings))


@loaders.command(help=LOAD_HELP)
@click.argument("dataset", type=click.Choice([*DATASETS]), metavar="DATASET")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", "key", required=True, help="Key of the source in sources.toml, for example example_revenue.")
@click.option("--dry-run", is_flag=True, help="Only say what would change; nothing is changed.")
@click.option("--allow-removal", is_flag=True, help="Load the file even if more than a tenth of the rows vanish.")
@click.option("--why", help='The reason; it is PUBLISHED with the load. For example "corrected by the ministry".')
@click.option("--release-at", metavar="TIME", help=RELEASE_AT)
@click.pass_obj
def load(
    setup: Setup,
    dataset: str,
    file: Path,
    key: str,
    dry_run: bool,
    allow_removal: bool,
    why: str | None,
    release_at: str | None,
) -> None:
    source = declared_sources(setup.settings.sources).get(key)
    if source is None or source.loads != dataset:
        raise click.BadParameter(f"sources.toml has no source {key!r} that loads {dataset}", param_hint="--source")
    terms = Terms(why, allow_removal, dry_run, None if release_at is None else embargoed_loads.moment(release_at))
    actions.load(setup.stores, setup.settings, source, file, click.echo, terms)


@loaders.command(help="Load every source of sources.toml that has an address and whose file has changed; publish once.")
@click.pass_obj
def refresh(setup: Setup) -> None:
    failures = refresh_sources(setup.stores, setup.settings, declared_sources(setup.settings.sources), click.echo)
    if failures:
        raise LoadRefused("refresh", f"{len(failures)} of the sources could not be loaded: {', '.join(failures)}")


@loaders.command(help="Take load number RUN back: its source gets the rows again that it had before.")
@click.argument("run", type=int)
@click.option("--why", help="The reason, for example what was wrong; it is PUBLISHED.")
@click.pass_obj
def undo(setup: Setup, run: int, why: str | None) -> None:
    actions.undo(setup.stores, setup.settings, run, why, click.echo)


@loaders.command(name="release-due", help="Bring in the loads whose embargo has ended, and publish. For a timetable.")
@click.pass_obj
def release_due(setup: Setup) -> None:
    refusals = actions.release_due(setup.stores, setup.settings, declared_sources(setup.settings.sources), click.echo)
    if refusals:
        raise LoadRefused("release-due", f"{len(refusals)} of the loads cannot be brought in: {', '.join(refusals)}")


@loaders.command()
@click.argument("incident", required=False)
@click.option("--by", type=incidents.Signature(), help=BY)
@click.pass_obj
def release(setup: Setup, incident: str | None, by: str | None) -> None:
    """Release a restricted INCIDENT: the first person proposes it, a second one who gives the same command releases it.

    Without INCIDENT: list those that are held back. An incident that a later file changes is held back again.
    """
    if incident is None:
        return incidents.say_withheld(setup.stores, click.echo)
    if by is None:
        raise click.MissingParameter(param_hint="--by", param_type="option")
    return incidents.release(setup.stores, setup.settings, incident, by, click.echo)


@loaders.command()
@click.argument("incident")
@click.option("--reason", required=True, type=click.Choice(REASONS), help="A code, kept with the key.")
@click.option("--by", required=True, type=incidents.Signature(), help=BY)
@click.pass_obj
def takedown(setup: Setup, incident: str, reason: str, by: str) -> None:
    """Remove INCIDENT from both databases, at once and for good.

    No file and no undo brings it back. Its key, the time, the code and --by remain.
    """
    incidents.takedown(setup.stores, setup.settings, incident, reason, by, click.echo)


@loaders.command(name="status", help="Show, for every source: its last load, the period it covers, on time or late.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def show_status(setup: Setup, as_json: bool) -> None:
    entries = status.of_sources(setup.stores, setup.settings.reports, declared_sources(setup.settings.sources))
    click.echo(json.dumps(entries, indent=2, ensure_ascii=False) if as_json else status.as_table(entries))


@loaders.command(help="Compute the public database anew from what is loaded, if anything has changed.")
@click.pass_obj
def publish(setup: Setup) -> None:
    actions.publish(setup.stores, setup.settings.small_cell_limit, click.echo)


@loaders.command(help="Create both databases, or bring their tables up to date. Do this first, and after an update.")
@click.pass_obj
def upgrade(setup: Setup) -> None:
    for key in actions.upgrade(setup.stores):
        click.echo(f"edition {key} cannot be read: docs/older-stores.md says what to do", err=True)
    if folder := open_folder(setup.stores.private):
        click.echo(f"other users can list {folder}: give the private store a folder of its own", err=True)
    click.echo("both databases have the newest tables; `python -m loaders publish` fills them")


FURTHER_COMMANDS = (bundles.bundle, bundles.example, editions.freeze, editions.write_editions, editions.read_editions)
for command in (describe, codes, template, *FURTHER_COMMANDS):
    loaders.add_command(command)


def main() -> None:
    """Run a command; an expected failure is one line and exit 1, without a traceback."""
    try:
        loaders(prog_name="python -m loaders")
    except EXPECTED_ERRORS as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    except DBAPIError as error:
        click.echo(f"error: the database did not take it, and nothing was changed: {in_words(error)}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
