"""Roles of those whom the reports of the documented incidents name.

Source: coded from the description of the report, that is, from the texts ``description`` and ``response_outcome`` of
each row and nothing else. A role is there only where these texts name it: as acting, answering, being asked or being
affected. A building is not a role (an office that was entered, a parliament), and *people*, *riders* or a passive
(*was suspended*) name none. People of a rally or a protest are protesters where nothing else is told of those who
gathered. Incidents that are not listed name no role.
"""

ROLES = {
    "KGM-1998-001": "residents;court",
    "KGM-2005-002": "residents;state_body",
    "KGM-2005-003": "state_body",
    "KGM-2005-004": "residents;company",
    "KGM-2011-005": "workers;armed",
    "KGM-2011-006": "residents;other",
    "KGM-2011-007": "protesters;state_body",
    "KGM-2012-008": "protesters",
    "KGM-2012-009": "protesters;state_body",
    "KGM-2012-010": "residents",
    "KGM-2012-012": "residents",
    "KGM-2013-014": "protesters;state_body",
    "KGM-2013-015": "local_authority",
    "KGM-2013-016": "company",
    "KGM-2014-017": "residents",
    "KGM-2014-018": "residents;company;police",
    "KGM-2014-019": "state_body",
    "KGM-2017-020": "company;state_body",
    "KGM-2018-021": "residents;state_body",
    "KGM-2018-022": "residents;company",
    "KGM-2018-023": "protesters",
    "KGM-2018-024": "residents;company;police",
    "KGM-2018-025": "police;local_authority",
    "KGM-2019-026": "protesters",
    "KGM-2019-027": "protesters",
    "KGM-2019-028": "residents;workers",
    "KGM-2019-029": "workers",
    "KGM-2020-030": "other",
    "KGM-2020-031": "residents;workers",
    "KGM-2020-032": "workers",
    "KGM-2020-036": "police;other",
    "KGM-2021-038": "residents;state_body",
    "KGM-2021-039": "residents;protesters;local_authority",
}
