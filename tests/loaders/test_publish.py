"""Publishing: one version with everything that may be seen, and nothing else."""

import json

import pandas as pd
import pytest
from shapely.geometry import shape
from sqlalchemy import delete, select, text, update

from data_access.vocabulary import schema
from data_access.vocabulary.fields.incidents import OUTCOMES
from loaders.engine.run import Terms
from loaders.publish import PublicationOutcome, PublishRefused, ledger, publish
from loaders.publish.incidents import OUTCOME_GROUPS
from loaders.store.database import Stores, StoreUnavailable, reading, write_transaction
from loaders.store.grievances import decided_count
from loaders.store.runs import publication
from tests.loaders.databases import LIMIT, PUBLISHED, both_databases, sqlite_mostly
from tests.loaders.stand_ins import FILES, dump, load_text


def public_rows(stores, table) -> pd.DataFrame:
    with reading(stores.public) as connection:
        return pd.read_sql(select(table), connection)


@both_databases
def test_versions_rise_only_when_something_changed(filled_stores, tmp_path):
    assert publish(filled_stores, LIMIT).version == 1
    before = dump(filled_stores.public)
    assert (publish(filled_stores, LIMIT).version, publish(filled_stores, LIMIT).is_new) == (1, False)
    assert dump(filled_stores.public) == before
    load_text(filled_stores, tmp_path, "statistics", FILES["statistics"].replace("20.5", "20.6"))
    assert publish(filled_stores, LIMIT).version == 2
    values = public_rows(filled_stores, schema.statistic).set_index("indicator_code")["value"]
    assert values["poverty"] == 20.6


def test_both_databases_hold_the_same_figures(originals):
    """All types of columns, and empty cells, as a reader gets them; times are those of two loads."""

    def figures(database: str) -> dict[str, list[tuple]]:
        rows_by_table = {}
        with reading(Stores.open(originals.copy(database, PUBLISHED)).public) as connection:
            for table in schema.of_publication():
                columns = [column for column in table.c if not column.name.endswith("_at")]
                rows_by_table[table.name] = sorted(map(tuple, connection.execute(select(*columns))), key=repr)
        return rows_by_table

    assert figures("sqlite") == figures("postgresql")


def test_another_limit_makes_a_new_version(published_stores):
    assert publish(published_stores, LIMIT + 5).version == 2
    assert public_rows(published_stores, schema.publication)["small_cell_limit"].tolist() == [10]


@sqlite_mostly
def test_an_emptied_public_store_is_filled_again(published_stores):
    with write_transaction(published_stores.public) as connection:
        for table in reversed(schema.metadata.sorted_tables):
            connection.execute(delete(table))
    assert publish(published_stores, LIMIT).is_new
    assert len(public_rows(published_stores, schema.district)) == 2


@both_databases
def test_a_killed_publication_leaves_the_last_version_and_is_mended(published_stores, tmp_path, monkeypatch):
    before = dump(published_stores.public)
    load_text(published_stores, tmp_path, "statistics", FILES["statistics"].replace("20.5", "20.6"))
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("loaders.publish.publication._check_count", _killed_at_incidents)
        publish(published_stores, LIMIT)
    assert dump(published_stores.public) == before
    assert publish(published_stores, LIMIT).version == 2


def _killed_at_incidents(_public, table, _count):
    if table.name == "incident":
        raise KeyboardInterrupt


def ledger_rows(stores) -> tuple[dict, list]:
    """The newest publication that the private store knows, and what was decided of people's cases."""
    with reading(stores.private) as connection:
        newest = connection.execute(select(publication).order_by(publication.c.version.desc())).mappings().first()
        return newest and dict(newest), sorted(map(tuple, connection.execute(select(decided_count))))


def test_decisions_are_known_before_they_are_public(filled_stores, monkeypatch):
    ledgers = []
    monkeypatch.setattr(
        "loaders.publish.publication._refill", lambda *_: ledgers.append(ledger_rows(filled_stores)) or 1 / 0
    )
    with pytest.raises(ZeroDivisionError):
        publish(filled_stores, LIMIT)
    assert ledgers[0][1] and not ledgers[0][0]["is_confirmed"]


@sqlite_mostly
def test_what_was_announced_and_did_not_come_is_forgotten(filled_stores, monkeypatch):
    with monkeypatch.context() as patch, pytest.raises(PublishRefused):
        patch.setattr("loaders.publish.publication._check_count", refuse)
        publish(filled_stores, LIMIT)
    assert ledger_rows(filled_stores)[1]
    assert publish(filled_stores, LIMIT).version == 1
    newest, decisions = ledger_rows(filled_stores)
    assert newest["is_confirmed"] and {row[-3] for row in decisions} == {newest["attempt"]}


def refuse(*_arguments):
    raise PublishRefused("does not fit")


