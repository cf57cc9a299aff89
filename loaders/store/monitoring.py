"""Indicators, limits, stations, observations and annual statistics."""

from sqlalchemy import Boolean, Column, Date, Float, Integer, String, Table

from loaders.store.base import metadata, names, provenance, refers_to

indicator = Table(
    "indicator",
    metadata,
    Column("indicator_code", String(32), primary_key=True, comment="Permanent key of the indicator"),
    Column("medium", String(24), nullable=False, comment="water, air, soil or people"),
    Column("unit", String(24), nullable=False, comment="Canonical unit"),
    Column("direction", String(16), nullable=False, comment="higher_worse, lower_worse, higher_better or range"),
    Column("sdg", String(24), comment="Sustainable Development Goals, comma separated"),
    *provenance(),
    comment="What is measured",
)

threshold = Table(
    "threshold",
    metadata,
    Column("threshold_id", Integer, primary_key=True, comment="Row number"),
    Column("indicator_code", refers_to("indicator.indicator_code"), nullable=False, comment="Indicator"),
    Column("water_use", String(24), comment="drinking or fishery; empty for other media"),
    Column("averaging", String(16), nullable=False, comment="single, day or year"),
    Column("min_value", Float, comment="Lowest value within the limit, indicator's unit"),
    Column("max_value", Float, comment="Highest value within the limit, indicator's unit"),
    Column("basis", String(16), nullable=False, comment="national or who"),
    Column("legal_ref", String(200), nullable=False, comment="Legal or technical reference"),
    Column("valid_from", Date, nullable=False, comment="First day on which the limit holds"),
    Column("valid_to", Date, comment="Last day on which the limit holds; empty: still in force"),
    Column("is_example", Boolean, nullable=False, comment="True until checked against an official table"),
    *provenance(),
    comment="Dated limits against which readings are judged",
)

station = Table(
    "station",
    metadata,
    Column("station_id", String(64), primary_key=True, comment="Permanent key of the station"),
    Column("district_code", refers_to("admin_unit.unit_code"), nullable=False, comment="District it stands in"),
    Column("site_id", refers_to("site.site_id"), comment="Site that it watches"),
    Column("medium", String(24), nullable=False, comment="water, air or soil"),
    Column("water_use", String(24), comment="drinking or fishery; empty for other media"),
    Column("position", String(16), nullable=False, comment="upstream, at, downstream, background or settlement"),
    *names("station"),
    *provenance(),
    comment="Where samples are taken",
)

observation = Table(
    "observation",
    metadata,
    Column("obs_id", Integer, primary_key=True, comment="Row number"),
    Column("station_id", refers_to("station.station_id"), nullable=False, index=True, comment="Station"),
    Column("indicator_code", refers_to("indicator.indicator_code"), nullable=False, comment="Indicator"),
    Column("sampled_on", Date, nullable=False, comment="Day of sampling, Asia/Bishkek"),
    Column("averaging", String(16), nullable=False, comment="single, day or year"),
    Column("value_num", Float, comment="Value in the indicator's unit; for < and > the bound, empty if not stated"),
    Column("qualifier", String(1), nullable=False, comment="empty, < below detection, > above range, ~ about"),
    Column("value_reported", String(40), nullable=False, comment="Value as written in the file"),
    Column("unit_reported", String(24), nullable=False, comment="Unit as written in the file"),
    Column("collected_by", String(16), nullable=False, comment="company, state, community or laboratory"),
    Column("qa_flag", String(16), nullable=False, comment="ok, suspect, rejected, duplicate or blank"),
    *provenance(),
    comment="Single measurements",
)

statistic = Table(
    "statistic",
    metadata,
    Column("indicator_code", refers_to("indicator.indicator_code"), primary_key=True, comment="Indicator"),
    Column("district_code", refers_to("admin_unit.unit_code"), primary_key=True, comment="District, or oblast"),
    Column("year", Integer, primary_key=True, comment="Calendar year"),
    Column("value", Float, comment="Value in the indicator's unit; empty: withheld by its publisher"),
    *provenance(),
    comment="Annual statistics per district, or per oblast where only that is known",
)
