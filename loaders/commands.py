"""What the commands do; how they are typed is in ``__main__``."""

from collections.abc import Callable
from pathlib import Path

from loaders import codes, migrations, run
from loaders.database import Stores, writing
from loaders.datasets import DATASETS
from loaders.publish import PublishRefused
from loaders.publish import publish as publish_stores
from loaders.sources import Source, declared

Say = Callable[[str], None]


def upgrade(stores: Stores) -> None:
    """Create or migrate both stores and write the project's own code lists."""
    migrations.upgrade(stores)
    with writing(stores.private) as connection:
        codes.write_codes(connection)


def load(stores: Stores, limit: int, source: Source, file: Path, say: Say) -> None:
    """Load one file of a source and publish, unless a first filling is not yet complete enough for that."""
    migrations.require_current(stores)
    _load(stores, source, file, say)
    try:
        publish(stores, limit, say)
    except PublishRefused as error:
        say(f"not published yet: {error}")


def sample(stores: Stores, limit: int, say: Say) -> None:
    """Create the stores if need be, load every bundled source in order, publish once.

    Invented figures must never stand beside loaded ones: where anything else was loaded, nothing is done.
    """
    upgrade(stores)
    other = run.loaded_from_elsewhere(stores.private, declared())
    if other:
        say(
            f"nothing done: the database holds data of your own ({', '.join(other)}), and the sample is partly invented"
        )
        return
    order = [*DATASETS]
    for source in sorted(declared().values(), key=lambda source: order.index(source.loads)):
        if source.file:
            _load(stores, source, source.bundled_file, say)
    publish(stores, limit, say)


def publish(stores: Stores, limit: int, say: Say) -> None:
    """Publish what is loaded, if anything has changed."""
    migrations.require_current(stores)
    published = publish_stores(stores, limit)
    state = "published as" if published.changed else "nothing to publish; the public database holds"
    say(f"{state} version {published.version}")


def _load(stores: Stores, source: Source, file: Path, say: Say) -> None:
    outcome = run.load(stores.private, DATASETS[source.loads], file, source)
    if outcome.changed:
        say(f"{source.key}: {outcome.rows_read} rows read, {outcome.rows_written} written (load {outcome.run_id})")
    else:
        say(f"{source.key}: nothing new, {file.name} is what load {outcome.run_id} had loaded")
