"""Executed by Alembic for the private tree."""

from loaders.migrations import run_revisions

run_revisions("private")
