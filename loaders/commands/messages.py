"""What a person is told of a load."""

from collections.abc import Callable

from data_access.vocabulary.bidi_marks import straight
from loaders.commands import report
from loaders.engine.run import Outcome
from loaders.store.settings import LoaderSettings

Say = Callable[[str], None]
# Changes that a dry run names one by one; the others stand in its report.
MOST_LINES = 20


def outcome(result: Outcome, key: str, file: str, settings: LoaderSettings, say: Say, is_dry: bool = False) -> None:
    """Say what a load has changed, or would; the report lists every place."""
    say(("would be done, nothing was changed: " if is_dry else "") + sentence(result, key, file))
    for line in report.summary(result.findings):
        say(f"  {line}")
    if result.findings.items:
        say(f"  every place: {report.of_findings(settings.reports, key, result.findings)}")
    if is_dry and result.changes:
        rows = result.changes.rows.fillna("")
        for kind, row_key, column, before, after in rows.head(MOST_LINES).itertuples(index=False, name=None):
            say(f"  {kind} {row_key}" + (f": {column} {before} -> {after}" if column else ""))
        say(f"  every change: {report.of_changes(settings.reports, key, result.changes)}")


def sentence(outcome: Outcome, key: str, file: str) -> str:
    """The counts of a load in words."""
    file = straight(file)
    if not outcome.has_changed:
        return f"{key}: nothing new, {file} is what load {outcome.run_id} had loaded"
    rejections = f", {outcome.rows_rejected} set aside" if outcome.rows_rejected else ""
    changes = f": {outcome.changes}" if outcome.changes is not None else ""
    counts = f"{outcome.rows_read} rows read, {outcome.rows_written} written{rejections}"
    return f"{key}: {counts} (load {outcome.run_id}){changes}"
