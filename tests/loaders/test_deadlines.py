"""Deadlines: counted in days, kept right in the private store, and judged as met or missed."""

import pandas as pd
import pytest
from sqlalchemy import select

from loaders.datasets.deadlines import deadlines, due_on
from loaders.datasets.other_sources import SAME_DAY
from loaders.datasets.service_rules import TO_REVIEW
from loaders.engine.run import Terms
from loaders.engine.undo import undo
from loaders.gate.checks import LoadRefused
from loaders.publish.cases import ordinary_steps
from loaders.publish.events import ABOUT, events_of
from loaders.store.database import reading
from loaders.store.grievances import grievance
from loaders.store.runs import load_run
from tests.loaders.databases import both_databases, sqlite_mostly
from tests.loaders.stand_ins import FILES, load_text

# Of which Independence Day 2024 is a Saturday and that of 2023 a Thursday.
HOLIDAYS = pd.Series(
    pd.to_datetime(["2023-08-31", "2024-01-01", "2024-05-09", "2024-08-31", "2024-11-07", "2024-11-08", "2025-01-01"])
)
DUE = (
    # received, days, working days?, due
    ("2024-08-02", 14, True, "2024-08-22"),
    ("2024-08-29", 14, True, "2024-09-18"),
    # A holiday on a weekday is one day more, two are two.
    ("2023-08-30", 14, True, "2023-09-20"),
    ("2024-11-06", 1, True, "2024-11-11"),
    # Received on a Saturday, a Sunday or a holiday: Monday, or the next day, is the first day.
    ("2024-08-03", 1, True, "2024-08-05"),
    ("2024-08-04", 1, True, "2024-08-05"),
    ("2024-05-09", 1, True, "2024-05-10"),
    ("2024-08-02", 1, True, "2024-08-05"),
    ("2024-08-05", 5, True, "2024-08-12"),
    ("2024-12-31", 1, True, "2025-01-02"),
    ("2024-02-28", 2, False, "2024-03-01"),
    ("2024-08-30", 2, False, "2024-09-01"),
    # No number of days; holidays that are not known.
    ("2024-08-02", None, True, None),
    ("2024-08-02", None, False, None),
    ("2025-12-31", 1, True, None),
    ("2022-12-30", 5, True, None),
    ("2030-01-01", 5, False, "2030-01-06"),
)


@pytest.mark.parametrize(("receipt", "days", "is_working", "due"), DUE)
def test_the_last_day_in_time(receipt, days, is_working, due):
    last_days = due_on(
        pd.Series([pd.Timestamp(receipt)]), pd.Series([days], dtype=float), pd.Series([is_working]), HOLIDAYS
    )
    assert [None if pd.isna(day) else str(day.date()) for day in last_days] == [due]


def test_many_at_once_are_the_same_as_one_by_one():
    receipts, days, kinds, due = zip(*DUE, strict=True)
    last_days = due_on(
        pd.Series(pd.to_datetime([*receipts])), pd.Series(days, dtype=float), pd.Series([*kinds]), HOLIDAYS
    )
    pd.testing.assert_series_equal(last_days, pd.Series(pd.to_datetime([*due])), check_dtype=False)


def test_without_any_holiday_there_are_no_working_days():
    one = pd.Series([pd.Timestamp("2024-08-02")] * 2)
    last_days = due_on(one, pd.Series([1, 1]), pd.Series([True, False]), HOLIDAYS.iloc[:0])
    assert last_days.isna().tolist() == [True, False]


RULES = pd.DataFrame(
    [
        ("company", None, 1, 10, "calendar", "2010-01-01", "2019-12-31"),
        ("company", None, 2, 20, "calendar", "2020-01-01", None),
        ("company", None, 3, 30, "calendar", "2022-01-01", None),
        ("company", "sensitive", 1, None, "calendar", "2015-01-01", None),
        ("district", None, None, 14, "working", "2007-05-04", "2024-06-30"),
    ],
    columns=["body_type", "severity", "ack_days", "resolve_days", "day_type", "valid_from", "valid_to"],
).assign(
    valid_from=lambda frame: pd.to_datetime(frame["valid_from"]),
    valid_to=lambda frame: pd.to_datetime(frame["valid_to"]),
)


@pytest.mark.parametrize(
    ("body", "sensitive", "receipt", "acknowledge", "resolve"),
    [
        ("company", False, "2009-12-31", None, None),
        ("company", False, "2010-01-01", "2010-01-02", "2010-01-11"),
        ("company", False, "2019-12-31", "2020-01-01", "2020-01-10"),
        ("company", False, "2020-01-01", "2020-01-03", "2020-01-21"),
        # Of two that hold the newer one.
        ("company", False, "2022-01-01", "2022-01-04", "2022-01-31"),
        # Its own rule, although that gives no day for the resolution.
        ("company", True, "2022-01-01", "2022-01-02", None),
        ("company", True, "2014-12-31", "2015-01-01", "2015-01-10"),
        ("district", True, "2024-06-28", None, "2024-07-18"),
        ("district", False, "2024-07-01", None, None),
        ("republic", False, "2024-06-28", None, None),
    ],
)
def test_the_rule_of_the_day_of_receipt_holds(body, sensitive, receipt, acknowledge, resolve):
    cases = pd.DataFrame(
        {"received_on": [pd.Timestamp(receipt)], "responsible_body": body, "is_sensitive": sensitive}, index=["a"]
    )
    days = deadlines(cases, RULES, HOLIDAYS).loc["a"]
    assert [None if pd.isna(day) else str(day.date()) for day in days] == [acknowledge, resolve]


