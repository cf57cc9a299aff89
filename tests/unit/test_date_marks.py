"""Dates beside figures: which are shown where, and that words go with every mark."""

from datetime import date

import plotly.graph_objects as go
import pytest

from dashboard import panels
from dashboard.figures import theme
from dashboard.figures.base import Canvas, Picture, layout, time_axis
from dashboard.figures.date_marks import MOST, date_text, short_name, with_dates
from dashboard.text import LANGUAGES, load
from data_access.answers import annotations
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.annotation import Annotation
from data_access.vocabulary.selection import Selection
from tests.support.spaces import plain_spaces


@pytest.fixture(scope="module")
def snapshot(example_public_url) -> Snapshot:
    return Database(example_public_url).snapshot()


def on(day: str, until: str | None = None, **changes) -> Annotation:
    about = {"kind": "law", "precision": "day", "names": dict.fromkeys(LANGUAGES, "x"), "subjects": {"revenue"}}
    return Annotation(first=date.fromisoformat(day), last=date.fromisoformat(until or day), **about | changes)


def draw(dates: list[Annotation], first: int = 2010, last: int = 2019, **choice) -> Picture:
    words = load()["en"]
    picture = Picture({"data": [], "layout": layout(words, xaxis=time_axis(first, last))})
    return with_dates(picture, dates, "revenue", Canvas(words, Selection(**choice)))


def names_on(picture: Picture) -> set[str]:
    return {note["text"] for note in picture.figure["layout"].get("annotations", ())}


@pytest.mark.parametrize(
    ("dates", "choice", "mark_count"),
    [
        ([on("2012-05-01")], {}, True),
        ([on("2009-12-31")], {}, False),
        ([on("2020-01-02")], {}, False),
        ([on("2008-01-01", "2030-01-01")], {}, True),
        ([on("2012-05-01", subjects={"incidents"})], {}, False),
        ([on("2012-05-01", district="talas")], {}, True),
        ([on("2012-05-01", district="talas")], {"district": "talas"}, True),
        ([on("2012-05-01", district="talas")], {"district": "naryn"}, False),
        ([on("2012-05-01", district="talas")], {"district": "naryn", "beside": ("talas",)}, True),
    ],
)
def test_what_is_shown(dates, choice, mark_count):
    picture = draw(dates, **choice)
    assert names_on(picture) == ({"x"} if mark_count else set())
    assert len(picture.figure["layout"].get("shapes", ())) == mark_count


OF_PLACE = {"is_of_place": True, "subjects": None, "kind": "project"}


def test_projects_of_the_chosen_place_go_before_others_and_have_one_key_in_the_legend():
    found = [on("2011-01-01", "2012-12-31", names=dict.fromkeys(LANGUAGES, "own"), **OF_PLACE)]
    found += [on(f"20{year}-05-01", names=dict.fromkeys(LANGUAGES, f"n{year}")) for year in (13, 15, 17)]
    picture = draw(found)
    assert names_on(picture) == {"own", "n15", "n17"}
    assert [(key.mark, key.label) for key in picture.legend] == [(theme.DATE_BAND, "project")]


@pytest.mark.parametrize(
    ("first", "last", "precision", "is_open", "text"),
    [
        ("2019-04-01", "2019-12-31", "month", False, "Apr 2019 – Dec 2019: x (project)"),
        ("2024-01-01", "9999-12-31", "year", True, "since 2024: x (project)"),
        ("2024-01-01", "2024-12-31", "year", False, "2024: x (project)"),
    ],
)
def test_a_project_without_a_last_day_is_not_said_to_have_ended(first, last, precision, is_open, text):
    one = on(first, last, precision=precision, is_open=is_open, **OF_PLACE)
    assert plain_spaces(date_text(one, load()["en"])) == text
    (shape,) = draw([one], 2010, 2025).figure["layout"]["shapes"]
    assert (shape["type"], shape["x1"]) == ("rect", min(last, "2026-01-01"))


ALERT, CAMP = date(2019, 4, 1), date(2024, 1, 1)


