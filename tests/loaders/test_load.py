"""One load: everything or nothing, never twice."""

import threading
from contextlib import contextmanager

import pytest
from sqlalchemy import select

from loaders.datasets.registry import DATASETS
from loaders.engine.run import Terms, load
from loaders.gate.checks import LoadRefused
from loaders.publish import publish
from loaders.store import grievances, incidents, monitoring, places, revenue, runs
from loaders.store.database import Stores, StoreUnavailable, reading, write_transaction
from tests.loaders.databases import EMPTY, FILLED, both_databases, sqlite_mostly
from tests.loaders.stand_ins import FILES, dump, load_text, source_of

TOLD = Terms(allow_removal=True)
ONE_ROW_WRONG = {
    "unknown district": ("sites", "41702210", "41709999", 2, "district_code", "is not a known district"),
    "unknown site": ("stations", "kumtor", "kumtar", 2, "site_id", "is not a known site"),
    "unknown indicator": ("statistics", "poverty", "property", 2, "indicator_code", "is not a known indicator"),
    "unknown stream": ("revenue", "royalty", "royalties", 4, "stream_code", "is not a known revenue stream"),
    "no rate": ("revenue", ",2,2,USD,", ",2,2,EUR,", 4, "currency", "load fx_rates FILE --source KEY"),
    "no rate that year": (
        "revenue",
        "2014-01-01,2014-12-31,mine-a,republic",
        "2013-01-01,2013-12-31,mine-a,republic",
        4,
        None,
        "load fx_rates FILE",
    ),
    "not a number": (
        "revenue",
        ",90,100,",
        ",90,1OO,",
        2,
        "amount_government",
        "must be a number with a decimal point",
    ),
    "no such day": ("readings", "2020-01-10", "2020-01-32", 2, "sampled_on", "must be a date that exists"),
    "American date": ("readings", "2020-01-10", "01/10/2020", 2, "sampled_on", "must be a date that exists"),
    "unreadable value": ("readings", "0.012", "0.012?", 2, "value", "is not a value such as"),
    "other unit": ("readings", "0.012,mg/L", "0.012,mg/kg", 2, None, "the unit is neither"),
    "unknown issue": ("incidents", "water; noise", "water; voise", 2, "issues", "not in the shared list"),
    "role outside the list": (
        "incidents",
        "residents; company",
        "residents; a Person",
        2,
        "actor_roles",
        "must be roles separated by semicolons, never names: residents, protesters, workers, company, police,",
    ),
    "unknown beside a role": (
        "incidents",
        "residents; company",
        "unknown; company",
        2,
        "actor_roles",
        "or only unknown",
    ),
    "empty": ("oblasts", "а,б", ",б", 2, "name_ky", "must not be empty"),
    "missing column": ("oblasts", "name_ky,", "name_kg,", None, "name_kg", "the column is not part of"),
    "wrong oblast": ("districts", "41702210,", "41703210,", 3, None, "does not begin with its oblast's code"),
    "district without polygon": ("boundaries", "41702210", "41702205", 1, "code", "occurs twice"),
    "not GeoJSON": ("lakes", "features", "feature", None, None, "is not a GeoJSON feature collection"),
    "no base": ("price_index", "2015,100", "2015,101", 3, None, "in which the index must be 100"),
    "two bases": ("price_index", "2014,90,2015", "2014,90,2014", 2, None, "in which the index must be 100"),
    "rate of nothing": ("fx_rates", "60", "0", 2, "kgs_per_unit", "must be at least 0.001"),
    "shares of a rule": ("sharing_rules", "0.02,0.2", "0.02,0.3", 2, None, "do not add up to 1"),
    "rates of a rule": ("sharing_rules", "0.02,0.2", "0.03,0.2", 2, None, "state different rates"),
    "state of a register": ("mineral_sales", ",no", ",maybe", 2, "national_register", "is not a known state"),
    "kind of site": ("sites", ",mine,", ",quarry,", 2, "kind", "is not a known kind of site"),
    "operator of no site": ("site_operators", "kumtor,Mine B", "kumtar,Mine B", 4, "site_id", "is not a known site"),
    "operator before it came": (
        "site_operators",
        "2014-12-31",
        "2009-12-31",
        2,
        None,
        "valid_from lies after valid_to",
    ),
    "operator twice at a time": ("site_operators", "2014-12-31", "2016-01-01", 3, None, "overlaps with another period"),
    "operator without an end": ("site_operators", ",2014-12-31", ",", 3, None, "overlaps with another period"),
    "operator without a date": ("site_operators", ",,,2015", ",,,", 4, None, "needs either valid_from"),
    "operator with two dates": ("site_operators", ",,,2015", ",2014-01-01,,2015", 4, None, "needs either valid_from"),
    "no organisation": ("site_operators", "mine-a,2016", "mine-z,2016", 3, "organisation_code", "not a known organis"),
    "no area": ("site_districts", "41702205", "41709999", 2, "area_code", "is not a known district or oblast"),
    "no role": ("site_districts", "affected", "neighbour", 2, "role", "is not a known role of a district"),
    "role twice": ("site_districts", "41702,revenue_sharing", "41702205,affected", 2, None, "repeats the key"),
    "two years": ("revenue", "2014-12-31,mine-a,republic", "2015-12-31,mine-a,republic", 4, None, "one calendar year"),
}


