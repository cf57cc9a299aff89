"""Every column of the data sets, told once, by subject; and the tables that they stand in."""

from data_access.vocabulary.fields import (
    beside,
    commitments,
    contacts,
    dialogue,
    follow_up,
    grievances,
    incidents,
    mines,
    money,
    monitoring,
    pem,
    places,
    projects,
    rehabilitation,
    settlements,
    sources,
    statements,
)
from data_access.vocabulary.fields.entity import Entity
from data_access.vocabulary.fields.field import PUBLIC, Field

# The public tables that can be taken along whole, by the key of their file, in the order in which pages list them.
PUBLISHED_ENTITIES: dict[str, Entity] = {
    entity.file: entity
    for entity in (
        money.REVENUE,
        money.REVENUE_DUE,
        money.NATIONAL_REVENUE,
        mines.PRODUCTION,
        monitoring.READINGS,
        monitoring.STATION_MONTHS,
        monitoring.STATIONS,
        monitoring.THRESHOLDS,
        monitoring.INDICATORS,
        monitoring.STATISTICS,
        monitoring.OBLAST_STATISTICS,
        monitoring.NATIONAL_STATISTICS,
        monitoring.TARGETS,
        incidents.INCIDENTS,
        incidents.INCIDENT_ISSUES,
        grievances.GRIEVANCE_YEARS,
        grievances.GRIEVANCE_PARTS,
        grievances.GRIEVANCE_OUTCOMES,
        grievances.GRIEVANCE_WAITS,
        grievances.GRIEVANCE_QUARTERS,
        grievances.GRIEVANCE_SENSITIVE,
        commitments.COMMITMENTS,
        commitments.STEPS,
        dialogue.DIALOGUE_EVENTS,
        dialogue.PARTICIPANTS,
        follow_up.PLANS,
        follow_up.GRANTS,
        follow_up.RECOMMENDATIONS,
        contacts.CONTACTS,
        places.SITES,
        places.SITE_OPERATORS,
        places.SITE_DISTRICTS,
        money.ORGANISATIONS,
        places.DISTRICTS,
        places.OBLASTS,
        places.POPULATIONS,
        settlements.SETTLEMENTS,
        money.FX_RATES,
        money.PRICE_INDICES,
        projects.PROJECTS,
        projects.RESULTS,
        rehabilitation.REHABILITATION,
        pem.AREAS,
        pem.TEAMS,
        pem.LABORATORY_CHECKS,
        pem.SCORES,
        beside.ANNOTATIONS,
        statements.STATEMENTS,
        beside.REPLIES,
        sources.SOURCES,
        sources.SOURCE_CHECKS,
        sources.LOAD_NOTES,
    )
}


# The public columns by name; of several that share one, that of the first table.
BY_NAME: dict[str, Field] = {
    field.heading: field for entity in reversed(PUBLISHED_ENTITIES.values()) for field in entity.of(PUBLIC)
}
