"""Choices under which panels are looked at, and the distinct pairs of a panel and what matters to it of a choice."""

import json
from collections.abc import Callable, Iterable
from functools import cache

import pytest

from dashboard import panels
from dashboard.panels.panel import Panel
from dashboard.text import LANGUAGES
from data_access.store.database import Database
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.measures import MEASURES
from data_access.vocabulary.selection import Selection

# Annual statistics of the example, as its data list them.
STATISTICS = ("poverty", "health_resp", "jobs_local_share", "unemp", "disturbed_ha", "rehab_ha", "hearings")
ALL_MEASURES = (*(measure.key for measure in MEASURES), *STATISTICS)
CHOICES = [
    Selection(),
    Selection(district="jeti-oguz"),
    Selection(district="toguz-toro", since="2019", until="2019"),
    Selection(district="jumgal", since="2019", until="2020"),
    Selection(district="bishkek"),
    Selection(district="panfilov"),
    Selection(district="manas-city", since="2021-03", until="2021-05"),
    Selection(since="2022", until="2023"),
    Selection(since="2024-02"),
    Selection(until="2014"),
    Selection(since="1950", until="1960"),
    Selection(district="chatkal", indicator="as"),
    Selection(district="jeti-oguz", beside=("chatkal", "bishkek", "panfilov")),
    *(
        Selection(x=x, y=y, lag=lag)
        for x, y, lag in (("poverty", "incident_rate", "2"), ("grievance_received", "poverty", None))
    ),
    Selection(issue="water"),
    Selection(issue="politics"),
    Selection(issue="resettlement", district="naryn", since="2021", until="2022"),
    *(Selection(district="naryn", measure=measure) for measure in ALL_MEASURES),
    *(Selection(stage=stage) for stage in ("payment", "allocation", "spending", "social")),
    Selection(stage="payment", per="total", since="2020", until="2020"),
    Selection(per="total", currency="usd"),
    Selection(currency="usd", prices="constant", since="2018", until="2019"),
    Selection(district="chatkal", per="total", prices="constant"),
    Selection(stage="payment", operator="example-company-a"),
    Selection(operator="example-company-a"),
    Selection(stream="infra_2pct", district="chatkal"),
    Selection(issue="politics", count="episodes"),
    Selection(site="kumtor", by="site", district="jeti-oguz"),
    Selection(by="site", measure="incident_rate", count="episodes", since="2020", until="2020"),
    Selection(site="kumtor", issue="jobs"),
    Selection(actor="residents"),
    Selection(actor="unknown", district="bishkek"),
    Selection(actor="police", issue="environment", count="episodes", since="2018", until="2020"),
    Selection(issue="politics", since="2020-10", until="2020-10", district="naryn"),
    *(Selection(site=site) for site in ("kumtor", "ishtamberdy", "mailuu-suu-ult", "trudovoe", "kadamjay-sb")),
    *(Selection(site=site) for site in ("example-site-1", "example-site-3")),
    Selection(site="solton-sary", since="2019", until="2020"),
    Selection(station="example-station-06", indicator="as"),
    Selection(station="example-station-14", district="chatkal", since="2022"),
    *(Selection(district="talas", measure=code) for code in STATISTICS),
    *(Selection(district=slug, measure="health_resp") for slug in ("mailuu-suu", "aravan")),
    Selection(measure="unemp", district="batken", since="2018", until="2020"),
    Selection(x="unemp", y="health_resp", lag="1"),
    Selection(quarters="4"),
    Selection(setting="project"),
    *(Selection(cases="grievances", setting=setting) for setting in (None, "project")),
    *(Selection(source=key) for key in ("example_readings", "incidents", "districts", "example_grievances")),
    Selection(quarters="2", district="talas", beside=("chatkal", "bishkek")),
    Selection(quarters="2", district="toguz-toro", since="2018", until="2018"),
]
# Panels whose pictures may connect their marks by lines.
LINED = {
    *("revenue_fairness", "revenue_reported", "station_series", "conditions_newest", "condition_by_year"),
    *("incident_events", "incidents_apart", "compare_before", "compare_phases", "compare_years"),
    *("grievances_by_year", "grievances_cohorts"),
}


def pairs(choices: Iterable[Selection], keys: Iterable[str] = panels.BY_KEY) -> list:
    """Every panel with each choice that it tells from the others, as cases: the rest cannot reach its answer."""
    pairs_by_name = {
        name_of(key, choice): (key, choice) for key in keys for choice in map(panels.BY_KEY[key].relevant, choices)
    }
    return [pytest.param(panels.BY_KEY[key], choice, id=name) for name, (key, choice) in sorted(pairs_by_name.items())]


def in_turn(cases: list) -> list:
    """The same in the three languages: every panel in each of them, each pair in one of them; exhaustively, in all."""
    return [
        pytest.param(*case.values, language, id=f"{case.id}-{language}", marks=[] if is_due else pytest.mark.exhaustive)
        for number, case in enumerate(cases)
        for turn, language in enumerate(LANGUAGES)
        for is_due in [number % len(LANGUAGES) == turn]
    ]


def name_of(key: str, choice: Selection) -> str:
    """A panel and a choice as an address writes them."""
    return f"{key}{choice.search}"


@cache
def answers_of(url: str) -> Callable[[Panel, Selection], Answer]:
    """Answers of a public store, each read once, as the application does."""
    snapshot = Database(url).snapshot()

    @cache
    def answer(key: str, choice: Selection) -> Answer:
        return panels.BY_KEY[key].answer(snapshot, choice)

    return lambda panel, choice: answer(panel.key, choice)


def without_area(figure: dict) -> set[str]:
    """Colours that dots and lines alone have."""
    dots = [trace["marker"].get("color") for trace in figure["data"] if "markers" in trace.get("mode", "")]
    filled = [trace for trace in figure["data"] if trace["type"] != "scatter"]
    areas = json.dumps([*filled, *figure["layout"].get("shapes", ())])
    colours = [trace["line"]["color"] for trace in lines_of(figure)] + [one for one in dots if isinstance(one, str)]
    return {colour for colour in colours if f'"{colour}"' not in areas}


def lines_of(figure: dict) -> list[dict]:
    """Traces that connect their marks."""
    return [trace for trace in figure["data"] if trace["type"] == "scatter" and "lines" in trace.get("mode", "")]
