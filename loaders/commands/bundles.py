"""What the project brings along: real figures for the store, invented ones for the example."""

from collections.abc import Callable, Collection, Iterable
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
ADDS_EXAMPLE = "`python -m loaders example` adds the example"


@click.command()
@click.pass_obj
def bundle(setup: Setup) -> None:
    """Load the real figures that the project brings along, publish them, and add the example.

    A store with data of its own is left as it is.
    """
    fill(setup.stores, setup.settings.small_cell_limit, click.echo)


@click.command()
@click.pass_obj
def example(setup: Setup) -> None:
    """Add the example with invented figures: an edition of its own, which shares nothing with the rest."""
    add_example(setup.stores, setup.settings.small_cell_limit, click.echo)


def fill(stores: Stores, limit: int, say: Say) -> None:
    """Create the stores if need be, load every bundled source with real figures, publish once, and add the example.

    Where anything else was loaded, nothing is done. Raises LoadRefused where invented figures were.
    """
    actions.upgrade(stores)
    real = bundled_sources(lambda source: not source.is_invented)
    other = records.loaded_from_elsewhere(stores.private, {source.key: source for source in real})
    if invented_keys := records.invented_sources(stores.private, other):
        raise LoadRefused(
            ", ".join(invented_keys), f"invented figures stand in this store, as earlier versions had: {MENDS}"
        )
    if other:
        own = ", ".join(other)
        return say(f"nothing done: the database holds data of your own ({own}); {ADDS_EXAMPLE}")
    load(stores, real, say)
    actions.publish(stores, limit, say)
    return add_example(stores, limit, say)


def add_example(stores: Stores, limit: int, say: Say) -> None:
    """Add the example, or put a new one in its place where what it is made of has changed."""
    migrations.require_current(stores)
    sources = bundled_sources(lambda source: source.is_of_example)
    mark = _mark(sources, limit)
    if example_edition.is_made_of(stores, mark):
        return say("example: nothing new")

    def fill_empty(empty: Stores) -> None:
        actions.upgrade(empty)
        load(empty, sources, _silent)
        actions.publish(empty, limit, _silent)

    example_edition.keep(stores, mark, fill_empty)
    return say("example: added; it stands apart from everything else, at edition=example")


def load(stores: Stores, sources: Iterable[Source], say: Say) -> None:
    """Load the bundled file of each source, what others refer to first."""
    order = [*DATASETS]
    for source in sorted(sources, key=lambda source: order.index(source.loads)):
        file = source.bundled_file
        outcome = run.load(stores.private, DATASETS[source.loads], file, source, Terms(allow_removal=True))
        say(messages.sentence(outcome, source.key, file.name))


def bundled_sources(condition: Callable[[Source], bool]) -> list[Source]:
    """Sources of which the project brings a file along, and of which a condition holds."""
    return [source for source in declared_sources().values() if source.file and condition(source)]


def _mark(sources: Collection[Source], limit: int) -> str:
    """Changes when a file of the example does, what is said of it, the tables, or what is withheld."""
    content = sha256(f"{migrations.newest('public')} {limit}".encode())
    for source in sources:
        content.update(repr(source.row()).encode())
        content.update(source.bundled_file.read_bytes())
    return f"bundle {content.hexdigest()[:16]}"


def _silent(_line: str) -> None:
    """The example's loads are told in one line."""
