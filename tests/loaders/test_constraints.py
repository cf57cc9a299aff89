"""What a database says of rows that it does not take never reaches a person: each loader says it in words."""

import re

import pytest
from sqlalchemy.exc import IntegrityError

from loaders.datasets.registry import DATASETS
from loaders.engine.run import Terms
from loaders.engine.undo import undo
from loaders.gate.checks import LoadRefused
from loaders.gate.constraints import in_words
from loaders.publish import PublishRefused, publish
from tests.loaders.command_line import run_here
from tests.loaders.databases import EMPTY, LIMIT, PLACES, both_databases, sqlite_mostly
from tests.loaders.stand_ins import FILES, dump, load_text

RAW = re.compile(r"constraint|violates|duplicate key|NOT NULL|UNIQUE|sqlite|psycopg|Error|layer_key", re.IGNORECASE)
AGAIN = Terms(allow_removal=True)


def _refusal(stores, folder, dataset: str, content: str | None = None, **source: object) -> str:
    """What a refused load says; empty where it is loaded."""
    try:
        load_text(stores, folder, dataset, content, AGAIN, **source)
    except LoadRefused as error:
        return str(error)
    return ""


@both_databases
def test_a_second_publisher_of_the_same_rows_is_told_of_the_first(filled_stores, tmp_path):
    refusals = {dataset: _refusal(filled_stores, tmp_path, dataset, key=f"other_{dataset}") for dataset in DATASETS}
    assert not {dataset: words for dataset, words in refusals.items() if RAW.search(words)}
    for dataset, source in {"boundaries": "boundaries", "lakes": "lakes", "revenue": "revenue"}.items():
        assert f"is in the store already, from the source {source}; load the file as that source" in refusals[dataset]
        assert re.search(r"take its load \d+ back first \(`python -m loaders undo \d+`\)", refusals[dataset])
    assert "revenue.txt, row 2, column flow_id" in refusals["revenue"] and "(found 'f-1')" in refusals["revenue"]
    assert "another source has an incident of this number already" in refusals["incidents"]


def test_a_second_publisher_of_boundaries_comes_in_the_place_of_the_first(filled_stores, tmp_path):
    before = dump(filled_stores.private)
    refusal = _refusal(filled_stores, tmp_path, "boundaries", key="other")
    assert dump(filled_stores.private) == before
    undo(filled_stores, int(re.search(r"undo (\d+)", refusal)[1]))
    assert _refusal(filled_stores, tmp_path, "boundaries", key="other") == ""


@sqlite_mostly
@pytest.mark.parametrize("count", range(len(PLACES)))
def test_a_store_that_is_filled_in_part_is_published_or_says_what_is_missing(stores_of, tmp_path, count):
    stores = stores_of(*EMPTY)
    for dataset in PLACES[:count]:
        load_text(stores, tmp_path, dataset)
    try:
        publish(stores, LIMIT)
    except PublishRefused as error:
        assert "load the boundaries first" in str(error) and not RAW.search(str(error))
    else:
        assert count in (0, 3)


def test_the_same_key_in_two_parts_of_a_file_is_told(filled_stores, tmp_path, monkeypatch):
    monkeypatch.setattr("loaders.engine.parts.ROWS", 2)
    rows = FILES["revenue"] + "f-1,payment,2014-01-01,2014-12-31,mine-a,republic,,,royalty,1415E1,,,2,2,USD,\n"
    assert (
        _refusal(filled_stores, tmp_path, "revenue", rows)
        == "revenue.txt, row 5, column flow_id: occurs twice (found 'f-1')"
    )


@both_databases
def test_a_number_that_no_column_holds_is_refused(filled_stores, tmp_path):
    words = _refusal(filled_stores, tmp_path, "districts", FILES["districts"].replace("69400", "69400000000"))
    assert "row 2, column population" in words and not RAW.search(words)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("UNIQUE constraint failed: flow.flow_id", "two rows of flow have the same flow_id"),
        ("NOT NULL constraint failed: oblast.label_lat", "a row of oblast has no label_lat"),
        ("UNIQUE constraint failed: fx_rate.currency, fx_rate.year", "the same currency and year"),
        ("something else", "a value is too long, too large or of another kind"),
    ],
)
def test_words_of_a_database_are_translated(raw, words):
    assert words in in_words(IntegrityError("", None, Exception(raw)))


def test_a_command_that_the_database_refuses_says_so_in_words(monkeypatch, tmp_path):
    def refuse(*_):
        raise IntegrityError("INSERT", None, Exception("UNIQUE constraint failed: flow.flow_id"))

    monkeypatch.setattr("loaders.__main__.status.of_sources", refuse)
    result = run_here("status", DATABASE_URL=f"sqlite:///{tmp_path}/public.sqlite")
    assert result.returncode == 1 and result.stderr.count("\n") == 1
    assert "the database did not take it, and nothing was changed: two rows of flow" in result.stderr
