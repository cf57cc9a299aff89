"""Offices that take complaints: what a file of them must look like; no other file may hold what theirs does."""

import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.store.database import reading
from tests.loaders.stand_ins import refusal_of

REFUSED = {
    "a person": (",Mine office,", ",Asan Bekovich,", "row 2, column office_en: looks like the name of a person"),
    "no way to reach it": (",figures@keepers.example,", ",,", "row 3: must have phone, mail, web or a place to visit"),
    "an unknown place": ("41702210", "41702999", "row 2, column district_code: is not a known district"),
    "an unknown role": (",operator,", ",friend,", "row 2, column contact_role: is not a known role"),
    "words for a number": ("+996 312 000000", "ask the guard", "row 2, column phone: is not a number of a telephone"),
    "no mail address": ("office@mine.example", "office at mine", "row 2, column mail: is not an e-mail address"),
    "a day without a check": ("2024-05-01,Notice,\n", ",Notice,\n", "row 2, column checked_on: must not be empty"),
    "a mail address elsewhere": (
        "Mine office",
        "office@mine.example",
        "column office_en: holds something like a phone",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_row_column_and_reason_and_changes_nothing(filled_stores, tmp_path, case):
    refusal_of(filled_stores, tmp_path, "contacts", *REFUSED[case])


def test_numbers_of_offices_are_published_as_they_were_loaded(published_stores):
    channel = schema.contact.c
    with reading(published_stores.public) as connection:
        rows = connection.execute(select(channel.phone, channel.mail).order_by(channel.contact_id)).all()
    assert [tuple(row) for row in rows] == [
        ("+996 312 000000", "office@mine.example"),
        (None, "figures@keepers.example"),
    ]
