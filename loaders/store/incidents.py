"""Incidents, what they were about, and who reported them."""

from data_access.vocabulary.fields import incidents
from loaders.store.base import loaded, private

issue = private(incidents.ISSUES)
incident = loaded(incidents.INCIDENTS)
incident_issue = loaded(incidents.INCIDENT_ISSUES)
incident_actor = loaded(incidents.INCIDENT_ACTORS)
incident_source = loaded(incidents.INCIDENT_SOURCES)
