"""Open311 requests: dated notes to histories, and nothing that finds a person."""

import json
from itertools import pairwise

import pytest

from loaders.formats.open311 import OPEN311
from loaders.gate.checks import LoadRefused
from loaders.store.grievances import grievance, grievance_status_history
from tests.loaders.formats.whole import tidy_tables

FILE = "published/open311_chicago_requests.json"
CHANNELS = {"phone": "hotline", "web": "online", "open311": "online"}
MAPPING = {
    "zone": "America/Chicago",
    "district": "41711000",
    "issue": "other",
    "channel": {"column": "extended_attributes.channel", "words": CHANNELS},
    "body": "republic",
}


def request(**changes) -> dict:
    notes = [
        {"datetime": "2024-05-01T20:00:00Z", "type": "opened", "summary": "Secret"},
        {"datetime": "2024-05-03T10:00:00+06:00", "type": "activity", "description": "Secret"},
        {"datetime": "2024-05-09T10:00:00", "type": "closed"},
    ]
    whole = {
        "service_request_id": "1",
        "status": "closed",
        "service_name": "Water",
        "requested_datetime": "2024-05-01T20:00:00Z",
        "updated_datetime": "2024-05-09T10:00:00Z",
        "description": "Secret text",
        "address": "Secret street 1",
        "lat": 42.87,
        "long": 74.59,
        "media_url": "https://example.org/secret.jpg",
        "extended_attributes": {"channel": "phone"},
        "notes": notes,
    }
    return {name: value for name, value in (whole | changes).items() if value is not None}


def read(reference, *requests, **changes):
    mapping = {name: value for name, value in (MAPPING | {"zone": None} | changes).items() if value is not None}
    return OPEN311.read(json.dumps(requests).encode(), "requests.json", mapping, reference)


def steps(reading) -> list[tuple[str, str]]:
    return list(zip(reading.frame["status"], reading.frame["status_on"], strict=True))


def test_the_published_requests_become_histories(reference, published_file):
    reading = OPEN311.read(published_file(FILE), "requests.json", MAPPING, reference)
    assert reading.set_aside == ()
    assert reading.warnings == ("50 requests with 276 notes: 50 cases with 148 steps",)
    frames = tidy_tables("grievances", reading, reference)
    assert len(frames[grievance]) == 50
    assert frames[grievance]["current_status"].value_counts().to_dict() == {"closed": 49, "in_resolution": 1}
    assert frames[grievance]["channel"].value_counts().to_dict() == {"hotline": 37, "online": 13}
    assert len(frames[grievance_status_history]) == 50 + 49 + 49


def test_days_are_those_of_the_zone(reference, published_file):
    content = published_file(FILE)
    there = OPEN311.read(content, "requests.json", MAPPING, reference).frame.reset_index()
    here = OPEN311.read(content, "requests.json", MAPPING | {"zone": "Asia/Bishkek"}, reference).frame.reset_index()
    first = (there["index"] == 1) & (there["status"] == "received")
    assert there.loc[first, "status_on"].tolist() == ["2014-05-09"]
    assert here.loc[first, "status_on"].tolist() == ["2014-05-10"]
    for frame in (there, here):
        by_case = frame.groupby("grievance_ref")["status_on"]
        assert all(first <= second for _, days in by_case for first, second in pairwise(days))


def test_a_request_with_all_kinds_of_times(reference):
    expected = [("received", "2024-05-02"), ("in_resolution", "2024-05-03"), ("closed", "2024-05-09")]
    assert steps(read(reference, request())) == expected


def test_texts_addresses_coordinates_and_media_are_dropped(reference):
    reading = read(reference, request())
    assert "ecret" not in reading.frame.to_csv() + repr(reading) and "42.87" not in reading.frame.to_csv()


def test_without_notes_the_request_itself_tells(reference):
    assert steps(read(reference, request(notes=None))) == [("received", "2024-05-02"), ("closed", "2024-05-09")]
    assert steps(read(reference, request(notes=None, status="open"))) == [("received", "2024-05-02")]


