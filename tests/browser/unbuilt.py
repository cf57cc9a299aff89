"""The dashboard where nothing was built for browsers."""

from dataclasses import replace
from pathlib import Path

from dashboard import app
from dashboard.settings import Settings


def create_app(folder: str):
    """The application, looking for what is built in an empty folder."""
    return app.create_app(replace(Settings.from_environment(), build_folder=Path(folder)))
