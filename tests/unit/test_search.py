"""What a search finds: in three languages and both alphabets, with slips, and where it leads."""

import pytest

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages import search
from dashboard.text import LANGUAGES, load
from dashboard.text.spelling import letters
from data_access.answers.findable import Findable, findable
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection

# What is written -> where the best hit leads.
BEST = {
    **dict.fromkeys(("jeti-oguz", "jeti oguz", "jetioguz", "Dzhety-Oguz", "JETY OGUZ"), "/district/jeti-oguz"),
    **dict.fromkeys(("Жети-Өгүз", "жети огуз", "Джети-Огузский район", "джетиогуз"), "/district/jeti-oguz"),
    **dict.fromkeys(("jeti oguzz", "jeit oguz", "жете-өгуз", "джеты"), "/district/jeti-oguz"),
    **dict.fromkeys(("тоң", "тон", "tong", "Ton district", "Тонский"), "/district/ton"),
    **dict.fromkeys(("Чоң-Алай", "чон алай", "chong alay", "chonalai"), "/district/chon-alay"),
    **dict.fromkeys(("Өзгөн", "узген", "uzgen", "özgön"), "/district/uzgen"),
    # Former names.
    **dict.fromkeys(("Пржевальск", "Przhevalsk"), "/district/karakol"),
    # One name of several places: the district before the city, the city before the oblast, unless one is named.
    **dict.fromkeys(("нарын", "Naryn", "Нарынский район"), "/district/naryn"),
    **dict.fromkeys(("нарын шаары", "naryn city", "г. Нарын", "naryn-city"), "/district/naryn-city"),
    **dict.fromkeys(("Ысык-Көл облусу", "Иссык-Кульская область", "issyk kul oblast", "нарын облусу"), "/overview"),
    **dict.fromkeys(("ош", "osh"), "/district/osh-city"),
    "manas-talas": "/district/manas-talas",
    **dict.fromkeys(("кумтор", "Кумтөр", "kumtor", "кумтр", "kumtr mine", "рудник Кумтор", "cumtor"), "/site/kumtor"),
    **dict.fromkeys(("Айдаркен", "хайдаркан", "haidarkan", "khaydarkan"), "/site/khaidarkan"),
    **dict.fromkeys(("Майлуу-Суу уран калдыктары", "mailuu-suu tailings"), "/site/mailuu-suu-ult"),
    **dict.fromkeys(("example company b", "Компания-пример Б", "ulgu b"), "/revenue?operator=example-company-b"),
    **dict.fromkeys(("суу", "вода", "water"), "/monitoring"),
    # What is measured, by the choice that shows it.
    **dict.fromkeys(("мышьяк", "arsenic"), "/monitoring?indicator=as"),
    **dict.fromkeys(("жумушсуздук", "безработица", "unemployment"), "/monitoring?measure=unemp"),
    # A question of a page, by its words in other forms.
    **dict.fromkeys(("решают в срок", "grievance deadlines"), "/grievances#title-grievances_in_time"),
    **dict.fromkeys(("салык", "налоги", "taxes", "роялти"), "/revenue"),
    **dict.fromkeys(("чыр-чатак", "конфликт", "protests"), "/incidents"),
    **dict.fromkeys(("даттануу", "жалобы", "complaints", "complants"), "/grievances"),
    **dict.fromkeys(("рудник", "кендер", "sources"), "/data"),
    # Cases of Kyrgyz: what they end is meant, and no slip.
    **dict.fromkeys(("Чаткалда", "Чаткалдын", "Чаткалга", "Чаткалдан", "Чаткал районунда"), "/district/chatkal"),
    **dict.fromkeys(("Жети-Өгүздө", "Жети-Өгүздүн", "Жети-Өгүзгө канча акча келди"), "/district/jeti-oguz"),
    **dict.fromkeys(("Тоңдо", "Тоңго"), "/district/ton"),
    "Нарында": "/district/naryn",
    "Ысык-Көл облусунда": "/overview",
    **dict.fromkeys(("Кумтөрдө", "Кумтөрдүн"), "/site/kumtor"),
    # Words that are explained, behind pages that are called so.
    **dict.fromkeys(("gini", "Джини"), "/glossary#term-gini"),
    **dict.fromkeys(("медиана", "median"), "/glossary#term-median"),
    # Villages, towns and aiyl aimaks, by their district.
    **dict.fromkeys(("Барскоон", "barskoon", "барскон", "Барскоон айылы", "с. Барскоон"), "/district/jeti-oguz"),
    **dict.fromkeys(("Айгыр-Жал", "айгыр джал", "Aigyr-Jal", "Коргон-Сайда", "Терек-Сай айылы"), "/district/chatkal"),
    **dict.fromkeys(("Кербен", "Kerben town"), "/district/aksy"),
    # A word of a kind that is a part of the name.
    **dict.fromkeys(("Кен-Арал", "ken-aral"), "/district/bakai-ata"),
    # A dozen villages have one name: the district tells which.
    **dict.fromkeys(("Кызыл-Туу Тоң", "Кызыл-Туу, Тонский район", "kyzyl tuu ton"), "/district/ton"),
    "Кызыл-Туу Аксы": "/district/aksy",
    "41703230841010": "/district/chatkal",
    # A question with a name in it.
    **dict.fromkeys(("Сколько денег получил Джети-Огуз?", "how much did Jeti-Oguz get"), "/district/jeti-oguz"),
}
NOTHING = ("", "  ", "zzqxv", "к", "東京", "🙂", "?!", "\x00\x1b[0m", "<script>", "' OR 1=1 --", "%" * 64, "ъ" * 64)