@sqlite_mostly
def test_what_came_while_nobody_could_note_it_is_not_forgotten(filled_stores, monkeypatch):
    with monkeypatch.context() as busy:
        busy.setattr(ledger, "confirm", unavailable)
        assert publish(filled_stores, LIMIT).is_new
    newest, decisions = ledger_rows(filled_stores)
    assert decisions and not newest["is_confirmed"]
    assert publish(filled_stores, LIMIT) == PublicationOutcome(1, False)
    assert ledger_rows(filled_stores) == (newest | {"is_confirmed": True}, decisions)


def unavailable(*_arguments):
    raise StoreUnavailable("another loader is writing")


def test_nothing_is_public_where_it_cannot_be_announced(filled_stores, monkeypatch):
    monkeypatch.setattr(ledger, "announce", unavailable)
    with pytest.raises(StoreUnavailable):
        publish(filled_stores, LIMIT)
    assert public_rows(filled_stores, schema.publication).empty


def test_what_was_decided_outlives_an_emptied_public_store(published_stores):
    before = ledger_rows(published_stores)[1]
    with write_transaction(published_stores.public) as connection:
        for table in reversed(schema.metadata.sorted_tables):
            connection.execute(delete(table))
    publish(published_stores, LIMIT)
    assert ledger_rows(published_stores)[1] == before != []


def test_a_number_of_what_was_decided_is_never_given_twice(published_stores, monkeypatch):
    before = ledger_rows(published_stores)[1]
    with write_transaction(published_stores.public) as connection:
        for table in reversed(schema.metadata.sorted_tables):
            connection.execute(delete(table))
    for _ in range(2):
        with monkeypatch.context() as patch, pytest.raises(PublishRefused):
            patch.setattr("loaders.publish.publication._check_count", refuse)
            publish(published_stores, LIMIT)
    assert set(before) <= set(ledger_rows(published_stores)[1])
    assert publish(published_stores, LIMIT + 2).is_new
    assert set(before) <= set(ledger_rows(published_stores)[1])


def test_newer_tables_are_filled_although_no_row_is_new(published_stores):
    with write_transaction(published_stores.private) as connection:
        connection.execute(update(publication).values(tables="0001"))
    assert publish(published_stores, LIMIT) == PublicationOutcome(2, True)


@both_databases
def test_empty_stores_can_be_published(stores):
    assert publish(stores, LIMIT).version == 1
    assert public_rows(stores, schema.district).empty


def test_districts_without_boundaries_are_refused(stores, tmp_path):
    for dataset in ("oblasts", "districts"):
        load_text(stores, tmp_path, dataset)
    with pytest.raises(PublishRefused, match="boundaries"):
        publish(stores, LIMIT)
    assert public_rows(stores, schema.publication).empty


def test_sources_tell_who_when_and_how_much(published_stores):
    sources = public_rows(published_stores, schema.source).set_index("source_key")
    assert len(sources) == len(FILES)
    assert (sources.loc["revenue", ["row_count", "dataset"]] == [3, "revenue"]).all()
    assert str(sources.loc["readings", "newest_on"])[:10] == "2020-01-30"


def test_revenue_is_summed_per_place_and_sides_stay_apart(published_stores):
    rows = public_rows(published_stores, schema.revenue).sort_values("stream_code")
    assert rows["amount_kgs"].tolist() == [100, -10, 100] or rows["amount_kgs"].tolist() == [-10, 100, 100]
    refund = rows[rows["amount_kgs"] < 0].iloc[0]
    assert (refund["refund_kgs"], refund["amount_government_kgs"]) == (-10, -10)
    assert pd.isna(refund["amount_company_kgs"])
    assert rows[rows["district_code"].isna()]["amount_company_kgs"].tolist() == [100]


def test_readings_are_counted_per_month_and_district(published_stores):
    row = public_rows(published_stores, schema.reading).iloc[0]
    counts = row[["reading_count", "ok_count", "exceeds_count", "below_detection_count"]].tolist()
    assert (str(row["month"])[:10], row["district_code"], counts) == ("2020-01-01", "41702210", [2, 1, 1, 1])
    assert row["mean_value"] == pytest.approx((0.012 + 0.0025) / 2)
    assert row["max_times_limit"] == pytest.approx(1.2)


def test_readings_are_counted_per_station_and_who_took_them(published_stores):
    rows = public_rows(published_stores, schema.station_month).set_index("collected_by")
    assert rows[["reading_count", "exceeds_count", "below_detection_count"]].to_dict("index") == {
        "state": {"reading_count": 1, "exceeds_count": 1, "below_detection_count": 0},
        "company": {"reading_count": 1, "exceeds_count": 0, "below_detection_count": 1},
    }
    assert rows.loc["state", ["mean_value", "min_value", "max_value"]].tolist() == [0.012] * 3
    company = rows.loc["company", ["mean_value", "min_value", "max_value", "detection_limit"]]
    assert company.isna().tolist() == [True, True, True, False] and company["detection_limit"] == 0.005


