"""Files to take along: whatever the format, the rows of the one frame that the panel shows."""

import csv
import io
import json
import math
import re
import zipfile
from dataclasses import replace

import frictionless
import hxl
import openpyxl
import pytest
from shapely.geometry import shape
from sqlalchemy import Float

from dashboard import panels
from dashboard.app import create_app
from dashboard.downloads.columns import MEANINGS, TAGS, UNITS
from dashboard.downloads.dressing import DROPPED_COLUMNS
from dashboard.panels import BY_KEY, PANELS
from dashboard.panels.panel import UNSTATED_KEY
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from dashboard.web import sheets
from dashboard.web.sheets import KEYS
from data_access.answers import choices, tables
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.fields import BY_NAME, PUBLISHED_ENTITIES
from data_access.vocabulary.fields.entity import Entity
from data_access.vocabulary.fields.field import Field
from data_access.vocabulary.fields.monitoring import READINGS
from data_access.vocabulary.fields.places import SITES
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import OF_WIDER_AREAS, STATES, WITHHELD
from tests.web.files import READERS, SEARCHES, TYPICAL, file_content, of_csv, typical_first

# A column of which nothing is said.
DEPTH = Field("depth", Float, "")
# Files have these in one language, units in words.
ELSEWHERE = re.compile(rf"_({'|'.join(LANGUAGES)})$|^unit$")
# Every panel with one of the choices, what is typical with all of them.
IN_TURN = [
    pytest.param(
        key, search, marks=[] if key in TYPICAL or (number + turn) % len(SEARCHES) == 0 else pytest.mark.exhaustive
    )
    for number, key in enumerate(BY_KEY)
    for turn, search in enumerate(SEARCHES)
]


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    """The version that the application has."""
    return Database(example_public_url).snapshot()


def is_same(text: str | None, value: object) -> bool:
    """Whether a cell says what a frame holds."""
    if value is None or value != value:
        return text is None
    if isinstance(value, bool | str):
        return text == (str(value).lower() if isinstance(value, bool) else value or None)
    if isinstance(value, int | float):
        return math.isclose(float(text), value, rel_tol=1e-12)
    return text == " ".join(value) if isinstance(value, tuple) else text.startswith(value.isoformat()[:10])


def is_of(selection: Selection, row: dict) -> bool:
    """Whether a row is of the chosen period, or of none."""
    when = [str(row[name])[:10] for name in ("fiscal_year", "year", "quarter", "month") if name in row]
    since, until = selection.since or "", selection.until or "9"
    return all(moment == "nan" or since <= moment and moment[: len(until)] <= until for moment in when)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_has_a_file_whose_columns_are_named_and_described(client, sheet_of, key):
    content = file_content(client, key, "csv", "?hxl=1").decode("utf-8-sig")
    names, tags, *rows = csv.reader(io.StringIO(content, newline=""), strict=True)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)
    assert len(tags) > 3 and any(tag.startswith("#meta") for tag in tags)
    assert all(len(row) == len(names) == len(tags) for row in rows)
    assert names == sheet_of(key).names
    assert [field.name for field in sheet_of(key).fields if not field.says] == []


@pytest.mark.parametrize(("key", "search"), IN_TURN)
def test_a_file_holds_the_frame_of_its_panel(client, snapshot, key, search):
    panel = BY_KEY[key]
    selection = panel.relevant(Selection.parse(search, choices.allowed_values(snapshot, ())))
    answer = panel.answer(snapshot, selection)
    rows = of_csv(file_content(client, key, "csv", search))
    frame_rows = (
        []
        if answer.is_empty
        else [frame_row for frame_row in answer.frame.to_dict("records") if is_of(selection, frame_row)]
    )
    assert len(rows) == len(frame_rows)
    own = [name for name in answer.frame if name not in DROPPED_COLUMNS and not ELSEWHERE.search(name)]
    for row, frame_row in zip(rows, frame_rows, strict=True):
        state_columns = [name for name, column in panel.columns.items() if column.empty not in ("", UNSTATED_KEY)]
        empty_columns = {name for name in state_columns if frame_row.get("is_partial") and frame_row[name] == 0}
        wrong = [name for name in own if name not in empty_columns and not is_same(row[name], frame_row[name])]
        assert wrong == [], (row, frame_row)
        assert not empty_columns or row["state"] == WITHHELD


