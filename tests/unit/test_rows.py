"""Rows of a picture and the room that the words beside them need."""

from dashboard.figures import bars, rows
from dashboard.figures.bars import Part
from dashboard.figures.base import Canvas, layout, scale
from dashboard.figures.strips import Strip, of_measures
from dashboard.text import Words
from data_access.vocabulary.selection import Selection

CANVAS = Canvas(Words("en"), Selection())
LONG = "a name of two lines, which is long"


def of_bars(*names: str) -> rows.Rows | None:
    picture = bars.stacked_bars(names, [Part("", "#000", [1.0] * len(names))], CANVAS, lambda _row, value: str(value))
    return rows.of(picture.figure)


def test_a_row_is_as_high_as_its_words():
    short, long = of_bars(*"abcde"), of_bars(*"abcd", LONG)
    assert short.count == long.count == 5
    assert 13 < short.least < 22 < long.least < 40


def test_a_strip_has_words_above_and_below():
    strip = Strip("Money", "#000", [1.0, 2.0], ["", ""], ["", ""], [1.0], ["first"])
    assert rows.of(of_measures([strip] * 16, ["x"], "others", CANVAS).figure).least > 45
    assert rows.of(of_measures([strip] * 16, ["x"], "others", CANVAS).figure).count == 16


def test_what_has_no_room_below_a_strip_stands_behind_its_name():
    texts = ("1.2", "27.4 per 100,000 workers · 6th best of 7 oblasts")
    strips = [Strip("Deaths", "#000", [1.0], [""], [""], [1.0], [text], "fewer is better") for text in texts]
    said = [
        [note["text"] for note in of_measures([one], ["x"], "", CANVAS).figure["layout"]["annotations"]]
        for one in strips
    ]
    assert said == [["Deaths", "fewer is better", "<b>1.2</b>"], ["Deaths · fewer is better", f"<b>{texts[1]}</b>"]]


def test_an_axis_of_values_has_no_rows():
    words = Words("en")
    assert rows.of({"layout": layout(words, yaxis=scale(10, words))}) is None
    assert rows.of({"layout": layout(words, geo={})}) is None
