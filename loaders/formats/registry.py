"""The table of formats, by the name that ``format = "…"`` in ``sources.toml`` uses."""

from loaders.formats.acled import ACLED
from loaders.formats.airnow import AIRNOW
from loaders.formats.boundary_layer import BOUNDARY_LAYER
from loaders.formats.eiti_api import EITI_API
from loaders.formats.eiti_summary import EITI_SUMMARY
from loaders.formats.estma import ESTMA
from loaders.formats.iati_projects import IATI_PROJECTS
from loaders.formats.iati_results import IATI_RESULTS
from loaders.formats.kobo_grievances import KOBO_GRIEVANCES
from loaders.formats.kobo_readings import KOBO_READINGS
from loaders.formats.laboratory_wide import LABORATORY_WIDE
from loaders.formats.mass_mobilization import MASS_MOBILIZATION
from loaders.formats.open311 import OPEN311
from loaders.formats.open_budget import OPEN_BUDGET
from loaders.formats.ours import GRIEVANCES_CSV, INCIDENTS_CSV, READINGS_CSV
from loaders.formats.payments_to_governments import PAYMENTS_TO_GOVERNMENTS
from loaders.formats.reconciliation import RECONCILIATION
from loaders.formats.register_steps import REGISTER_STEPS
from loaders.formats.revenue_csv import REVENUE_CSV
from loaders.formats.sdmx_ml import SDMX_ML
from loaders.formats.statistics_wide import STATISTICS_WIDE
from loaders.formats.subnational_csv import SUBNATIONAL_CSV
from loaders.formats.ucdp_ged import UCDP_GED
from loaders.formats.wgms import WGMS
from loaders.gate.publisher_format import Format

FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        BOUNDARY_LAYER,
        REVENUE_CSV,
        EITI_SUMMARY,
        EITI_API,
        RECONCILIATION,
        SUBNATIONAL_CSV,
        PAYMENTS_TO_GOVERNMENTS,
        ESTMA,
        OPEN_BUDGET,
        READINGS_CSV,
        LABORATORY_WIDE,
        AIRNOW,
        KOBO_READINGS,
        WGMS,
        SDMX_ML,
        STATISTICS_WIDE,
        IATI_PROJECTS,
        IATI_RESULTS,
        INCIDENTS_CSV,
        ACLED,
        UCDP_GED,
        MASS_MOBILIZATION,
        GRIEVANCES_CSV,
        OPEN311,
        KOBO_GRIEVANCES,
        REGISTER_STEPS,
    )
}
