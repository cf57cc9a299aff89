"""Judging readings: one row per rule."""

import pandas as pd
import pytest

from loaders.gate.values import is_readable, is_undecided, parse_values, unit_factor
from loaders.publish.judging import judge

COLUMNS = ["indicator_code", "water_use", "averaging", "min_value", "max_value", "basis", "valid_from", "valid_to"]
LIMITS = pd.DataFrame(
    [
        ("as", "drinking", "single", None, 0.05, "national", "2000-01-01", "2015-12-31"),
        ("as", "drinking", "single", None, 0.01, "national", "2016-01-01", None),
        ("as", "drinking", "single", None, 0.001, "who", "2000-01-01", None),
        ("as", "fishery", "single", None, 0.05, "national", "2000-01-01", None),
        ("hg", "drinking", "single", None, 0.0005, "national", "2000-01-01", "2015-12-31"),
        ("ph", "drinking", "single", 6, 9, "national", "2000-01-01", None),
        ("do", "fishery", "single", 6, None, "national", "2000-01-01", None),
        ("pm25", None, "day", None, 35, "national", "2000-01-01", None),
        ("pm25", None, "year", None, 5, "who", "2000-01-01", None),
    ],
    columns=COLUMNS,
).assign(
    valid_from=lambda frame: pd.to_datetime(frame["valid_from"]),
    valid_to=lambda frame: pd.to_datetime(frame["valid_to"]),
)
CASES = [
    ("as", "drinking", "single", "<0.05", "cannot_tell", None),
    ("as", "drinking", "single", "<0.005", "ok", None),
    ("as", "drinking", "single", "<0.01", "ok", None),
    ("as", "drinking", "single", "н/о", "cannot_tell", None),
    ("as", "drinking", "single", "0.012", "exceeds", 1.2),
    ("as", "drinking", "single", "0.01", "near", 1.0),
    ("as", "drinking", "single", "0.008", "near", 0.8),
    ("as", "drinking", "single", "0.007", "ok", 0.7),
    ("as", "drinking", "single", ">0.02", "exceeds", None),
    ("as", "drinking", "single", ">0.005", "cannot_tell", None),
    ("as", "drinking", "single", "~0.02", "exceeds", 2.0),
    ("as", "fishery", "single", "0.012", "ok", 0.24),
    ("as", "drinking", "day", "0.012", "no_limit", None),
    ("as", "", "single", "0.012", "no_limit", None),
    ("hg", "drinking", "single", "<0.001", "no_limit", None),
    ("ph", "drinking", "single", "9.3", "exceeds", 9.3 / 9),
    ("ph", "drinking", "single", "5.4", "exceeds", 6 / 5.4),
    ("ph", "drinking", "single", "7.5", "ok", 7.5 / 9),
    ("ph", "drinking", "single", "8.8", "near", 8.8 / 9),
    ("ph", "drinking", "single", "6.2", "near", 6 / 6.2),
    ("do", "fishery", "single", "5.0", "exceeds", 1.2),
    ("do", "fishery", "single", "7.0", "near", 6 / 7),
    ("do", "fishery", "single", "8.0", "ok", 0.75),
    ("do", "fishery", "single", "<5", "exceeds", None),
    ("do", "fishery", "single", "<9", "cannot_tell", None),
    ("do", "fishery", "single", ">7", "ok", None),
    ("do", "fishery", "single", "0", "exceeds", None),
    ("pm25", "", "day", "36", "exceeds", 36 / 35),
    ("pm25", "", "year", "6", "exceeds", 1.2),
    ("pm25", "", "single", "36", "no_limit", None),
]


def reading(indicator, use, averaging, text, *, on="2020-06-01", flag="ok") -> pd.DataFrame:
    values = parse_values(pd.Series([text]))
    return values.assign(
        indicator_code=indicator, water_use=use or None, averaging=averaging, sampled_on=pd.Timestamp(on), qa_flag=flag
    )


