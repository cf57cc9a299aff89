"""Figures under embargo are nowhere before their time, and then what any load would have made of them."""

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.commands import actions, status
from loaders.commands.refresh import refresh
from loaders.datasets.registry import DATASETS
from loaders.decisions.takedown import take_down
from loaders.engine import embargo, embargoed_loads
from loaders.engine.run import Outcome, Terms
from loaders.engine.undo import undo
from loaders.gate.checks import LoadRefused
from loaders.gate.days import BISHKEK
from loaders.publish import publish
from loaders.store.database import Stores, reading
from loaders.store.runs import kept_rows, load_run
from loaders.store.settings import LoaderSettings
from tests.loaders.databases import LIMIT, both_databases, sqlite_mostly
from tests.loaders.kinds import each_kind_of_dataset
from tests.loaders.stand_ins import FILES, dump, load_text, source_of
from tests.loaders.test_history import SHORTER, newest, rows

NOW = datetime(2026, 3, 1, 12, tzinfo=BISHKEK)
AT = NOW + timedelta(days=2)
# An amount that stands nowhere else.
CANARY = "48151623.42"
CANARIES = FILES["revenue"].replace(",90,100,", f",90,{CANARY},")
OTHER = FILES["revenue"].replace(",90,100,", ",90,95,")


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Sets the clock of the loaders; it begins at NOW."""

    def set_clock(at: datetime) -> None:
        monkeypatch.setattr("data_access.vocabulary.clock.now", lambda: at)

    set_clock(NOW)
    return set_clock


def settings(folder) -> LoaderSettings:
    return LoaderSettings("", "", reports=folder / "reports")


def hold(stores: Stores, folder, dataset: str = "revenue", content: str = CANARIES, **terms) -> Outcome:
    """Put a file under embargo."""
    path = folder / "held.txt"
    path.write_text(content, encoding="utf-8")
    terms_of_load = {"release_at": AT} | terms
    return embargo.load(stores.private, path, source_of(dataset), Terms(**terms_of_load))


def release(stores: Stores, folder) -> tuple[list[str], str]:
    """The command: what was refused, and what it said."""
    messages, sources = [], {name: source_of(name) for name in DATASETS}
    keys = actions.release_due(stores, settings(folder), sources, messages.append)
    return keys, "\n".join(messages)


def entry_of(stores: Stores, run_id: int):
    with reading(stores.private) as connection:
        return connection.execute(select(load_run).where(load_run.c.run_id == run_id)).one()


def entries_of(stores: Stores, folder) -> dict[str, dict]:
    entries = json.loads(json.dumps(status.of_sources(stores, folder / "reports", {})))
    return {entry["source_key"]: entry for entry in entries}


@each_kind_of_dataset
def test_every_dataset_waits_and_comes_as_it_would_have_come(filled_stores, tmp_path, clock, dataset):
    before = rows(filled_stores)
    embargo_load = hold(filled_stores, tmp_path, dataset, FILES[dataset].rstrip("\n") + "\n\n")
    assert embargo_load.has_changed and rows(filled_stores) == before
    clock(AT)
    releases = embargo.release(filled_stores.private, {dataset: source_of(dataset)})
    assert [(entry.run_id, outcome.has_changed) for entry, outcome in releases] == [(embargo_load.run_id, True)]
    assert rows(filled_stores) == before
    assert newest(filled_stores, dataset).releases == embargo_load.run_id


@both_databases
def test_nothing_of_it_is_public_before_its_time(published_stores, tmp_path, clock):
    before, private = dump(published_stores.public), rows(published_stores)
    hold(published_stores, tmp_path, reason="a reason that must wait too")
    assert publish(published_stores, LIMIT).is_new is False
    clock(AT - timedelta(seconds=1))
    assert release(published_stores, tmp_path)[0] == []
    assert dump(published_stores.public) == before and rows(published_stores) == private
    clock(AT)
    release(published_stores, tmp_path)
    assert CANARY in str(dump(published_stores.public)) and "must wait too" in str(dump(published_stores.public))


def test_a_source_that_only_waits_is_none_yet(filled_stores, tmp_path, clock):
    revenue = source_of("revenue", key="new", title=dict.fromkeys(("ky", "ru", "en"), "Zebrafish"))
    path = tmp_path / "new.txt"
    path.write_text(CANARIES.replace("f-", "n-"), encoding="utf-8")
    embargo.load(filled_stores.private, path, revenue, Terms(release_at=AT))
    publish(filled_stores, LIMIT)
    assert "Zebrafish" not in str(dump(filled_stores.public))
    entry = entries_of(filled_stores, tmp_path)["new"]
    assert (entry["run_id"], entry["embargoed_rows"], entry["timeliness"]) == (None, 3, "never loaded")
    clock(AT)
    release(filled_stores, tmp_path)
    assert "Zebrafish" in str(dump(filled_stores.public))


def test_a_new_declaration_of_the_source_waits_too(filled_stores, tmp_path, clock):
    source = source_of("revenue", title=dict.fromkeys(("ky", "ru", "en"), "Zebrafish"))
    path = tmp_path / "new.txt"
    path.write_text(CANARIES, encoding="utf-8")
    embargo.load(filled_stores.private, path, source, Terms(release_at=AT))
    publish(filled_stores, LIMIT)
    assert "Zebrafish" not in str(dump(filled_stores.public))
    clock(AT)
    actions.release_due(filled_stores, settings(tmp_path), {"revenue": source}, print)
    assert "Zebrafish" in str(dump(filled_stores.public))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (CANARIES.replace("land_property", "nonsense"), "nonsense"),
        (SHORTER, "would remove 1 of the 3 rows"),
        (FILES["revenue"].splitlines()[0] + "\n", "has no rows"),
    ],
)
def test_what_is_wrong_is_refused_now_as_by_every_load(filled_stores, tmp_path, content, reason):
    before = dump(filled_stores.private)
    with pytest.raises(LoadRefused, match=reason) as error:
        hold(filled_stores, tmp_path, content=content)
    with pytest.raises(LoadRefused) as usual_error:
        load_text(filled_stores, tmp_path, "revenue", content)
    assert (error.value.reason, error.value.row) == (usual_error.value.reason, usual_error.value.row)
    assert dump(filled_stores.private) == before


@both_databases
def test_what_others_refer_to_cannot_go_at_a_later_time_either(filled_stores, tmp_path):
    before = dump(filled_stores.private)
    one = "".join(FILES["districts"].splitlines(keepends=True)[:2])
    with pytest.raises(LoadRefused, match="does not fit what other sources have loaded"):
        hold(filled_stores, tmp_path, "districts", one, allow_removal=True)
    assert dump(filled_stores.private) == before


def test_a_dry_run_keeps_nothing(filled_stores, tmp_path):
    before = dump(filled_stores.private)
    assert str(hold(filled_stores, tmp_path, dry_run=True).changes) == "0 added, 1 changed, 0 removed"
    assert dump(filled_stores.private) == before


@sqlite_mostly
def test_a_source_has_one_load_under_embargo(filled_stores, tmp_path):
    outcome = hold(filled_stores, tmp_path)
    before = dump(filled_stores.private)
    again = hold(filled_stores, tmp_path)
    assert (again.has_changed, again.run_id) == (False, outcome.run_id)
    for content, at in ((OTHER, AT), (CANARIES, AT + timedelta(days=1))):
        with pytest.raises(LoadRefused, match=f"undo {outcome.run_id}"):
            hold(filled_stores, tmp_path, content=content, release_at=at)
    assert dump(filled_stores.private) == before


def test_a_file_under_embargo_is_not_loaded_by_mistake(filled_stores, tmp_path):
    outcome = hold(filled_stores, tmp_path)
    with pytest.raises(LoadRefused, match=f"under embargo as load {outcome.run_id} until 2026-03-03 12:00"):
        load_text(filled_stores, tmp_path, "revenue", CANARIES)
    undo(filled_stores, outcome.run_id)
    assert load_text(filled_stores, tmp_path, "revenue", CANARIES).has_changed


def test_a_load_in_between_is_replaced_at_the_time(filled_stores, tmp_path, clock):
    outcome = hold(filled_stores, tmp_path)
    path = tmp_path / "other.txt"
    path.write_text(OTHER, encoding="utf-8")
    messages = []
    actions.load(filled_stores, settings(tmp_path), source_of("revenue"), path, messages.append, Terms())
    assert f"load {outcome.run_id} of revenue is under embargo" in "\n".join(messages)
    table = status.as_table(status.of_sources(filled_stores, tmp_path, {}))
    assert (
        f"load {outcome.run_id} (3 rows) is under embargo until 2026-03-03 12:00 (Bishkek time); it will take" in table
    )
    clock(AT)
    table = status.as_table(status.of_sources(filled_stores, tmp_path, {}))
    assert "which is over: `python -m loaders release-due`" in table
    release(filled_stores, tmp_path)
    assert CANARY in str(rows(filled_stores)["flow"]) and "under embargo" not in status.as_table(
        status.of_sources(filled_stores, tmp_path, {})
    )
    undo(filled_stores, newest(filled_stores, "revenue").run_id)
    assert "95.0" in str(rows(filled_stores)["flow"]) and CANARY not in str(rows(filled_stores)["flow"])


@pytest.mark.parametrize("may_remove", [False, True])
def test_too_many_rows_vanish_at_the_time_only_if_that_was_told(filled_stores, tmp_path, clock, may_remove):
    outcome = hold(filled_stores, tmp_path, allow_removal=may_remove)
    more = FILES["revenue"] + FILES["revenue"].splitlines()[3].replace("f-3", "f-4") + "\n"
    load_text(filled_stores, tmp_path, "revenue", more)
    before = rows(filled_stores)
    clock(AT)
    keys, output = release(filled_stores, tmp_path)
    if may_remove:
        assert keys == [] and CANARY in str(rows(filled_stores))
    else:
        assert keys == ["revenue"] and "would remove 1 of the 4 rows" in output
        assert rows(filled_stores) == before and entry_of(filled_stores, outcome.run_id).status == "embargoed"
        assert "would remove 1 of the 4 rows" in entries_of(filled_stores, tmp_path)["revenue"]["refused_because"]


def test_one_that_is_refused_does_not_stop_the_others(filled_stores, tmp_path, clock):
    hold(filled_stores, tmp_path)
    more = FILES["revenue"] + FILES["revenue"].splitlines()[3].replace("f-3", "f-4") + "\n"
    load_text(filled_stores, tmp_path, "revenue", more)
    hold(filled_stores, tmp_path, "statistics", FILES["statistics"].replace("20.5", "21.5"))
    clock(AT)
    assert release(filled_stores, tmp_path)[0] == ["revenue"]
    assert "21.5" in str(dump(filled_stores.public)["statistic"])


@sqlite_mostly
def test_taking_it_back_leaves_nothing_but_its_entry(published_stores, tmp_path, clock):
    before = rows(published_stores)
    outcome = hold(published_stores, tmp_path)
    messages = []
    actions.undo(published_stores, settings(tmp_path), outcome.run_id, "a mistake", messages.append)
    assert messages == [f"revenue: load {outcome.run_id} was under embargo and is taken back; it was published nowhere"]
    clock(AT)
    release(published_stores, tmp_path)
    assert rows(published_stores) == before and CANARY not in str(dump(published_stores.public))
    with reading(published_stores.private) as connection:
        assert connection.scalars(select(kept_rows.c.seq).where(kept_rows.c.run_id == outcome.run_id)).all() == []
    with pytest.raises(LoadRefused):
        undo(published_stores, outcome.run_id)


@both_databases
def test_an_interrupted_release_is_made_good_by_the_next(filled_stores, tmp_path, clock, monkeypatch):
    hold(filled_stores, tmp_path)
    before = dump(filled_stores.private)
    clock(AT)
    with monkeypatch.context() as patch:
        patch.setattr(embargo, "_end", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            release(filled_stores, tmp_path)
    assert dump(filled_stores.private) == before
    # In the private store, and not yet published.
    assert [outcome.has_changed for _, outcome in embargo.release(filled_stores.private, {})] == [True]
    _, output = release(filled_stores, tmp_path)
    assert "published as" in output and CANARY in str(dump(filled_stores.public))
    assert "nothing to publish" in release(filled_stores, tmp_path)[1]


def test_counts_of_the_file_are_told_not_those_of_the_kept_rows(filled_stores, tmp_path, clock):
    late = "st-1,as,2190-01-10,single,0.012,mg/L,state,ok\n"
    embargo_load = hold(filled_stores, tmp_path, "readings", FILES["readings"] + late)
    clock(AT)
    assert [outcome.has_changed for _, outcome in embargo.release(filled_stores.private, {})] == [True]
    run = newest(filled_stores, "readings")
    assert embargo_load.rows_rejected and run.rows_written == embargo_load.rows_written
    assert (run.rows_read, run.rows_rejected) == (embargo_load.rows_read, embargo_load.rows_rejected)


def test_a_timetable_leaves_it_alone(filled_stores, tmp_path, clock):
    path = tmp_path / "weekly.csv"
    path.write_text(CANARIES, encoding="utf-8")
    source = source_of("revenue", address=str(path))
    outcome = embargo.load(filled_stores.private, path, source, Terms(release_at=AT))
    messages = []
    assert refresh(filled_stores, settings(tmp_path), {"revenue": source}, messages.append) == []
    path.write_text(CANARIES + "\n", encoding="utf-8")
    assert refresh(filled_stores, settings(tmp_path), {"revenue": source}, messages.append) == []
    message = f"load {outcome.run_id} of it is under embargo until 2026-03-03 12:00"
    assert "\n".join(messages).count(message) == 2 and CANARY not in str(rows(filled_stores))
    path.write_text(CANARIES, encoding="utf-8")
    undo(filled_stores, outcome.run_id)
    assert refresh(filled_stores, settings(tmp_path), {"revenue": source}, messages.append) == []
    path.write_text(CANARIES + "\n", encoding="utf-8")
    assert refresh(filled_stores, settings(tmp_path), {"revenue": source}, messages.append) == []
    assert "\n".join(messages).count("the embargo of its last file was taken back") == 2
    assert CANARY not in str(rows(filled_stores))


def test_an_incident_is_taken_down_before_it_comes(filled_stores, tmp_path, clock):
    more = FILES["incidents"].splitlines()[1].replace("i-1,", "i-9,")
    hold(filled_stores, tmp_path, "incidents", FILES["incidents"] + more + "\n")
    take_down(filled_stores, "i-9", "safety", "A.B.")
    clock(AT)
    assert release(filled_stores, tmp_path)[0] == []
    with reading(filled_stores.public) as connection:
        assert connection.scalars(select(schema.incident.c.incident_id)).all() == ["i-1"]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-01T10:00", "2026-12-01T04:00:00+00:00"),
        ("2026-12-01 10:00", "2026-12-01T04:00:00+00:00"),
        ("2026-12-01", "2026-11-30T18:00:00+00:00"),
        ("2026-12-01T10:00Z", "2026-12-01T10:00:00+00:00"),
        ("2026-12-01T10:00+03:00", "2026-12-01T07:00:00+00:00"),
    ],
)
def test_times_are_those_of_bishkek_unless_told(text, moment):
    assert embargoed_loads.moment(text).isoformat() == moment


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-13-01", "2026-03-01T12:00", "2026-03-01", "2030-01-01"])
def test_other_times_are_refused(text):
    with pytest.raises(LoadRefused, match="--release-at"):
        embargoed_loads.moment(text)
