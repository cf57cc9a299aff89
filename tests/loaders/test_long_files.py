"""What is done once per distinct value, part by part or share by share gives what doing it row by row gives."""

import random
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from loaders.datasets.registry import DATASETS
from loaders.engine import changes, history, parts
from loaders.engine.run import Terms
from loaders.engine.upload import Upload
from loaders.engine.write import write_rows
from loaders.gate.checks import LoadRefused
from loaders.gate.per_distinct_value import by_distinct, by_distinct_rows, from_categories, to_categories
from loaders.publish import judging, readings
from loaders.store.database import reading, write_transaction
from loaders.store.grievances import grievance_status_history
from loaders.store.places import population
from tests.loaders.databases import both_databases
from tests.loaders.examples import outcome_of
from tests.loaders.stand_ins import FILES, load_text, source_of
from tests.loaders.test_history import newest
from tests.loaders.test_judging import LIMITS
from tests.loaders.test_rules import LATER

TOLD = Terms(allow_removal=True)
TEXTS = np.array(["b", None, "a", "b", None], dtype=object)
HEADER, *_ = FILES["readings"].splitlines()
CHANCE = random.Random(3)
DAYS = [f"20{CHANCE.randrange(15, 20)}-{CHANCE.randrange(1, 13):02d}-11" for _ in range(40)]
LONG = "\n".join(
    [HEADER, *(f"st-1,as,{day},single,{CHANCE.randrange(1, 40) / 1000},mg/L,state,ok" for day in DAYS), ""]
)


# What a limit is looked up by: indicator, use of the water, averaging and day.
ASKED = st.tuples(
    st.sampled_from(["as", "ph", "do", "pm25", "hg"]),
    st.sampled_from(["drinking", "fishery", None]),
    st.sampled_from(["single", "day"]),
    st.dates(date(1998, 1, 1), date(2022, 12, 31)),
)


@pytest.mark.parametrize(
    "values", [pd.Series(TEXTS, dtype="str"), pd.Series(to_categories(TEXTS)), pd.Series([None, None])]
)
def test_by_distinct_value_is_as_by_row(values):
    values = values.set_axis(range(3, 3 + len(values)))
    texts_by_row = by_distinct(lambda texts: texts.fillna("-").astype("str") + "!", values)
    assert texts_by_row.to_dict() == {row: f"{'-' if pd.isna(value) else value}!" for row, value in values.items()}


def test_distinct_rows_come_once_in_their_order_and_decoded():
    frame = pd.DataFrame({"text": to_categories(TEXTS), "number": [1, 2, 1, 1, 2]}, index=range(3, 8))
    frames = []
    numbers = by_distinct_rows(lambda rows: frames.append(rows) or rows["number"] * 10 + rows.index, frame)
    assert numbers.to_dict() == {3: 10, 4: 21, 5: 12, 6: 10, 7: 21}
    pd.testing.assert_frame_equal(frames[0], from_categories(frame).head(3).reset_index(drop=True))


def test_limits_are_those_of_a_search_for_each_reading():
    def of_one(row) -> list:
        in_force = LIMITS[(LIMITS["valid_from"] <= row.sampled_on) & ~(LIMITS["valid_to"] < row.sampled_on)].fillna(
            {"water_use": ""}
        )
        for name in judging.MATCH:
            in_force = in_force[in_force[name] == (getattr(row, name) or "")]
        best = in_force.sort_values(["basis", "valid_from"], ascending=[True, False]).head(1)
        return best[["min_value", "max_value"]].astype(float).to_numpy().tolist() or [[np.nan, np.nan]]

    @outcome_of(20)
    @given(st.lists(ASKED, min_size=1))
    def ask(rows):
        frame = pd.DataFrame(rows, columns=[*judging.MATCH, "sampled_on"], dtype=object)
        frame["sampled_on"] = pd.to_datetime(frame["sampled_on"])
        expected = [of_one(row)[0] for row in frame.astype({"water_use": object}).fillna("").itertuples()]
        np.testing.assert_array_equal(judging.limits_for(frame, LIMITS).to_numpy(), expected)

    ask()


def test_small_parts_publish_what_one_part_publishes(filled_stores, tmp_path, monkeypatch):
    load_text(filled_stores, tmp_path, "readings", LONG, TOLD)
    with reading(filled_stores.private) as connection:
        whole, of_stations = readings.published_readings(connection)
        monkeypatch.setattr(readings, "ROWS", 7)
        of_parts, parted_stations = readings.published_readings(connection)
    assert whole["reading_count"].sum() == len(DAYS)
    pd.testing.assert_frame_equal(of_parts, whole, rtol=1e-12)
    pd.testing.assert_frame_equal(parted_stations, of_stations, rtol=1e-12)


