"""The table of formats, by the name that ``format = "…"`` in ``sources.toml`` uses."""

from loaders.formats.base import Format
from loaders.formats.boundary_layer import BOUNDARY_LAYER
from loaders.formats.eiti_api import EITI_API
from loaders.formats.eiti_summary import EITI_SUMMARY
from loaders.formats.reconciliation import RECONCILIATION
from loaders.formats.revenue_csv import REVENUE_CSV
from loaders.formats.subnational_csv import SUBNATIONAL_CSV

FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        BOUNDARY_LAYER,
        REVENUE_CSV,
        EITI_SUMMARY,
        EITI_API,
        RECONCILIATION,
        SUBNATIONAL_CSV,
    )
}
