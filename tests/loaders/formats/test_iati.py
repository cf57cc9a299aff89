"""Activity files of IATI 2.03: what is written keeps the published schema, and is read again as it was."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dashboard.downloads import iati
from data_access.answers import projects
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection
from loaders.formats.iati_projects import IATI_PROJECTS
from loaders.formats.iati_results import IATI_RESULTS
from loaders.gate.checks import LoadRefused
from tests.loaders.formats.whole import tidy_tables
from tests.support.xml_schema import Schema

SCHEMAS = Path(__file__).parents[2] / "support" / "iati"
SCHEMA = Schema(SCHEMAS / "iati-activities-schema.xsd", SCHEMAS / "iati-common.xsd")
TODAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def content(bundle_settings) -> bytes:
    """The file of the real projects, with something reported of one of them, whose evidence has an address."""
    activities = projects.activities(Database(bundle_settings.public_url).snapshot(), Selection())
    result = activities[0]["results"][2]
    result |= {"actual_value": 2.5, "baseline_year": 2023, "baseline_value": 0.0, "aim": "at_most"}
    result |= {"evidence": "A report", "evidence_url": "https://example.org/r"}
    return iati.write(activities, "https://example.org/", "A page", datetime(2026, 1, 1, tzinfo=UTC), "", TODAY)


def _read(form, content: bytes, reference, mapping: dict | None = None):
    return form.read(content, "activities.xml", mapping or {}, reference)


def test_the_written_file_keeps_the_published_schema(content):
    assert SCHEMA.faults(content) == []


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        (b' secondary-reporter="1"', b' secondary-reporter="first"', "secondary-reporter cannot be 'first'"),
        (b'<activity-status code="2" />', b"", "iati-activity lacks activity-status"),
        (b'<recipient-country code="KG" />', b'<recipient-country country="KG" />', "lacks the attribute code"),
        (b"<tag ", b'<result type="2" /><tag ', "result lacks title"),
        (
            b'<tag code="3" vocabulary="2" />',
            b'<sector code="1" /><budget /><tag code="3" />',
            "may not have tag there",
        ),
    ],
)
def test_the_schema_notices_what_does_not_keep_it(content, right, wrong, fault):
    other_content = content.replace(right, wrong, 1)
    assert other_content != content and any(fault in one for one in SCHEMA.faults(other_content))


def test_what_was_written_is_read_again(content, reference):
    reading = _read(IATI_PROJECTS, content, reference)
    assert reading.set_aside == () and tidy_tables("projects", reading, reference)
    rows = reading.frame.set_index("project_id")[["name_ky", "donor_en", "starts_on", "project_areas", "sdg"]]
    assert rows.loc["camp-alatoo-2024"].tolist() == [
        *("Экологиялык мониторингдин жана калыбына келтирүүнүн куралдары", "UNDP", "2024-01-01"),
        *("41704,41703230", "3,11,13,15"),
    ]
    assert rows.loc["international-alert-2019"].fillna("").tolist()[1:] == ["", "2019-04-01", "41702,41703", ""]


def test_results_are_read_by_indicator_and_period_and_what_is_not_told_stays_empty(content, reference):
    reading = _read(IATI_RESULTS, content, reference)
    names = ["result_number", "result_indicator_number", "period_end", "target_value", "actual_value", "evidence_url"]
    assert reading.frame[names].fillna("").to_numpy().tolist() == [
        ["1", "1", "2024-12-31", "", "", ""],
        ["1", "2", "2024-12-31", "", "", ""],
        ["2", "1", "2024-12-31", "1", "2.5", "https://example.org/r"],
        ["3", "1", "2024-12-31", "", "", ""],
    ]
    row = reading.frame.iloc[2]
    assert (row["aim"], row["baseline_year"], row["baseline_value"], row["result_kind"]) == (
        *("at_most", "2023", "0"),
        "outcome",
    )


SET_ASIDE = {
    "no period": (b'<period-end iso-date="2024-12-31" />', b"", "must say of which days it is"),
    "a measure in words": (b'<indicator measure="1"', b'<indicator measure="5"', "is of a measure other"),
    "a value in words": (b'<target value="1" />', b'<target value="some" />', "is not a number"),
    "parts of a whole": (b'<target value="1" />', b'<target value="1" /><target value="2" />', "several values"),
}


@pytest.mark.parametrize("case", SET_ASIDE)
def test_a_result_that_cannot_be_counted_is_set_aside_with_its_line(content, reference, case):
    right, wrong, reason = SET_ASIDE[case]
    other_content = content.replace(right, wrong, 1)
    (place,) = _read(IATI_RESULTS, other_content, reference).set_aside
    assert other_content != content and reason in place.reason and place.row


REFUSED = {
    "another kind of file": (b"iati-activities", b"iati-organisations", "no IATI activity file"),
    "an older version": (b'version="2.03"', b'version="1.05"', "no IATI activity file"),
    "nothing of this country": (b'code="KG"', b'code="KZ"', "no activity that is meant"),
    "one activity twice": (b"camp-alatoo-2024", b"international-alert-2019", "stands twice"),
    "a document type": (b"<iati-activities ", b"<!DOCTYPE a>\n<iati-activities ", "declares a document type"),
    "half of it": (b"</iati-activities>", b"", "is cut off"),
}


@pytest.mark.parametrize("form", [IATI_PROJECTS, IATI_RESULTS], ids=lambda form: form.name)
@pytest.mark.parametrize("case", REFUSED)
def test_a_file_of_another_kind_is_refused(content, reference, form, case):
    right, wrong, reason = REFUSED[case]
    other_content = content.replace(right, wrong)
    assert other_content != content
    with pytest.raises(LoadRefused, match=reason):
        _read(form, other_content, reference)


def test_the_mapping_names_activities_and_places(content, reference):
    other_content = content.replace(b'ref="41703230"', b'ref="XX"').replace(b">Chatkal<", b">Chatkal valley<")
    assert "Chatkal valley" in " ".join(_read(IATI_PROJECTS, other_content, reference).warnings)
    mapping = {"activities": {"camp-alatoo-2024": "water"}, "areas": {"Chatkal valley": "41703230"}}
    reading = _read(IATI_PROJECTS, other_content, reference, mapping)
    assert reading.frame[["project_id", "project_areas"]].to_numpy().tolist() == [["water", "41704,41703230"]]
    assert reading.warnings == ("activities that are not meant, which were left out: 1",)
