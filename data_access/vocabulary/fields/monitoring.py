"""What is measured: indicators, limits, stations, readings, annual statistics and targets."""

from sqlalchemy import Date, Float, Integer, String

from data_access.vocabulary.fields.common import (
    IS_EXAMPLE,
    KEY,
    LEGAL_REF,
    MEDIUM,
    OF_PLACE,
    SITE,
    SOURCE,
    TO_UNLISTED_SITE,
    VALID_FROM,
    VALID_TO,
    YEAR_OF,
    in_languages,
    names,
    row_number,
)
from data_access.vocabulary.fields.entity import NOT_TOLD, Entity
from data_access.vocabulary.fields.field import IN_UNIT, NUMBER, PRIVATE, PUBLIC, Bounds, Codes, Field, Form, Reference
from data_access.vocabulary.fields.places import DISTRICT, OBLAST, RESIDENTS, TO_AREA
from data_access.vocabulary.states import WITHHELD

TO_INDICATOR = Reference("indicator", "indicator.indicator_code", "indicator.indicator_code")
TO_STATION = Reference("station", "station.station_id", "station.station_id")
WATER_USES = Codes("water use", ("drinking", "fishery"))
AVERAGINGS = Codes("averaging time", ("single", "day", "year"))
DIRECTIONS = Codes("direction", ("higher_worse", "lower_worse", "higher_better", "range"))
POSITIONS = Codes("position", ("upstream", "at", "downstream", "background", "settlement"))
COLLECTORS = Codes("collector", ("company", "state", "community", "laboratory", "third_party"))
QA_FLAGS = Codes("quality flag", ("ok", "suspect", "rejected", "duplicate", "blank"))
# The largest reading by its limit has no unit of its own.
TIMES_LIMIT = "times the limit"

INDICATOR = Field(
    "indicator_code",
    String(32),
    "Indicator",
    tag="#indicator+code",
    families=("indicator",),
    holds=TO_INDICATOR,
)
STATION = Field("station_id", String(64), "Station", tag="#loc+code+station", holds=TO_STATION)
WATER_USE = Field(
    "water_use", String(24), "drinking or fishery; empty for other media", holds=WATER_USES, nullable=True
)
AVERAGING = Field("averaging", String(16), "single, day or year", holds=AVERAGINGS)
COLLECTED_BY = Field(
    "collected_by",
    String(16),
    "company, state, community, laboratory or third_party",
    families=("collected_by",),
    holds=COLLECTORS,
)
MONTH = Field("month", Date, "First day of the month of sampling", tag="#date+start")
VALUE = Field("value", Float, "Value in the indicator's unit", unit=IN_UNIT, tag="#indicator+value+num")
LEAST = Field("min_value", Float, "Lowest value within the limit, indicator's unit", unit=IN_UNIT, nullable=True)
MOST = Field("max_value", Float, "Highest value within the limit, indicator's unit", unit=IN_UNIT, nullable=True)
MAX_TIMES_LIMIT = Field(
    "max_times_limit",
    Float,
    "Largest reading as a multiple of its limit; empty without a limit",
    unit=TIMES_LIMIT,
    nullable=True,
)


def _count(name: str, meaning: str) -> Field:
    return Field(f"{name}_count", Integer, meaning, unit=NUMBER)


# How many readings a row is made of, how they were judged against the limits, and their mean.
JUDGEMENT_FIELDS = (
    _count("reading", "Readings taken, without rejected ones"),
    _count("ok", "Readings within the limit"),
    _count("near", "Readings within the limit but at 80 % of it or more"),
    _count("exceeds", "Readings beyond the limit"),
    _count("cannot_tell", "Readings whose detection limit lies above the limit"),
    _count("no_limit", "Readings without a limit in force"),
    _count("below_detection", "Readings below the detection limit"),
    Field(
        "mean_value",
        Float,
        "Mean in the indicator's unit, half the detection limit where below it; empty when most are below",
        unit=IN_UNIT,
        nullable=True,
    ),
)

