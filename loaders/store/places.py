"""Administrative units, sites and map layers."""

from sqlalchemy import Column, Float, Integer, String, Table, Text

from loaders.store.base import metadata, names, provenance, refers_to

admin_unit = Table(
    "admin_unit",
    metadata,
    Column(
        "unit_code", String(8), primary_key=True, comment="SOATE code: five digits for oblasts, eight for districts"
    ),
    Column("level", String(8), nullable=False, comment="oblast or district"),
    Column("parent_code", refers_to("admin_unit.unit_code"), index=True, comment="Oblast of a district"),
    Column("slug", String(64), unique=True, comment="Permanent name in addresses; districts only"),
    Column("pcode", String(16), unique=True, comment="OCHA P-code; districts only"),
    Column("unit_type", String(24), comment="raion, city_oblast or city_republican; districts only"),
    *names("unit"),
    *provenance(),
    comment="Oblasts, raions, cities of oblast and of republican status",
)

admin_alias = Table(
    "admin_alias",
    metadata,
    Column("unit_code", refers_to("admin_unit.unit_code"), primary_key=True, comment="District"),
    Column("alias", String(120), primary_key=True, comment="Former name or other spelling"),
    *provenance(),
    comment="Names under which files and people also call a district",
)

population = Table(
    "population",
    metadata,
    Column("unit_code", refers_to("admin_unit.unit_code"), primary_key=True, comment="District"),
    Column("year", Integer, primary_key=True, comment="Year of the figure"),
    Column("residents", Integer, nullable=False, comment="Residents, persons"),
    Column("basis", String(200), comment="Where the figure comes from: census, estimate, and who published it"),
    *provenance(),
    comment="Residents per district and year",
)

site = Table(
    "site",
    metadata,
    Column("site_id", String(64), primary_key=True, comment="Permanent key of the site"),
    Column(
        "district_code", refers_to("admin_unit.unit_code"), nullable=False, comment="District it is stated to lie in"
    ),
    *names("site"),
    Column("commodity", String(120), comment="What is or was mined, as compiled (English)"),
    Column("operator", String(200), comment="Operator, as compiled (English)"),
    Column("status", String(32), nullable=False, comment="State of the site in status_year"),
    Column("status_year", Integer, comment="Year to which the status refers"),
    Column("lat", Float, nullable=False, comment="Approximate latitude, degrees"),
    Column("lon", Float, nullable=False, comment="Approximate longitude, degrees"),
    Column("uncertainty_km", Float, nullable=False, comment="Radius within which the site lies, km"),
    Column("note", Text, comment="Remark of the compiler (English)"),
    *provenance(),
    comment="Mines, plants and legacy sites",
)

layer = Table(
    "layer",
    metadata,
    Column("layer_key", String(32), primary_key=True, comment="districts or lakes"),
    Column("content", Text, nullable=False, comment="GeoJSON, CRS84 degrees; feature ids of districts are SOATE codes"),
    *provenance(),
    comment="Map layers as loaded; the published ones are computed from them",
)
