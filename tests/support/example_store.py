"""The example of tests: the example, but with the real lists that tests of features ask about.

Of the example it lacks the invented incidents, whose keys are not those that tests know; the replies to one of them are
here to a real one.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from loaders.commands import actions, bundles
from loaders.config.sources import Source, declared_sources
from loaders.datasets.registry import DATASETS
from loaders.engine import run
from loaders.engine.run import Terms
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings

REAL = ("eiti_national", "poverty", "targets", "annotations", "incidents", "mine_production")
INVENTED_INCIDENT, INCIDENT = "EX-2018-011", "KGM-2018-021"
REPLACED = ("example_incidents", "example_replies")


def fill(stores: Stores, limit: int) -> None:
    """Create the stores, load the example into them and publish it."""
    actions.upgrade(stores)
    bundles.load(stores, sources(), _silent)
    with TemporaryDirectory() as folder:
        _load_replies(stores, declared_sources()["example_replies"], Path(folder))
    actions.publish(stores, limit, _silent)


def make_store(folder: Path, limit: int) -> LoaderSettings:
    """Two SQLite stores in a folder, filled so."""
    settings = in_folder(folder)
    fill(Stores.open(settings), limit)
    return settings


def in_folder(folder: Path) -> LoaderSettings:
    """Where two SQLite stores in a folder are."""
    return LoaderSettings(f"sqlite:///{folder}/public.sqlite", f"sqlite:///{folder}/private.sqlite")


def sources() -> list[Source]:
    """The sources of which it is made as they are bundled."""
    return bundles.bundled_sources(
        lambda source: (source.is_of_example or source.key in REAL) and source.key not in REPLACED
    )


def _load_replies(stores: Stores, source: Source, folder: Path) -> None:
    replies = folder / source.bundled_file.name
    text = source.bundled_file.read_text(encoding="utf-8").replace(INVENTED_INCIDENT, INCIDENT)
    replies.write_text(text, encoding="utf-8")
    run.load(stores.private, DATASETS[source.loads], replies, source, Terms(allow_removal=True))


def _silent(_line: str) -> None:
    """Tests do not read it."""