def test_small_parts_and_shares_find_what_large_ones_find(filled_stores, tmp_path, monkeypatch):
    first = load_text(filled_stores, tmp_path, "readings", LONG, TOLD).run_id
    monkeypatch.setattr(parts, "ROWS", 7)
    lines = LONG.splitlines()
    later = [line.replace(",0.0", ",9.0") if number % 5 == 0 else line for number, line in enumerate(lines)]
    second = load_text(filled_stores, tmp_path, "readings", "\n".join([*later[:-6], later[1], later[1]]), TOLD).run_id
    with reading(filled_stores.private) as connection:
        assert len(history.kept_parts(connection, second)) > len(history.kept_parts(connection, first))
        large = changes.between(connection, DATASETS["readings"], first, second)
        monkeypatch.setattr(changes, "SHARE", 3)
        small = changes.between(connection, DATASETS["readings"], first, second)
    assert large.changed and large.added and large.removed and str(small) == str(large)
    pd.testing.assert_frame_equal(small.rows, large.rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1251"])
@pytest.mark.parametrize("cut", range(30, 34))
def test_a_cut_within_a_character_does_not_damage_a_file(tmp_path, monkeypatch, encoding, cut):
    monkeypatch.setattr(parts, "HEAD", cut)
    path = tmp_path / "long.csv"
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    path.write_bytes((mark + "a;b\n" + "ыко" * 20 + ";два\n").encode(encoding))
    (part,) = parts.parts_of(Upload.read(path), DATASETS["oblasts"], source_of("oblasts"), None)
    assert part.reading.frame.to_dict("index") == {2: {"a": "ыко" * 20, "b": "два"}}


@pytest.mark.parametrize("count", [7, 8])
def test_cases_that_lie_in_two_parts_are_loaded_whole(filled_stores, tmp_path, monkeypatch, count):
    monkeypatch.setattr(parts, "ROWS", 7)
    head, *steps = FILES["grievances"].splitlines()[:4]
    rows = [step.replace("secret-1", f"secret-{number}") for number in range(count) for step in steps]
    load_text(filled_stores, tmp_path, "grievances", "\n".join([head, *rows]), TOLD)
    with reading(filled_stores.private) as connection:
        keys = connection.scalars(select(grievance_status_history.c.grievance_key)).all()
    assert sorted(map(keys.count, set(keys))) == [len(steps)] * count


def test_what_was_set_aside_is_not_kept(filled_stores, tmp_path):
    load_text(filled_stores, tmp_path, "readings", LONG + f"st-1,as,{LATER},single,0.777,mg/L,state,ok\n", TOLD)
    with reading(filled_stores.private) as connection:
        frames = [*history.rows_of_load(connection, newest(filled_stores, "readings").run_id)]
    assert all("0.777" not in frame["value"].cat.categories for frame in frames)
    assert sum(map(len, frames)) == len(DAYS)


@both_databases
def test_what_is_the_same_in_every_row_may_hold_any_sign(filled_stores):
    text, run = 'it\'s "100 %"; -- :x ? \\', newest(filled_stores, "districts")
    same = {"unit_code": "41702205", "basis": text, "source_key": "districts", "run_id": run.run_id}
    with write_transaction(filled_stores.private) as connection:
        frame = pd.DataFrame({"year": [2001, 2002], "residents": [1, 2]})
        write_rows(connection, population, frame, {**same, "updated_at": run.started_at})
        rows = connection.execute(select(population).where(population.c.year < 2003)).all()
    assert [(row.year, row.basis, row.updated_at) for row in rows] == [
        (year, text, run.started_at) for year in (2001, 2002)
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "column"),
    [
        ("-11,", "-31x,", "sampled_on"),
        (",0.0", ",0.0.0", "value"),
        ("mg/L", "mg/kg", None),
        ("st-1", "st-2", "station_id"),
    ],
)
def test_one_wrong_cell_of_many_is_found(filled_stores, tmp_path, monkeypatch, right, wrong, column):
    monkeypatch.setattr(parts, "ROWS", 7)
    lines = LONG.splitlines()
    lines[20] = lines[20].replace(right, wrong)
    with pytest.raises(LoadRefused) as error:
        load_text(filled_stores, tmp_path, "readings", "\n".join(lines), TOLD)
    assert (error.value.row, error.value.column) == (21, column)
