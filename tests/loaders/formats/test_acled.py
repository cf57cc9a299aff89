"""ACLED exports in both header styles and three spellings of dates."""

import pandas as pd
import pytest

from loaders.datasets.actors import ACTOR_ROLES
from loaders.formats.acled import ACLED, CATEGORIES, CATEGORY_OF_TYPE, ROLES, category_of
from loaders.gate.checks import LoadRefused
from loaders.store.incidents import incident, incident_actor, incident_source
from tests.loaders.formats.whole import csv_bytes, tidy_tables

HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,country,admin1,admin2,"
    "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)
SPACED = HEADER.replace("_", " ").title()


def line(number=1, day="2019-08-05", time=1, kind="Protests,Peaceful protest", place="Naryn,Naryn", **changes) -> str:
    country, precision, dead, tags = (
        changes.get(name, usual) for name, usual in (("country", "Kyrgyzstan"), ("geo", 1), ("dead", 0), ("tags", ""))
    )
    return (
        f"KGZ{number},{day},2019,{time},Demonstrations,{kind},Secret Person,{country},{place},Somewhere,41.4,76.0,"
        f'{precision},24.kg; Kloop,National,"Secret Person spoke, at length",{dead},{tags},1'
    )


def rows_of(reference, *lines, header=HEADER):
    reading = ACLED.read(csv_bytes(header, *lines), "acled.csv", {}, reference)
    return tidy_tables("incidents", reading, reference)[incident].set_index("incident_id"), reading


@pytest.mark.parametrize("header", [HEADER, SPACED])
@pytest.mark.parametrize("day", ["2019-08-05", "05-08-2019", "05 August 2019"])
def test_header_styles_and_dates_read_alike(reference, header, day):
    rows, _ = rows_of(reference, line(day=day), header=header)
    assert str(rows.loc["KGZ1", "starts_on"].date()) == "2019-08-05"
    assert rows.loc["KGZ1", "category"] == "protest" and rows.loc["KGZ1", "event_type"] == "Protests"


def test_places_come_from_the_administrative_columns_within_the_oblast(reference):
    places = [
        "Naryn,Naryn",
        "Naryn,Kochkor",
        "Jalal-Abad,Suzak",
        "Bishkek,Bishkek",
        "Osh,Osh City",
        "Talas,Suzak",
        "Osh,Osh",
    ]
    rows, reading = rows_of(reference, *(line(n, place=place) for n, place in enumerate(places)))
    places_of_rows = [*rows[["oblast_code", "district_code"]].fillna("").itertuples(index=False, name=None)]
    assert places_of_rows == [
        ("41704", ""),
        ("41704", "41704235"),
        ("41703", "41703220"),
        ("41711", "41711000"),
        ("41721", "41721000"),
        ("41707", ""),
        ("41721", "41721000"),
    ]
    assert rows["geo_precision"].tolist() == [4, 1, 1, 1, 1, 4, 1]
    assert "2 of 7 rows are known only for their oblast" in reading.warnings


def test_precision_of_time_and_place(reference):
    rows, _ = rows_of(
        reference,
        line(1, day="2019-08-07", time=2, place="Naryn,Kochkor"),
        line(2, day="2019-08-17", time=3, place="Naryn,Kochkor", geo=3),
    )
    assert rows["date_precision"].tolist() == ["week", "month"]
    assert [str(day.date()) for day in rows["starts_on"]] == ["2019-08-05", "2019-08-01"]
    assert rows["district_code"].isna().tolist() == [False, True] and rows.loc["KGZ2", "oblast_code"] == "41704"


def test_categories_severity_deaths_and_crowds(reference):
    rows, _ = rows_of(
        reference,
        line(1, kind="Riots,Mob violence", tags="crowd size=about 300"),
        line(2, kind="Protests,Excessive force against protesters", dead=2, tags="crowd size=hundreds"),
        line(3, kind="Strategic developments,Agreement", tags="crowd size=no report"),
        line(4, kind="Something new,Other"),
        line(5, dead=""),
    )
    assert rows["category"].tolist() == ["riot", "clash_with_police", "agreement", "other", "protest"]
    assert rows["severity"].tolist() == [4, 5, 1, 1, 2]
    assert rows["fatalities_max"].tolist() == [0, 2, 0, 0, pd.NA]
    crowds = rows[["participants_min", "participants_max"]].astype(object).where(rows["participants_min"].notna(), None)
    assert crowds.to_numpy().tolist() == [[300, 300], [100, 999], [None, None], [None, None], [None, None]]


PARTIES = [
    ("6,0", ["protesters"]),
    ("6,1", ["police", "protesters"]),
    ("Protesters,State forces", ["police", "protesters"]),
    ("Rioters,Civilians", ["other", "protesters"]),
    ("2,Identity militia", ["armed"]),
    ("External/Other forces,", ["other"]),
    (",", ["unknown"]),
    ("9,Secret Person", ["unknown"]),
]


@pytest.mark.parametrize(("types", "roles"), PARTIES)
def test_types_of_actors_become_roles(reference, types, roles):
    reading = ACLED.read(csv_bytes(f"{HEADER},inter1,inter2", f"{line()},{types}"), "acled.csv", {}, reference)
    rows = tidy_tables("incidents", reading, reference)[incident_actor]
    assert sorted(rows["role"]) == roles and set(rows["incident_id"]) == {"KGZ1"}
    assert "Secret" not in reading.frame.to_csv()


def test_every_role_of_a_type_is_of_the_list():
    assert {*ROLES.values()} <= {*ACTOR_ROLES}


def test_an_export_without_types_names_no_role(reference):
    reading = ACLED.read(csv_bytes(HEADER, line()), "acled.csv", {}, reference)
    assert tidy_tables("incidents", reading, reference)[incident_actor]["role"].tolist() == ["unknown"]


def test_names_and_notes_are_not_kept(reference):
    reading = ACLED.read(csv_bytes(HEADER, line()), "acled.csv", {}, reference)
    assert "Secret" not in reading.frame.to_csv() + repr(reading)
    sources = tidy_tables("incidents", reading, reference)[incident_source]
    assert sources["title"].tolist() == ["ACLED: 24.kg", "Kloop"]


def test_other_countries_and_impossible_days_are_set_aside(reference):
    _, reading = rows_of(
        reference, line(1), line(2, country="Kazakhstan"), line(3, day="31-02-2019"), line(4, day="2099-01-01")
    )
    assert [(item.row, item.column) for item in reading.set_aside] == [
        (3, "country"),
        (4, "event_date"),
        (5, "event_date"),
    ]
    assert len(reading.frame) == 1


def test_a_file_of_another_kind_is_refused(reference):
    with pytest.raises(
        LoadRefused, match="column event_id_cnty, event_date, .*: the columns are missing; there are a, b"
    ):
        ACLED.read(csv_bytes("a,b", "1,2"), "acled.csv", {}, reference)


def test_every_category_is_a_key_of_its_column():
    categories = {*CATEGORIES.values(), *CATEGORY_OF_TYPE.values()}
    assert all(category.replace("_", "").isalpha() and 1 <= severity <= 5 for category, severity in categories)
    assert category_of(" riots ", "Mob Violence") == ("riot", 4)
