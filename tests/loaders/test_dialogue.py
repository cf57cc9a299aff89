"""Meetings: what a file of them must look like, and that no count of those who took part can be found out."""

from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from data_access.vocabulary import schema
from data_access.vocabulary.fields.dialogue import COLUMNS, DIVISIONS, WHOLE
from loaders.commands import actions
from loaders.publish import publish
from loaders.publish.dialogue import participants, settled_counts
from loaders.publish.earlier import NO_HISTORY, Earlier
from loaders.publish.sensitive import TEN
from loaders.store.database import reading
from tests.loaders.databases import LIMIT
from tests.loaders.examples import outcome_of
from tests.loaders.kinds import only_exhaustive
from tests.loaders.stand_ins import FILES, load_text, refusal_of

MEETINGS = FILES["dialogue_events"]
REFUSED = {
    "an unknown place": ("41702210", "41702999", "row 2, column district_code: is not a known district"),
    "an unknown state": (",held,", ",over,", "row 2, column dialogue_status: is not a known state"),
    "a name among the roles": ("residents; company", "residents; Asan", "row 2, column roles: holds something else"),
    "an unknown issue": ("water;jobs", "water;luck", "row 2, column issues_raised: holds something else"),
    "women and men who are not all": (",40,4,36,", ",41,4,36,", "row 2: women, men must all be told and add up"),
    "only women told": (",6,2,4,", ",6,2,,", "row 3: women, men must all be told"),
    "ages that do not add up": ("0,12,28", "1,12,28", "row 2: under_18, from_18_to_28, from_29 must all be told"),
    "held on a day to come": (
        ",held,2020-03-01",
        ",held,2098-03-01",
        "row 2, column dialogue_status: a meeting that lies",
    ),
    "people at a hearing ahead": (
        "чаң,пыль,Dust,,,,,,",
        "чаң,пыль,Dust,,,,,,30",
        "row 4, column dialogue_status: a meeting",
    ),
    "less than nobody": (",40,4,36,", ",40,-4,44,", "row 2, column women: must be at least 0"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_row_column_and_reason_and_changes_nothing(filled_stores, tmp_path, case):
    refusal_of(filled_stores, tmp_path, "dialogue_events", *REFUSED[case])


def test_a_meeting_is_published_with_the_counts_that_point_to_nobody(published_stores):
    count = schema.dialogue_participants.c
    query = select(count.dialogue_id, count.part, count.people_count, count.is_withheld)
    with reading(published_stores.public) as connection:
        assert len(connection.execute(select(schema.dialogue_event)).all()) == 3
        rows = {tuple(row) for row in connection.execute(query)}
    assert {row for row in rows if row[0] == "M-1"} == {
        ("M-1", "all", 40, False),
        ("M-1", "women", None, True),
        ("M-1", "men", None, True),
        ("M-1", "under_18", 0, False),
        ("M-1", "from_18_to_28", 12, False),
        ("M-1", "from_29", 28, False),
    }
    # Of six people not even that they were six.
    assert {row[2] for row in rows if row[0] == "M-2"} == {None}
    assert not [row for row in rows if row[0] == "M-3"]
    assert not {"women", "men", "participants"} & {*schema.dialogue_event.c.keys()}


PEOPLE = st.sampled_from([0, 3, 9, 12, 60]).flatmap(lambda most: st.integers(0, most))


@pytest.mark.parametrize("count", [300, only_exhaustive(5_000)])
def test_no_withheld_count_can_be_calculated(count):
    """Whoever has all counts of a meeting knows a withheld one no closer than the limit, unless nobody came."""

    @outcome_of(count)
    @given(st.tuples(PEOPLE, PEOPLE, PEOPLE), st.integers(0, 100))
    def attack(ages, share):
        people = sum(ages)
        women = people * share // 100
        counts = dict(zip(DIVISIONS["age"], ages, strict=True)) | {"women": women, "men": people - women}
        row = {"dialogue_id": "M", "source_key": "s", "participants": people, **counts}
        rows = participants(pd.DataFrame([row]), LIMIT)
        assert len(rows) == len(COLUMNS)
        shown_rows = rows[~rows["is_withheld"]]
        assert all(number == 0 or number >= TEN for number in shown_rows["people_count"])
        whole = shown_rows[shown_rows["division"] == WHOLE]["people_count"]
        for division in ("sex", "age"):
            parts = rows[rows["division"] == division]
            is_withheld = parts["is_withheld"]
            # A reader without the whole knows nothing of its parts.
            assert len(whole) or is_withheld.all()
            if is_withheld.any() and len(whole):
                rest = int(whole.iloc[0]) - int(parts["people_count"].sum())
                assert is_withheld.sum() >= 2 and rest >= TEN

    attack()


@pytest.mark.parametrize(("women", "is_told"), [("41,5,36,0,12,29", False), ("40,4,36,0,12,28", True)])
def test_a_correction_that_is_held_back_is_told_to_who_publishes(published_stores, tmp_path, women, is_told):
    load_text(published_stores, tmp_path, "dialogue_events", MEETINGS.replace("40,4,36,0,12,28", women))
    lines: list[str] = []
    actions.publish(published_stores, LIMIT, lines.append)
    assert [line for line in lines if "stay as published" in line] == (
        [] if is_told else ["meetings: counts of M-1 stay as published: their correction would tell of few people"]
    )


NAMES = ("participants", "women", "men", "under_18", "from_18_to_28", "from_29")
# Counts of one meeting as two versions have them, and whether the second one is told.
CORRECTIONS = {
    "nothing was corrected": ((40, 20, 20, 0, 12, 28), (40, 20, 20, 0, 12, 28), True),
    "one woman came late": ((40, 20, 20, 0, 12, 28), (41, 21, 20, 0, 12, 29), False),
    "nine came late": ((40, 20, 20, 0, 12, 28), (49, 29, 20, 0, 12, 37), False),
    "ten came late": ((40, 20, 20, 0, 12, 28), (50, 30, 20, 0, 12, 38), True),
    "ten came late, of two ages": ((40, 20, 20, 0, 12, 28), (50, 30, 20, 0, 17, 33), False),
    "one was counted as a man": ((40, 20, 20, 0, 12, 28), (40, 21, 19, 0, 12, 28), False),
    "what was withheld can be shown": ((40, 4, 36, 0, 12, 28), (50, 14, 36, 0, 12, 38), False),
    "what was shown must be withheld": ((50, 14, 36, 0, 12, 38), (40, 4, 36, 0, 12, 28), False),
    "all was withheld": ((6, 2, 4, None, None, None), (26, 12, 14, None, None, None), False),
    "ages are told too": ((40, 20, 20, None, None, None), (40, 20, 20, 0, 12, 28), True),
    "ages are told too, and one came late": ((40, 20, 20, None, None, None), (41, 21, 20, 0, 12, 29), False),
}


def versions(*registers: tuple, earlier: Earlier = NO_HISTORY) -> list[list]:
    """What each version says of a meeting whose counts are corrected: (division, part, count, None: withheld)."""
    found = []
    for counts in registers:
        row = {"dialogue_id": "M", "source_key": "s", **dict(zip(NAMES, counts, strict=True))}
        settled, earlier = settled_counts(pd.DataFrame([row]), earlier, LIMIT)
        cells = participants(settled, LIMIT)[["division", "part", "people_count"]].astype(object)
        found.append([(*row[:2], None if pd.isna(row[2]) else row[2]) for row in cells.to_numpy().tolist()])
    return found


@pytest.mark.parametrize("case", CORRECTIONS)
def test_a_correction_is_told_where_two_versions_tell_no_more_than_each(case):
    before, after, is_told = CORRECTIONS[case]
    first, second = versions(before, after)
    assert [second] == (versions(after) if is_told else [first])


def test_a_correction_is_held_against_every_version_and_not_the_last_alone():
    many, more = (40, 20, 20, None, None, None), (64, 32, 32, None, None, None)
    assert versions(many, more, (41, 21, 20, None, None, None))[-1] == versions(more)[0]


def small_moves(told: list[list]) -> list:
    """Counts that two versions say differently by fewer than ten people, or of meetings of which some are withheld."""
    found = []
    for older, newer in combinations(told, 2):
        before, after = ({row[:2]: row[2] for row in version} for version in (older, newer))
        both = [key for key in before if key in after]
        hides = None in before.values() or None in after.values()
        found += [key for key in both if before[key] != after[key] and (hides or abs(before[key] - after[key]) < TEN)]
    return found


@pytest.mark.parametrize("count", [150, only_exhaustive(3_000)])
def test_no_person_stands_in_the_difference_of_two_versions(count):
    """The register is corrected five times by people who come, go, or are counted elsewhere."""
    steps = st.lists(st.tuples(*[st.sampled_from([-12, -10, -3, -1, 0, 0, 1, 2, 10, 11])] * 3), min_size=5, max_size=5)

    @outcome_of(count)
    @given(st.tuples(PEOPLE, PEOPLE, PEOPLE), steps, st.integers(0, 100))
    def attack(ages, moves, share):
        registers = []
        for move in ((0, 0, 0), *moves):
            ages = tuple(max(age + more, 0) for age, more in zip(ages, move, strict=True))
            women = sum(ages) * share // 100
            registers.append((sum(ages), women, sum(ages) - women, *ages))
        assert small_moves(versions(*registers)) == []

    attack()


def test_the_attack_succeeds_where_each_version_is_told_by_itself():
    before, after, _ = CORRECTIONS["one woman came late"]
    assert small_moves([*versions(before), *versions(after)])


def test_what_was_told_is_kept_by_the_store_from_one_publication_to_the_next(published_stores, tmp_path):
    corrected = MEETINGS.replace(",40,4,36,0,12,28,", ",41,5,36,0,13,28,")
    assert corrected != MEETINGS
    load_text(published_stores, tmp_path, "dialogue_events", corrected)
    publish(published_stores, LIMIT)
    count = schema.dialogue_participants.c
    with reading(published_stores.public) as connection:
        query = select(count.part, count.people_count).where(count.dialogue_id == "M-1", count.people_count > 0)
        assert {tuple(row) for row in connection.execute(query)} == {
            ("all", 40),
            ("from_18_to_28", 12),
            ("from_29", 28),
        }