@both_databases
def test_each_dataset_is_loaded(filled_stores):
    with reading(filled_stores.private) as connection:
        loads = {run.loads: run for run in connection.execute(select(runs.load_run))}
    assert loads.keys() == DATASETS.keys()
    assert all(run.rows_read > 0 and run.rows_written > 0 and run.status == "loaded" for run in loads.values())


@pytest.mark.parametrize("case", ONE_ROW_WRONG)
def test_a_refused_file_names_the_place_and_changes_nothing(filled_stores, tmp_path, case):
    dataset, right, wrong, row, column, reason = ONE_ROW_WRONG[case]
    assert right in FILES[dataset]
    before = dump(filled_stores.private)
    with pytest.raises(LoadRefused) as error:
        load_text(filled_stores, tmp_path, dataset, FILES[dataset].replace(right, wrong))
    assert (error.value.row, error.value.column) == (row, column)
    assert reason in str(error.value) and f"{dataset}.txt" in str(error.value)
    assert dump(filled_stores.private) == before


@both_databases
def test_what_was_written_before_a_refusal_is_undone(filled_stores, tmp_path, monkeypatch):
    before = dump(filled_stores.private)
    monkeypatch.setattr("loaders.engine.run.finish", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        load_text(filled_stores, tmp_path, "revenue", FILES["revenue"].replace(",90,100,", ",90,95,"))
    assert dump(filled_stores.private) == before


def test_the_same_file_twice_changes_nothing(filled_stores, tmp_path):
    before = dump(filled_stores.private)
    outcomes = [load_text(filled_stores, tmp_path, dataset) for dataset in DATASETS]
    assert not any(outcome.has_changed for outcome in outcomes)
    assert dump(filled_stores.private) == before


def test_a_corrected_file_replaces_the_rows_of_its_source_only(filled_stores, tmp_path):
    rows = FILES["revenue"].splitlines(keepends=True)
    load_text(filled_stores, tmp_path, "revenue", rows[0] + rows[1].replace(",90,100,", ",90,95,"), TOLD)
    with reading(filled_stores.private) as connection:
        flows = connection.execute(select(revenue.flow.c.flow_id, revenue.flow.c.amount_government)).all()
    assert flows == [("f-1", 95)]


@both_databases
def test_a_code_that_others_refer_to_cannot_vanish(filled_stores, tmp_path):
    before = dump(filled_stores.private)
    with pytest.raises(LoadRefused, match="does not fit what other sources have loaded"):
        load_text(filled_stores, tmp_path, "organisations", FILES["organisations"].replace("mine-a", "mine-b"), TOLD)
    assert dump(filled_stores.private) == before


def test_a_file_of_other_columns_is_told_all_that_it_needs(filled_stores, tmp_path):
    with pytest.raises(LoadRefused) as error:
        load_text(filled_stores, tmp_path, "readings", "date,value,station\n2020-01-01,1,x\n")
    columns = "station_id, indicator_code, sampled_on, averaging, value, unit, collected_by, qa_flag"
    missing = columns.replace("value, ", "")
    assert error.value.reason.endswith(f"; missing are {missing}; needed are {columns}")
    assert {place.column for place in error.value.problems} >= {"date", "station", *missing.split(", ")}


def test_each_cell_of_another_type_is_told_once(filled_stores, tmp_path):
    with pytest.raises(LoadRefused) as error:
        load_text(filled_stores, tmp_path, "revenue", FILES["revenue"].replace(",90,100,", ",90,1OO,"))
    places_of_cells = [(place.row, place.column, place.value) for place in error.value.problems]
    assert places_of_cells == [(2, "amount_government", "1OO")]


@both_databases
def test_a_key_of_another_source_is_refused(filled_stores, tmp_path):
    before = dump(filled_stores.private)
    with pytest.raises(LoadRefused, match="does not fit what other sources have loaded"):
        load_text(filled_stores, tmp_path, "stations", key="other")
    assert dump(filled_stores.private) == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"oblast_code\n", "no rows"),
        (b"\xff\xfe\x00", "damaged or cut off"),
        (None, "cannot be read"),
        (b"a,b\n1,2\x00\n", "NUL bytes"),
        (b"a,a\n1,2\n", "two columns alike"),
        (b"a,b\n1,2,3\n", "the header has 2 cells, this row 3"),
        (b'a,b\n1,"2\n', "quotation mark"),
        (",".join(map(str, range(3000))).encode() + b"\n", "at most 2,000"),
        (b"PK\x03\x04 no workbook", "is damaged or cut off"),
    ],
)
def test_a_file_that_is_no_table_is_refused(filled_stores, tmp_path, content, reason):
    path = tmp_path / "broken.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LoadRefused, match=reason):
        load(filled_stores.private, DATASETS["oblasts"], path, source_of("oblasts"))


