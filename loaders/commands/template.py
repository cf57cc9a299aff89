"""An empty file of a data set, to be filled in a spreadsheet, and what belongs into each of its columns."""

from pathlib import Path

import click
import pandera.pandas as pa

from data_access.vocabulary.fields import PUBLISHED_ENTITIES
from loaders import migrations
from loaders.commands.actions import Setup
from loaders.datasets.registry import DATASETS
from loaders.gate.checks import LoadRefused
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store.database import reading


@click.command()
@click.argument("dataset", type=click.Choice([*DATASETS]), metavar="DATASET")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def template(setup: Setup, dataset: str, file: Path) -> None:
    """Write FILE with the columns of DATASET and no row, and say what belongs into each.

    A spreadsheet opens it; saved as CSV (UTF-8) it is loaded. A file that is there is left as it is.
    """
    migrations.require_current(setup.stores)
    if file.exists():
        raise LoadRefused(str(file), "is there already; name another file")
    with reading(setup.stores.private) as connection:
        columns = DATASETS[dataset].schema(ReferenceCodes(connection)).columns
    # Spreadsheets take a file for UTF-8 by the mark at its beginning.
    file.write_text(",".join(columns) + "\n", encoding="utf-8-sig")
    meanings = _meanings(dataset)
    for name, column in columns.items():
        click.echo(_line(name, column, meanings.get(name, "")))
    click.echo(f"{file} written; load it with: python -m loaders load {dataset} {file} --source KEY --dry-run")


def _meanings(dataset: str) -> dict[str, str]:
    entity = PUBLISHED_ENTITIES.get(dataset)
    return {field.name: field.says for field in entity.of_file} if entity else {}


def _line(name: str, column: pa.Column, meaning: str) -> str:
    requirement = "may be left out" if not column.required else "may be empty" if column.nullable else "must be filled"
    form = column.description or ""
    return f"{name} ({requirement}): {'; '.join(filter(None, [meaning, form]))}".rstrip(": ")
