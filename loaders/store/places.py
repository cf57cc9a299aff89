"""Administrative units, sites and map layers."""

from sqlalchemy import Column, String, Table, Text

from data_access.vocabulary.fields import places
from loaders.store.base import loaded, metadata, provenance

admin_unit = loaded(places.ADMIN_UNITS)
admin_alias = loaded(places.ADMIN_ALIASES)
population = loaded(places.POPULATIONS)
site = loaded(places.SITES)
site_operator = loaded(places.SITE_OPERATORS)
site_district = loaded(places.SITE_DISTRICTS)

layer = Table(
    "layer",
    metadata,
    Column("layer_key", String(32), primary_key=True, comment="districts or lakes"),
    Column("content", Text, nullable=False, comment="GeoJSON, CRS84 degrees; feature ids of districts are SOATE codes"),
    *provenance(),
    comment="Map layers as loaded; the published ones are computed from them",
)