def test_opened_again_is_reopened_and_paper_work_after_the_end_is_none(reference):
    notes = [
        {"datetime": f"2024-05-0{day}T10:00:00", "type": kind}
        for day, kind in enumerate(("opened", "closed", "activity", "opened", "activity", "closed"), start=1)
    ]
    kinds = [status for status, _ in steps(read(reference, request(notes=notes)))]
    assert kinds == ["received", "closed", "reopened", "in_resolution", "closed"]


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ({"datetime": "2024-04-01T10:00:00", "type": "activity"}, "before the receipt"),
        ({"datetime": "2099-04-01T10:00:00", "type": "closed"}, "in the future"),
        ({"datetime": "2024-13-01T10:00:00", "type": "activity"}, "readable time"),
        ({"datetime": "2024-05-01T10:00:00", "type": "teleported"}, "statuses do not have"),
        ({"type": "activity"}, "readable time"),
    ],
)
def test_a_request_whose_notes_are_no_history_is_set_aside_whole(reference, note, reason):
    reading = read(reference, request(), request(service_request_id="2", notes=[*request()["notes"], note]))
    assert [(item.row, item.value) for item in reading.set_aside] == [(2, None)]
    assert reason in reading.set_aside[0].reason and set(reading.frame.index) == {1}


def test_a_word_without_a_code_is_set_aside_and_not_repeated(reference):
    reading = read(reference, request(extended_attributes={"channel": "Secret words"}))
    assert reading.frame.empty and len(reading.set_aside) == 1 and "Secret" not in repr(reading)


@pytest.mark.parametrize(
    "changes",
    [
        {"reporter_phone": "x"},
        {"extended_attributes": {"channel": "phone", "full_name": "Secret"}},
        {"extended_attributes": {"channel": "phone", "more": "call +996 555 123456"}},
        {"notes": [{"datetime": "2024-05-01T20:00:00Z", "type": "opened", "author_email": "x"}]},
    ],
)
def test_anything_else_that_looks_personal_refuses_the_file(reference, changes):
    with pytest.raises(LoadRefused) as error:
        read(reference, request(**changes))
    assert "Secret" not in str(error.value) and "555" not in str(error.value)


@pytest.mark.parametrize("content", [b"", b"[", b"{}", b"[1]", b"[]"])
def test_a_file_of_another_kind_is_refused(reference, content):
    with pytest.raises(LoadRefused):
        OPEN311.read(content, "requests.json", MAPPING, reference)


def test_a_zone_that_is_none_is_refused(reference):
    with pytest.raises(LoadRefused, match="no time zone"):
        read(reference, request(), zone="Bishkek time")


@pytest.mark.parametrize("word", ["closed", "Closed", "CLOSED", " closed "])
def test_the_words_of_a_status_are_known_in_any_letters(reference, word):
    assert steps(read(reference, request(notes=None, status=word)))[-1] == ("closed", "2024-05-09")
    assert steps(read(reference, request(notes=None, status="Open"))) == [("received", "2024-05-02")]


def test_a_status_without_a_meaning_is_told_and_the_mapping_gives_it_one(reference):
    without_meaning = read(reference, request(), request(service_request_id="2", notes=None, status="fixed"))
    assert [(item.row, item.column, item.value) for item in without_meaning.set_aside] == [(2, "status", None)]
    assert "statuses" in without_meaning.set_aside[0].reason and set(without_meaning.frame.index) == {1}
    with_meaning = read(reference, request(notes=None, status="Fixed"), statuses={"fixed": "resolved"})
    assert steps(with_meaning) == [("received", "2024-05-02"), ("resolved", "2024-05-09")]


def test_types_of_notes_are_known_in_any_letters(reference):
    notes = [note | {"type": note["type"].upper()} for note in request()["notes"]]
    assert steps(read(reference, request(notes=notes))) == steps(read(reference, request()))
