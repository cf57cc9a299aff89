"""What the commands do; how they are typed is in ``__main__``."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from loaders import migrations
from loaders.commands import messages, refusals, report
from loaders.commands.progress import bar
from loaders.config.sources import Source
from loaders.datasets import codes
from loaders.datasets.registry import DATASETS
from loaders.decisions import editions, editions_after_takedown
from loaders.engine import embargo, embargoed_loads, run
from loaders.engine.run import Outcome, Terms
from loaders.engine.undo import undo as undo_run
from loaders.gate.checks import LoadRefused
from loaders.publish import PublishRefused
from loaders.publish import publish as publish_stores
from loaders.publish.dialogue import held_corrections
from loaders.store import incident_decisions
from loaders.store.database import Stores, reading, write_transaction
from loaders.store.settings import LoaderSettings

Say = Callable[[str], None]


@dataclass(frozen=True)
class Setup:
    """Settings, and the stores at their addresses."""

    settings: LoaderSettings
    stores: Stores


def upgrade(stores: Stores) -> list[str]:
    """Create or migrate both stores with all editions, and write the project's own code lists.

    Gives the names of the editions that cannot be read.
    """
    migrations.upgrade(stores)
    broken_editions = editions.upgrade(stores).broken_editions
    with write_transaction(stores.private) as connection:
        codes.write_codes(connection)
    return broken_editions


def load(stores: Stores, settings: LoaderSettings, source: Source, file: Path, say: Say, terms: Terms) -> None:
    """Load one file of a source and publish, unless a first filling is not yet complete enough for that.

    With a time of release nothing is published.
    """
    migrations.require_current(stores)
    with nullcontext() if terms.dry_run else refusals.refusal_note(settings.reports, source):
        load_one(stores, settings, source, file, say, terms)
    if not terms.dry_run and terms.release_at is None:
        publish_if_complete(stores, settings.small_cell_limit, say)


def release_due(stores: Stores, settings: LoaderSettings, sources: Mapping[str, Source], say: Say) -> list[str]:
    """Bring in the loads whose embargo has ended, and publish once; gives the keys of the sources that were refused.

    Can be repeated where it was interrupted.
    """
    migrations.require_current(stores)
    refused_keys = []
    for entry, outcome in embargo.release(stores.private, sources):
        _note(outcome, sources.get(entry.source_key), settings)
        if isinstance(outcome, LoadRefused):
            refused_keys.append(entry.source_key)
            say(f"{entry.source_key}: load {entry.run_id} stays under embargo: {outcome}")
            say(f"  what is to be mended: {report.of_refusal(settings.reports, entry.source_key, outcome)}")
        else:
            say(f"{entry.source_key}: load {entry.run_id} is released")
            messages.outcome(outcome, entry.source_key, entry.file_name, settings, say)
    publish_if_complete(stores, settings.small_cell_limit, say)
    return refused_keys


def _note(outcome: Outcome | LoadRefused, source: Source | None, settings: LoaderSettings) -> None:
    """Let ``status`` know of a release that was refused; nobody looks at what a timetable says."""
    if source is not None:
        with suppress(LoadRefused), refusals.refusal_note(settings.reports, source):
            if isinstance(outcome, LoadRefused):
                raise outcome


def load_one(stores: Stores, settings: LoaderSettings, source: Source, file: Path, say: Say, terms: Terms) -> None:
    """Load one file, say what came of it and write the report; nothing is published. Raises LoadRefused."""
    try:
        with bar(file) as on_part:
            terms_with_progress = replace(terms, on_part=on_part)
            if terms.release_at is None:
                outcome = run.load(stores.private, DATASETS[source.loads], file, source, terms_with_progress)
            else:
                outcome = embargo.load(stores.private, file, source, terms_with_progress)
    except LoadRefused as error:
        say(f"what is to be mended: {report.of_refusal(settings.reports, source.key, error)}")
        raise
    messages.outcome(outcome, source.key, file.name, settings, say, terms.dry_run)
    if not terms.dry_run:
        _tell_of_embargo(stores, source.key, outcome, say)


def undo(stores: Stores, settings: LoaderSettings, run_id: int, reason: str | None, say: Say) -> None:
    """Take one load back and publish. Raises LoadRefused."""
    migrations.require_current(stores)
    key, outcome = undo_run(stores, run_id, reason)
    if not outcome.has_changed:
        return say(f"{key}: load {run_id} was under embargo and is taken back; it was published nowhere")
    rows = (
        f"has the {outcome.rows_written} rows again that it had before" if outcome.rows_written else "has no rows now"
    )
    say(f"{key}: load {run_id} was taken back (by load {outcome.run_id}); the source {rows}")
    return publish_if_complete(stores, settings.small_cell_limit, say)


def publish(stores: Stores, limit: int, say: Say) -> None:
    """Publish what is loaded, if anything has changed."""
    migrations.require_current(stores)
    publication = publish_stores(stores, limit)
    state = "published as" if publication.is_new else "nothing to publish; the public database holds"
    say(f"{state} version {publication.version}")
    with reading(stores.private) as connection:
        left_out = incident_decisions.sentence(incident_decisions.counts(connection))
        corrected = held_corrections(connection, limit)
        late = embargoed_loads.due(connection)
    if left_out:
        say(left_out)
    if corrected:
        say(f"meetings: counts of {', '.join(corrected)} stay as published: their correction would tell of few people")
    editions_after_takedown.mend(stores, say)
    if late:
        say(f"the embargo of {len(late)} loads has ended: `python -m loaders release-due` brings them in")


def publish_if_complete(stores: Stores, limit: int, say: Say) -> None:
    """Publish, unless what is loaded is not yet enough for a map."""
    try:
        publish(stores, limit, say)
    except PublishRefused as error:
        say(f"not published yet: {error}")


def _tell_of_embargo(stores: Stores, key: str, outcome: Outcome, say: Say) -> None:
    """That what was loaded is published nowhere yet, or that it will be replaced."""
    with reading(stores.private) as connection:
        entry = embargoed_loads.load_of(connection, key)
    if entry is None:
        return
    until = embargoed_loads.in_words(entry.release_at)
    if entry.run_id == outcome.run_id:
        say(f"  under embargo until {until}; then `python -m loaders release-due` brings it in")
    else:
        say(f"  load {entry.run_id} of {key} is under embargo until {until}; it will take the place of these rows")
