"""What the commands about single incidents do; how they are typed is in ``__main__``."""

import re

import click
from sqlalchemy import select

from loaders import migrations
from loaders.commands import actions, report
from loaders.commands.actions import Say
from loaders.decisions import editions, editions_after_takedown
from loaders.decisions import release as releasing
from loaders.decisions.takedown import take_down
from loaders.publish import withdraw
from loaders.store import incident_decisions
from loaders.store.database import Stores, StoreUnavailable, reading, rewrite
from loaders.store.incident_decisions import State
from loaders.store.runs import load_run
from loaders.store.settings import LoaderSettings

# Datasets and, by store, tables that held an incident or a reply to it.
LOADS = ("incidents", "replies")
PRIVATE = ("kept_rows", "reply", *(table.name for table in incident_decisions.CONTENT), "incident_decision")
PUBLIC = ("reply", "incident_actor", "incident_issue", "incident", "edition_part")


class Signature(click.ParamType):
    """A role or initials, such as ``MSG secretary`` or ``A.B.``: no number that could find anybody."""

    name = "ROLE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words with single spaces; wrong usage where it is anything else."""
        words = " ".join(value.split())
        if len(words) > 40 or not re.fullmatch(r"[^\W\d_](?:[^\W_]|[ .-])*", words) or re.search(r"\d{4}", words):
            self.fail("must be a role or initials: letters, at most 40 characters", param, ctx)
        return words


def release(stores: Stores, settings: LoaderSettings, incident_id: str, by: str, say: Say) -> None:
    """Propose the release of an incident, or release it where another person has proposed it. Raises LoadRefused."""
    migrations.require_current(stores)
    if releasing.release(stores, incident_id, by) is State.PROPOSED:
        say(f"incident {incident_id}: proposed by {by}; it is published when another person releases it too")
        return
    say(f"incident {incident_id}: released by {by}")
    actions.publish_if_complete(stores, settings.small_cell_limit, say)


def say_withheld(stores: Stores, say: Say) -> None:
    """Say which incidents are held back, and who proposed which."""
    migrations.require_current(stores)
    with reading(stores.private) as connection:
        cases = incident_decisions.cases(connection)
    withheld_cases = {key: case for key, case in cases.items() if case.state is not State.RELEASED}
    for key, case in withheld_cases.items():
        say(f"{key}: {case.state}" + (f" by {case.proposed_by}" if case.proposed_by else ""))
    if not withheld_cases:
        say("no incident is held back")


def takedown(stores: Stores, settings: LoaderSettings, incident_id: str, reason: str, by: str, say: Say) -> None:
    """Take an incident down everywhere, at once. Can be repeated where it was interrupted. Raises LoadRefused.

    Nothing else keeps it public: where nothing can be published, as other loaders are at work or something is wrong,
    it is withdrawn alone; so is a broken edition.
    """
    migrations.require_current(stores)
    is_new = take_down(stores, incident_id, reason, by)
    say(f"incident {incident_id}: " + (f"taken down by {by}" if is_new else "was taken down before"))
    try:
        _publish_without(stores, settings.small_cell_limit, incident_id, say)
        editions_after_takedown.tell(editions.remove_incident(stores, incident_id), say)
        _leave_nothing(stores, settings, say)
    except StoreUnavailable as error:
        raise StoreUnavailable(f"not removed everywhere yet, run the same command again: {error}") from error
    say("the file that brought it, and backups, still hold it: they are yours to mend")


def _publish_without(stores: Stores, limit: int, incident_id: str, say: Say) -> None:
    try:
        actions.publish(stores, limit, say)
    except Exception as error:
        withdraw(stores, incident_id)
        say(f"removed from what is public; nothing else could be published: {error}")


def _leave_nothing(stores: Stores, settings: LoaderSettings, say: Say) -> None:
    """Deleted rows stay in a database's files, and reports of loads may quote them."""
    rewrite(stores.private, PRIVATE)
    rewrite(stores.public, PUBLIC)
    with reading(stores.private) as connection:
        keys = set(connection.scalars(select(load_run.c.source_key).where(load_run.c.loads.in_(LOADS))))
    if report_count := report.forget(settings.reports, keys):
        say(f"{report_count} reports of lists of incidents and of replies were deleted, as they may quote it")
