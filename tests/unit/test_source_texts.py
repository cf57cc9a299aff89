"""From every figure one click leads to its source, where all is told of it; what is late is said to be late."""

from datetime import date, timedelta

import pytest

from dashboard import panels
from dashboard.address.reader import Reader, View
from dashboard.address.route import Route
from dashboard.downloads.dressing import in_one_language
from dashboard.pages.cell_links import to_source
from dashboard.pages.key_figures import figures
from dashboard.pages.source_lines import source_lines
from dashboard.panels.data.source import code_of, marked_text
from dashboard.text import LANGUAGES, load, naming, wording
from dashboard.text.table import Cell
from data_access.answers import choices, sources
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.clock import today
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source
from loaders.datasets.registry import DATASETS
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store.database import Stores, reading
from loaders.store.settings import LoaderSettings
from tests.support.html_parts import Element, parse
from tests.support.live_page import render

ONE = panels.BY_KEY["data_source"]


@pytest.fixture(scope="module")
def database(example_public_url) -> Database:
    return Database(example_public_url)


@pytest.fixture(scope="module")
def snapshot(database) -> Snapshot:
    return database.snapshot()


@pytest.fixture(scope="module")
def words():
    return load()


def table_of(source: Source, snapshot: Snapshot, words) -> dict[str, list]:
    """Cells of the facts about a source by the words for each."""
    selection = Selection(source=source.key)
    cells_by_label: dict[str, list] = {}
    for label, cell in ONE.tabulate(ONE.answer(snapshot, selection), words, selection).rows:
        cells_by_label.setdefault(label.text, []).append(cell)
    return cells_by_label


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_told_of_every_source(snapshot, words, language):
    catalogue = words[language]
    for source in sources.all_of(snapshot):
        facts = table_of(source, snapshot, catalogue)
        document = facts[catalogue("table.document")][0]
        assert (document.text, document.address) == (source.title[language], source.url)
        assert facts[catalogue("table.publisher")][0].text == source.publisher[language]
        assert facts[catalogue("table.licence")][0].text == source.licence[language]
        assert facts[catalogue("table.method")][0].text == catalogue(f"method.{source.dataset}")
        assert catalogue(f"kind.{source.kind}") in facts[catalogue("table.kind")][0].text
        assert facts[catalogue("check.form")]
        for name in ("period", "freshness", "loaded", "read", "kept", "set_aside"):
            assert facts[catalogue(f"table.{name}")][0].text


def test_counts_of_what_may_be_held_back_are_withheld(snapshot, words):
    """Replies too: one to an incident that is held back is held back with it."""
    for source in sources.all_of(snapshot):
        checks = sources.chosen_source(snapshot, Selection(source=source.key)).extras["checks"]
        is_told = {check["row_count"] == check["row_count"] and check["row_count"] is not None for check in checks}
        if source.dataset in ("incidents", "grievances") or source.key == "example_replies":
            assert is_told == {False}
        else:
            assert is_told <= {True}


def test_a_check_that_found_something_tells_how_much(snapshot):
    checks = sources.chosen_source(snapshot, Selection(source="example_readings")).extras["checks"]
    assert len(checks) >= 4 and {check["severity"] for check in checks} <= {"refused", "set_aside", "warning"}
    every = [
        check
        for source in sources.all_of(snapshot)
        for check in sources.chosen_source(snapshot, Selection(source=source.key)).extras["checks"]
    ]
    assert any(check["row_count"] == check["row_count"] and check["row_count"] for check in every)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_has_words(example_public_url, words, language):
    private = example_public_url.replace("public.sqlite", "private.sqlite")
    with reading(Stores.open(LoaderSettings(example_public_url, private)).private) as connection:
        codes = ReferenceCodes(connection)
        reasons = {rule.reason for dataset in DATASETS.values() for rule in dataset.rules(codes)}
    assert [reason for reason in reasons if not words[language].has(f"check.{code_of(reason)}")] == []


def test_every_key_figure_leads_to_its_sources(database, snapshot, words):
    reader = Reader(database, words, "/")
    for figure in figures(View(snapshot, Route("ru", "overview"), Selection()), reader):
        assert figure.origins
        for one in figure.origins:
            assert one.href.startswith("/ru/data?source=") and one.href.endswith("#title-data_source")


