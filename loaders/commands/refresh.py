"""Every declared source that has an address: loaded if its file has changed."""

from collections.abc import Callable, Mapping
from pathlib import Path

from loaders import migrations
from loaders.commands import actions, refusals
from loaders.config.sources import Source
from loaders.datasets.registry import DATASETS
from loaders.engine import embargoed_loads, gathered, history
from loaders.engine.run import PLAINLY
from loaders.engine.upload import Upload
from loaders.gate.checks import LoadRefused
from loaders.store.database import Stores, StoreUnavailable, reading
from loaders.store.settings import LoaderSettings

Say = Callable[[str], None]


def refresh(stores: Stores, settings: LoaderSettings, sources: Mapping[str, Source], say: Say) -> list[str]:
    """Load what has changed, publish once; gives the keys of the sources that could not be loaded.

    A failed source keeps its earlier rows and does not stop the others.
    """
    migrations.require_current(stores)
    order = [*DATASETS]
    with_address = [source for source in sources.values() if source.address]
    if not with_address:
        say("nothing to do: no source in sources.toml has an address")
    sorted_sources = sorted(with_address, key=lambda source: order.index(source.loads))
    failures = [source.key for source in sorted_sources if not _is_fresh(stores, settings, source, say)]
    actions.publish_if_complete(stores, settings.small_cell_limit, say)
    return failures


def _is_fresh(stores: Stores, settings: LoaderSettings, source: Source, say: Say) -> bool:
    try:
        with refusals.refusal_note(settings.reports, source), gathered.files_of(stores.private, source) as path:
            why = _left_alone(stores, source, path)
            if why:
                say(f"{source.key}: left as it is: {why}")
            else:
                actions.load_one(stores, settings, source, path, say, PLAINLY)
    except (LoadRefused, StoreUnavailable) as error:
        say(f"{source.key}: FAILED, nothing of it was changed: {error}")
        return False
    return True


def _left_alone(stores: Stores, source: Source, path: Path) -> str:
    """Why a timetable must not load this file; empty where it may.

    While figures of the source wait, or their embargo was taken back and nothing was loaded since, no file is loaded
    without a person: the one that waits comes again, saved anew, as another file. What a person took back stays away
    as well.
    """
    sha256 = Upload.read(path, source.read_by()).sha256
    with reading(stores.private) as connection:
        runs, entry = history.runs_of(connection, source.key), embargoed_loads.load_of(connection, source.key)
        withdrawn_files = history.withdrawn_files(connection, source.key)
        is_withdrawn = history.is_withdrawn(connection, source.key)
    if entry is not None:
        until = embargoed_loads.in_words(entry.release_at)
        return f"load {entry.run_id} of it is under embargo until {until}; `load` loads another file all the same"
    if is_withdrawn:
        return "the embargo of its last file was taken back; `load` loads it, now or with `--release-at`"
    if runs and runs[-1].sha256 == sha256:
        return ""
    undone_runs = {run.undoes for run in runs}
    taken_back = {run.sha256 for run in runs if run.run_id in undone_runs} | withdrawn_files
    return "its file was loaded and taken back; `load` loads it all the same" if sha256 in taken_back else ""