@pytest.mark.parametrize(("indicator", "use", "averaging", "text", "result", "times"), CASES)
def test_results(indicator, use, averaging, text, result, times):
    judgement = judge(reading(indicator, use, averaging, text), LIMITS).iloc[0]
    assert judgement["result"] == result
    assert judgement["times_limit"] == pytest.approx(times) if times else pd.isna(judgement["times_limit"])


def test_the_limit_is_the_one_of_the_sampling_date():
    assert judge(reading("as", "drinking", "single", "0.02", on="2015-12-31"), LIMITS)["result"].item() == "ok"
    assert judge(reading("as", "drinking", "single", "0.02", on="2016-01-01"), LIMITS)["result"].item() == "exceeds"
    assert judge(reading("as", "drinking", "single", "0.02", on="1999-12-31"), LIMITS)["result"].item() == "no_limit"


@pytest.mark.parametrize("flag", ["rejected", "duplicate", "blank"])
def test_what_is_not_a_reading_of_its_own_is_rejected(flag):
    assert judge(reading("as", "drinking", "single", "9", flag=flag), LIMITS)["result"].item() == "rejected"


def test_the_order_of_rows_is_kept():
    rows = pd.concat([reading("as", "drinking", "single", value) for value in ("0.5", "0.001", "0.5")])
    rows.index = [7, 3, 5]
    assert judge(rows, LIMITS)["result"].to_dict() == {7: "exceeds", 3: "ok", 5: "exceeds"}


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("0.012", 0.012, ""),
        ("0,012", 0.012, ""),
        ("<0.005", 0.005, "<"),
        ("< 0,005", 0.005, "<"),
        ("~1 200", 1200, "~"),
        ("1,2E-3", 0.0012, ""),
        ("-3.5", -3.5, ""),
        ("н/о", None, "<"),
        ("Следы", None, "<"),
        ("-", None, None),
        (None, None, None),
    ],
)
def test_values_as_laboratories_write_them(text, value, qualifier):
    row = parse_values(pd.Series([text], dtype="str")).iloc[0]
    assert row["value_num"] == value if value is not None else pd.isna(row["value_num"])
    assert row["qualifier"] == qualifier if qualifier is not None else pd.isna(row["qualifier"])


@pytest.mark.parametrize("text", ["", "1.2.3", "<", "0.01 mg/L", "#NAME?", "1,23,4.5", "<<1", "abc", "."])
def test_unreadable_values(text):
    assert not is_readable(pd.Series([text], dtype="str")).item()


def test_units_are_turned_into_the_indicators():
    units, canonical = pd.Series(["µg/L", "mg/L", "mg/kg"]), pd.Series(["mg/L", "mg/L", "mg/L"])
    assert unit_factor(units, canonical).tolist()[:2] == [0.001, 1.0]
    assert unit_factor(units, canonical).isna().tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (["12.5", "1,250", "1,250.5", "1,250,000"], [12.5, 1250, 1250.5, 1_250_000]),
        (["7,6", "1,250", "<1.250,5", "1.250"], [7.6, 1.25, 1250.5, 1.25]),
        (["12", "1,250", "0,125"], [12, 1.25, 0.125]),
        (["12", "1.250"], [12, 1.25]),
    ],
)
def test_a_comma_is_what_the_column_shows(column, values):
    assert parse_values(pd.Series(column, dtype="str"))["value_num"].tolist() == values
    assert is_readable(pd.Series(column, dtype="str")).all()


@pytest.mark.parametrize("others", [["12"], ["12.5", "0,5"]])
def test_a_comma_of_which_the_column_does_not_tell_is_undecided(others):
    column = pd.Series([*others, "1,250"], dtype="str")
    assert is_undecided(column).tolist() == [*[False] * len(others), True] and is_readable(column).all()
    assert pd.isna(parse_values(column)["value_num"].iloc[-1])