def test_the_address_of_a_source_chooses_it(database, snapshot, words):
    reader = Reader(database, words, "/")
    for source in sources.all_of(snapshot):
        search = to_source(source.key, Route("ky", "overview"), None, reader).partition("?")[2].partition("#")[0]
        assert Selection.parse(search, choices.allowed_values(snapshot, ())).source == source.key


def line_of(source: Source, language: str, database: Database) -> Element:
    """A source as it stands below the pictures of a page."""
    lines = source_lines(
        database.snapshot(), [source], Route(language, "overview"), None, Reader(database, load(), "/")
    )
    return parse(render("texts", "source", *lines)).one("source")


STATES = [(-1, "late", "source.late"), (0, "on_time", "source.on_time"), (30, "on_time", "source.on_time")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("days", "timeliness", "key"), STATES)
def test_a_late_source_is_never_shown_as_calm(database, snapshot, words, language, days, timeliness, key):
    catalogue, due = words[language], today() + timedelta(days=days)
    one = sources.all_of(snapshot)[0]
    aged = Source(**{**vars(one), "newest_on": date(2020, 1, 1), "expected_on": due})
    assert aged.timeliness == timeliness
    text = wording.freshness(aged.newest_on, aged.expected_on, aged.timeliness, catalogue)
    assert catalogue(key, date=catalogue.day(due)) in text and catalogue.day(date(2020, 1, 1)) in text
    assert line_of(aged, language, database).one(f"age-{timeliness}").text == text


def test_nothing_is_promised_of_invented_figures(database, snapshot, words):
    synthetic = [source for source in sources.all_of(snapshot) if source.kind == "synthetic"]
    assert {source.timeliness for source in synthetic} == {"unknown"}
    text = wording.freshness(None, None, "unknown", words["en"])
    assert text == f"{words['en']('source.undated')}; {words['en']('source.unpromised')}"
    # Under a picture that would be said of each, and be louder than the figures.
    assert words["en"]("source.unpromised") not in line_of(synthetic[0], "en", database).text


def test_a_text_that_is_not_translated_yet_is_shown_in_its_own_language(database, snapshot, words):
    one = sources.all_of(snapshot)[0]
    texts = {"title": {"ky": "", "ru": "Бедность", "en": ""}, "licence": {"ky": "", "ru": "", "en": "Terms"}}
    line = line_of(Source(**{**vars(one), **texts}), "ky", database)
    (title,) = line.all("a")
    assert (title.text, title.attributes["lang"]) == ("Бедность", "ru")
    assert line.attributes["data-terms"] == f"{one.publisher['ky']} · Terms"
    row = sources.register(snapshot, Selection()).frame.iloc[0].copy()
    row["publisher_ky"], row["publisher_ru"] = "", "Комитет"
    assert marked_text(row, "publisher", words["ky"]) == Cell("Комитет", language="ru")
    assert marked_text(row, "publisher", words["ru"]).language is None


def test_a_column_of_a_download_has_the_text_of_another_language_where_it_lacks_its_own():
    columns = {"title_ky": ["а", "", ""], "title_ru": ["б", "в", ""], "title_en": ["c", "", "d"]}
    assert dict(in_one_language(columns, "ky")) == {"title": ["а", "в", "d"]}


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Payments of Centerra Gold 2016–2019 by payee (Canadian act ESTMA)", "Payments of Centerra Gold"),
        ("Фонд развития Иссык-Кульской области: доходы и расходы, 2020", "Фонд развития Иссык-Кульской области"),
        ("Кендердин өндүрүшү жана сатуусу, 2014–2018, 2022, 2025", "Кендердин өндүрүшү жана сатуусу"),
        ("PM2.5 in Bishkek, daily means 2019–2023", "PM2.5 in Bishkek, daily means"),
        ("2 % төлөмдү бөлүштүрүү эрежелери", "2 % төлөмдү бөлүштүрүү эрежелери"),
    ],
)
def test_below_a_picture_a_source_has_a_short_name(title, short):
    assert naming.short(title) == short
