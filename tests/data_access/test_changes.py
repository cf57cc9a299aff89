"""What has changed between two versions: told row by row, with reasons, and nothing of what is public no longer."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from dashboard.figures.base import Canvas
from dashboard.panels.data import changes
from dashboard.text import LANGUAGES, load
from data_access.answers import tables
from data_access.answers.changes import COMPARED_TABLES, UNTOLD, Change, between, since_edition
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.edition import Edition
from data_access.vocabulary.fields import PUBLISHED_ENTITIES
from data_access.vocabulary.selection import Selection
from loaders.commands import actions
from loaders.decisions.takedown import take_down
from loaders.engine.run import Terms
from loaders.publish import publish
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.loaders.stand_ins import FILES, load_all, load_text
from tests.support import grievance_store

LIMIT = 5
DAY = datetime(2026, 3, 1, tzinfo=UTC)
EDITION = Edition("e", dict.fromkeys(LANGUAGES, "E"), 1, DAY, DAY, "0" * 64)
ALLOWED = Terms(allow_removal=True)


@pytest.fixture(scope="module")
def store_folder(tmp_path_factory) -> Path:
    """The folder of two stores: all stand-ins, published. Only to be copied."""
    folder = tmp_path_factory.mktemp("published")
    stores = open_stores(folder)
    actions.upgrade(stores)
    load_all(stores, folder)
    load_text(stores, folder, "revenue", FILES["revenue"] + "\n", Terms(reason="a reason of before"))
    publish(stores, LIMIT)
    return folder


def open_stores(folder: Path) -> Stores:
    return Stores.open(LoaderSettings(f"sqlite:///{folder}/public.sqlite", f"sqlite:///{folder}/private.sqlite"))


@pytest.fixture
def stores(store_folder, tmp_path) -> Stores:
    """Stores of their own, as published."""
    for name in ("public", "private"):
        shutil.copy(store_folder / f"{name}.sqlite", tmp_path / f"{name}.sqlite")
    return open_stores(tmp_path)


@pytest.fixture
def changes_now(stores, store_folder, tmp_path) -> Callable[..., list[Change]]:
    """Publishes, and gives the changes since; ``removed``: records that the edition has lost."""

    def publish_and_compare(removed: int = 0) -> list[Change]:
        publish(stores, LIMIT)
        newer = Snapshot(tmp_path / "public.sqlite", "2")
        older = Snapshot(store_folder / "public.sqlite", "1", replace(EDITION, removed_count=removed), newer)
        return [Change(*row) for row in between(older, newer).itertuples(index=False)]

    return publish_and_compare


def of_dataset(all_changes: list[Change], dataset: str) -> list[Change]:
    return [change for change in all_changes if change.dataset == dataset]


def test_nothing_has_changed_where_only_the_order_has(stores, changes_now, tmp_path):
    head, *rest = FILES["revenue"].splitlines()
    load_text(stores, tmp_path, "revenue", "\n".join([head, *reversed(rest)]) + "\n", Terms(reason="in another order"))
    assert changes_now() == []


def test_a_correction_is_told_with_what_stood_there_and_why(stores, changes_now, tmp_path):
    load_text(stores, tmp_path, "national_revenue", FILES["national_revenue"].replace(",100,", ",120,"))
    again = FILES["national_revenue"].replace(",100,,", ",120,110,")
    load_text(stores, tmp_path, "national_revenue", again, Terms(reason="the report of 2015"))
    same = {"reason": "the report of 2015", "source_key": "national_revenue"}
    of_year = ("national_revenue", "corrected", "fiscal_year=2014")
    assert of_dataset(changes_now(), "national_revenue") == [
        Change(*of_year, "amount_government_usd", "number", "100", "value", "120", "value", **same),
        Change(*of_year, "amount_company_usd", "number", None, "missing", "110", "value", **same),
    ]


def test_several_reasons_stand_in_their_order_and_old_ones_are_not_told(stores, changes_now, tmp_path):
    for amount, why in ((95, "first"), (96, None), (97, "second"), (98, "first")):
        load_text(
            stores, tmp_path, "revenue", FILES["revenue"].replace(",90,100,", f",90,{amount},"), Terms(reason=why)
        )
    assert {change.reason for change in of_dataset(changes_now(), "revenue")} == {"first; second"}


def test_rows_that_came_and_went_are_told_with_their_main_number(stores, changes_now, tmp_path):
    load_text(stores, tmp_path, "statistics", FILES["statistics"].replace(",2019,20.5", ",2020,21.5"), ALLOWED)
    key = "year={}; district_code=41702210; indicator_code=poverty"
    source = {"source_key": "statistics"}
    assert of_dataset(changes_now(), "statistics") == [
        Change("statistics", "added", key.format(2020), "value", "number", after="21.5", after_state="value", **source),
        Change("statistics", "removed", key.format(2019), "value", "number", "20.5", "value", **source),
    ]


def test_a_number_that_is_withheld_now_is_withheld(stores, changes_now, tmp_path):
    load_text(stores, tmp_path, "case_statistics", FILES["case_statistics"].replace(",12,", ",3,"))
    (change,) = of_dataset(changes_now(), "statistics")
    assert (change.before, change.before_state, change.after, change.after_state) == ("3", "value", None, "withheld")


@pytest.mark.parametrize("how", ["left out", "held back"])
def test_of_an_incident_that_is_public_no_longer_nothing_is_told(stores, changes_now, tmp_path, how):
    lines = FILES["incidents"].splitlines(keepends=True)
    left_out, held_back = [lines[0], lines[2]], [lines[0], lines[1].replace(",public,", ",restricted,"), lines[2]]
    content = "".join(left_out if how == "left out" else held_back)
    load_text(stores, tmp_path, "incidents", content, Terms(reason="a reason", allow_removal=True))
    assert of_dataset(changes_now(), "incidents") == [Change("incidents", "unpublished", count=1)]


def test_a_takedown_is_counted(stores, changes_now):
    take_down(stores, "i-1", "safety", "A.B.")
    found_changes = changes_now(removed=1)
    assert "i-1" not in str(found_changes) and found_changes[-1] == Change("incidents", "taken_down", count=1)


def test_a_correction_of_a_public_incident_is_told(stores, changes_now, tmp_path):
    load_text(stores, tmp_path, "incidents", FILES["incidents"].replace(",2,100,", ",3,100,"))
    (change,) = of_dataset(changes_now(), "incidents")
    assert change[:8] == ("incidents", "corrected", "incident_id=i-1", "severity", "integer", "2", "value", "3")


def test_an_answer_is_told_in_every_language(stores, store_folder, tmp_path):
    load_text(stores, tmp_path, "revenue", FILES["revenue"].replace(",90,100,", ",90,95,"), Terms(reason="because"))
    load_text(stores, tmp_path, "incidents", FILES["incidents"].replace("i-1,", "i-7,"), ALLOWED)
    load_text(stores, tmp_path, "sites", FILES["sites"].replace("operating,2025", "suspended,2026"))
    publish(stores, LIMIT)
    newer = Snapshot(tmp_path / "public.sqlite", "2")
    older = Snapshot(store_folder / "public.sqlite", "1", replace(EDITION, removed_count=1), newer)
    answer = since_edition(older, Selection())
    for words in load().values():
        table = changes.tabulate(answer, words, Selection())
        texts = [cell.text for row in table.rows for cell in row] + [changes.say(answer, words, Selection())]
        assert not [text for text in texts if "[" in text or "nan" in text or "None" in text]
        assert "because" in texts and words("change.no_reason") in texts
        assert words.plural("say.changes.taken_down", 1) in texts and words("site_status.suspended") in texts
    assert changes.counts(answer)["incidents"] == {"added": 1, "corrected": 0, "removed": 2}


def with_one_more(rows: list[dict]) -> list[dict]:
    """The rows of a table after one more case: every count that it touches is higher by one."""
    return [
        {name: value + 1 if name.endswith(("_count", "_days")) and value else value for name, value in row.items()}
        for row in rows
    ]


def with_a_further_year(rows: list[dict]) -> list[dict]:
    """The rows of a table after a further period."""
    time_columns = {"year", "through_year", "quarter"}
    last = max(row[name] for row in rows for name in time_columns & row.keys())
    later = last.replace(year=last.year + 1) if isinstance(last, date) else last + 1
    return [*rows, *({**row, name: later} for row in rows for name in time_columns & row.keys() if row[name] == last)]


@pytest.mark.parametrize("change", [with_one_more, with_a_further_year])
def test_of_counts_of_grievances_no_row_is_told(change, tmp_path):
    for name in ("older", "newer"):
        (tmp_path / name).mkdir()
    older = grievance_store.make(tmp_path / "older")
    # Of sensitive cases there is one row alone.
    grievance_tables = grievance_store.tables()
    newer = grievance_store.make(
        tmp_path / "newer",
        **{name: change(rows) for name, rows in grievance_tables.items() if name != "grievance_sensitive"},
        grievance_sensitive=[grievance_tables["grievance_sensitive"][0] | {"through_year": 2025, "at_least_count": 30}],
    )
    assert [*between(older, older).itertuples(index=False)] == []
    frame = between(older, newer)
    assert [Change(*row) for row in frame.itertuples(index=False)] == [Change(name, "republished") for name in UNTOLD]
    answer = Answer(frame, (2024, 2025), (2024, 2025))
    for words in load().values():
        sentence = changes.say(answer, words, Selection())
        texts = [cell.text for row in changes.tabulate(answer, words, Selection()).rows for cell in row]
        assert words.plural("say.changes.republished", len(UNTOLD)) in sentence
        assert words("change.republished") in texts and not [text for text in (sentence, *texts) if "[" in text]
        ends = changes.draw(answer, Canvas(words, Selection())).figure["layout"]["annotations"]
        assert sum(note["text"].replace("<br>", " ") == words("change.republished") for note in ends) == len(UNTOLD)
    assert not any(any(counts.values()) for counts in changes.counts(answer).values())


def test_a_row_with_several_corrections_is_counted_once(stores, changes_now, tmp_path):
    load_text(stores, tmp_path, "national_revenue", FILES["national_revenue"].replace("2014,100,,50", "2014,1,2,3"))
    frame = frame_of(of_dataset(changes_now(), "national_revenue"))
    assert len(frame) == 3 and changes.counts(Answer(frame, None, None))["national_revenue"]["corrected"] == 1


def frame_of(rows: list[Change]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=Change._fields, dtype=object)


def test_long_lists_are_cut_and_say_so():
    of_year = (
        Change("prices", "added", f"year={year}", "index_value", None, None, "1", "value") for year in range(200)
    )
    frame = frame_of([*of_year])
    answer, words = Answer(frame, (2020, 2021), (2020, 2021)), load()["en"]
    assert len(changes.tabulate(answer, words, Selection()).rows) == changes.MOST_ROWS < len(frame)
    assert f"first {changes.MOST_ROWS} changes" in changes.say(answer, words, Selection())


def test_the_newest_version_is_compared_with_none(stores, tmp_path):
    assert since_edition(Snapshot(tmp_path / "public.sqlite", "1"), Selection()).empty_reason == "without_edition"


@pytest.mark.parametrize("name", COMPARED_TABLES)
def test_keys_find_exactly_one_row(name, example_public_url):
    snapshot, columns = Database(example_public_url).snapshot(), [*tables.columns(name)]
    places = [columns.index(column) for column in PUBLISHED_ENTITIES[name].natural_key]
    rows = [row for part in tables.chunks(snapshot, name, Selection(), 5_000) for row in part]
    keys = [tuple(row[place] for place in places) for row in rows]
    assert keys and len(keys) == len(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_a_text(language):
    words = load()[language]
    entities = [PUBLISHED_ENTITIES[name] for name in COMPARED_TABLES]
    columns = {column for entity in entities for column in (*entity.compared_columns, entity.main)}
    assert [column for column in columns if not words.has(f"column.{column}")] == []
    assert [name for name in (*COMPARED_TABLES, *UNTOLD) if not words.has(f"dataset.{name}")] == []
