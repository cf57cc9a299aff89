"""What is set aside, what is remarked on, and with which words."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from data_access.store.settings import CHECKOUT
from data_access.vocabulary.clock import today
from loaders.commands import actions
from loaders.config.sources import declared_sources
from loaders.datasets.registry import DATASETS
from loaders.datasets.status_transitions import MOVES
from loaders.engine.run import Terms, load
from loaders.gate.checks import LoadRefused
from loaders.store.database import Stores, reading
from loaders.store.grievances import grievance
from loaders.store.settings import LoaderSettings
from tests.loaders.databases import sqlite_mostly
from tests.loaders.stand_ins import FILES, load_text, source_of

SHARED = Path(os.environ.get("SHARED_DATA") or CHECKOUT.parent / "shared" / "data")
# More than a day ahead: midnight may pass while the tests run.
LATER = today() + timedelta(days=400)
TOLD = Terms(allow_removal=True)
HEADER, *STEPS = FILES["grievances"].splitlines()
HEAD = "s-9,41702210,water,written,company"


def history(*steps: str) -> str:
    """The stand-in with one more case, whose steps are given as ``status day``."""
    lines = [f"{HEAD},{step.replace(' ', ',')},0" for step in steps]
    return "\n".join([HEADER, *STEPS, *lines]) + "\n"


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        (["closed 2020-01-01"], "must be its receipt"),
        (["received 2020-01-02", "received 2020-01-03", "closed 2020-01-04"], "must be its receipt"),
        (["received 2020-01-02", "closed 2020-01-01"], "dated before the step above it"),
        (["received 2020-01-02", "closed 2020-01-03", "assessing 2020-01-04"], "cannot follow the one above it"),
        (["received 2020-01-02", "withdrawn 2020-01-03", "closed 2020-01-04"], "cannot follow the one above it"),
        (["received 2020-01-02", f"closed {LATER}"], "lies in the future"),
    ],
)
def test_a_case_with_an_impossible_history_is_set_aside_as_a_whole(filled_stores, tmp_path, steps, reason):
    outcome = load_text(filled_stores, tmp_path, "grievances", history(*steps), TOLD)
    assert (outcome.rows_written, outcome.rows_rejected) == (2, len(steps))
    assert any(reason in finding.place.reason and finding.place.row > 5 for finding in outcome.findings.items)
    with reading(filled_stores.private) as connection:
        assert len(connection.execute(select(grievance)).all()) == 2


@pytest.mark.parametrize(
    "steps",
    [
        ["received 2020-01-02", "acknowledged 2020-01-02", "screened 2020-01-02", "out_of_scope 2020-01-03"],
        ["received 2020-01-02", "closed 2020-01-02", "reopened 2020-01-03", "assessing 2020-01-03"],
        ["received 2020-01-02", "assessing 2020-01-02", "rejected 2020-01-03", "appealed 2020-01-03"],
        ["received 2020-01-02", "assessing 2020-01-02", "assessing 2020-01-03", "withdrawn 2020-01-03"],
    ],
)
def test_a_case_that_goes_a_legal_way_is_loaded(filled_stores, tmp_path, steps):
    outcome = load_text(filled_stores, tmp_path, "grievances", history(*steps), TOLD)
    assert (outcome.rows_written, outcome.rows_rejected) == (3, 0)


def test_nothing_follows_an_end_but_a_reopening():
    assert {after for before, after in MOVES if before == "closed"} == {"reopened"}
    assert not [move for move in MOVES if move[0] in ("out_of_scope", "withdrawn") or move[1] == "received"]


def test_a_file_of_which_nothing_is_left_is_refused(filled_stores, tmp_path):
    content = f"{HEADER}\n{HEAD},closed,2020-01-01,0\n"
    with pytest.raises(LoadRefused, match="has no row that can be loaded") as error:
        load_text(filled_stores, tmp_path, "grievances", content, TOLD)
    assert error.value.problems[0].row == 2


@pytest.mark.parametrize(
    ("dataset", "right", "wrong"),
    [
        ("readings", "2020-01-10", str(LATER)),
        ("incidents", "2019-08-05", str(LATER)),
        ("statistics", "2019,20.5\n", f"2019,20.5\npoverty,41702205,{LATER.year},20\n"),
        (
            "revenue",
            "2014-01-01,2014-12-31,mine-a,republic",
            f"{LATER.year}-01-01,{LATER.year}-12-31,,republic",
        ),
    ],
)
def test_what_has_not_happened_yet_is_set_aside(filled_stores, tmp_path, dataset, right, wrong):
    assert right in FILES[dataset]
    content = FILES[dataset].replace(right, wrong)
    if dataset == "revenue":
        content = content.replace(",2,2,USD,", ",2,2,KGS,")
    outcome = load_text(filled_stores, tmp_path, dataset, content, TOLD)
    assert outcome.rows_rejected == 1 and "in the future" in outcome.findings.items[0].place.reason


def warnings(outcome) -> list[tuple[int, str]]:
    return [
        (finding.place.row, finding.place.reason) for finding in outcome.findings.items if finding.severity == "warning"
    ]


def test_a_jump_is_remarked_on_and_loaded(filled_stores, tmp_path):
    content = FILES["statistics"] + "poverty,41702210,2020,26\npoverty,41702210,2021,33\n"
    outcome = load_text(filled_stores, tmp_path, "statistics", content)
    assert outcome.rows_written == 3
    assert warnings(outcome) == [
        (3, "differs by more than a quarter from the year before"),
        (4, warnings(outcome)[0][1]),
    ]


def test_a_year_between_is_no_year_before(filled_stores, tmp_path):
    assert not warnings(
        load_text(filled_stores, tmp_path, "statistics", FILES["statistics"] + "poverty,41702210,2021,99\n")
    )


def test_an_earlier_figure_that_differs_is_remarked_on(filled_stores, tmp_path):
    outcome = load_text(filled_stores, tmp_path, "statistics", FILES["statistics"].replace("20.5", "30.5"))
    assert warnings(outcome) == [
        (2, "differs by more than a quarter from what another source, or an earlier file, says")
    ]


@sqlite_mostly
def test_another_unit_and_a_thousandfold_value_are_remarked_on(filled_stores, tmp_path):
    rows = [f"st-1,as,2021-01-{day:02d},single,0.0{day},mg/L,state,ok" for day in range(1, 10)]
    usual = "\n".join([FILES["readings"].splitlines()[0], *rows])
    load_text(filled_stores, tmp_path, "readings", usual, TOLD)
    slips = "\nst-1,as,2021-02-01,single,50,mg/L,state,ok\nst-1,as,2021-02-02,single,50,µg/L,state,ok\n"
    remarks = warnings(load_text(filled_stores, tmp_path, "readings", usual + slips))
    assert [row for row, reason in remarks if "mg or µg" in reason] == [11]
    assert [row for row, reason in remarks if "another unit" in reason] == [12]


def test_a_point_outside_its_district_is_told_and_not_moved(filled_stores, tmp_path):
    outcome = load_text(filled_stores, tmp_path, "sites")
    assert not outcome.has_changed
    outcome = load_text(filled_stores, tmp_path, "sites", FILES["sites"].replace("41.867,78.2", "42.5,76.5"))
    assert [reason for _, reason in warnings(outcome)] == ["the point lies outside the stated district"]


@pytest.fixture
def sample_stores(tmp_path) -> Stores:
    """A private store with the bundled places and poverty figures, and an indicator for the population."""
    stores = Stores.open(LoaderSettings.from_environment({"DATABASE_URL": f"sqlite:///{tmp_path}/public.sqlite"}))
    actions.upgrade(stores)
    for key in ("oblasts", "districts", "poverty_indicators", "poverty"):
        source = declared_sources().get(key) or source_of("indicators")
        file = source.bundled_file if source.file else _indicators(tmp_path)
        load(stores.private, DATASETS[source.loads], file, source)
    return stores


def _indicators(folder: Path) -> Path:
    path = folder / "indicators.csv"
    path.write_text(FILES["indicators"] + "population,people,people,range,11\n", encoding="utf-8")
    return path


def test_swapped_rows_of_a_published_table_are_noticed(sample_stores, tmp_path):
    file = SHARED / "published" / "kgz_district_datasets.json"
    if not file.is_file():
        pytest.skip(f"{file} is not there; SHARED_DATA names the folder")
    rows = [
        f"{code},{row['Adm2_Code']},{year},{row[name]}"
        for row in json.loads(file.read_text(encoding="utf-8"))["DataList"]
        for code, year, name in (("population", 2021, "Population_2021"), ("poverty", 2020, "poverty"))
        if row.get(name) is not None
    ]
    content = "\n".join(["indicator_code,district_code,year,value", *rows]) + "\n"
    path = tmp_path / "joined.csv"
    path.write_text(content, encoding="utf-8")
    outcome = load(
        sample_stores.private, DATASETS["statistics"], path, source_of("statistics", key="poverty"), Terms(None, True)
    )
    districts = {rows[row - 2].split(",")[1] for row, reason in warnings(outcome) if "another source" in reason}
    alay, alamudun, jeti_oguz, jayil = "41706207", "41708203", "41702210", "41708209"
    assert {alay, alamudun, jeti_oguz, jayil} <= districts
