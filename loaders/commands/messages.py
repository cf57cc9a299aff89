"""What a person is told of a load."""

from collections.abc import Callable

from data_access.vocabulary.bidi_marks import straight
from loaders.commands import report
from loaders.engine.run import Outcome
from loaders.store.settings import LoaderSettings

Say = Callable[[str], None]
# Changes that a dry run names one by one; the others stand in its report.
SHOWN = 20


def outcome(found: Outcome, key: str, file: str, settings: LoaderSettings, say: Say, is_dry: bool = False) -> None:
    """Say what a load has changed, or would; the report lists every place."""
    say(("would be done, nothing was changed: " if is_dry else "") + sentence(found, key, file))
    for line in report.summary(found.findings):
        say(f"  {line}")
    if found.findings.listed:
        say(f"  every place: {report.of_findings(settings.reports, key, found.findings)}")
    if is_dry and found.changes:
        listed = found.changes.listed.fillna("")
        for row in listed.head(SHOWN).itertuples(index=False):
            say(f"  {row.kind} {row.key}" + (f": {row.column} {row.before} -> {row.after}" if row.column else ""))  # type: ignore[str-bytes-safe]
        say(f"  every change: {report.of_changes(settings.reports, key, found.changes)}")


def sentence(outcome: Outcome, key: str, file: str) -> str:
    """The counts of a load in words."""
    file = straight(file)
    if not outcome.changed:
        return f"{key}: nothing new, {file} is what load {outcome.run_id} had loaded"
    rejected = f", {outcome.rows_rejected} set aside" if outcome.rows_rejected else ""
    changes = f": {outcome.changes}" if outcome.changes is not None else ""
    counts = f"{outcome.rows_read} rows read, {outcome.rows_written} written{rejected}"
    return f"{key}: {counts} (load {outcome.run_id}){changes}"
