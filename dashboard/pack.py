"""The command line of the workshop pack: ``python -m dashboard.pack FILE``.

Exit 0: the pack is made. Exit 1: there are no data to make it of. Exit 2: wrong usage.
"""

import sys
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from dashboard import text
from dashboard.media.pack import PackReader
from dashboard.settings import Settings
from dashboard.web import pack
from data_access.answers import places
from data_access.store.database import Database, DataUnavailable
from data_access.store.settings import SettingsError

EXPECTED_ERRORS = (DataUnavailable, SettingsError, OSError)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--language", "languages", multiple=True, type=click.Choice(text.LANGUAGES), help="Default: all.")
@click.option("--district", "slugs", multiple=True, help="As in addresses, such as jeti-oguz. Default: all.")
@click.option(
    "--address", help="Where the dashboard is on the web: QR codes and links lead there. Default: PUBLIC_ADDRESS."
)
@click.option("--edition", help="The name of an edition. Default: the newest figures.")
def main(
    file: Path, languages: tuple[str, ...], slugs: tuple[str, ...], address: str | None, edition: str | None
) -> None:
    """Make FILE, a ZIP for a USB stick: a sheet for every district that any browser opens without a network."""
    if address and not address.startswith(("https://", "http://")):
        raise click.UsageError(f"--address must begin with https:// or http://, not {address!r}")
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    snapshot = database.snapshot(edition) if edition else database.snapshot()
    all_slugs = [*places.districts(snapshot)["slug"]]
    unknown_slugs = set(slugs) - set(all_slugs)
    if unknown_slugs:
        raise click.UsageError(
            f"no such district: {', '.join(sorted(unknown_slugs))}; there are {', '.join(all_slugs)}"
        )
    origin = (address or settings.address + settings.base_path).rstrip("/") + "/"
    reader = PackReader(database, text.load(), origin, languages or text.LANGUAGES, slugs or all_slugs)
    bar = partial(track, description="Sheets", console=Console(stderr=True))
    unfinished = file.with_suffix(".part")
    try:
        with unfinished.open("wb") as part:
            pack.write(part, reader, snapshot, slugs or all_slugs, bar)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
    click.echo(f"{file}: {file.stat().st_size / 1e6:.1f} MB. Links and QR codes lead to {origin}")


if __name__ == "__main__":
    try:
        main()
    except EXPECTED_ERRORS as problem:
        sys.exit(f"pack: {problem}")
