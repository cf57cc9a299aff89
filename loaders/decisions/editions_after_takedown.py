"""What editions show although it must not be public: incidents taken down, or held back since."""

from collections.abc import Callable

from loaders.decisions import edition_file, editions
from loaders.store import incident_decisions
from loaders.store.database import Stores, StoreUnavailable, reading

Say = Callable[[str], None]


def mend(stores: Stores, say: Say) -> None:
    """Remove from editions what was taken down, and say which show something that is held back.

    A backup of the public store brings back what was taken down since. What is published does not depend on this, so
    it fails only with words.
    """
    with reading(stores.private) as connection:
        taken_down, withheld = (
            frozenset(incident_decisions.taken_down(connection)),
            incident_decisions.withheld(connection),
        )
    if not taken_down and not withheld:
        return
    try:
        shown_incidents = editions.incidents_by_edition(stores, taken_down | withheld)
        for incident_id in sorted(taken_down & frozenset().union(*shown_incidents.values())):
            tell(editions.remove_incident(stores, incident_id), say)
    except (StoreUnavailable, *edition_file.UNREADABLE) as error:
        say(f"editions could not be looked through, `python -m loaders publish` tries again: {error}")
        return
    still = [key for key, incident_ids in shown_incidents.items() if incident_ids & withheld]
    if still:
        say(f"some of those held back are still shown by editions ({', '.join(still)}); `takedown` removes them there")


def tell(outcome: editions.Rewritten, say: Say) -> None:
    """Say what came of a removal."""
    if count := len(outcome.changed_editions):
        say(f"removed from {count} edition{'s' if count > 1 else ''}; they say that a record was taken down")
    for key in outcome.broken_editions:
        say(f"edition {key} cannot be read and may hold it: it is withdrawn")
