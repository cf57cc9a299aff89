"""The table of datasets, in the order in which an empty store must be filled."""

from loaders.annotations import ANNOTATIONS
from loaders.boundaries import BOUNDARIES, LAKES
from loaders.dataset import Dataset
from loaders.grievances import GRIEVANCES
from loaders.incidents import INCIDENTS
from loaders.monitoring import INDICATORS, STATIONS, STATISTICS, THRESHOLDS
from loaders.people import CASE_STATISTICS, TARGETS
from loaders.places import DISTRICTS, OBLASTS
from loaders.prices import FX_RATES, PRICE_INDEX
from loaders.readings import READINGS
from loaders.replies import REPLIES
from loaders.revenue import NATIONAL_REVENUE, ORGANISATIONS, REVENUE
from loaders.service_rules import HOLIDAYS, SLA_RULES
from loaders.sharing import MINERAL_SALES, SHARING_RULES
from loaders.sites import SITE_DISTRICTS, SITE_OPERATORS, SITES

DATASETS: dict[str, Dataset] = {
    dataset.name: dataset
    for dataset in (
        OBLASTS,
        DISTRICTS,
        BOUNDARIES,
        LAKES,
        ORGANISATIONS,
        SITES,
        SITE_OPERATORS,
        SITE_DISTRICTS,
        NATIONAL_REVENUE,
        FX_RATES,
        PRICE_INDEX,
        REVENUE,
        SHARING_RULES,
        MINERAL_SALES,
        INDICATORS,
        THRESHOLDS,
        STATIONS,
        READINGS,
        STATISTICS,
        CASE_STATISTICS,
        TARGETS,
        ANNOTATIONS,
        INCIDENTS,
        REPLIES,
        SLA_RULES,
        HOLIDAYS,
        GRIEVANCES,
    )
}
