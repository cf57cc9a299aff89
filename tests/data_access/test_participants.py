"""Sums of people who took part in meetings: of what is published alone, and what they say where some is withheld."""

from datetime import date

import pytest

from data_access.answers import participants
from data_access.vocabulary.selection import Selection
from tests.support.money_store import SOURCE, make

MEETINGS = {"a": ("1", "held", 2020), "b": ("1", "held", 2021), "c": ("2", "held", 2021), "d": ("2", "planned", 2022)}
COUNTS = [
    # meeting, division, part, people (None: withheld)
    *(("a", "all", "all", 40), ("a", "sex", "women", 15), ("a", "sex", "men", 25)),
    ("a", "age", "under_18", None),
    *(("b", "all", "all", 30), ("b", "sex", "women", None), ("b", "sex", "men", None)),
    *(("c", "all", "all", 20), ("c", "age", "under_18", 0), ("c", "age", "from_29", None)),
    ("d", "all", "all", 99),
]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """Of one meeting sexes are withheld, of one they are not told; one was not held."""
    names = {f"dialogue_{language}": "x" for language in ("ky", "ru", "en")}
    same = names | {"dialogue_kind": "hearing", "date_precision": "day", "published_in": "x", "source_key": "s"}
    meetings = [
        same | {"dialogue_id": key, "district_code": code, "dialogue_status": state, "starts_on": date(year, 5, 1)}
        for key, (code, state, year) in MEETINGS.items()
    ]
    columns = ("dialogue_id", "division", "part", "people_count")
    counts = [
        dict(zip(columns, row, strict=True)) | {"is_withheld": row[-1] is None, "source_key": "s"} for row in COUNTS
    ]
    return make(
        tmp_path_factory.mktemp("participants"),
        people=dict.fromkeys("12", {2020: 10}),
        dialogue_event=meetings,
        dialogue_participants=counts,
        source=[SOURCE],
    )


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        # part, people, whether there were more, meetings shown, meetings withheld
        (
            {},
            [
                ("all", 90, False, 3, 0),
                ("women", 15, True, 1, 1),
                ("men", 25, True, 1, 1),
                ("under_18", None, True, 1, 1),
                ("from_29", None, True, 0, 1),
            ],
        ),
        (
            {"until": "2020"},
            [
                ("all", 40, False, 1, 0),
                ("women", 15, False, 1, 0),
                ("men", 25, False, 1, 0),
                ("under_18", None, True, 0, 1),
            ],
        ),
        (
            {"district": "d1"},
            [
                ("all", 70, False, 2, 0),
                ("women", 15, True, 1, 1),
                ("men", 25, True, 1, 1),
                ("under_18", None, True, 0, 1),
            ],
        ),
        ({"district": "d2"}, [("all", 20, False, 1, 0), ("under_18", 0, False, 1, 0), ("from_29", None, True, 0, 1)]),
        (
            {"district": "d1", "since": "2021"},
            [("all", 30, False, 1, 0), ("women", None, True, 0, 1), ("men", None, True, 0, 1)],
        ),
        ({"since": "2022"}, []),
    ],
)
def test_sums_are_of_what_is_published(snapshot, choice, expected):
    answer = participants.by_part(snapshot, Selection(**choice))
    columns = ["part", "value", "is_partial", "told_count", "withheld_count"]
    rows = [
        tuple(None if cell != cell else cell for cell in row)
        for row in zip(*map(answer.frame.get, columns), strict=True)
    ]
    assert rows == expected
    assert answer.is_empty == (not expected)
