"""Administrative units, sites and map layers."""

from sqlalchemy import Column, Date, Float, Integer, String, Table, Text

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
    Column("kind", String(16), comment="mine, plant, legacy or pilot (an area of monitoring); empty: not told"),
    Column("commodity", String(120), comment="What is or was mined, as compiled (English)"),
    Column("operator", String(200), comment="Operator, as compiled (English)"),
    Column("status", String(32), nullable=False, comment="State of the site in status_year"),
    Column("status_year", Integer, comment="Year to which the status refers"),
    Column("lat", Float, nullable=False, comment="Approximate latitude, degrees"),
    Column("lon", Float, nullable=False, comment="Approximate longitude, degrees"),
    Column("uncertainty_km", Float, nullable=False, comment="Radius within which the site lies, km"),
    Column("note", Text, comment="Remark of the compiler (English)"),
    Column("basis", String(300), comment="Reports that it was compiled from"),
    *provenance(),
    comment="Mines, plants and legacy sites",
)

site_operator = Table(
    "site_operator",
    metadata,
    Column("site_operator_id", Integer, primary_key=True, comment="Row number"),
    Column("site_id", refers_to("site.site_id"), nullable=False, comment="Site"),
    Column("operator", String(200), nullable=False, comment="Who ran it, as the report writes it"),
    Column(
        "organisation_code",
        refers_to("organisation.organisation_code"),
        comment="The same in the list of organisations; empty: not in it",
    ),
    Column("valid_from", Date, comment="First day; empty: not known"),
    Column("valid_to", Date, comment="Last day; empty: to this day, or not known"),
    Column("stated_year", Integer, comment="Year of which a report names it, where no first and no last day is known"),
    Column("basis", String(300), nullable=False, comment="Report that says so"),
    *provenance(),
    comment="Who ran a site, and when",
)

site_district = Table(
    "site_district",
    metadata,
    Column("site_id", refers_to("site.site_id"), primary_key=True, comment="Site"),
    Column(
        "area_code",
        refers_to("admin_unit.unit_code"),
        primary_key=True,
        comment="District; an oblast where only that is known",
    ),
    Column("role", String(16), primary_key=True, comment="host, affected or revenue_sharing"),
    Column("basis", String(300), nullable=False, comment="Report that says so"),
    *provenance(),
    comment="Districts that a site concerns beside the one that it is stated to lie in",
)

layer = Table(
    "layer",
    metadata,
    Column("layer_key", String(32), primary_key=True, comment="districts or lakes"),
    Column("content", Text, nullable=False, comment="GeoJSON, CRS84 degrees; feature ids of districts are SOATE codes"),
    *provenance(),
    comment="Map layers as loaded; the published ones are computed from them",
)
