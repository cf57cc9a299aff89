"""What mines produced, sold and exported by year, as reported (EITI requirements 3.2 and 3.3); in no sum."""

from sqlalchemy import Float, String

from data_access.vocabulary.fields.common import SITE, SOURCE, YEAR_OF, in_languages
from data_access.vocabulary.fields.entity import Entity
from data_access.vocabulary.fields.field import Bounds, Field, codes_in_messages
from data_access.vocabulary.fields.money import OF_PRICES
from data_access.vocabulary.fields.statements import CURRENCIES, PUBLISHED_IN, QUOTE, QUOTE_LANGUAGE, REPORT_ADDRESS

COMMODITIES = ("gold", "silver", "copper", "antimony", "mercury", "tungsten", "coal", "ore", "all_products")
QUANTITIES = ("produced", "in_concentrate", "mined", "exported")
VALUES = ("output_value", "sales", "export_value", "gross_income")
UNITS_OF_WEIGHT = ("kg", "t", "kt", "koz")
TELLERS = ("company", "state", "medium")
# Other columns called unit have other codes.
IN_PRODUCTION_UNIT = "see column production_unit"
NOTES = tuple(
    note.optional()
    for note in in_languages("note", "What the figure is of, where that is not the whole mine, or how it was read", 300)
)


PRODUCTION = Entity(
    "production",
    "Production, sales and exports of mines by year, as reported; in no sum",
    (
        SITE.key(says="Mine"),
        YEAR_OF.key(holds=OF_PRICES),
        Field(
            "commodity_code",
            String(16),
            "What was produced or sold; all_products: the report does not tell products apart",
            families=("commodity",),
            holds=codes_in_messages("commodity", COMMODITIES),
            is_key=True,
        ),
        Field(
            "production_measure",
            String(16),
            "produced, in_concentrate, mined, exported; money: output_value, sales, export_value, gross_income",
            families=("production_measure",),
            holds=codes_in_messages("measure", (*QUANTITIES, *VALUES)),
            is_key=True,
        ),
        Field("reported_figure", Float, "Figure as reported", unit=IN_PRODUCTION_UNIT, holds=Bounds(0)),
        Field(
            "production_unit",
            String(8),
            "Unit as reported: kg, t, kt, koz (thousand troy ounces), KGS, USD or EUR",
            families=("production_unit",),
            holds=codes_in_messages("unit", (*UNITS_OF_WEIGHT, *CURRENCIES)),
        ),
        Field("producer", String(200), "Company that ran the mine, as the report names it", is_compared=False),
        Field(
            "told_by",
            String(16),
            "Whose figure it is: company, state, or medium, where who told it is not recorded",
            families=("told_by",),
            holds=codes_in_messages("teller", TELLERS),
        ),
        *(one.but(is_compared=False) for one in (*NOTES, PUBLISHED_IN, QUOTE, QUOTE_LANGUAGE, REPORT_ADDRESS)),
        SOURCE,
    ),
    file="production",
    is_published_as_loaded=True,
    found_by=("year", "site_id", "commodity_code", "production_measure"),
    main="reported_figure",
)
