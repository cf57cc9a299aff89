"""A restricted incident is published when two persons release what it says, and never by a file."""

import click
import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.commands import actions, incidents
from loaders.decisions import editions
from loaders.decisions.release import release
from loaders.engine.run import Terms
from loaders.engine.undo import undo
from loaders.gate.checks import LoadRefused
from loaders.publish import PublicationOutcome, publish
from loaders.publish.incidents import published_incidents
from loaders.store import incident_decisions
from loaders.store.database import Stores, reading
from loaders.store.decisions import incident_decision
from loaders.store.incident_decisions import State
from loaders.store.settings import LoaderSettings
from tests.loaders.databases import LIMIT, sqlite_mostly
from tests.loaders.stand_ins import FILES, load_text

KEY = "i-2"
FIRST, SECOND = "MSG secretary", "A.B."
INCIDENTS = FILES["incidents"]
CHANGED = INCIDENTS.replace("month,2019,41702205", "month,2019,41702210")


@pytest.fixture
def load(incident_stores, tmp_path):
    """Loads a list of incidents in the place of the one before."""
    return lambda content: load_text(incident_stores, tmp_path, "incidents", content, Terms(allow_removal=True))


def shown_incidents(stores: Stores) -> list[str]:
    """Keys of the incidents that are public."""
    publish(stores, LIMIT)
    with reading(stores.public) as connection:
        return connection.scalars(select(schema.incident.c.incident_id).order_by("incident_id")).all()


def would_show(stores: Stores) -> list[str]:
    """Keys of the incidents that a publication would make public; much faster than to publish everything."""
    with reading(stores.private) as connection:
        return sorted(published_incidents(connection)["incident_id"])


def log(stores: Stores) -> list[tuple]:
    """What was decided by whom, in order."""
    columns = incident_decision.c
    with reading(stores.private) as connection:
        query = select(columns.incident_id, columns.decision, columns.decided_by).order_by(columns.decision_id)
        return [tuple(row) for row in connection.execute(query)]


def release_twice(stores: Stores) -> None:
    """Both persons release the restricted incident."""
    assert release(stores, KEY, FIRST) is State.PROPOSED
    assert release(stores, KEY, SECOND) is State.RELEASED


@sqlite_mostly
def test_it_is_public_after_the_second_person_and_not_before(incident_stores):
    assert shown_incidents(incident_stores) == ["i-1"]
    assert release(incident_stores, KEY, FIRST) is State.PROPOSED
    assert shown_incidents(incident_stores) == ["i-1"]
    assert release(incident_stores, KEY, SECOND) is State.RELEASED
    assert shown_incidents(incident_stores) == ["i-1", KEY]
    assert log(incident_stores) == [(KEY, "held", None), (KEY, "proposed", FIRST), (KEY, "released", SECOND)]


@sqlite_mostly
def test_a_release_is_a_new_version(published_incidents):
    release_twice(published_incidents)
    assert publish(published_incidents, LIMIT) == PublicationOutcome(2, True)
    assert publish(published_incidents, LIMIT) == PublicationOutcome(2, False)


@pytest.mark.parametrize("same", [FIRST, "msg  SECRETARY", "MSG-Secretary.", "ＭＳＧ secretary"])
def test_one_person_cannot_do_it_alone(incident_stores, same):
    release(incident_stores, KEY, FIRST)
    before = log(incident_stores)
    with pytest.raises(LoadRefused, match="another person must release it"):
        release(incident_stores, KEY, same)
    assert log(incident_stores) == before and would_show(incident_stores) == ["i-1"]


@pytest.mark.parametrize(("key", "reason"), [("i-1", "is not held back"), ("nothing", "is not held back")])
def test_a_wrong_key_is_refused(incident_stores, key, reason):
    before = log(incident_stores)
    with pytest.raises(LoadRefused, match=f"incident {key}: {reason}"):
        release(incident_stores, key, FIRST)
    assert log(incident_stores) == before


def test_what_is_released_is_not_released_again(incident_stores):
    release_twice(incident_stores)
    with pytest.raises(LoadRefused, match="was released before"):
        release(incident_stores, KEY, "C.D.")


@pytest.mark.parametrize("again", [INCIDENTS + "\n", INCIDENTS.replace("restricted", "public")])
def test_the_same_content_again_stays_released(incident_stores, load, again):
    release_twice(incident_stores)
    load(again)
    assert would_show(incident_stores) == ["i-1", KEY]


