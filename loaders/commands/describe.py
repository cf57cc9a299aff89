"""The commands by which a new source is declared: a first entry and mapping from its file, and the codes there are."""

import re
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from sqlalchemy import select

from data_access.vocabulary.fields import money
from loaders import migrations
from loaders.commands.actions import Setup
from loaders.engine.upload import Upload, whole
from loaders.formats.description import Description
from loaders.formats.description import describe as describe_file
from loaders.formats.payment_mapping import toml_text
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store.database import reading
from loaders.store.monitoring import indicator
from loaders.store.revenue import revenue_stream

# Subjects of data sets; the others are of reference.
SUBJECTS = {
    **dict.fromkeys(("revenue", "national_revenue", "mineral_sales"), "revenue"),
    **dict.fromkeys(("readings", "statistics", "case_statistics", "stations"), "monitoring"),
    **{name: name for name in ("incidents", "grievances")},
    **dict.fromkeys(
        ("commitments", "commitment_steps", "dialogue_events", "contacts", "plans", "grants", "recommendations"),
        "outcomes",
    ),
}


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.pass_obj
def describe(setup: Setup, file: Path) -> None:
    """Write a first entry for sources.toml, and a first mapping, by looking at FILE (of a folder, at its first file).

    Nothing is loaded, and no file is changed: copy what is written, fill in what is empty, and try it with --dry-run.
    """
    migrations.require_current(setup.stores)
    first = Upload.read(file).files[0]
    with reading(setup.stores.private) as connection:
        description = describe_file(whole(first), first.name, ReferenceCodes(connection))
    for line in _lines(description, file):
        click.echo(line)


@click.command()
@click.pass_obj
def codes(setup: Setup) -> None:
    """List the codes that files and mappings may use: revenue streams, receivers, stages, purposes and indicators."""
    migrations.require_current(setup.stores)
    with reading(setup.stores.private) as connection:
        streams = connection.execute(select(revenue_stream).order_by(revenue_stream.c.stream_code)).all()
        indicator_columns = (indicator.c.indicator_code, indicator.c.medium, indicator.c.unit)
        indicators = connection.execute(select(*indicator_columns).order_by(*indicator_columns[1::-1])).all()
    click.echo(_table("revenue streams", ("code", "GFS code", "EITI requirement, if not 4.1"), streams))
    for name, lists in (
        ("receivers", money.RECEIVER_LEVELS),
        ("stages", money.STAGES),
        ("purposes", money.PURPOSES),
    ):
        click.echo(f"{name}: {', '.join(lists.values)}\n")
    if indicators:
        click.echo(_table("indicators", ("code", "medium", "unit"), indicators))
    else:
        click.echo("indicators: none is loaded yet; a file of indicators makes them known")


def _lines(description: Description, file: Path) -> Iterator[str]:
    key = re.sub(r"[^a-z0-9]+", "_", file.stem.lower()).strip("_")[:60] or "source"
    yield from (
        "# For sources.toml. What is empty must be filled in; the other languages of a text may come later.",
        f"[source.{key}]",
        f'dataset = "{SUBJECTS.get(description.loads, "reference" if description.loads else "")}"',
        f'loads = "{description.loads}"',
        *([f'format = "{description.format}"'] if description.format else []),
        *([f'mapping = "{key}.toml"'] if description.mapping else []),
        f"address = {toml_text(str(file.resolve()))}",
        'kind = ""              # published, as its publisher made it, or compiled from named reports',
        'title.en = ""          # as .ky, .ru or .en: the document or data set',
        'publisher.en = ""',
        'licence.en = ""        # terms as the publisher states them, else "Not stated"',
        '# url = "https://…"    # where readers find it',
        "# cadence_days = 365   # days within which newer figures are promised",
    )
    if description.mapping:
        yield from ("", f"# For {key}.toml in the folder mappings beside sources.toml.", *description.mapping)
    if description.open_points:
        yield from ("", "# What the file does not tell:", *(f"# * {point}" for point in description.open_points))


def _table(title: str, header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    table = Table(*header, title=title, title_justify="left")
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    text = StringIO()
    Console(file=text, width=120).print(table)
    return text.getvalue()