def test_restricted_incidents_and_descriptions_stay_private(published_stores):
    incidents = public_rows(published_stores, schema.incident)
    assert incidents["incident_id"].tolist() == ["i-1"]
    assert incidents["report_title"].tolist() == ["24.kg; Reuters"]
    assert incidents["source_count"].tolist() == [2]
    assert set(public_rows(published_stores, schema.incident_issue)["incident_id"]) == {"i-1"}
    assert sorted(public_rows(published_stores, schema.incident_actor)["role"]) == ["company", "residents"]
    assert "told" not in str(dump(published_stores.public))


def test_accidents_and_stops_are_not_conflicts(filled_stores, tmp_path):
    public = FILES["incidents"].replace("i-2", "i-3").replace("restricted", "public")
    load_text(filled_stores, tmp_path, "incidents", public, Terms(allow_removal=True))
    publish(filled_stores, LIMIT)
    incidents = public_rows(filled_stores, schema.incident).set_index("category")
    assert incidents["is_conflict"].astype(bool).to_dict() == {"protest": True, "industrial_accident": False}
    assert incidents["outcome_group"].to_dict() == {"protest": "partial", "industrial_accident": "unknown"}


def test_every_outcome_has_a_group():
    assert set(OUTCOME_GROUPS) == set(OUTCOMES.values)


def test_organisations_tell_whether_they_are_invented(published_stores):
    assert public_rows(published_stores, schema.organisation)["is_synthetic"].astype(bool).tolist() == [True]


def test_layers_have_codes_labels_and_marks_for_every_district(published_stores):
    layers = public_rows(published_stores, schema.layer).set_index("layer_key")["content"].map(json.loads)
    ids = {key: [feature["id"] for feature in layer["features"]] for key, layer in layers.items()}
    assert sorted(ids["districts"]) == ["41702205", "41702210"] and ids["oblasts"] == ["41702"]
    states = ("missing", "higher_level", "withheld")
    assert sorted(ids["patterns"]) == sorted(f"{state}:{code}" for state in states for code in ids["districts"])
    areas = {feature["id"]: shape(feature["geometry"]) for feature in layers["districts"]["features"]}
    for row in public_rows(published_stores, schema.district).itertuples():
        west, south, east, north = areas[row.district_code].bounds
        assert west < row.label_lon < east and south < row.label_lat < north


def test_polygons_are_wound_clockwise(published_stores):
    for content in public_rows(published_stores, schema.layer)["content"]:
        for feature in json.loads(content)["features"]:
            polygon = shape(feature["geometry"])
            assert not any(part.exterior.is_ccw for part in getattr(polygon, "geoms", [polygon]))


def test_a_sensitive_case_is_published_nowhere(filled_stores, tmp_path):
    """Another case comes a year later: what was received before is counted then."""
    later = "secret-3,41702210,water,written,company,received,2021-01-10,0\n"
    load_text(filled_stores, tmp_path, "grievances", FILES["grievances"] + later)
    publish(filled_stores, LIMIT)
    areas = public_rows(filled_stores, schema.grievance_year)
    assert set(areas["area_code"]) == {"417", "41702", "41702210"}
    assert areas["is_withheld"].all() and areas["received_count"].isna().all()


def register(*receipts: tuple[str, int]) -> str:
    """A file of so many cases that were received on each of some days."""
    days = [day for day, count in receipts for _ in range(count)]
    rows = (f"{place},41702210,water,written,company,received,{day},0\n" for place, day in enumerate(days))
    return FILES["grievances"].splitlines(keepends=True)[0] + "".join(rows)


@sqlite_mostly
def test_what_is_entered_late_is_counted_in_the_next_quarter_and_changes_none_before(filled_stores, tmp_path):
    def published_of(*receipts: tuple[str, int]) -> dict[str, int]:
        load_text(filled_stores, tmp_path, "grievances", register(*receipts), terms=Terms(allow_removal=True))
        publish(filled_stores, LIMIT)
        quarters = public_rows(filled_stores, schema.grievance_quarter).set_index("quarter")["received_count"]
        return {f"{day:%Y-%m}": count for day, count in quarters.items()}

    first = published_of(("2020-01-15", 8), ("2020-04-15", 7), ("2020-07-01", 1))
    assert first == {"2020-01": 8, "2020-04": 7}
    assert published_of(("2020-01-15", 9), ("2020-04-15", 7), ("2020-07-15", 6)) == first
    after = published_of(("2020-01-15", 9), ("2020-04-15", 7), ("2020-07-15", 6), ("2020-10-01", 1))
    assert after == {**first, "2020-07": 7}
    assert published_of(("2020-01-15", 5), ("2020-07-15", 6), ("2020-10-01", 1)) == after


def test_public_rows_refer_to_nothing_that_is_not_there(published_stores):
    """PostgreSQL would have refused them."""
    with reading(published_stores.public) as connection:
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
