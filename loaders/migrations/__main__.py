"""Writes the next revision: ``python -m loaders.migrations public "Licences of sites"``. CONTRIBUTING.md says more."""

import click

from loaders import migrations


@click.command()
@click.argument("tree", type=click.Choice(["private", "public"]))
@click.argument("title")
def write(tree: str, title: str) -> None:
    """Write the next revision of TREE from the difference between its revisions and the tables in the code."""
    migrations.write_next(tree, title)


if __name__ == "__main__":
    write()
