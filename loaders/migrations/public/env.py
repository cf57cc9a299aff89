"""Executed by Alembic for the public tree."""

from loaders.migrations import run_revisions

run_revisions("public")
