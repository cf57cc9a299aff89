"""Values that cannot be, codes without a name and places that are not known: set aside or told, never guessed."""

import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.engine.run import Terms
from loaders.gate.checks import LoadRefused
from loaders.publish import publish
from loaders.store.database import reading
from loaders.store.incidents import incident
from tests.loaders.stand_ins import FILES, load_text

TOLD = Terms(allow_removal=True)
INCIDENT = FILES["incidents"].splitlines()[1]
HEADER = FILES["incidents"].splitlines()[0]


@pytest.mark.parametrize(
    ("dataset", "right", "wrong"),
    [
        ("readings", ",0.012,", ",-0.012,"),
        ("readings", ",0.012,", ",<-1,"),
        ("statistics", "20.5", "-1"),
        ("statistics", "20.5\n", "100.1\npoverty,41702205,2019,20\n"),
    ],
)
def test_a_value_that_cannot_be_is_set_aside(filled_stores, tmp_path, dataset, right, wrong):
    assert right in FILES[dataset]
    content = FILES[dataset].replace(right, wrong)
    if content.count("\n") == 2:
        content += "poverty,41702205,2019,20\n"
    outcome = load_text(filled_stores, tmp_path, dataset, content, TOLD)
    assert outcome.rows_rejected == 1 and "cannot be in this unit" in outcome.findings.items[0].place.reason


@pytest.mark.parametrize(
    ("unit", "value", "rejections"), [("pH", "14.1", 1), ("pH", "14", 0), ("%", "101", 1), ("°C", "-20", 0)]
)
def test_bounds_belong_to_units(filled_stores, tmp_path, unit, value, rejections):
    load_text(filled_stores, tmp_path, "indicators", f"{FILES['indicators']}x,water,{unit},range,\n")
    row = f"st-1,x,2020-01-11,single,{value},{unit},state,ok\n"
    assert load_text(filled_stores, tmp_path, "readings", FILES["readings"] + row).rows_rejected == rejections


def test_an_indicator_without_a_name_in_every_language_is_told(filled_stores, tmp_path):
    header, *rows = FILES["indicators"].splitlines()
    texts = [*(f"{row},а,б,c" for row in rows), "zn,water,mg/L,higher_worse,3,Цинк,,Zinc"]
    content = "\n".join([f"{header},name_ky,name_ru,name_en", *texts]) + "\n"
    outcome = load_text(filled_stores, tmp_path, "indicators", content)
    assert [(finding.place.row, finding.severity) for finding in outcome.findings.items] == [(5, "warning")]


def test_an_incident_of_no_known_place_is_kept_counted_and_told(filled_stores, tmp_path):
    nowhere = INCIDENT.replace("i-1", "i-3").replace("41702210", "")
    outcome = load_text(filled_stores, tmp_path, "incidents", f"{FILES['incidents']}{nowhere}\n", TOLD)
    assert outcome.rows_written == 3
    assert [(f.place.row, "not placed on the map" in f.place.reason) for f in outcome.findings.items] == [(4, True)]
    publish(filled_stores, 5)
    with reading(filled_stores.public) as connection:
        rows = connection.execute(select(schema.incident.c.incident_id, schema.incident.c.district_code)).all()
    assert ("i-3", None) in rows


def test_the_episode_of_an_incident_is_kept_and_published(filled_stores, tmp_path):
    content = f"{HEADER},episode_id\n{INCIDENT},wave-2019\n"
    load_text(filled_stores, tmp_path, "incidents", content, TOLD)
    publish(filled_stores, 5)
    for engine, table in ((filled_stores.private, incident), (filled_stores.public, schema.incident)):
        with reading(engine) as connection:
            assert connection.execute(select(table.c.incident_id, table.c.episode_id)).all() == [("i-1", "wave-2019")]


def test_a_category_that_no_page_can_name_is_refused(filled_stores, tmp_path):
    with pytest.raises(LoadRefused, match="row 2, column category: is not a known category"):
        load_text(filled_stores, tmp_path, "incidents", FILES["incidents"].replace(",protest,", ",strike,"))


def test_a_value_that_may_be_a_thousand_or_a_fraction_is_set_aside(filled_stores, tmp_path):
    row = 'st-1,as,2020-01-11,single,"1,250",mg/L,state,ok\n'
    content = FILES["readings"].replace('"< 0,005"', "2").replace("0.012", "3")
    outcome = load_text(filled_stores, tmp_path, "readings", content + row, TOLD)
    assert [(finding.place.row, finding.place.value) for finding in outcome.findings.items] == [(6, "1,250")]
    assert outcome.rows_rejected == 1 and "does not tell" in outcome.findings.items[0].place.reason