@pytest.mark.parametrize(
    "change",
    [
        ("month,2019,41702205", "month,2019,41702210"),
        ("0,0,,unknown,told", "0,0,,unknown,told more"),
        ("24.kg,,found,high,1,unknown", "Reuters,,found,high,1,unknown"),
        ("0,0,,unknown,", "0,0,,water,"),
        ("restricted,", "restricted,police"),
    ],
)
def test_a_changed_content_is_held_back_again_until_two_release_it(incident_stores, load, change):
    release_twice(incident_stores)
    assert change[0] in INCIDENTS
    correction = load(INCIDENTS.replace(*change))
    assert would_show(incident_stores) == ["i-1"]
    with reading(incident_stores.private) as connection:
        assert incident_decisions.counts(connection) == {"held_back": 1, "changed": 1, "taken_down": 0}
    assert release(incident_stores, KEY, SECOND) is State.PROPOSED
    assert release(incident_stores, KEY, FIRST) is State.RELEASED
    assert would_show(incident_stores) == ["i-1", KEY]
    undo(incident_stores, correction.run_id)
    assert would_show(incident_stores) == ["i-1", KEY], "what two persons released before, word for word"


def test_a_proposal_is_of_what_was_proposed(incident_stores, load):
    release(incident_stores, KEY, FIRST)
    load(CHANGED)
    assert release(incident_stores, KEY, SECOND) is State.PROPOSED
    assert would_show(incident_stores) == ["i-1"]


def test_a_file_cannot_release(incident_stores, load):
    outcome = load(INCIDENTS.replace("restricted", "public"))
    assert shown_incidents(incident_stores) == ["i-1"]
    assert [reason for _, reason in outcome.findings.counts if "only two persons" in reason]


def test_a_file_cannot_release_after_the_incident_was_gone(incident_stores, load):
    load("".join(INCIDENTS.splitlines(keepends=True)[:2]))
    load(INCIDENTS.replace("restricted", "public"))
    assert would_show(incident_stores) == ["i-1"]


def test_a_file_can_hold_back_what_was_public(incident_stores, load):
    load(INCIDENTS.replace(",public,", ",restricted,"))
    assert would_show(incident_stores) == []


def test_nothing_tells_that_there_is_a_list_of_which_all_is_held_back(incident_stores, load):
    load(INCIDENTS.replace(",public,", ",restricted,"))
    publish(incident_stores, LIMIT)
    assert "incidents" not in {
        key
        for table in (schema.source, schema.source_check, schema.load_note)
        for key in keys_in(incident_stores, table)
    }


def keys_in(stores, table) -> list[str]:
    with reading(stores.public) as connection:
        return connection.scalars(select(table.c.source_key)).all()


def test_the_operator_is_told_that_an_edition_still_shows_it(published_incidents, tmp_path):
    editions.freeze(published_incidents, LIMIT, "msg-1", dict.fromkeys(("ky", "ru", "en"), "MSG"), "A.B.")
    load_text(published_incidents, tmp_path, "incidents", INCIDENTS.replace(",public,", ",restricted,"))
    messages = []
    actions.publish(published_incidents, LIMIT, messages.append)
    assert "still shown by editions (msg-1)" in "\n".join(messages)


def test_the_source_tells_nothing_of_what_is_held_back(incident_stores):
    def count_and_day() -> tuple:
        publish(incident_stores, LIMIT)
        with reading(incident_stores.public) as connection:
            source = connection.execute(select(schema.source).where(schema.source.c.source_key == "incidents")).one()
        return source.row_count, str(source.newest_on)

    assert count_and_day() == (1, "2019-08-05")
    release_twice(incident_stores)
    assert count_and_day() == (2, "2019-09-01")


def test_those_that_wait_are_listed(incident_stores):
    messages = []
    incidents.say_withheld(incident_stores, messages.append)
    release(incident_stores, KEY, FIRST)
    incidents.say_withheld(incident_stores, messages.append)
    release(incident_stores, KEY, SECOND)
    incidents.say_withheld(incident_stores, messages.append)
    assert messages == [f"{KEY}: held back", f"{KEY}: proposed for release by {FIRST}", "no incident is held back"]


def test_the_command_publishes_at_the_second_time(incident_stores):
    messages = []
    for by in (FIRST, SECOND):
        incidents.release(incident_stores, LoaderSettings("", ""), KEY, by, messages.append)
    assert "another person" in messages[0] and messages[1] == f"incident {KEY}: released by {SECOND}"
    assert messages[2].startswith("published as version")


@pytest.mark.parametrize("by", ["MSG secretary", "А.Б.", "КӨМҮСКӨР", "role 2", "Ж-К"])
def test_a_role_or_initials_sign(by):
    assert incidents.Signature().convert(f" {by} ", None, None) == by


@pytest.mark.parametrize("by", ["", " ", "0555123456", "A 21503199901234", "a@b.kg", "x" * 41, "=A1", "+996", "A\nB;"])
def test_a_number_or_an_address_does_not_sign(by):
    with pytest.raises(click.BadParameter):
        incidents.Signature().convert(by, None, None)
