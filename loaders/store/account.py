"""Who runs the loader."""

import getpass
import os


def account() -> str:
    """Name of the system account; in containers it may have a number only."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
