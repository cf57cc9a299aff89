"""Questions about water, air and living conditions."""

from dashboard.panel import HERE, PERIOD, Panel
from dashboard.panels.area import map_of
from dashboard.panels.monitoring import by_place as monitoring_grid
from dashboard.panels.monitoring import condition_by_year as condition_years
from dashboard.panels.monitoring import conditions as on_conditions
from dashboard.panels.monitoring import judged as on_monitoring
from dashboard.panels.monitoring import stations as on_stations
from data_access import conditions, indicators, stations

PANELS = (
    map_of("monitoring"),
    Panel(
        "readings_by_quarter",
        "monitoring",
        "chart",
        (*HERE, "indicator"),
        indicators.judged_by_quarter,
        on_monitoring.draw_by_quarter,
        on_monitoring.say_by_quarter,
        on_monitoring.tabulate_by_quarter,
    ),
    Panel(
        "readings_by_indicator",
        "monitoring",
        "chart",
        HERE,
        indicators.judged_by_indicator,
        on_monitoring.draw_by_indicator,
        on_monitoring.say_by_indicator,
        on_monitoring.tabulate_by_indicator,
    ),
    Panel(
        "readings_by_place",
        "monitoring",
        "tall",
        PERIOD,
        indicators.judged_by_place,
        monitoring_grid.draw,
        monitoring_grid.say,
        monitoring_grid.tabulate,
    ),
    Panel(
        "station_series",
        "monitoring",
        "wide",
        (*HERE, "indicator", "station"),
        stations.series,
        on_stations.draw_series,
        on_stations.say_series,
        on_stations.tabulate_series,
    ),
    Panel(
        "readings_by_collector",
        "monitoring",
        "wide",
        (*HERE, "indicator"),
        stations.by_collector,
        on_stations.draw_collectors,
        on_stations.say_collectors,
        on_stations.tabulate_collectors,
    ),
    Panel(
        "conditions_newest",
        "monitoring",
        "tall",
        HERE,
        conditions.newest,
        on_conditions.draw_newest,
        on_conditions.say_newest,
        on_conditions.tabulate_newest,
    ),
    Panel(
        "condition_by_year",
        "monitoring",
        "wide",
        (*HERE, "measure"),
        conditions.by_year,
        condition_years.draw,
        condition_years.say,
        condition_years.tabulate,
    ),
)
