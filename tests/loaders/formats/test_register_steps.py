"""Registers with one row per change of status."""

import tomllib

import pytest

from loaders.formats.register_steps import REGISTER_STEPS
from loaders.gate.checks import LoadRefused
from loaders.store.grievances import grievance, grievance_status_history
from tests.loaders.formats.whole import MAPPINGS, csv_bytes, tidy_tables

MAPPING = tomllib.loads((MAPPINGS / "example_register_steps.toml").read_text(encoding="utf-8"))
HEADER = "Номер,Заявитель,Район,Вопрос,Способ,Статус,Дата"
LINES = (
    "7,Aibek,Тонский район,вода,Письменно,Принято,01.02.2024",
    "8,Aibek,Тонский район,пыль,Устно,Принято,02.02.2024",
    "7,,,,,Закрыто,25.02.2024",
    "7,,,,,Решено,20.02.2024",
    "9,Aibek,Тонский район,пыль,Устно,Принято,03.02.2024",
    "9,,,,,Потеряно,04.02.2024",
    "10,Aibek,Тонский район,пыль,Устно,Принято,30.02.2024",
    ",Aibek,Тонский район,пыль,Устно,Принято,01.02.2024",
    "11,Aibek,Нарын,пыль,Устно,Принято,01.02.2024",
)


def read(reference, *lines, header=HEADER, **changes):
    return REGISTER_STEPS.read(csv_bytes(header, *(lines or LINES)), "register.csv", MAPPING | changes, reference)


def test_steps_become_histories(reference):
    tidy = tidy_tables("grievances", read(reference), reference)
    columns = ["district_code", "issue_code", "channel", "current_status"]
    assert tidy[grievance][columns].to_numpy().tolist() == [
        ["41702220", "water", "written", "closed"],
        ["41702220", "air", "oral", "received"],
    ]
    assert tidy[grievance_status_history]["status"].tolist() == ["received", "resolved", "closed", "received"]


def test_what_is_not_clear_is_set_aside_as_a_case_without_its_words(reference):
    reading = read(reference)
    assert sorted((item.row, item.column) for item in reading.set_aside) == [
        (7, "Статус"),
        (8, "Дата"),
        (9, "Номер"),
        (10, "Район"),
    ]
    assert set(reading.frame["grievance_ref"]) == {"7", "8"}
    assert not [word for word in ("Потеряно", "Aibek") if word in repr(reading)]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": {"column": "Статус"}}, "cannot be read without 'status.words'"),
        ({"status": {"column": "Статус", "words": {"Принято": "accepted"}}}, "'status.words.Принято' must be"),
        ({"drop": []}, "looks personal"),
        ({"date": "День"}, "the column is missing"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(reference, changes, reason):
    with pytest.raises(LoadRefused, match=reason):
        read(reference, **changes)


def test_a_step_that_was_not_approved_sets_its_case_aside(reference):
    lines = [f"{line},{'Not approved' if line.startswith('7,,,,,Р') else ''}" for line in LINES]
    reading = read(reference, *lines, header=f"{HEADER},_validation_status")
    assert set(reading.frame["grievance_ref"]) == {"8"}
    assert any(item.row == 5 and "not approved" in item.reason for item in reading.set_aside)


def test_a_step_is_of_the_day_that_it_is_in_bishkek(reference):
    lines = ["7,A,Тонский район,вода,Письменно,Принято,2024-01-31T20:00:00Z", "7,,,,,Решено,2024-02-20 20:00"]
    assert read(reference, *lines).frame["status_on"].tolist() == ["2024-02-01", "2024-02-20"]
    assert read(reference, *lines, zone="UTC").frame["status_on"].tolist() == ["2024-02-01", "2024-02-21"]
