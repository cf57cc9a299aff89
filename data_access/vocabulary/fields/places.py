"""Oblasts and districts, who lives there, and the sites in them."""

from sqlalchemy import Float, Integer, String, Text

from data_access.vocabulary.fields.common import (
    BASIS,
    OF_PLACE,
    ORGANISATION,
    SITE,
    SLUG,
    SOURCE,
    VALID_FROM,
    VALID_TO,
    YEAR_OF,
    names,
    row_number,
)
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import (
    DEGREES,
    KM,
    PERSONS,
    PRIVATE,
    PUBLIC,
    YEAR,
    Bounds,
    Codes,
    Field,
    Form,
    Reference,
)
from data_access.vocabulary.soate import COUNTRY_CODE, DISTRICT_DIGITS, OBLAST_DIGITS, code_pattern

UNIT = "admin_unit.unit_code"
TO_DISTRICT = Reference("district", UNIT, "district.district_code", ("district",))
TO_OBLAST = Reference("oblast", UNIT, "oblast.oblast_code", ("oblast",))
TO_AREA = Reference("district or oblast", UNIT, levels=("district", "oblast"))
# A district with more people than the country lacks a separator, or has one digit too many.
MOST_PEOPLE = 10_000_000
UNIT_TYPES = Codes("unit type", ("raion", "city_oblast", "city_republican"))
SITE_KINDS = Codes("kind of site", ("mine", "plant", "legacy", "pilot"))
SITE_ROLES = Codes("role of a district", ("host", "affected", "revenue_sharing"))

DISTRICT = Field(
    "district_code", String(DISTRICT_DIGITS), "District: eight-digit SOATE code", tag="#adm2+code", holds=TO_DISTRICT
)
OBLAST = Field("oblast_code", String(OBLAST_DIGITS), "Oblast it belongs to", tag="#adm1+code", holds=TO_OBLAST)
AREA = Field("area_code", String(DISTRICT_DIGITS), f"District, oblast or country ({COUNTRY_CODE})", tag="#loc+code")
PUBLIC_SLUG = Field(
    "slug",
    String(64),
    "Permanent name in addresses, for example jeti-oguz",
    tag="#adm2+code+slug",
    holds=SLUG,
    is_unique=True,
)
PCODE = Field("pcode", String(16), "OCHA P-code", tag="#adm2+code+pcode", holds=Form(r"KG\d{11}"), is_unique=True)
UNIT_TYPE = Field(
    "unit_type", String(24), "raion, city_oblast or city_republican", families=("unit_type",), holds=UNIT_TYPES
)
LABEL_LAT = Field("label_lat", Float, "Latitude of a point inside the district, degrees", unit=DEGREES, is_derived=True)
LABEL_LON = Field(
    "label_lon", Float, "Longitude of a point inside the district, degrees", unit=DEGREES, is_derived=True
)
RESIDENTS = Field("residents", Integer, "Residents, persons", unit=PERSONS, tag="#population")
STATED_YEAR = Field("stated_year", Integer, "Year of a report", unit=YEAR, holds=Bounds(1900, 2100), nullable=True)
SITE_KIND = Field(
    "kind",
    String(16),
    "mine, plant, legacy or pilot (an area of monitoring); empty: not told",
    families=("site_kind",),
    holds=SITE_KINDS,
    nullable=True,
)
SITE_ROLE = Field("role", String(16), "host, affected or revenue_sharing", families=("site_role",), holds=SITE_ROLES)
ALIAS = Field("alias", String(120), "Former name or other spelling", is_key=True)

