"""What is wrong with a store, told to the operator: one line that says what to do, once, and never a traceback."""

import logging

LOG = logging.getLogger(__name__)
# By the reason of a StoreProblem. Readers are told the same by pages, in their language.
OF_STORE = {
    "missing": "the public store is not there: `python -m loaders upgrade` makes it, if DATABASE_URL is right",
    "empty": "nothing is published in the public store: load data, then `python -m loaders publish`",
    "unreadable": "the public store is damaged or of another version of this program: `python -m loaders upgrade` "
    "mends it or says what does, else restore it from a backup",
    "no_room": "the disk of this computer is full, and newer figures wait: make room on it",
    "unreachable": "the database of the public store does not answer: look whether it runs and DATABASE_URL is right",
}


class Trouble:
    """Tells each trouble of something once, and when all of them are over."""

    def __init__(self, of: str) -> None:
        self._of = of
        self._messages: set[str] = set()

    def tell(self, line: str) -> None:
        """Write a line to the log, unless it stands there already."""
        if line not in self._messages:
            self._messages.add(line)
            LOG.warning(line)

    def end(self) -> None:
        """All is well; where something was told, so is this."""
        if self._messages:
            self._messages.clear()
            LOG.warning("%s can be read again", self._of)
