"""mg and µg mixed up, against what the store knows of a station or an indicator."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from sqlalchemy import create_engine, insert

from loaders.formats.slips import slip_warnings
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store import metadata
from loaders.store.monitoring import indicator, observation

PROVENANCE = {"source_key": "s", "run_id": 1, "updated_at": datetime.now(UTC)}


@pytest.fixture
def reference():
    """Five arsenic readings of 0.004 to 0.008 mg/L at station a, one at b, and a rejected one."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        row = {"indicator_code": "as", "medium": "water", "unit": "mg/L", "direction": "higher_worse", **PROVENANCE}
        connection.execute(insert(indicator), row)
        values = [("a", value / 1000, "ok") for value in (4, 5, 6, 7, 8)] + [("b", 0.005, "ok"), ("a", 9.0, "rejected")]
        connection.execute(insert(observation), [_observation(*one) for one in values])
        yield ReferenceCodes(connection)


def _observation(station: str, value: float, flag: str) -> dict:
    keys = {"indicator_code": "as", "sampled_on": date(2019, 1, 1), "averaging": "single", "qualifier": ""}
    report = {"value_reported": str(value), "unit_reported": "mg/L", "collected_by": "state", "qa_flag": flag}
    return {"station_id": station, "value_num": value, **keys, **report, **PROVENANCE}


def readings(*rows: tuple[str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["station_id", "value", "unit"], dtype="str")
    return frame.assign(indicator_code="as").set_axis(range(2, len(frame) + 2))


def test_a_slip_is_named_with_its_row_and_what_is_usual(reference):
    warnings = slip_warnings(readings(("a", "0,006", "mg/L"), ("a", "6", "mg/L"), ("a", "0.006", "µg/L")), reference)
    assert [line.split(":")[0] for line in warnings] == ["row 3", "row 4"]
    assert "0.004 to 0.008" in warnings[0] and "6 mg/L" in warnings[0]


def test_high_values_bounds_and_the_right_unit_are_no_slips(reference):
    assert slip_warnings(readings(("a", "0.08", "mg/L"), ("a", "<6", "mg/L"), ("a", "6", "µg/L")), reference) == []


def test_a_station_with_few_values_is_compared_with_all_stations(reference):
    assert len(slip_warnings(readings(("b", "5", "mg/L")), reference)) == 1


def test_many_slips_are_counted(reference):
    warnings = slip_warnings(readings(*[("a", "6", "mg/L")] * 25), reference)
    assert len(warnings) == 21 and warnings[-1] == "and 5 more such rows"