@both_databases
def test_a_second_writer_waits_and_then_says_so(settings_of, tmp_path, monkeypatch):
    monkeypatch.setattr("loaders.store.database.LOCK_SECONDS", 1)
    settings = settings_of(*EMPTY)
    impatient = Stores.open(settings)
    with (
        write_transaction(Stores.open(settings).private),
        pytest.raises(StoreUnavailable, match="another loader is writing"),
    ):
        load_text(impatient, tmp_path, "oblasts")


@both_databases
def test_a_second_writer_goes_on_when_the_first_is_done(settings_of, tmp_path, monkeypatch):
    monkeypatch.setattr("loaders.store.database.LOCK_SECONDS", 60)
    settings, question, outcomes = settings_of(*EMPTY), threading.Event(), []

    @contextmanager
    def ask_first(engine):
        question.set()
        with write_transaction(engine) as connection:
            yield connection

    monkeypatch.setattr("loaders.engine.run.write_transaction", ask_first)
    second = threading.Thread(
        target=lambda: outcomes.append(load_text(Stores.open(settings), tmp_path, "oblasts")), daemon=True
    )
    with write_transaction(Stores.open(settings).private):
        second.start()
        question.wait()
        second.join(0.5)
        assert second.is_alive() and outcomes == []
    second.join()
    assert [outcome.has_changed for outcome in outcomes] == [True]


@both_databases
@pytest.mark.parametrize("store", ["private", "public"])
def test_readers_do_not_wait_for_a_writer(filled_stores, store):
    engine = getattr(filled_stores, store)
    before = dump(engine)
    with write_transaction(engine) as connection:
        for table in ("load_run", "publication"):
            if table in before:
                connection.exec_driver_sql(f"DELETE FROM {table}")
        assert dump(engine) == before
        connection.rollback()


@both_databases
def test_two_publications_at_once_wait_or_say_so(stores_of, monkeypatch):
    monkeypatch.setattr("loaders.store.database.LOCK_SECONDS", 1)
    stores = stores_of(*FILLED)
    with write_transaction(stores.public), pytest.raises(StoreUnavailable, match="another loader is writing"):
        publish(stores, 5)
    assert publish(stores, 5).is_new