def deadlines_of(stores) -> dict[str, tuple[str, str]]:
    """The deadlines in the private store by responsible body."""
    with reading(stores.private) as connection:
        rows = connection.execute(select(grievance)).all()
    return {row.responsible_body: (str(row.acknowledge_due_on), str(row.resolve_due_on)) for row in rows}


AT_FIRST = {"company": ("2020-01-13", "2020-01-31"), "district": ("None", "None")}


@both_databases
def test_a_load_of_grievances_derives_their_deadlines(filled_stores):
    """The company's case of Friday 10 January 2020 has a holiday in its term, the district's no rule any more."""
    assert deadlines_of(filled_stores) == AT_FIRST


@pytest.mark.parametrize(
    ("dataset", "right", "other", "company", "district"),
    [
        ("sla_rules", "2020-03-31", "2020-04-30", AT_FIRST["company"], ("2020-04-13", "2020-04-30")),
        ("sla_rules", "company,,1,14", "company,,2,13", ("2020-01-14", "2020-01-30"), AT_FIRST["district"]),
        ("holidays", "2020-01-24", "2020-01-25", ("2020-01-13", "2020-01-30"), AT_FIRST["district"]),
        ("holidays", "2020-12-31", "2020-01-13", ("2020-01-14", "2020-02-03"), AT_FIRST["district"]),
        ("holidays", "2020-", "2018-", ("None", "None"), AT_FIRST["district"]),
    ],
)
def test_other_rules_or_holidays_move_the_deadlines_and_undo_moves_them_back(
    filled_stores, tmp_path, dataset, right, other, company, district
):
    content = FILES[dataset].replace(right, other)
    outcome = load_text(filled_stores, tmp_path, dataset, content, Terms(allow_removal=True))
    assert deadlines_of(filled_stores) == {"company": company, "district": district}
    undo(filled_stores, outcome.run_id)
    assert deadlines_of(filled_stores) == AT_FIRST


def test_a_day_off_that_is_to_be_reviewed_counts_and_is_told(filled_stores, tmp_path):
    header, *lines = FILES["holidays"].splitlines()
    content = "\n".join([f"{header},review", *(f"{line}," for line in lines), "2020-01-13,а,б,Moved,only_calendar", ""])
    outcome = load_text(filled_stores, tmp_path, "holidays", content)
    assert [(finding.place.row, finding.place.reason, str(finding.severity)) for finding in outcome.findings.items] == [
        (5, TO_REVIEW, "warning")
    ]
    assert deadlines_of(filled_stores)["company"] == ("2020-01-14", "2020-02-03")
    with pytest.raises(LoadRefused, match="is not a known mark for review"):
        load_text(filled_stores, tmp_path, "holidays", content.replace("only_calendar", "perhaps"))


def test_a_day_off_that_another_source_has_is_told_and_counts_once(filled_stores, tmp_path):
    more = "\n".join([*FILES["holidays"].splitlines()[:3], "2020-01-13,а,б,Moved", ""])
    outcome = load_text(filled_stores, tmp_path, "holidays", more, key="operator")
    places = [(finding.place.row, finding.place.reason) for finding in outcome.findings.items]
    assert places == [(2, SAME_DAY), (3, SAME_DAY)]
    assert deadlines_of(filled_stores)["company"] == ("2020-01-14", "2020-02-03")


@sqlite_mostly
def test_without_rules_there_are_no_deadlines(filled_stores):
    with reading(filled_stores.private) as connection:
        first = connection.scalar(select(load_run.c.run_id).where(load_run.c.loads == "sla_rules"))
    undo(filled_stores, first)
    assert set(deadlines_of(filled_stores).values()) == {("None", "None")}


def test_the_terms_of_a_rule_must_make_sense(filled_stores, tmp_path):
    wrong = {
        "company,,1,14": ("company,,,", "a rule needs"),
        "2007-05-04,2020-03-31": ("2007-05-04,2007-05-03", "ends before it begins"),
        ",14,working,2007-05-04,,": (",0,working,2007-05-04,,", "at least 1"),
        "sensitive,,5": (",,5", "repeats the key"),
        "district,": ("police,", "is not a known responsible body"),
    }
    for right, (bad, reason) in wrong.items():
        assert right in FILES["sla_rules"]
        with pytest.raises(LoadRefused, match=reason):
            load_text(filled_stores, tmp_path, "sla_rules", FILES["sla_rules"].replace(right, bad, 1))
    with pytest.raises(LoadRefused, match="repeats the key"):
        load_text(filled_stores, tmp_path, "holidays", FILES["holidays"].replace("2020-12-31", "2020-01-24"))
    assert deadlines_of(filled_stores) == AT_FIRST


