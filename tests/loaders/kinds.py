"""What the engine of the loaders tells apart in datasets, so that its rules need not be tried on all of them."""

import pytest

from loaders.datasets import DATASETS

# A map layer, rows with a key, rows without one, what others are derived from, guarded rows, and people's cases.
KINDS = ("boundaries", "revenue", "readings", "sla_rules", "incidents", "grievances")
# One dataset of each kind, the others only where everything is tested.
each_kind_of_dataset = pytest.mark.parametrize(
    "dataset", [name if name in KINDS else pytest.param(name, marks=pytest.mark.exhaustive) for name in DATASETS]
)
