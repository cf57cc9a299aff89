"""Why figures changed is published with them, and nothing that finds a person."""

import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.decisions.takedown import take_down
from loaders.engine.run import Terms
from loaders.engine.undo import undo
from loaders.gate.checks import LoadRefused
from loaders.gate.reasons import publishable
from loaders.publish import publish
from loaders.store.database import reading
from tests.loaders.databases import sqlite_mostly
from tests.loaders.stand_ins import FILES, dump, load_text
from tests.loaders.test_release import release

CORRECTED = FILES["revenue"].replace(",90,100,", ",90,95,")


def notes(stores) -> list[tuple]:
    """Public notes without their times, the oldest first."""
    publish(stores, 5)
    table = schema.load_note.c
    names = (table.source_key, table.kind, table.rows_added, table.rows_changed, table.rows_removed, table.reason)
    with reading(stores.public) as connection:
        return list(map(tuple, connection.execute(select(*names).order_by(table.note_id))))


@sqlite_mostly
def test_a_reason_is_published_with_what_it_changed(published_stores, tmp_path):
    first = notes(published_stores)
    assert ("revenue", "load", 3, 0, 0, None) in first and ("grievances", "load", None, None, None, None) in first
    correction = load_text(
        published_stores, tmp_path, "revenue", CORRECTED, Terms(reason="corrected by\n the ministry")
    )
    load_text(published_stores, tmp_path, "revenue", CORRECTED + "\n")
    assert notes(published_stores)[len(first) :] == [("revenue", "load", 0, 1, 0, "corrected by the ministry")]
    undo(published_stores, correction.run_id + 1)
    undo(published_stores, correction.run_id, "it was right before")
    assert notes(published_stores)[len(first) + 1 :] == [("revenue", "undo", 0, 1, 0, "it was right before")]


def test_of_people_no_rows_are_counted(published_stores, tmp_path):
    first = notes(published_stores)
    load_text(
        published_stores,
        tmp_path,
        "incidents",
        FILES["incidents"].replace(",2,100,", ",2,101,"),
        Terms(reason="recount"),
    )
    load_text(published_stores, tmp_path, "grievances", FILES["grievances"].replace("secret-1", "other"))
    new_notes = notes(published_stores)[len(first) :]
    assert new_notes == [
        ("incidents", "load", None, None, None, "recount"),
        ("grievances", "load", None, None, None, None),
    ]


@pytest.mark.parametrize(("key", "is_told"), [("i-1", True), ("i-2", False)])
def test_a_takedown_is_told_without_a_word_of_what_it_was(incident_stores, key, is_told):
    """i-2 was held back from the beginning: there was nothing to take down from what is public."""
    take_down(incident_stores, key, "safety", "A.B.")
    takedowns = [note for note in notes(incident_stores) if note[1] == "takedown"]
    assert takedowns == [(None, "takedown", None, None, None, None)] * is_told
    public = dump(incident_stores.public)
    assert key not in str(public["load_note"]) and "safety" not in str(public)


@sqlite_mostly
def test_the_takedown_of_a_released_one_is_told(incident_stores):
    for by in ("A.B.", "C.D."):
        release(incident_stores, "i-2", by)
    take_down(incident_stores, "i-2", "safety", "A.B.")
    assert notes(incident_stores)[-1][1] == "takedown"


def test_numbers_of_loads_are_not_published():
    assert not [column.name for column in schema.load_note.c if "run" in column.name]


@pytest.mark.parametrize("why", [None, "", "  ", "corrected by the ministry, letter 12-3/456 of 2026-02-01"])
def test_a_plain_reason_passes(why):
    assert publishable(why) == (why.strip() or None if why else None)


@pytest.mark.parametrize(
    "why",
    ["call 0555 123 456", "wrote a@b.kg", "by Асанов Бек уулу", "Asan Bekovna asked", "21234567890123", "x" * 501],
)
def test_what_may_name_a_person_is_refused(filled_stores, tmp_path, why):
    before = dump(filled_stores.private)
    with pytest.raises(LoadRefused, match="--why") as error:
        load_text(filled_stores, tmp_path, "revenue", CORRECTED, Terms(reason=why))
    assert why not in str(error.value)
    assert dump(filled_stores.private) == before
