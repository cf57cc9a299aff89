"""The command line: ``python -m loaders``.

Exit 0: done, or nothing new. Exit 1: refused, and the database is as it was. Exit 2: wrong usage.
"""

import json
import sys
from pathlib import Path

import click

from dashboard.settings import SettingsError
from loaders import commands, status
from loaders.checks import LoadRefused
from loaders.database import Stores, StoreUnavailable
from loaders.datasets import DATASETS
from loaders.publish import PublishRefused
from loaders.settings import LoaderSettings
from loaders.sources import declared

EXPECTED = (LoadRefused, PublishRefused, StoreUnavailable, SettingsError)


@click.group(help="Fill the dashboard's database. The web application only reads what these commands publish.")
@click.pass_context
def loaders(context: click.Context) -> None:
    settings = LoaderSettings.from_environment()
    context.obj = (Stores.open(settings), settings.small_cell_limit)


@loaders.command(help="Load FILE as DATASET and publish. All rows of the source are replaced, or nothing changes.")
@click.argument("dataset", type=click.Choice([*DATASETS]))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", "key", required=True, help="Key of the source in sources.toml, for example sample_revenue.")
@click.pass_obj
def load(opened, dataset: str, file: Path, key: str) -> None:
    source = declared().get(key)
    if source is None or source.loads != dataset:
        raise click.BadParameter(f"sources.toml has no source {key!r} that loads {dataset}", param_hint="--source")
    commands.load(*opened, source, file, click.echo)


@loaders.command(help="Load the data that the project brings along, and publish.")
@click.pass_obj
def sample(opened) -> None:
    commands.sample(*opened, click.echo)


@loaders.command(name="status", help="Show, for every loaded source, its last load and the period it covers.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def show_status(opened, as_json: bool) -> None:
    found = status.of_sources(opened[0])
    click.echo(json.dumps(found, indent=2, ensure_ascii=False) if as_json else status.as_table(found))


@loaders.command(help="Compute the public database anew from what is loaded, if anything has changed.")
@click.pass_obj
def publish(opened) -> None:
    commands.publish(*opened, click.echo)


@loaders.command(help="Create both databases, or bring their tables up to date.")
@click.pass_obj
def upgrade(opened) -> None:
    commands.upgrade(opened[0])
    click.echo("both databases have the newest tables")


def main() -> None:
    """Run a command; an expected failure is one line and exit 1, without a traceback."""
    try:
        loaders(prog_name="python -m loaders")
    except EXPECTED as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
