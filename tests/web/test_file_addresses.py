"""How files are sent: under which name, in pieces, only when changed; and what is said where there is none."""

import gzip
import io
import json
import shutil
import sqlite3
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import brotli
import openpyxl
import pytest

from dashboard.app import create_app
from dashboard.downloads import csv_file, package, workbook
from dashboard.downloads.cells import text_of
from dashboard.downloads.sheet import About, Sheet, field_of
from dashboard.settings import Settings
from dashboard.text import LANGUAGES, Words
from dashboard.web.sheets import KEYS, formats_of
from data_access.vocabulary import schema
from data_access.vocabulary.formulas import neutral
from tests.web.files import READERS, file_content, of_csv, typical_first
from tests.web.test_hostile_text import texts_of
from tests.web.test_hostile_values import SEARCHES

FORMULAS = (
    '=HYPERLINK("https://evil.example","x")',
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
)
LONG = 100_000


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_a_text(text):
    assert neutral(text) == text_of(text) == f"'{text}"


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\x0c\x85"])
def test_no_formula_hides_behind_what_cannot_be_seen(sign):
    assert neutral(f"{sign}=1+1") == "'=1+1"


@pytest.mark.parametrize(
    ("value", "text"),
    [(-1, "-1"), (-1.5, "-1.5"), (2.0, "2"), (None, ""), ("a=1", "a=1"), ("-1.5", "-1.5"), ("-1e-07", "-1e-07")],
)
def test_numbers_and_other_texts_stay_as_they_are(value, text):
    assert text_of(value) == text


@pytest.fixture(scope="module")
def hostile(example_public_url, tmp_path_factory):
    """Somebody who asks an application whose every text begins a formula."""
    path = tmp_path_factory.mktemp("formulas") / "public.sqlite"
    shutil.copy(example_public_url.removeprefix("sqlite:///"), path)
    with closing(sqlite3.connect(path)) as connection:
        for table in schema.metadata.sorted_tables:
            for column in texts_of(table):
                connection.execute(f"UPDATE {table.name} SET {column} = char(1) || ? || {column}", (FORMULAS[0],))
        connection.commit()
    return create_app(Settings(f"sqlite:///{path}")).test_client()


