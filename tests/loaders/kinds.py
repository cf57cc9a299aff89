"""What the engine of the loaders tells apart in datasets, so that its rules need not be tried on all of them."""

from collections.abc import Iterable

import pytest

from loaders.datasets.registry import DATASETS

# A map layer, rows with a key, rows without one, what others are derived from, guarded rows, and people's cases.
KINDS = ("boundaries", "revenue", "readings", "sla_rules", "incidents", "grievances")
TABLES = [name for name in DATASETS if name not in ("boundaries", "lakes")]


def only_exhaustive(*values: object) -> object:
    """A case of a test that is tried only where everything is."""
    return pytest.param(*values, marks=pytest.mark.exhaustive)


def _each_kind(names: Iterable[str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("dataset", [name if name in KINDS else only_exhaustive(name) for name in names])


each_kind_of_dataset, each_kind_of_table = _each_kind(DATASETS), _each_kind(TABLES)
