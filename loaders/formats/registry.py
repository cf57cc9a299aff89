"""The table of formats, by the name that ``format = "…"`` in ``sources.toml`` uses."""

from loaders.formats.base import Format

FORMATS: dict[str, Format] = {form.name: form for form in ()}