END = pd.Timestamp("2024-09-30")
QUESTIONS = ("acknowledged", "resolved")
# Acknowledged until 5 August, resolved until 22 August.
JUDGED = (
    # what happened on which day after the receipt on 2 August; acknowledged in time?; resolved in time at first?
    ("", False, False),
    ("acknowledged 08-05", True, False),
    ("acknowledged 08-06", False, False),
    ("acknowledged 08-05, resolved 08-22", True, True),
    ("acknowledged 08-05, resolved 08-22, closed 09-10", True, True),
    ("acknowledged 08-05, resolved 08-23", True, False),
    ("closed 08-05", True, True),
    ("rejected 08-20", False, True),
    ("out_of_scope 08-20", False, True),
    ("resolution_offered 08-05", True, False),
    ("resolved 08-22, reopened 09-01", False, True),
    ("resolved 08-10, reopened 08-12, resolved 08-20", False, True),
    ("resolved 08-10, closed 08-11, reopened 08-12, resolved 08-30, closed 09-01", False, True),
    ("rejected 08-03, appealed 08-04", True, True),
    ("rejected 08-03, appealed 08-04, rejected 08-09", True, True),
    ("withdrawn 08-05", None, None),
    ("withdrawn 08-06", False, None),
    ("withdrawn 08-22", False, None),
    ("withdrawn 08-23", False, False),
    ("acknowledged 08-03, withdrawn 08-23", True, False),
    ("resolved 08-04, withdrawn 08-23", True, True),
    # After the period, so not known in it.
    ("acknowledged 10-01", False, False),
)


def history(case: str, later_steps: str, acknowledge: str | None, resolve: str | None) -> pd.DataFrame:
    """Steps of one case received on 2 August 2024."""
    steps = [("received", "08-02"), *(tuple(step.split()) for step in later_steps.split(", ") if step)]
    frame = pd.DataFrame(steps, columns=["status", "day"])
    return pd.DataFrame(
        {
            "grievance_key": case,
            "status": frame["status"],
            "status_on": pd.to_datetime("2024-" + frame["day"]),
            "acknowledge_due_on": pd.Timestamp(acknowledge),
            "resolve_due_on": pd.Timestamp(resolve),
            **dict.fromkeys(ABOUT, ""),
        }
    )


def judgements(steps: pd.DataFrame, end: pd.Timestamp = END) -> dict[str, tuple]:
    """By case whether it was acknowledged and resolved in time; None: that cannot be said, or not yet."""
    answers = {"in_time": True, "missed": False}
    judged_cases = {}
    for case, own in steps.groupby("grievance_key"):
        events = {*events_of(own, end)["event"]}
        names = ([answers[name] for name in answers if f"{question}:{name}" in events] for question in QUESTIONS)
        judged_cases[case] = tuple(one[0] if one else None for one in names)
    return judged_cases


@pytest.mark.parametrize(("later_steps", "acknowledgement", "resolution"), JUDGED)
def test_what_was_in_time(later_steps, acknowledgement, resolution):
    steps = history("a", later_steps, "2024-08-05", "2024-08-22")
    assert judgements(steps) == {"a": (acknowledgement, resolution)}


def test_cases_are_judged_each_for_itself():
    """All at once have as many answers as one by one."""
    steps = [history(f"{place:02}", case[0], "2024-08-05", "2024-08-22") for place, case in enumerate(JUDGED)]
    events = events_of(pd.concat(steps), END)["event"].value_counts()
    for place, question in enumerate(QUESTIONS, start=1):
        answers = [case[place] for case in JUDGED]
        assert (events[f"{question}:in_time"], events[f"{question}:missed"]) == (
            answers.count(True),
            answers.count(False),
        )


@pytest.mark.parametrize("later_steps", ["", "resolved 08-05", "withdrawn 08-05", "resolved 08-05, reopened 08-06"])
def test_without_a_rule_nothing_is_in_time_or_late(later_steps):
    assert judgements(history("a", later_steps, None, None)) == {"a": (None, None)}


@pytest.mark.parametrize(
    ("end", "acknowledgement", "resolution"),
    [
        ("2024-08-05", None, None),
        ("2024-08-06", False, None),
        ("2024-08-22", False, None),
        ("2024-08-23", False, False),
    ],
)
def test_an_open_case_is_missed_from_the_day_after_its_deadline(end, acknowledgement, resolution):
    steps = history("a", "resolved 09-01", "2024-08-05", "2024-08-22")
    assert judgements(steps, pd.Timestamp(end)) == {"a": (acknowledgement, resolution)}


def test_cases_of_the_store_can_be_judged(filled_stores):
    """The sensitive case is not among them."""
    with reading(filled_stores.private) as connection:
        steps = ordinary_steps(connection)
    assert list(judgements(steps, pd.Timestamp("2020-03-31")).values()) == [(False, False)]
