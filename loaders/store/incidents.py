"""Incidents, what they were about, and who reported them."""

from data_access.vocabulary.fields import incidents
from loaders.store.base import private, private_table

issue = private(incidents.ISSUES)
incident = private_table(incidents.INCIDENTS)
incident_issue = private_table(incidents.INCIDENT_ISSUES)
incident_actor = private_table(incidents.INCIDENT_ACTORS)
incident_source = private_table(incidents.INCIDENT_SOURCES)
