"""Nothing is lost and nothing doubled: what was replaced can be compared, and brought back."""

import pytest
from sqlalchemy import select

from loaders.datasets.registry import DATASETS
from loaders.engine.changes import between
from loaders.engine.run import Terms
from loaders.engine.undo import undo
from loaders.gate.checks import LoadRefused
from loaders.store import metadata
from loaders.store.database import reading
from loaders.store.runs import load_run
from tests.loaders.databases import both_databases, sqlite_mostly
from tests.loaders.kinds import each_kind_of_dataset
from tests.loaders.stand_ins import FILES, dump, load_text

TOLD = Terms(allow_removal=True)
CORRECTED = FILES["revenue"].replace(",90,100,", ",90,95,")
SHORTER = "".join(FILES["revenue"].splitlines(keepends=True)[:3])


def rows(stores) -> dict[str, list]:
    """What the sources hold, without the marks of the load that wrote it."""
    rows_by_table = {}
    with reading(stores.private) as connection:
        for name, table in metadata.tables.items():
            if {"source_key", "updated_at"} <= set(table.c.keys()):
                columns = [column for column in table.c if column.name not in {"run_id", "updated_at", "obs_id"}]
                columns = [
                    column
                    for column in columns
                    if column.name not in {"grievance_key", "threshold_id", "sla_rule_id", "site_operator_id"}
                ]
                rows_by_table[name] = sorted(map(tuple, connection.execute(select(*columns))), key=repr)
    return rows_by_table


def newest(stores, key: str):
    with reading(stores.private) as connection:
        runs = select(load_run).where(load_run.c.source_key == key).order_by(load_run.c.run_id.desc())
        return connection.execute(runs).first()


@each_kind_of_dataset
def test_every_dataset_can_be_brought_back(filled_stores, tmp_path, dataset):
    before = rows(filled_stores)
    later = FILES[dataset].rstrip("\n") + "\n\n"
    load_text(filled_stores, tmp_path, dataset, later)
    key, outcome = undo(filled_stores, newest(filled_stores, dataset).run_id)
    assert key == dataset and not outcome.changes
    assert rows(filled_stores) == before


@both_databases
def test_a_load_is_taken_back(filled_stores, tmp_path):
    before = rows(filled_stores)
    wrong = load_text(filled_stores, tmp_path, "revenue", SHORTER, TOLD)
    assert rows(filled_stores) != before
    _, outcome = undo(filled_stores, wrong.run_id, "sent by mistake")
    assert rows(filled_stores) == before
    run = newest(filled_stores, "revenue")
    assert (run.undoes, run.reason, run.rows_written) == (wrong.run_id, "sent by mistake", 3)
    assert str(outcome.changes) == "1 added, 0 changed, 0 removed"


@sqlite_mostly
def test_taking_back_goes_on_load_by_load_to_nothing(filled_stores, tmp_path):
    first = newest(filled_stores, "revenue").run_id
    second = load_text(filled_stores, tmp_path, "revenue", CORRECTED).run_id
    with pytest.raises(LoadRefused, match=f"that is load {second}, which must be taken back first"):
        undo(filled_stores, first)
    undo(filled_stores, second)
    undo(filled_stores, first)
    assert rows(filled_stores)["flow"] == [] and newest(filled_stores, "revenue").rows_written == 0
    with pytest.raises(LoadRefused, match="taken back before"):
        undo(filled_stores, first)
    assert load_text(filled_stores, tmp_path, "revenue").has_changed


def test_taking_a_taking_back_back_brings_the_load_again(filled_stores, tmp_path):
    second = load_text(filled_stores, tmp_path, "revenue", CORRECTED).run_id
    after = rows(filled_stores)
    undo_run = undo(filled_stores, second)[1].run_id
    undo(filled_stores, undo_run)
    assert rows(filled_stores) == after
    undo(filled_stores, second)
    assert rows(filled_stores) != after


@both_databases
def test_what_others_refer_to_is_not_taken_back(filled_stores):
    before = dump(filled_stores.private)
    with pytest.raises(LoadRefused, match="does not fit what other sources have loaded"):
        undo(filled_stores, newest(filled_stores, "districts").run_id)
    with pytest.raises(LoadRefused, match="there is no such load"):
        undo(filled_stores, 999)
    assert dump(filled_stores.private) == before


def test_the_taken_back_file_can_be_loaded_again(filled_stores, tmp_path):
    undo(filled_stores, load_text(filled_stores, tmp_path, "revenue", CORRECTED).run_id)
    assert not load_text(filled_stores, tmp_path, "revenue").has_changed
    assert load_text(filled_stores, tmp_path, "revenue", CORRECTED).has_changed


def test_changes_are_told_row_by_row(filled_stores, tmp_path):
    lines = FILES["revenue"].splitlines(keepends=True)
    content = lines[0] + lines[1].replace(",90,100,", ",90,95,") + lines[2] + lines[3].replace("f-3", "f-4")
    changes = load_text(filled_stores, tmp_path, "revenue", content, TOLD).changes
    assert (changes.added, changes.changed, changes.removed, changes.before) == (1, 1, 1, 3)
    entries = [tuple(row) for row in changes.rows.fillna("").itertuples(index=False)]
    assert ("changed", "f-1", "amount_government", "100", "95") in entries
    assert ("added", "f-4", "", "", "") in entries and ("removed", "f-3", "", "", "") in entries


def test_equal_rows_count_as_often_as_they_occur(filled_stores, tmp_path):
    row = FILES["readings"].splitlines(keepends=True)[1]
    changes = load_text(filled_stores, tmp_path, "readings", FILES["readings"] + row).changes
    assert (changes.added, changes.changed, changes.removed) == (1, 0, 0)


@sqlite_mostly
def test_any_two_loads_can_be_compared(filled_stores, tmp_path):
    first = newest(filled_stores, "revenue").run_id
    load_text(filled_stores, tmp_path, "revenue", CORRECTED)
    third = load_text(filled_stores, tmp_path, "revenue", CORRECTED.replace(",2,2,USD,", ",3,3,USD,"))
    with reading(filled_stores.private) as connection:
        assert str(between(connection, DATASETS["revenue"], first, third.run_id)) == "0 added, 2 changed, 0 removed"


def test_a_register_is_compared_without_its_numbers(filled_stores, tmp_path):
    content = FILES["grievances"].replace("secret-1", "secret-9")
    assert not load_text(filled_stores, tmp_path, "grievances", content).changes


def test_a_tenth_of_the_rows_does_not_vanish_untold(filled_stores, tmp_path):
    before = dump(filled_stores.private)
    with pytest.raises(LoadRefused, match="would remove 1 of the 3 rows .* --allow-removal"):
        load_text(filled_stores, tmp_path, "revenue", SHORTER)
    assert dump(filled_stores.private) == before


@both_databases
def test_a_dry_run_changes_nothing(filled_stores, tmp_path):
    before = dump(filled_stores.private)
    outcome = load_text(filled_stores, tmp_path, "revenue", CORRECTED, Terms(dry_run=True))
    assert outcome.changes.changed == 1
    assert dump(filled_stores.private) == before
