"""Every panel × language × choice: a picture that plotly accepts, a sentence, a table, all from one frame."""

import json
import re

import plotly.graph_objects as go
import pytest

from dashboard import panels
from dashboard.facets import fitting
from dashboard.figures.base import Canvas
from dashboard.measures import CONDITIONS, MEASURES
from dashboard.selection import Selection
from dashboard.text import LANGUAGES, load
from data_access.database import Database, Snapshot

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
        for x, y, lag in (("poverty", "incident_rate", "2"), ("grievance_open", "poverty", None))
    ),
    Selection(issue="water"),
    Selection(issue="politics"),
    Selection(issue="resettlement", district="naryn", since="2021", until="2022"),
    *(Selection(district="naryn", measure=measure.key) for measure in MEASURES),
    *(Selection(stage=stage) for stage in ("payment", "allocation", "spending", "social")),
    Selection(stage="payment", per="total", since="2020", until="2020"),
    Selection(per="total", currency="usd"),
    Selection(currency="usd", prices="constant", since="2018", until="2019"),
    Selection(district="chatkal", per="total", prices="constant"),
    Selection(stage="payment", operator="sample-company-a"),
    Selection(operator="sample-company-a"),
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
    Selection(site="solton-sary", since="2019", until="2020"),
    Selection(station="sample-station-06", indicator="as"),
    Selection(station="sample-station-14", district="chatkal", since="2022"),
    *(Selection(district="talas", measure=code) for code in CONDITIONS),
    *(Selection(district=slug, measure="health_resp") for slug in ("mailuu-suu", "aravan")),
    Selection(measure="unemp", district="batken", since="2018", until="2020"),
    Selection(x="unemp", y="health_resp", lag="1"),
    Selection(quarters="4"),
    *(Selection(source=key) for key in ("sample_readings", "incidents", "districts", "sample_grievances")),
    Selection(quarters="2", district="talas", beside=("chatkal", "bishkek")),
    Selection(quarters="2", district="toguz-toro", since="2018", until="2018"),
]

# A value of each choice.
ONE_EACH = {
    **{"district": "jeti-oguz", "since": "2019", "until": "2020", "measure": "poverty", "indicator": "as"},
    **{"stage": "payment", "stream": "royalty", "operator": "sample-company-a", "per": "total", "currency": "usd"},
    **{"prices": "constant", "station": "sample-station-06", "site": "kumtor", "by": "site", "count": "episodes"},
    **{"issue": "water", "actor": "residents", "x": "poverty", "y": "poverty", "lag": "1", "quarters": "4"},
    **{"source": "incidents"},
}
# Choices that a panel leaves out although it could follow them.
LEFT_OUT = {
    "revenue_by_purpose": "operator",  # what was spent names no company
    "readings_by_indicator": "indicator",  # it lists them all
}


@pytest.fixture(scope="module")
def snapshot(sample_public_url) -> Snapshot:
    return Database(sample_public_url).snapshot()


@pytest.fixture(scope="module")
def words():
    return load()


def answered(panel, snapshot, selection):
    heeded = panel.heeded(selection)
    return panel.answer(snapshot, heeded), heeded


@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
@pytest.mark.parametrize("selection", CHOICES, ids=lambda selection: selection.search or "nothing")
def test_a_panel_draws_says_and_tabulates(panel, selection, snapshot, words):
    answer, heeded = answered(panel, snapshot, selection)
    if answer.is_empty:
        return
    for language in LANGUAGES:
        canvas = Canvas(words[language], heeded)
        picture = panel.draw(answer, canvas)
        sentence = panel.say(answer, words[language], heeded)
        table = panel.tabulate(answer, words[language], selection)
        written = json.dumps([picture.figure, picture.legend, table], default=vars, ensure_ascii=False)
        go.Figure(picture.figure)
        assert sentence and len(sentence) < 400
        assert not re.search(r"\[[a-z_]+\.[\w.]+\]|nan|None|Infinity", sentence + written.replace("null", "")), sentence
        assert table.rows and all(len(row) == len(table.headers) for row in table.rows)
        assert len(json.dumps(picture.figure, ensure_ascii=False).encode()) < 45_000


