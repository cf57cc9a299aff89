"""What the project brings along: real figures for the store, invented ones for the example."""

from collections.abc import Collection, Iterable
from hashlib import sha256

import click

from loaders import migrations
from loaders.commands import actions, messages
from loaders.commands.actions import Say, Setup
from loaders.config.sources import Source, declared_sources
from loaders.datasets.registry import DATASETS
from loaders.decisions import example_edition
from loaders.engine import records, run
from loaders.engine.run import Terms
from loaders.gate.checks import LoadRefused
from loaders.store.database import Stores

MENDS = "docs/older-stores.md says what to do"


@click.command()
@click.pass_obj
def bundle(setup: Setup) -> None:
    """Load the real figures that the project brings along, publish them, and add the example."""
    fill(setup.stores, setup.settings.small_cell_limit, click.echo)
    add_example(setup.stores, setup.settings.small_cell_limit, click.echo)


@click.command()
@click.pass_obj
def example(setup: Setup) -> None:
    """Add the example with invented figures: an edition of its own, which shares nothing with the rest."""
    add_example(setup.stores, setup.settings.small_cell_limit, click.echo)


def fill(stores: Stores, limit: int, say: Say) -> None:
    """Create the stores if need be, load every bundled source with real figures in order, publish once.

    Where anything else was loaded, nothing is done. Raises LoadRefused where invented figures were.
    """
    actions.upgrade(stores)
    other = records.loaded_from_elsewhere(stores.private, _by_key(real()))
    if invented := sorted(set(other) & {*_by_key(invented_sources())}):
        raise LoadRefused(
            ", ".join(invented), f"invented figures stand in this store, as earlier versions had: {MENDS}"
        )
    if other:
        return say(f"nothing done: the database holds data of your own ({', '.join(other)})")
    load(stores, real(), say)
    return actions.publish(stores, limit, say)


def add_example(stores: Stores, limit: int, say: Say) -> None:
    """Add the example, or put a new one in its place where what it is made of has changed."""
    migrations.require_current(stores)
    mark = _mark(example_sources(), limit)
    if example_edition.is_made_of(stores, mark):
        return say("example: nothing new")

    def filled(empty: Stores) -> None:
        actions.upgrade(empty)
        load(empty, example_sources(), _silent)
        actions.publish(empty, limit, _silent)

    example_edition.keep(stores, mark, filled)
    return say("example: added; it stands apart from everything else, at edition=example")


def load(stores: Stores, sources: Iterable[Source], say: Say) -> None:
    """Load the bundled file of each source, what others refer to first."""
    order = [*DATASETS]
    for source in sorted(sources, key=lambda source: order.index(source.loads)):
        file = source.bundled_file
        outcome = run.load(stores.private, DATASETS[source.loads], file, source, Terms(allow_removal=True))
        say(messages.sentence(outcome, source.key, file.name))


def real() -> list[Source]:
    """Bundled sources with figures that are published or compiled."""
    return [source for source in declared_sources().values() if source.file and not source.is_invented]


def example_sources() -> list[Source]:
    """Bundled sources of which the example is made."""
    return [source for source in declared_sources().values() if source.file and source.is_of_example]


def invented_sources() -> list[Source]:
    """Sources with invented figures."""
    return [source for source in declared_sources().values() if source.is_invented]


def _by_key(sources: Iterable[Source]) -> dict[str, Source]:
    return {source.key: source for source in sources}


def _mark(sources: Collection[Source], limit: int) -> str:
    """Changes when a file of the example does, what is said of it, the tables, or what is withheld."""
    content = sha256(f"{migrations.newest('public')} {limit}".encode())
    for source in sources:
        content.update(repr(source.row()).encode())
        content.update(source.bundled_file.read_bytes())
    return f"bundle {content.hexdigest()[:16]}"


def _silent(_line: str) -> None:
    """The example's loads are told in one line."""