@pytest.fixture(scope="module")
def reader(example_public_url) -> Reader:
    return Reader(Database(example_public_url), load(), "/")


def hits_of(reader: Reader, query: str, route: Route | None = None, search_of_page: str = "") -> list[search.Hit]:
    snapshot = reader.snapshot(search_of_page)
    selection = reader.choice(snapshot, search_of_page) if search_of_page else Selection()
    return search.found(snapshot, route or Route("ru", "overview"), selection, query, reader).hits


def things(reader: Reader, *, is_settlement: bool) -> list[Findable]:
    return [one for one in findable(reader.snapshot("")) if bool(one.district) == is_settlement]


@pytest.mark.parametrize(("query", "best"), BEST.items())
def test_the_best_hit_is_what_was_meant(reader, query, best):
    assert hits_of(reader, query)[0].href == f"/ru{best}"


@pytest.mark.parametrize("query", NOTHING)
def test_what_means_nothing_finds_nothing(reader, query):
    assert hits_of(reader, query) == []


def test_every_name_finds_its_own(reader):
    """Some names are those of several things: all of them are found, at most eight."""
    for thing in things(reader, is_settlement=False):
        for name in thing.names.values():
            hits = hits_of(reader, name)
            assert thing.names["ru"] in [hit.text for hit in hits], name
            assert len(hits) <= search.MOST_HITS


def test_villages_of_one_name_are_found_with_their_district(reader):
    """Each twentieth one."""
    for thing in things(reader, is_settlement=True)[::20]:
        for language in ("ru", "en"):
            best, *_ = hits_of(reader, f"{thing.names[language]} {thing.within[-1][language]}")
            assert best.href == f"/ru/district/{thing.district}", thing


def test_more_than_is_shown_is_told(reader):
    found = search.found(reader.snapshot(""), Route("ru", "overview"), Selection(), "кызыл-туу", reader)
    assert len(found.hits) == search.MOST_HITS < found.total


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hit_says_what_it_is_and_where(reader, language):
    words = reader.words[language]
    [district, city, oblast, *_] = hits_of(reader, "naryn", Route(language, "overview"))
    [mine, *_] = hits_of(reader, "kumtor", Route(language, "overview"))
    [host, *_] = hits_of(reader, "jeti-oguz", Route(language, "overview"))
    assert district.about == f"{words('search.kind.district')} · {oblast.text}"
    assert city.about == f"{words('search.kind.city')} · {oblast.text}"
    assert oblast.about == words("search.kind.oblast")
    assert mine.about == f"{words('site_kind.mine')} · {host.text}"


