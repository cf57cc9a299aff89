"""What the command line says of itself."""

from loaders.datasets.registry import DATASETS

HELP = """Fill the dashboard's database. The web application only reads what these commands publish.

A file is loaded as a whole or not at all: when something in it is wrong, the database stays as it was, and a
report (a table for Excel) names each row to be mended. Nothing is ever lost: each load can be taken back.

\b
A first time:   python -m loaders upgrade
A new file?     python -m loaders describe FILE    (a first entry of sources.toml, and what is to be filled in)
See it work:    python -m loaders load DATASET FILE --source KEY --dry-run
Do it:          python -m loaders load DATASET FILE --source KEY
Was it wrong?   python -m loaders status    (shows the number of the load)
                python -m loaders undo NUMBER
Does an incident endanger somebody?
                python -m loaders takedown INCIDENT --reason safety --by ROLE
Is it agreed?   python -m loaders freeze NAME --by ROLE    (what is published now, kept as an edition)

Where files and sources are described: docs/data-formats.md and loaders/sources.toml.
"""
LOAD_HELP = f"""Load FILE (or all files of a folder) as DATASET and publish it.

The rows of the file take the place of the earlier rows of its source. FILE may be a CSV or Excel file in our
columns, or whatever sources.toml says of the source.

\b
DATASET is one of:
  {", ".join([*DATASETS][:8])},
  {", ".join([*DATASETS][8:])}
"""