def test_flows_are_reconciled_and_turned_into_som(filled_stores):
    flow = revenue.flow.c
    with reading(filled_stores.private) as connection:
        rows = connection.execute(select(flow.flow_id, flow.recon_status, flow.amount_kgs, flow.oblast_code)).all()
    assert sorted(rows) == [
        ("f-1", "unexplained", 100, "41702"),
        ("f-2", "one_sided", -10, "41702"),
        ("f-3", "matched", 100, None),
    ]


@sqlite_mostly
def test_a_dash_is_no_reading_and_a_decimal_comma_is_read(filled_stores):
    observation = monitoring.observation.c
    with reading(filled_stores.private) as connection:
        rows = connection.execute(select(observation.value_num, observation.qualifier)).all()
    assert sorted(rows) == [(0.005, "<"), (0.012, ""), (9, "")]


def test_issues_and_reports_of_an_incident_become_rows(filled_stores):
    with reading(filled_stores.private) as connection:
        issues = connection.scalars(select(incidents.incident_issue.c.issue_code)).all()
        reports = connection.execute(select(incidents.incident_source.c.title, incidents.incident_source.c.url)).all()
    assert sorted(issues) == ["air", "other", "water"]
    assert ("24.kg", "https://24.kg/1") in reports and ("Reuters", None) in reports


def test_roles_of_an_incident_become_rows_and_none_is_unknown(filled_stores):
    with reading(filled_stores.private) as connection:
        actor = incidents.incident_actor.c
        roles = connection.execute(select(actor.incident_id, actor.role).order_by(*actor[:2])).all()
    assert roles == [("i-1", "company"), ("i-1", "residents"), ("i-2", "unknown")]


def test_a_list_without_roles_has_incidents_of_unknown_roles(filled_stores, tmp_path):
    lines = [line.rpartition(",")[0] for line in FILES["incidents"].splitlines()]
    load_text(filled_stores, tmp_path, "incidents", "\n".join(lines) + "\n")
    with reading(filled_stores.private) as connection:
        assert set(connection.scalars(select(incidents.incident_actor.c.role))) == {"unknown"}


def test_nothing_of_the_grievance_register_number_is_kept(filled_stores, tmp_path):
    def keys() -> set[str]:
        with reading(filled_stores.private) as connection:
            return set(connection.scalars(select(grievances.grievance.c.grievance_key)))

    before = keys()
    load_text(filled_stores, tmp_path, "grievances", FILES["grievances"] + "\n")
    assert len(keys()) == 2 and not keys() & before
    assert "secret" not in str(dump(filled_stores.private))


def test_aliases_are_split_and_population_is_optional(filled_stores):
    with reading(filled_stores.private) as connection:
        aliases = connection.scalars(select(places.admin_alias.c.alias)).all()
        residents = connection.scalars(select(places.population.c.residents)).all()
    assert sorted(aliases) == ["Ak-Su", "Аксуу"] and residents == [69400]


def test_a_district_may_be_named_and_the_row_is_that_of_its_code(filled_stores, tmp_path):
    content = FILES["statistics"].replace("41702210", "Jeti-Oguz district")
    assert not load_text(filled_stores, tmp_path, "statistics", content).changes
    with pytest.raises(LoadRefused, match="row 2, column district_code: is not a known district or oblast .*'Kumtor'"):
        load_text(filled_stores, tmp_path, "statistics", FILES["statistics"].replace("41702210", "Kumtor"))


@pytest.mark.parametrize(("right", "wrong"), [("69400,2021", "0,2021"), ("69400,2021", "69400,"), ("69400,2021", ",")])
def test_a_population_that_is_not_known_is_told_and_kept_nowhere(filled_stores, tmp_path, right, wrong):
    outcome = load_text(filled_stores, tmp_path, "districts", FILES["districts"].replace(right, wrong))
    rows = [finding.place.row for finding in outcome.findings.items if "figures per person" in finding.place.reason]
    with reading(filled_stores.private) as connection:
        assert connection.scalars(select(places.population.c.residents)).all() == [] and rows == [2, 3]