INDICATORS = Entity(
    "indicator",
    "What is measured",
    (
        INDICATOR.key(says="Permanent key of the indicator", holds=Form(r"[a-z0-9_]{1,32}")),
        MEDIUM.but(says="water, air, soil, land, people, climate or economy"),
        Field("unit", String(24), "Canonical unit", tag="#indicator+unit"),
        Field("direction", String(16), "higher_worse, lower_worse, higher_better or range", holds=DIRECTIONS),
        Field("sdg", String(24), "Sustainable Development Goals, comma separated", nullable=True),
        *(one.optional() for one in in_languages("name", "Name of the indicator", 200)),
        *(one.optional() for one in in_languages("unit_name", "Unit as readers see it", 60)),
        *(one.optional() for one in in_languages("about", "What it counts, and what it cannot say", 600)),
    ),
    file="indicators",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
THRESHOLDS = Entity(
    "threshold",
    "Dated limits against which readings are judged",
    (
        row_number("threshold_id"),
        INDICATOR,
        WATER_USE.but(says="drinking, fishery; empty for other media"),
        AVERAGING,
        LEAST,
        MOST,
        Field("basis", String(16), "national or who", holds=Codes("basis", ("national", "who"))),
        LEGAL_REF,
        VALID_FROM.but(says="First day on which the limit holds"),
        VALID_TO.but(says="Last day on which the limit holds; empty: still in force"),
        IS_EXAMPLE,
    ),
    file="limits",
    is_published_as_loaded=True,
    found_by=("indicator_code", "water_use", "averaging", "basis", "valid_from"),
    changes=NOT_TOLD,
)
STATIONS = Entity(
    "station",
    "Where samples are taken",
    (
        STATION.key(says="Permanent key of the station", holds=KEY),
        DISTRICT.but(says="District it stands in"),
        SITE.optional("Site that it watches; empty: none in particular", holds=TO_UNLISTED_SITE),
        MEDIUM,
        WATER_USE,
        Field("position", String(16), "upstream, at, downstream, background or settlement", holds=POSITIONS),
        *names("station", OF_PLACE),
        SOURCE,
    ),
    file="stations",
    is_published_as_loaded=True,
    changes=NOT_TOLD,
)
OBSERVATIONS = Entity(
    "observation",
    "Single measurements",
    (
        row_number("obs_id").in_private(says="Row number"),
        STATION.but(is_indexed=True),
        INDICATOR,
        Field("sampled_on", Date, "Day of sampling, Asia/Bishkek"),
        AVERAGING,
        Field(
            "value_num",
            Float,
            "Value in the indicator's unit; for < and > the bound, empty if not stated",
            nullable=True,
            is_derived=True,
        ),
        Field("qualifier", String(1), "empty, < below detection, > above range, ~ about", is_derived=True),
        Field("value_reported", String(40), "Value as written in the file"),
        Field("unit_reported", String(24), "Unit as written in the file"),
        COLLECTED_BY,
        Field("qa_flag", String(16), "ok, suspect, rejected, duplicate or blank", holds=QA_FLAGS),
    ),
    PRIVATE,
    # Where a station was sampled twice a day, in their order.
    found_by=("station_id", "indicator_code", "sampled_on", "averaging", "collected_by"),
)
READINGS = Entity(
    "reading",
    "Water and air readings per district, month and indicator, judged against limits",
    (row_number("reading_id"), MONTH, DISTRICT, INDICATOR, *JUDGEMENT_FIELDS, MAX_TIMES_LIMIT, SOURCE),
    PUBLIC,
    file="readings",
    found_by=("month", "district_code", "indicator_code", "source_key"),
    main="reading_count",
    indexes=(("indicator_code", "month", "district_code"),),
)
STATION_MONTHS = Entity(
    "station_month",
    "Readings per station, indicator, month and who took them, judged against limits",
    (
        row_number("station_month_id"),
        STATION,
        INDICATOR,
        MONTH,
        AVERAGING,
        COLLECTED_BY,
        *JUDGEMENT_FIELDS,
        LEAST.but(says="Lowest value that was detected, indicator's unit"),
        MOST.but(says="Highest value that was detected, indicator's unit"),
        Field(
            "detection_limit",
            Float,
            "Highest detection limit of the readings below it, indicator's unit",
            unit=IN_UNIT,
            nullable=True,
        ),
        MAX_TIMES_LIMIT,
        SOURCE,
    ),
    PUBLIC,
    file="station_readings",
    found_by=("month", "station_id", "indicator_code", "averaging", "collected_by", "source_key"),
    main="reading_count",
    indexes=(("station_id", "indicator_code", "month"),),
)
STATISTICS = Entity(
    "statistic",
    "Annual statistics per district, for example the poverty rate",
    (
        INDICATOR.key(),
        DISTRICT.key(says="District").in_private(says="District, or oblast", holds=TO_AREA),
        YEAR_OF.key(),
        VALUE.optional(
            f"{VALUE.says}; empty: withheld by its publisher, or of a few people", empty=WITHHELD
        ).in_private(says=f"{VALUE.says}; empty: withheld by its publisher"),
        SOURCE,
    ),
    file="statistics",
    found_by=("year", "district_code", "indicator_code"),
    main="value",
    private_says="Annual statistics per district, or per oblast where only that is known",
)
OBLAST_STATISTICS = Entity(
    "oblast_statistic",
    "Annual statistics that are known per oblast only",
    (INDICATOR.key(), OBLAST.key(says="Oblast"), YEAR_OF.key(), VALUE, SOURCE),
    PUBLIC,
    file="oblast_statistics",
    found_by=("year", "oblast_code", "indicator_code"),
    main="value",
)
NATIONAL_STATISTICS = Entity(
    "national_statistic",
    "Annual statistics of the country as a whole; no sum or mean of its oblasts",
    (INDICATOR.key(), YEAR_OF.key(), VALUE, SOURCE),
    file="national_statistics",
    is_published_as_loaded=True,
    found_by=("year", "indicator_code"),
    main="value",
)
CASE_STATISTICS = Entity(
    "case_statistic",
    "Annual counts of people per district, from which rates are published",
    (
        INDICATOR.key(),
        DISTRICT.key(says="District"),
        YEAR_OF.key(),
        Field("cases", Integer, "People counted in the year; never published", holds=Bounds(0)),
        RESIDENTS.but(says="Residents among whom they were counted, persons", holds=Bounds(1)),
    ),
    PRIVATE,
)
TARGETS = Entity(
    "target",
    "What a licence or a plan promises of an indicator",
    (
        Field("target_id", String(64), "Permanent key of the target", holds=KEY, is_key=True),
        INDICATOR,
        DISTRICT.but(says="District it is about"),
        SITE.optional("Site whose licence or plan sets it"),
        VALUE.but(says="What is to be reached, indicator's unit"),
        VALID_FROM.optional("First day on which it holds; empty: the source states none"),
        VALID_TO.but(says="Last day on which it holds; empty: still in force"),
        LEGAL_REF.but(says="Licence, agreement or plan that sets it"),
        SOURCE,
    ),
    file="targets",
    changes=NOT_TOLD,
)