@pytest.mark.parametrize(("key", "name"), [*((key, "csv") for key in KEYS), *typical_first(KEYS, "xlsx")])
def test_no_cell_is_a_formula(hostile, key, name):
    content = file_content(hostile, key, name, "?district=jeti-oguz")
    cells = [text for row in READERS[name](content) for text in row.values() if text]
    assert not [text for text in cells if text.startswith(("=", "@", "\t", "\r"))]
    if name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        assert not [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_hostile_text_is_in_the_file_as_text(hostile):
    assert f"'{FORMULAS[0]}Kumtor" in {row["name"] for row in of_csv(file_content(hostile, "sites", "csv"))}


def long_sheet() -> Sheet:
    """A table of 10 MB, made while it is written."""
    row = (1, "x" * 90, 2.5)

    def chunks() -> Iterator[list[tuple]]:
        return ([row] * 500 for _ in range(LONG // 500))

    about = About(
        "t", "", "", "", (), (), "http://x/", 1, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1).date()
    )
    fields = tuple(
        field_of(name, kind, "en", {}) for name, kind in (("n", "integer"), ("s", "string"), ("v", "number"))
    )
    return Sheet("long", "en", fields, LONG, chunks, about)


def peak_of(write) -> int:
    """Bytes that a function holds at most."""
    tracemalloc.start()
    try:
        write()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_long_table_never_stands_in_memory(tmp_path):
    sheet, words = long_sheet(), Words("en")

    def to_csv() -> None:
        assert sum(map(len, csv_file.pieces(sheet, False))) > 8_000_000

    def to_zip() -> None:
        with open(tmp_path / "x.zip", "wb") as file:
            package.write(sheet, words, False, file)

    assert peak_of(to_csv) < 3_000_000
    assert peak_of(to_zip) < 6_000_000
    assert zipfile.ZipFile(tmp_path / "x.zip").getinfo("data.csv").file_size > 8_000_000


def test_a_table_is_sent_in_pieces(client):
    answer = client.get("/data/station_readings.csv", buffered=False)
    assert answer.is_streamed and "Content-Length" not in answer.headers
    pieces = list(answer.response)
    assert len(pieces) > 10 and max(map(len, pieces)) < 500_000


@pytest.mark.parametrize(("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_compressed_file_is_the_same(client, coding, unpack):
    for path in ("/data/readings.csv", "/data/revenue_map.geojson"):
        plain, compressed = client.get(path), client.get(path, headers={"Accept-Encoding": coding})
        assert compressed.headers["Content-Encoding"] == coding
        assert unpack(compressed.data) == plain.data
        assert {answer.headers["Vary"] for answer in (plain, compressed)} == {"Accept-Encoding"}


def test_a_workbook_has_bounds(client, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 10)
    answer = client.get("/data/readings.xlsx?lang=en")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "10 rows" in answer.text and "csv" in answer.text
    assert client.get("/data/targets.xlsx").status_code == 200


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("revenue_by_stream.csv?district=ton&since=2019&lang=ru", "revenue_by_stream_district-ton_since-2019"),
        ("revenue_map.csv?district=ton&since=2019", "revenue_map_since-2019"),
        ("compare_pairs.zip?district=ton,naryn", "compare_pairs_district-ton-naryn"),
        ("limits.zip?district=ton", "limits"),
        ("revenue.geojson", None),
        ("sites.geojson?x=1", "sites"),
    ],
)
def test_a_file_has_a_telling_name(client, address, name):
    answer = client.get(f"/data/{address}")
    if name is None:
        assert answer.status_code == 404
        return
    kind = address.split("?")[0].rpartition(".")[2]
    day = datetime.strptime(answer.headers["Last-Modified"], "%a, %d %b %Y %H:%M:%S GMT").date()
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}_{day}.{kind}"'


@pytest.mark.parametrize("name", formats_of("revenue_map"))
@pytest.mark.parametrize("coding", ["", "br", "gzip"])
def test_what_has_not_changed_is_not_sent_again(client, name, coding):
    path, headers = f"/data/revenue_map.{name}", {"Accept-Encoding": coding}
    first = client.get(path, headers=headers)
    mark = first.headers["ETag"]
    again = client.get(path, headers={**headers, "If-None-Match": mark})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", mark)
    assert client.get(path, headers={"If-Modified-Since": first.headers["Last-Modified"]}).status_code == 304
    others = (f"{path}?lang=ru", f"{path}?since=2019", f"{path}?hxl=1", f"/data/incidents_map.{name}")
    assert {client.get(other, headers={"If-None-Match": mark}).status_code for other in others} == {200}
    assert client.get(path, headers={"If-None-Match": mark, "Host": "localhost:8050"}).status_code == 200
    assert client.head(path).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_there_is_no_file_it_says_which_there_are(client, language):
    no_file = client.get(f"/data/nothing.csv?lang={language}")
    strange = client.get(f"/data/revenue.geojson?lang={language}")
    assert {no_file.status_code, strange.status_code} == {404}
    for answer in (no_file, strange):
        assert f'<html lang="{language}">' in answer.text
    assert "revenue_map" in no_file.text and "geojson" in no_file.text
    assert "revenue" in strange.text and "csv, xlsx, zip" in strange.text
    assert client.get("/data/nothing", headers={"Accept-Language": language}).text.count(f'lang="{language}"') == 1


@pytest.mark.parametrize(
    "name", ["", ".csv", "revenue.", "revenue", "revenue.csv.zip", "..csv", "%00.csv", "revenue/x.csv"]
)
def test_a_strange_name_is_no_file(client, name):
    assert client.get(f"/data/{name}").status_code == 404


@pytest.mark.parametrize("search", [*SEARCHES, "?lang=xx&hxl=2", "?lang=&hxl=", "?lang=%FF", "?lang=ru&lang=ky"])
def test_a_choice_without_meaning_is_dropped(client, search):
    for name in ("revenue_map.csv", "exchange_rates.csv", "sites.geojson", "limits.xlsx", "revenue_hosts.zip"):
        assert client.get(f"/data/{name}{search}").status_code == 200


def test_only_reading_is_offered(client):
    assert client.post("/data/revenue.csv", data=b"{}").status_code in (400, 405)
    assert client.delete("/data/revenue.csv").status_code == 405


def test_what_stands_beside_the_rows_is_in_every_shape(client):
    collection = json.loads(file_content(client, "revenue_map", "geojson", "?lang=en"))
    assert {"How to cite", "Source", "Live view", "What these figures cannot say"} <= {
        one["label"] for one in collection["about"]
    }