OBLASTS = Entity(
    "oblast",
    "Seven oblasts and the two cities of republican status",
    (
        OBLAST.key(says="Five-digit SOATE code", holds=Form(code_pattern(OBLAST_DIGITS))),
        *names("oblast or city of republican status", OF_PLACE),
        LABEL_LAT.but(says="Latitude at which to write the name, degrees"),
        LABEL_LON.but(says="Longitude at which to write the name, degrees"),
    ),
    PUBLIC,
    file="oblasts",
    changes=NOT_TOLD,
)
DISTRICTS = Entity(
    "district",
    "Raions, cities of oblast significance and cities of republican status",
    (
        DISTRICT.key(says="First eight digits of the SOATE code", holds=Form(code_pattern(DISTRICT_DIGITS))),
        PUBLIC_SLUG,
        PCODE,
        OBLAST,
        UNIT_TYPE,
        *names("district", OF_PLACE),
        RESIDENTS.optional().but(name="population", holds=Bounds(0, MOST_PEOPLE)),
        STATED_YEAR.but(name="population_year", says="Year of the population figure"),
        Field("population_source", String(200), "Where the population figure comes from", nullable=True),
        LABEL_LAT,
        LABEL_LON,
    ),
    PUBLIC,
    file="districts",
    geometry="shape",
    changes=NOT_TOLD,
)
ADMIN_UNITS = Entity(
    "admin_unit",
    "Oblasts, raions, cities of oblast and of republican status",
    (
        Field("unit_code", String(8), "SOATE code: five digits for oblasts, eight for districts", is_key=True),
        Field("level", String(8), "oblast or district"),
        OBLAST.optional("Oblast of a district", name="parent_code", is_indexed=True),
        PUBLIC_SLUG.optional("Permanent name in addresses; districts only"),
        PCODE.optional("OCHA P-code; districts only"),
        UNIT_TYPE.optional("raion, city_oblast or city_republican; districts only"),
        *names("unit"),
    ),
    PRIVATE,
)
UNIT_CODE = DISTRICT.key(name="unit_code", says="District")
DISTRICT_ALIASES = Entity(
    "district_alias",
    "Names under which people also look for a district",
    (DISTRICT.key(says="District"), ALIAS),
    PUBLIC,
)
ADMIN_ALIASES = Entity(
    "admin_alias", "Names under which files and people also call a district", (UNIT_CODE, ALIAS), PRIVATE
)
POPULATIONS = Entity(
    "population",
    "Every known population figure of each district",
    (
        DISTRICT.key(says="District", store=PUBLIC),
        UNIT_CODE.but(store=PRIVATE),
        YEAR_OF.key(),
        RESIDENTS,
        Field(
            "basis",
            String(200),
            "Where the figure comes from: census, estimate, and who published it",
            nullable=True,
            store=PRIVATE,
        ),
    ),
    file="population",
    found_by=("district_code", "year"),
    changes=NOT_TOLD,
    private_says="Residents per district and year",
)
SITES = Entity(
    "site",
    "Mines, plants and legacy sites",
    (
        SITE.key(says="Permanent key of the site", holds=SLUG),
        DISTRICT.but(says="District in which the site is stated to lie"),
        *names("site", OF_PLACE),
        SITE_KIND,
        Field("commodity", String(120), "What is or was mined, as compiled (English)", nullable=True),
        Field("operator", String(200), "Operator, as compiled (English)", nullable=True, store=PRIVATE),
        Field("status", String(32), "State of the site in status_year", tag="#status"),
        STATED_YEAR.but(name="status_year", says="Year to which the status refers"),
        Field("lat", Float, "Approximate latitude, degrees", unit=DEGREES, tag="#geo+lat", holds=Bounds(39, 44)),
        Field("lon", Float, "Approximate longitude, degrees", unit=DEGREES, tag="#geo+lon", holds=Bounds(69, 81)),
        Field("uncertainty_km", Float, "Radius within which the site lies, km", unit=KM, holds=Bounds(0, 500)),
        Field("note", Text, "Remark of the compiler (English)", longest=2000, nullable=True),
        BASIS.optional("Reports that it was compiled from"),
        SOURCE,
    ),
    file="sites",
    geometry="point",
    is_published_as_loaded=True,
    main="status",
)
SITE_OPERATORS = Entity(
    "site_operator",
    "Who ran a site, and when",
    (
        row_number("site_operator_id"),
        SITE,
        Field("operator", String(200), "Who ran it, as the report writes it", tag="#org+name"),
        ORGANISATION,
        VALID_FROM.optional("First day; empty: not known"),
        VALID_TO.but(says="Last day; empty: to this day, or not known"),
        STATED_YEAR.but(says="Year of which a report names it, where no first and no last day is known"),
        BASIS,
        SOURCE,
    ),
    file="operators",
    is_published_as_loaded=True,
    found_by=("site_id", "operator", "valid_from", "stated_year"),
    changes=NOT_TOLD,
)
SITE_DISTRICTS = Entity(
    "site_district",
    "Districts that a site concerns, the one that it is stated to lie in among them",
    (
        SITE.key(),
        AREA.key(says="District; an oblast where only that is known", holds=TO_AREA),
        SITE_ROLE.key(),
        BASIS.optional().in_private(nullable=False),
        SOURCE,
    ),
    file="site_districts",
    changes=NOT_TOLD,
    private_says="Districts that a site concerns beside the one that it is stated to lie in",
)