@pytest.mark.parametrize(("key", "name"), typical_first(KEYS, "xlsx", "geojson", "zip"))
def test_every_format_holds_the_same_rows(client, key, name):
    expected = of_csv(file_content(client, key, "csv", SEARCHES[1]))
    assert READERS[name](file_content(client, key, name, SEARCHES[1])) == expected


@pytest.mark.parametrize("name", tables.TABLES)
def test_a_table_is_read_in_pieces_without_gaps(snapshot, name):
    whole = [row for rows in tables.chunks(snapshot, name, Selection(), 100_000) for row in rows]
    size = max(7, len(whole) // 12)
    pieces = list(tables.chunks(snapshot, name, Selection(), size))
    assert [row for rows in pieces for row in rows] == whole
    assert len(whole) == tables.counts(snapshot)[name] > 0
    assert len(pieces) == -(-len(whole) // size)


def test_a_table_is_narrowed_by_what_it_knows(client):
    search = "?district=jeti-oguz&since=2019&until=2020&stage=transfer&station=x&measure=poverty"
    rows = of_csv(file_content(client, "revenue", "csv", search))
    assert {(row["district"], row["stage"]) for row in rows} == {("Jeti-Oguz", "transfer")}
    assert {row["fiscal_year"] for row in rows} == {"2019", "2020"}
    assert len(of_csv(file_content(client, "limits", "csv", search))) == 27


@pytest.mark.parametrize("key", [key for key in BY_KEY if "since" in BY_KEY[key].depends_on])
@pytest.mark.parametrize("period", [("2020", "2022"), ("2021-04", "2021-09")])
def test_a_file_holds_the_period_of_its_address_and_no_other(client, key, period):
    since, until = period
    rows = of_csv(file_content(client, key, "csv", f"?district=jeti-oguz&site=kumtor&since={since}&until={until}"))
    years = {row[name] for row in rows for name in ("fiscal_year", "year") if row.get(name)}
    assert {year for year in years if not since[:4] <= year <= until[:4]} == set()
    days = {row[name] for row in rows for name in ("quarter", "month") if row.get(name)}
    assert {day for day in days if not since <= day[: len(since)] <= until} == set()


def withheld(row: dict) -> list[str]:
    """Numbers of a row that are said to be withheld."""
    names = [name for name in row if (name == "state" or name.endswith("_state")) and row[name] == WITHHELD]
    return [name.removesuffix("_state") if name != "state" else "value" for name in names]


@pytest.mark.parametrize(
    ("key", "search"),
    [
        *((key, "") for key in KEYS),
        *(
            pytest.param(key, "?district=toguz-toro", marks=[] if key in TYPICAL else pytest.mark.exhaustive)
            for key in KEYS
        ),
    ],
)
def test_what_is_withheld_is_empty_and_says_so(client, key, search):
    for row in of_csv(file_content(client, key, "csv", search)):
        assert all(row.get(number) is None for number in withheld(row)), row
        states = {row[column] for column in row if column == "state" or column.endswith("_state")}
        assert states <= set(STATES)


@pytest.mark.parametrize("key", ["grievances_map", "grievances", "statistics", "grievance_parts", "data_register"])
def test_something_is_withheld(client, key):
    rows = of_csv(file_content(client, key, "csv"))
    assert sum(len(withheld(row)) for row in rows) > 0


def test_a_frame_knows_more_states_than_one(client):
    states = {row["state"] for row in of_csv(file_content(client, "grievances_map", "csv", "?since=2020&until=2020"))}
    assert {WITHHELD, "value", "not_collected"} <= states
    assert {row["state"] for row in of_csv(file_content(client, "revenue_map", "csv"))} >= {"value", "higher_level"}


@pytest.mark.parametrize("search", ["", "?hxl=1&lang=ky"])
@pytest.mark.parametrize(("key", "name"), typical_first(KEYS, "zip"))
def test_a_package_is_valid(client, tmp_path, key, name, search):
    zipfile.ZipFile(io.BytesIO(file_content(client, key, name, search))).extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"), type="package")
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    resource = package["resources"][0]
    assert resource["schema"]["missingValues"] == ["", "NA", "-"]
    assert package["homepage"] in (tmp_path / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "name"), typical_first(KEYS, "csv"))
def test_tags_are_read_as_hxl(client, tmp_path, key, name):
    path = tmp_path / "data.csv"
    path.write_bytes(file_content(client, key, name, "?hxl=1"))
    with hxl.data(str(path), hxl.InputOptions(allow_local=True)) as data:
        assert len(data.columns) > 3 and any(column.tag == "#meta" for column in data.columns)
        assert len(list(data)) == len(of_csv(file_content(client, key, "csv")))


@pytest.mark.parametrize("key", ["revenue_map", "revenue_fairness", "districts"])
def test_districts_have_their_shapes_wound_as_the_standard_says(client, key):
    features = json.loads(file_content(client, key, "geojson"))["features"]
    shapes = [shape(one["geometry"]) for one in features]
    assert len(shapes) >= 18 and all(one.is_valid for one in shapes)
    assert all(part.exterior.is_ccw for one in shapes for part in getattr(one, "geoms", [one]))


def test_a_site_is_a_point_within_a_distance(client):
    for one in json.loads(file_content(client, "sites", "geojson"))["features"]:
        properties = one["properties"]
        assert one["geometry"] == {"type": "Point", "coordinates": [properties["lon"], properties["lat"]]}
        assert properties["uncertainty_km"] > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_what_is_said_are_in_the_language_of_the_file(client, language, snapshot):
    search = f"?district=naryn&lang={language}"
    names = choices.names(snapshot, "site")
    assert {row["name"] for row in of_csv(file_content(client, "sites", "csv", search))} <= {
        name[language] for name in names.values()
    }
    book = openpyxl.load_workbook(io.BytesIO(file_content(client, "grievances_by_year", "xlsx", search)))
    about = " ".join(str(value) for row in book["about"].iter_rows(values_only=True) for value in row)
    assert f"/{language}/grievances?district=naryn" in about
    assert book.sheetnames == ["data", "about", "columns"]
    assert {"ky": "Нарын району", "ru": "Нарынский район", "en": "Naryn"}[language] in about


def published_rows(entity: Entity, **changes: object) -> dict[str, Entity]:
    """All tables, one of them declared otherwise."""
    return PUBLISHED_ENTITIES | {entity.file: replace(entity, **changes)}


def test_keys_mean_one_thing_each():
    assert not set(tables.TABLES) & set(BY_KEY)
    # What only one panel has, it describes itself; what is described for all stands in several.
    assert not {name for panel in PANELS for name, column in panel.columns.items() if column.says} & set(MEANINGS)
    assert {empty for one in PUBLISHED_ENTITIES.values() for empty in one.empties.values()} <= {*STATES, OF_WIDER_AREAS}
    assert not {*UNITS, *TAGS} & set(BY_NAME)
    assert all(text.strip() for text in MEANINGS.values())


@pytest.mark.parametrize(
    ("module", "name", "value", "reason"),
    [
        (
            panels,
            "PANELS",
            (replace(BY_KEY["changes"], key="new"),),
            r"panel new lacks the text panel\.new\.title \(ky",
        ),
        (panels, "PANELS", (replace(BY_KEY["changes"], depends_on=("x", "z")),), "panel changes lacks the choice z"),
        (sheets, "PUBLISHED_ENTITIES", published_rows(SITES, main="altitude"), "site has no column 'altitude'"),
        (sheets, "PUBLISHED_ENTITIES", published_rows(SITES, main=""), "site has no main column"),
        (sheets, "PUBLISHED_ENTITIES", published_rows(READINGS, found_by=()), "reading has no natural key"),
        (
            sheets,
            "PUBLISHED_ENTITIES",
            published_rows(SITES, fields=(*SITES.fields, DEPTH)),
            "depth has no unit; .*depth has no desc",
        ),
    ],
)
def test_a_panel_or_table_that_lacks_something_stops_the_start(
    monkeypatch, example_public_url, module, name, value, reason
):
    monkeypatch.setattr(module, name, value)
    with pytest.raises(LookupError, match=reason):
        create_app(Settings(example_public_url))


def test_rows_follow_the_standard(client):
    content = file_content(client, "sites", "csv").decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(content, newline=""), strict=True))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert content.endswith("\r\n") and content.count("\r\n") == content.count("\n")
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in lines[0])
