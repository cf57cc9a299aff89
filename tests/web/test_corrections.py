"""What was corrected of published figures: on the page of the data, and in a feed that anybody can follow."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from dashboard import panels
from dashboard.figures.base import Canvas
from dashboard.text import LANGUAGES, load
from dashboard.web import feed
from data_access.answers import corrections
from data_access.store.database import Snapshot
from data_access.vocabulary.selection import Selection
from tests.support import money_store
from tests.support.spaces import plain_spaces

WORDS, ALL, PANEL = load(), Selection(), panels.BY_KEY["data_corrections"]
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESSES = ("https://example.org/en/corrections.atom", "https://example.org/en/data#title-data_corrections")
DAY = datetime(2026, 3, 1, tzinfo=UTC)
# Kind, rows added, changed and removed (None: not told), reason; and whether it corrected what stood there.
NOTES = {
    "the first load": (("load", 9, 0, 0, "first"), False),
    "rows that were changed": (("load", 1, 2, 0, "a slip of the publisher"), True),
    "rows that went": (("load", 0, 0, 3, None), True),
    "further rows": (("load", 4, 0, 0, None), False),
    "grievances loaded anew": (("load", None, None, None, None), False),
    "grievances corrected for a reason": (("load", None, None, None, "entered twice"), True),
    "a load that was taken back": (("undo", 0, 0, 4, None), True),
    "figures released": (("release", 5, 0, 0, None), False),
    "an incident taken down": (("takedown", None, None, None, None), True),
}


def noted(number: int, kind: str, added, changed, removed, reason) -> dict:
    counts = {"rows_added": added, "rows_changed": changed, "rows_removed": removed, "reason": reason}
    key = None if kind == "takedown" else "gone" if kind == "undo" else "s"
    return {"note_id": number, "source_key": key, "kind": kind, "loaded_at": DAY.replace(hour=number)} | counts


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Snapshot:
    notes = [noted(number, *told) for number, (told, _) in enumerate(NOTES.values())]
    return money_store.make(tmp_path_factory.mktemp("notes"), people={}, load_note=notes)


def test_what_changed_or_took_away_what_stood_there_is_a_correction(store):
    rows = corrections.by_load(store, ALL).rows
    hours = [number for number, (_, is_correction) in enumerate(NOTES.values()) if is_correction]
    assert [row.loaded_at.hour for row in rows] == hours[::-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_rows_and_reasons_and_what_is_not_told(store, language):
    words, answer = WORDS[language], PANEL.answer(store, ALL)
    rows = PANEL.tabulate(answer, words, ALL).rows
    assert [[cell.text for cell in row[3:]] for row in rows[::-1]] == [
        ["2", "0", "a slip of the publisher"],
        ["0", "3", words("change.no_reason")],
        [words("correction.untold")] * 2 + ["entered twice"],
        ["0", "4", words("change.no_reason")],
        [words("correction.untold")] * 2 + [words("change.no_reason")],
    ]
    assert [row[1].text for row in rows] == [words("load_note.takedown"), "gone", "x", "x", "x"]
    notes = PANEL.draw(answer, Canvas(words, ALL)).figure["layout"]["annotations"]
    assert plain_spaces(words.plural("count.corrections", 5)) in plain_spaces(PANEL.say(answer, words, ALL))
    assert len([note for note in notes if note.get("xshift") == 6]) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_has_an_entry_for_each_that_says_what_how_many_and_why(store, language):
    rows = corrections.by_load(store, ALL).rows
    root = ElementTree.fromstring(feed.written(rows, ADDRESSES, DAY, WORDS[language]))
    entries = root.findall(f"{ATOM}entry")
    titles = [plain_spaces(one.findtext(f"{ATOM}title")) for one in entries]
    assert titles[-1].startswith("x: ") and "2" in titles[-1] and titles[-1].endswith("(a slip of the publisher)")
    assert titles[0] == WORDS[language]("load_note.takedown")
    assert entries[0].findtext(f"{ATOM}updated") == "2026-03-01T08:00:00+00:00"
    # An entry is the same one in all languages.
    english = ElementTree.fromstring(feed.written(rows, ADDRESSES, DAY, WORDS["en"])).findall(f"{ATOM}entry")
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert ids == [one.findtext(f"{ATOM}id") for one in english] and len(set(ids)) == len(ids) == 5
    for one in (root, *entries):
        assert all(one.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_the_feed_of_its_language(client, language):
    page = client.get(f"/{language}/data").get_data(as_text=True)
    address = f"/{language}/corrections.atom"
    assert page.count(f'href="{address}"') == 2
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    root = ElementTree.fromstring(answer.data)
    (alternate,) = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    assert alternate.endswith(f"/{language}/data#title-data_corrections")
    again = client.get(address, headers={"If-Modified-Since": answer.headers["Last-Modified"]})
    assert again.status_code == 304
