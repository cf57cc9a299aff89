"""What two sources hold alike: it is told, and counts once."""

import pytest
from sqlalchemy import func, select

from loaders.datasets.other_sources import SAME_EVENT, SAME_NUMBER, SAME_READING
from loaders.gate.checks import LoadRefused
from loaders.store.incidents import incident
from loaders.store.monitoring import observation
from tests.loaders.databases import sqlite_mostly
from tests.loaders.stand_ins import FILES, load_text

HEADER = FILES["readings"].splitlines()[0]
DAY = f"{HEADER}\nst-1,as,2021-03-01,day,0.012,mg/L,state,ok\nst-1,as,2021-03-02,day,0.013,mg/L,state,ok\n"
# The first day again, as another body hands it on, and one more.
AGAIN = f"{HEADER}\nst-1,as,2021-03-01,day,0.0121,mg/L,company,ok\nst-1,as,2021-03-03,day,0.014,mg/L,company,ok\n"
EVENTS = FILES["incidents"]
OTHER = [EVENTS.splitlines()[0], EVENTS.splitlines()[1].replace("i-1", "x-1").replace(",protest,", ",riot,")]


def remarks(outcome) -> list[tuple[int | None, str, str]]:
    return [(finding.place.row, finding.place.reason, str(finding.severity)) for finding in outcome.findings.items]


def count(stores, table) -> int:
    with stores.private.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table))


@sqlite_mostly
def test_a_mean_that_another_source_has_is_told_and_counts_once(filled_stores, tmp_path):
    load_text(filled_stores, tmp_path, "readings", DAY, key="airnow")
    before = count(filled_stores, observation)
    outcome = load_text(filled_stores, tmp_path, "readings", AGAIN, key="openaq")
    assert remarks(outcome) == [(2, SAME_READING, "set aside")]
    assert count(filled_stores, observation) == before + 1
    # In its own source a file replaces itself.
    assert (
        load_text(filled_stores, tmp_path, "readings", DAY.replace("0.012", "0.011"), key="airnow").rows_rejected == 0
    )


def test_a_file_of_nothing_else_is_refused(filled_stores, tmp_path):
    load_text(filled_stores, tmp_path, "readings", DAY, key="airnow")
    with pytest.raises(LoadRefused, match="another source has a reading of this station"):
        load_text(filled_stores, tmp_path, "readings", DAY, key="openaq")


def test_single_samples_of_two_collectors_are_two(filled_stores, tmp_path):
    rows = [f"st-1,as,2020-01-10,single,0.011,mg/L,{collector},ok\n" for collector in ("community", "state")]
    outcome = load_text(filled_stores, tmp_path, "readings", f"{HEADER}\n{''.join(rows)}", key="village")
    assert remarks(outcome) == [(3, SAME_READING, "set aside")]


@sqlite_mostly
def test_an_incident_of_the_same_number_counts_once_and_one_of_the_same_day_and_district_is_told(
    filled_stores, tmp_path
):
    before = count(filled_stores, incident)
    file = "\n".join([*OTHER, EVENTS.splitlines()[1], ""])
    outcome = load_text(filled_stores, tmp_path, "incidents", file, key="acled")
    assert remarks(outcome) == [(3, SAME_NUMBER, "set aside"), (2, SAME_EVENT, "warning"), (3, SAME_EVENT, "warning")]
    assert count(filled_stores, incident) == before + 1


def test_the_reason_of_a_refusal_is_no_remark(filled_stores, tmp_path):
    nowhere = EVENTS.splitlines()[1].replace("41702210", "")
    with pytest.raises(LoadRefused, match="another source has an incident of this number"):
        load_text(filled_stores, tmp_path, "incidents", f"{OTHER[0]}\n{nowhere}\n", key="acled")


def test_incidents_of_a_month_or_without_a_district_are_told_apart_by_nobody(filled_stores, tmp_path):
    month = OTHER[1].replace(",day,", ",month,")
    nowhere = OTHER[1].replace("x-1", "x-2").replace("41702210", "")
    outcome = load_text(filled_stores, tmp_path, "incidents", "\n".join([OTHER[0], month, nowhere, ""]), key="acled")
    assert SAME_EVENT not in {reason for _, reason, _ in remarks(outcome)}