@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
def test_a_panel_heeds_what_it_says(panel, snapshot):
    """Choices that a panel does not heed cannot reach its answer; those that it heeds are choices."""
    fields = set(Selection.__dataclass_fields__) - {"tables", "edition"}
    assert set(panel.heeds) <= fields
    everything = Selection(**dict.fromkeys(fields, "x"))
    assert {name for name in fields if getattr(panel.heeded(everything), name)} == set(panel.heeds)


@pytest.mark.parametrize("panel", panels.PANELS, ids=lambda panel: panel.key)
def test_what_a_panel_does_not_heed_changes_nothing(panel, snapshot):
    """Else a choice would be lost on the way to the answer."""
    for key, value in ONE_EACH.items():
        selection = fitting(Selection(**{key: value}), panel.topic)
        heeded, whole = (panel.answer(snapshot, one) for one in (panel.heeded(selection), selection))
        assert heeded.frame.equals(whole.frame) or LEFT_OUT.get(panel.key) == key, key


SUBJECTS = [topic for topic in panels.TOPICS if topic not in ("compare", "data")]


@pytest.mark.parametrize("topic", SUBJECTS)
def test_a_topic_has_a_map_and_a_trend(topic):
    kinds = [panel.kind for panel in panels.of_topic(topic)]
    assert kinds[0] == "map" and len(kinds) >= 2


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_a_chosen_district_is_outlined_and_named(measure, snapshot, words):
    """Choosing a district leaves the colours of the map as they are, and adds an outline and a name."""
    panel = panels.BY_KEY["overview_map"]
    drawn = {}
    for district in (None, "kemin"):
        answer, heeded = answered(panel, snapshot, Selection(district=district, measure=measure.key))
        drawn[district] = panel.draw(answer, Canvas(words["ru"], heeded)).figure["data"]
    assert drawn[None][0] == drawn["kemin"][0]
    outlines = [trace["locations"] for trace in drawn["kemin"] if trace["type"] == "choropleth"]
    assert ["41708213"] in outlines and ["41708213"] not in [t.get("locations") for t in drawn[None]]
    assert any("Кеминский район" in str(trace.get("text")) for trace in drawn["kemin"][1:])


def test_every_district_stands_once_in_map_and_table(snapshot, words):
    for topic in SUBJECTS:
        panel = panels.BY_KEY[f"{topic}_map"]
        answer, heeded = answered(panel, snapshot, Selection())
        shapes = panel.draw(answer, Canvas(words["ky"], heeded)).figure["data"][0]
        table = panel.tabulate(answer, words["ky"], heeded)
        assert len(set(shapes["locations"])) == len(shapes["customdata"]) == len(table.rows) == 54
        assert {cell.choice for row in table.rows for cell in row if cell.choice} == set(shapes["customdata"])
        chosen = dict(zip(answer.frame["district_code"], "district:" + answer.frame["slug"], strict=True))
        assert dict(zip(shapes["locations"], shapes["customdata"], strict=True)) == chosen


def test_synthetic_answers_are_known_as_such(snapshot):
    real = {
        "data_register",
        # Without a choice, no source.
        "data_source",
        "incidents_unplaced",
        # Without an edition, nothing has changed since.
        "changes",
        "incidents_map",
        "incident_events",
        "incidents_by_year",
        "incidents_by_outcome",
        "incidents_by_issue",
        "incidents_by_actor",
        "incidents_apart",
        "revenue_reported",
        "sites_register",
        "site_facts",
        "site_operators",
        # Without a site, nothing is said of one.
        "site_readings",
        "site_flows",
        # Of poverty, the statistic that is shown without a choice.
        "condition_by_year",
    }
    for panel in panels.PANELS:
        assert panel.answer(snapshot, Selection(district="jeti-oguz")).is_synthetic == (panel.key not in real), (
            panel.key
        )
    assert panels.BY_KEY["site_readings"].answer(snapshot, Selection(site="kumtor")).is_synthetic
