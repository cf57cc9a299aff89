"""A choice of months: each sentence says whether these months are counted, or whole quarters or years around them."""

import pytest

from dashboard.pages import panel_text
from dashboard.panels import BY_KEY
from dashboard.text import load
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.selection import Selection
from tests.support.spaces import plain_spaces

WORDS = load()["en"]
MONTHS = Selection(since="2020-03", until="2021-06")


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


def sentence_of(snapshot: Snapshot, key: str, selection: Selection) -> str:
    panel = BY_KEY[key]
    relevant = panel.relevant(selection)
    return plain_spaces(panel_text.of_answer(panel.answer(snapshot, relevant), panel, relevant, WORDS).sentence)


@pytest.mark.parametrize(
    ("key", "ending"),
    [
        ("revenue_map", "Counted by whole years (2020–2021)."),
        ("grievances_by_issue", "Counted by whole years (2020–2021)."),
        ("monitoring_map", "Counted by months (Mar 2020 – Jun 2021)."),
        ("station_series", "Counted by months (Mar 2020 – Jun 2021)."),
        ("readings_by_quarter", "Counted by whole quarters (Mar 2020 – Jun 2021)."),
    ],
)
def test_a_sentence_says_what_is_counted(snapshot, key, ending):
    assert sentence_of(snapshot, key, MONTHS).endswith(ending)
    assert "Counted by" not in sentence_of(snapshot, key, Selection(since="2020", until="2021"))
    # January to December are a whole year.
    assert "Counted by" not in sentence_of(snapshot, key, Selection(since="2020-01", until="2021-12"))


def test_measures_beside_each_other_say_both(snapshot):
    sentence = sentence_of(snapshot, "district_standing", Selection(district="talas", since="2020-03", until="2021-06"))
    assert sentence.endswith("Readings are counted by months (Mar 2020 – Jun 2021), all else by whole years.")


def test_what_is_drawn_over_all_years_says_nothing_of_months(snapshot):
    assert "Counted" not in sentence_of(snapshot, "overview_timeline", MONTHS)