def test_the_aiyl_aimak_of_a_village_is_said_where_its_district_has_two_of_one_name(reader):
    alone, *_ = hits_of(reader, "Айгыр-Джал")
    of_two = [hit.about for hit in hits_of(reader, "Кызыл-Токой Чаткал")[:2]]
    assert alone.about == "Село · Чаткальский район"
    assert of_two == [
        f"Село · {aimak} айылный аймак · Чаткальский район" for aimak in ("Каныш-Кыянский", "Терек-Сайский")
    ]


def test_an_oblast_brings_its_districts(reader):
    best, *rest = hits_of(reader, "Ысык-Көл облусу")
    assert best.about == "Область"
    assert {"/ru/district/jeti-oguz", "/ru/district/ton"} <= {hit.href for hit in rest}


def test_a_question_that_two_pages_ask_is_found_once(reader):
    assert [hit.href for hit in hits_of(reader, "больше всего денег")] == ["/ru/overview#title-overview_map"]


def test_words_of_which_one_is_asked_find_no_question(reader):
    assert hits_of(reader, "решают жирафы") == []


def test_no_slip_is_shown_beside_what_was_meant(reader):
    assert [hit.href for hit in hits_of(reader, "салык")] == ["/ru/revenue"]


@pytest.mark.parametrize("query", ["Чаткалда", "Тоңдо", "Кумтөрдүн"])
def test_a_case_is_no_slip(reader, query):
    """Nothing that is written like it is shown beside what was meant."""
    [best, *rest] = hits_of(reader, query)
    assert {hit.text for hit in rest} <= {hit.text for hit in hits_of(reader, best.text)[1:]}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        # Half of a name is another village, also with a slip in the other half.
        ("Терек-Сй", ["Терек-Сай"]),
        ("Жаңы-Базр", ["Джаны-Базар"]),
        # What the list of the state writes as е, and endings behind short words.
        ("Көк-Серек", ["Кек-Серекский айылный аймак"]),
        ("Чакмак-Сууда", ["Чакмак-Суу"]),
        ("Айгыр-Жалдагы", ["Айгыр-Джал"]),
        ("Барскоон айыл", ["Барскоон", "Барскоонский айылный аймак"]),
        ("Kara-Suu town", ["Кара-Суу"]),
        # Of a district that is named no other village, and no half of a name beside a whole one.
        ("Кызыл-Туу Сузак", ["Кызыл-Туу"]),
        ("Беш-Арал", ["Беш-Арал"]),
    ],
)
def test_villages_that_are_meant_are_among_the_first(reader, query, shown):
    texts = [hit.text for hit in hits_of(reader, query)]
    assert shown[0] in texts[:5], texts
    assert not {"Терек", "Чакмак", "Джаны-Кыштак", "Арал"} & {*texts}


def test_a_village_that_is_not_in_the_named_district_is_not_found_elsewhere(reader):
    assert [hit.text for hit in hits_of(reader, "Арал Чаткал")] == ["Чаткальский район", "Чаткальский айылный аймак"]


def test_choices_go_along_where_they_hold(reader):
    lite = Route("ky", "overview", is_lite=True)
    choices = "?district=ton&since=2019&station=nowhere&stream=royalty"
    [place, *_] = hits_of(reader, "jeti-oguz", lite, choices)
    [money, *_] = hits_of(reader, "салык", lite, choices)
    assert place.href == "/ky/district/jeti-oguz/lite?since=2019"
    assert money.href.startswith("/ky/revenue/lite?district=ton&since=2019")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Жети-Өгүз", "Джети-Огуз"),
        ("Ысык-Ата", "Ysyk-Ata"),
        ("Кызыл-Кыя", "Kyzyl-Kiya"),
        ("Чаарат", "Chaarat"),
        ("Центерра", "Centerra"),
        ("Жумгал", "Dzhumgal"),
        ("Тюпский", "Tyup"),
        ("Ошская", "Osh"),
        ("Йод", "Yod"),
    ],
)
def test_alphabets_fall_together(one, other):
    assert letters(one) == letters(other)
