"""Administrative units, sites and map layers."""

from sqlalchemy import Column, String, Table, Text

from data_access.vocabulary.fields import places, settlements
from loaders.store.base import metadata, private_table, provenance

admin_unit = private_table(places.ADMIN_UNITS)
admin_alias = private_table(places.ADMIN_ALIASES)
population = private_table(places.POPULATIONS)
settlement = private_table(settlements.SETTLEMENTS)
site = private_table(places.SITES)
site_operator = private_table(places.SITE_OPERATORS)
site_district = private_table(places.SITE_DISTRICTS)

layer = Table(
    "layer",
    metadata,
    Column("layer_key", String(32), primary_key=True, comment="districts or lakes"),
    Column("content", Text, nullable=False, comment="GeoJSON, CRS84 degrees; feature ids of districts are SOATE codes"),
    *provenance(),
    comment="Map layers as loaded; the published ones are computed from them",
)
