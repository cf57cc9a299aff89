"""Sources: who published what, when it was loaded, which checks ran, and what has changed."""

from sqlalchemy import Date, DateTime, Integer, String

from data_access.vocabulary.fields.common import KEY, SOURCE, in_languages, row_number
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import BOTH, DAYS, NO_UNIT, NUMBER, PRIVATE, PUBLIC, Field
from data_access.vocabulary.states import WITHHELD

DATASET = Field(
    "dataset", String(32), "revenue, monitoring, incidents, grievances, outcomes or reference", families=("dataset",)
)
ROWS = Field("row_count", Integer, "Rows", unit=NUMBER)
WITHHELD_ROWS = ROWS.but(empty=WITHHELD, nullable=True, store=PUBLIC)
LOADED_AT = Field("loaded_at", DateTime(timezone=True), "When it happened (UTC)")
DAY = Field("day", Date, "Day", nullable=True)

SOURCES = Entity(
    "source",
    "Publisher, licence, kind and age of every source",
    (
        SOURCE.key(says="Permanent key of the source", holds=KEY, store=BOTH),
        DATASET,
        Field("loads", String(32), "Dataset format that the source is loaded as", store=PRIVATE),
        *in_languages("title", "Title of the document or data set", tag="#meta+source"),
        *in_languages("publisher", "Who published it"),
        *in_languages("licence", "Terms of use, as stated by the publisher", tag="#meta+licence"),
        Field("url", String(500), "Address of the document, if it has one", nullable=True),
        Field("kind", String(16), "published, compiled (from named reports) or synthetic", families=("kind",)),
        Field(
            "cadence_days", Integer, "Expected days between updates; empty: none is promised", unit=DAYS, nullable=True
        ),
        DAY.but(name="complete_from", says="First day of a list that claims to have all; empty: it does not"),
        LOADED_AT.but(says="When the source was last loaded (UTC)", store=PUBLIC),
        DAY.but(
            name="covers_from",
            says="First day that its oldest record covers (grievances: its year); empty for code lists",
            store=PUBLIC,
        ),
        DAY.but(name="newest_on", says="Last day that its newest record covers", store=PUBLIC),
        DAY.but(
            name="expected_on", says="Day by which newer figures are expected; empty: none are promised", store=PUBLIC
        ),
        ROWS.but(says="Rows kept from the source", store=PUBLIC),
        WITHHELD_ROWS.but(name="read_count", says="Rows of its file; empty where that tells what is held back"),
        WITHHELD_ROWS.but(name="set_aside_count", says="Rows of its file that were not kept; empty as read_count"),
    ),
    file="sources",
    changes=NOT_TOLD,
    private_says="Publisher, licence and kind of every source that was loaded",
)
SOURCE_CHECKS = Entity(
    "source_check",
    "Checks that ran over the rows of every source when it was last loaded",
    (
        SOURCE.key(says="Source that was checked"),
        Field("seq", Integer, "Order of the checks, from 1", unit=NO_UNIT, is_key=True),
        Field("reason", String(300), "What is wrong with a row that breaks it (English)"),
        Field("severity", String(16), "What that does: refused, set_aside or warning", families=("check_severity",)),
        WITHHELD_ROWS.but(says="Rows that broke it; empty: withheld, as it would tell of what is held back"),
    ),
    PUBLIC,
    file="source_checks",
    changes=NOT_TOLD,
)
LOAD_NOTES = Entity(
    "load_note",
    "When and why the figures of each source changed",
    (
        row_number("note_id").but(says="Row number within the version, the oldest first"),
        SOURCE.optional(
            "Source that changed, also one that is here no longer; empty: takedown of an incident", holds=None
        ),
        Field("kind", String(8), "load, undo, release (of figures) or takedown", families=("load_note",)),
        LOADED_AT,
        *(
            ROWS.optional(meaning, name=f"rows_{name}")
            for name, meaning in (
                ("added", "Rows that came; empty: cannot be told, or of incidents and grievances"),
                ("changed", "Rows that have other values; empty whenever rows_added is"),
                ("removed", "Rows that went; empty whenever rows_added is"),
            )
        ),
        Field("reason", String(500), "Why, as the loader's operator told", nullable=True),
    ),
    PUBLIC,
    file="load_notes",
    # A takedown has no source.
    found_by=("loaded_at", "kind", "source_key"),
    changes=NOT_TOLD,
)
