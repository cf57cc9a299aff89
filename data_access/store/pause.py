"""Whatever takes long is made in pieces, and between two of them other requests have their turn."""

from time import sleep

# Long enough for a gevent worker to take up and answer what has come meanwhile; no pause at all is not.
PAUSE_SECONDS = 0.002


def let_others() -> None:
    """Let whoever else waits go first."""
    sleep(PAUSE_SECONDS)
