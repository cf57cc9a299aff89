"""The table of datasets, in the order in which an empty store must be filled."""

from loaders.datasets.annotations import ANNOTATIONS
from loaders.datasets.boundaries import BOUNDARIES, LAKES
from loaders.datasets.commitments import COMMITMENT_STEPS, COMMITMENTS
from loaders.datasets.contacts import CONTACTS
from loaders.datasets.dialogue import DIALOGUE_EVENTS
from loaders.datasets.follow_up import GRANTS, PLANS, RECOMMENDATIONS
from loaders.datasets.grievances import GRIEVANCES
from loaders.datasets.incidents import INCIDENTS
from loaders.datasets.monitoring import INDICATORS, NATIONAL_STATISTICS, STATIONS, STATISTICS, THRESHOLDS
from loaders.datasets.pem import LABORATORY_CHECKS, PEM_AREAS, PEM_SCORES, PEM_TEAMS
from loaders.datasets.people import CASE_STATISTICS, TARGETS
from loaders.datasets.places import DISTRICTS, OBLASTS
from loaders.datasets.prices import FX_RATES, PRICE_INDEX
from loaders.datasets.production import PRODUCTION
from loaders.datasets.projects import PROJECTS, RESULTS
from loaders.datasets.published_statements import PUBLISHED_STATEMENTS
from loaders.datasets.readings import READINGS
from loaders.datasets.rehabilitation import REHABILITATION
from loaders.datasets.replies import REPLIES
from loaders.datasets.revenue import NATIONAL_REVENUE, ORGANISATIONS, REVENUE
from loaders.datasets.service_rules import HOLIDAYS, SLA_RULES
from loaders.datasets.settlements import SETTLEMENTS
from loaders.datasets.sharing import MINERAL_SALES, SHARING_RULES
from loaders.datasets.sites import SITE_DISTRICTS, SITE_OPERATORS, SITES
from loaders.gate.dataset import Dataset

DATASETS: dict[str, Dataset] = {
    dataset.name: dataset
    for dataset in (
        OBLASTS,
        DISTRICTS,
        BOUNDARIES,
        LAKES,
        SETTLEMENTS,
        ORGANISATIONS,
        SITES,
        SITE_OPERATORS,
        SITE_DISTRICTS,
        NATIONAL_REVENUE,
        PRODUCTION,
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
        NATIONAL_STATISTICS,
        CASE_STATISTICS,
        TARGETS,
        PROJECTS,
        RESULTS,
        REHABILITATION,
        PEM_AREAS,
        PEM_TEAMS,
        LABORATORY_CHECKS,
        PEM_SCORES,
        ANNOTATIONS,
        INCIDENTS,
        PUBLISHED_STATEMENTS,
        CONTACTS,
        DIALOGUE_EVENTS,
        PLANS,
        GRANTS,
        RECOMMENDATIONS,
        COMMITMENTS,
        COMMITMENT_STEPS,
        REPLIES,
        SLA_RULES,
        HOLIDAYS,
        GRIEVANCES,
    )
}