@pytest.mark.parametrize(
    ("choice", "own"),
    [
        ({}, []),
        # A project of its oblast, of itself, of both; of another place.
        ({"district": "jeti-oguz"}, [ALERT]),
        ({"district": "naryn"}, [CAMP]),
        ({"district": "chatkal"}, [ALERT, CAMP]),
        ({"district": "talas"}, []),
        ({"district": "talas", "beside": ("naryn",)}, [CAMP]),
        ({"site": "kumtor"}, [ALERT]),
    ],
)
def test_projects_that_name_the_place_stand_there_once(bundle_settings, choice, own):
    found = annotations.beside(Database(bundle_settings.public_url).snapshot(), Selection(**choice))
    projects = [one for one in found if one.is_of_place]
    assert [one.first for one in projects] == own
    assert all(
        one.matters("revenue", tuple(choice.get("district", "").split()), date(2010, 1, 1), date.max)
        for one in projects
    )
    # The same project is a date of the country too, with the same days.
    assert len([one for one in found if (one.kind, one.first) == ("project", ALERT)]) == 1
    assert [one.first for one in found] == sorted(one.first for one in found)


def test_of_many_the_latest_are_shown_and_no_words_lie_on_each_other():
    dates = [on(f"20{year}-05-01", names=dict.fromkeys(LANGUAGES, f"n{year}")) for year in (11, 12, 13, 18, 19)]
    picture = draw(dates)
    assert names_on(picture) == {"n13", "n18", "n19"} and len(picture.figure["layout"]["shapes"]) == MOST
    notes = picture.figure["layout"]["annotations"]
    assert len({note["ay"] for note in notes}) == MOST
    top = picture.figure["layout"]["margin"]["t"]
    assert all(0 < -note["ay"] < top for note in notes)
    # Words go away from the nearer end of the axis.
    assert {note["text"]: note["xanchor"] for note in notes} == {"n13": "left", "n18": "right", "n19": "right"}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("New rates: 5 % for gold", "New rates"),
        ("x" * 25, "x" * 25),
        ("Workshop on participatory environmental monitoring", "Workshop on participatory…"),
    ],
)
def test_long_names_are_cut_after_a_word(name, short):
    assert short_name(name) == short


def test_a_day_is_a_line_and_a_period_a_band_within_the_axis():
    shapes = draw([on("2008-01-01", "2012-01-01"), on("2015-01-01")]).figure["layout"]["shapes"]
    assert [(shape["type"], shape["x0"], shape["x1"]) for shape in shapes] == [
        ("rect", "2010-01-01", "2012-01-01"),
        ("line", "2015-01-01", "2015-01-01"),
    ]


@pytest.mark.parametrize(
    ("day", "precision", "last"),
    [("2020-02-01", "month", "2020-02-29"), ("2019-01-01", "year", "2019-12-31"), ("2019-05-17", "day", "2019-05-17")],
)
def test_a_month_or_year_lasts_to_its_last_day(day, precision, last):
    assert annotations.last_day(date.fromisoformat(day), precision) == date.fromisoformat(last)


def test_a_picture_without_a_time_axis_stays_as_it_is():
    picture = Picture({"data": [], "layout": {"xaxis": {"type": "linear", "range": [0, 1]}}})
    assert with_dates(picture, [on("2012-05-01")], "revenue", Canvas(load()["en"], Selection())) is picture


def test_names_cannot_bring_markup():
    (note,) = draw([on("2012-05-01", names=dict.fromkeys(LANGUAGES, "<b>x</b>"))]).figure["layout"]["annotations"]
    assert "<b>" not in note["hovertext"]


def has_time_axis(figure: dict) -> bool:
    return figure["layout"].get("xaxis", {}).get("type") == "date"


@pytest.mark.parametrize(
    ("district", "language"),
    [
        pytest.param(district, language, marks=[] if row == turn else pytest.mark.exhaustive)
        for row, district in enumerate((None, "jeti-oguz", "chatkal"))
        for turn, language in enumerate(LANGUAGES)
    ],
)
def test_every_mark_on_every_time_axis_has_its_words(snapshot, district, language):
    words, panels_with_dates = load()[language], set()
    for panel in panels.PANELS:
        selection = panel.relevant(Selection(district=district))
        answer = panel.answer(snapshot, selection)
        if answer.is_empty:
            continue
        canvas = Canvas(words, selection)
        plain = panel.draw(answer, canvas)
        picture = with_dates(plain, annotations.beside(snapshot, selection), panel.topic, canvas)
        if not has_time_axis(plain.figure):
            assert picture is plain
        if picture is plain:
            continue
        panels_with_dates.add(panel.key)
        go.Figure(picture.figure)
        marks, texts = (
            len(picture.figure["layout"][part]) - len(plain.figure["layout"].get(part, ()))
            for part in ("shapes", "annotations")
        )
        assert 0 < marks == texts <= MOST, panel.key
    assert {"overview_timeline", "revenue_by_stream", "incidents_by_year", "station_series"} <= panels_with_dates
