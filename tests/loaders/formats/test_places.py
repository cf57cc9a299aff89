"""Free text to districts: by name only, in three languages, never guessed."""

import csv
import io
from collections import Counter

import pytest

from loaders.formats.events import locate
from loaders.formats.places import Resolution, Resolver
from loaders.gate.gazetteer import Gazetteer
from loaders.gate.spelling import key, same_letters
from loaders.store.places import admin_unit

# Every location of the Mass Mobilization list, looked at one by one. Small letters: the slug of a district;
# capitals: an oblast only; a question mark: kept as it is written.
PUBLISHED = {
    "Ala Buka District, Dzhalal Abad Region": "ala-buka",
    "Ala Too Square in Bishkek": "bishkek",
    "Andijon": "?Andijon",
    "Balykchi": "balykchy",
    "Barpy, Suzak District": "suzak",
    "Batken Region": "BATKEN",
    "Baytik": "?Baytik",
    "Bishkek": "bishkek",
    "Bishkek  in front of parliament building": "bishkek",
    "Bishkek and Osh": "bishkek + ?Osh",
    "Bishkek, Naryn, Talas": "bishkek + NARYN + TALAS",
    "Bishkek, Osh  south Kyrgyzstan , Dzhalal Abad  southwest Kyrgyzstan": "bishkek + JALAL-ABAD + ?Osh",
    "Boo Terek Village  Bakay Ata District": "bakai-ata",
    "Dzhala Abad region": "JALAL-ABAD",
    "Dzhala Abad region, south": "JALAL-ABAD",
    "Dzhalal Abad": "JALAL-ABAD",
    "Dzhalal Abad region": "JALAL-ABAD",
    "Dzhalal Abad, Osh  south": "JALAL-ABAD + ?Osh",
    "Dzhalal Abad, Talas": "JALAL-ABAD + TALAS",
    "Dzhalal Abad, southwestern Kyrgyzstan": "JALAL-ABAD",
    "Dzhalal Abad; Naryn": "JALAL-ABAD + NARYN",
    "Frunze": "bishkek",
    "Jalal Abad; Kerben; Talas region": "JALAL-ABAD + TALAS + ?Kerben",
    "Jeti Oguz District , Issyk Kul Region": "jeti-oguz",
    "Jeti Oguz District, Issyk Kul Region": "jeti-oguz",
    "Kara Buura District, Talas Region": "aitmatov",
    "Kara Kuldzha and Uzgen Districts and Uzgen, Osh region": "kara-kulja + uzgen",
    "Kara Su": "kara-suu",
    "Karakol": "karakol",
    "Karakol and Saruu, Issyk Kul Region": "karakol + ISSYK-KUL",
    "Karakol, Bishkek": "karakol + bishkek",
    "Kashkasy": "?Kashkasy",
    "Kochkor  eastern Kyrgyzstan": "kochkor",
    "Kochkor Ata, Dzhalal Abad Region": "JALAL-ABAD",
    "Mayly Suu, Dzhalal Abad Region": "mailuu-suu",
    "Naryn": "NARYN",
    "Naryn Region": "NARYN",
    "Naryn province": "NARYN",
    "Naryn region": "NARYN",
    "Naryn town": "naryn-city",
    "Nookat, Osh Region": "nookat",
    "Northeast": "?Northeast",
    "Osh": "?Osh",
    "Osh City, Osh region": "osh-city",
    "Osh region": "OSH",
    "Osh town, Osh region": "osh-city",
    "Osh, Bishkek": "bishkek + ?Osh",
    "Osh, Dzhalal Abad, Batken": "JALAL-ABAD + BATKEN + ?Osh",
    "Saruu and Kyzyl Suu, Issyk Kul Region": "ISSYK-KUL",
    "Sokuluk village  suburb of Bishkek": "?Sokuluk village suburb of Bishkek",
    "Talas Region": "TALAS",
    "Talas region": "TALAS",
    "Tash Kumir": "tash-kumyr",
    "Tash Kumyr": "tash-kumyr",
    "Tokmak  northern Kygryzstan": "tokmok",
    "Tyup, Naryn": "tyup + NARYN",
    "Uzgen": "uzgen",
    "Uzgen District, Osh Region": "uzgen",
    "along Bishkek Osh highway": "?along Bishkek Osh highway",
    "north  president s home region": "?north president s home region",
    "southern Kyrgyzstan, Batken region": "BATKEN",
    "state prison   Karacol": "karakol",
    "state prisons": "?state prisons",
    "state prisons nationwide": "?state prisons nationwide",
    "the Bishkek Osh road": "?the Bishkek Osh road",
}
# Other spellings and languages.
SPELLINGS = {
    "Жети-Өгүз району": "jeti-oguz",
    "Джети-Огузский район": "jeti-oguz",
    "Жеты-Огузский р-н": "jeti-oguz",
    "Dzhety-Oguz raion": "jeti-oguz",
    "Тоӊ району\u00a0": "ton",
    "Тоң району": "ton",
    "Тонский районрайон": "ton",
    "г.Нарын": "naryn-city",
    "г. Нарын": "naryn-city",
    "Нарын шаары": "naryn-city",
    "Нарынский район": "naryn",
    "Нарынская обл.": "NARYN",
    "в Нарынской области": "?в Нарынской области",
    "Нарынской области": "NARYN",
    "Нарын": "NARYN",
    "Ысык-Көл": "ISSYK-KUL",
    "Ысык-Көл облусу, Тоң району": "ton",
    "Иссык-Кульская область, Тонский район": "ton",
    "Issyk-Kul oblast Jeti-Oguz district": "jeti-oguz",
    "Tyup, Issyk-Kul": "tyup",
    "Жалал-Абад шаары": "manas-city",
    "Dzhala Abad": "JALAL-ABAD",
    "Jalal‑Abad Oblast": "JALAL-ABAD",
    "Osh": "?Osh",
    "Ош шаары": "osh-city",
    "город Ош": "osh-city",
    "Ошская область": "OSH",
    "Osh, Osh region": "osh-city",
    "Manas": "?Manas",
    "Manas, Talas region": "manas-talas",
    "Kara-Buura": "aitmatov",
    "Чоӊ-Алай": "chon-alay",
    "Alay": "alay",
    "Кочкор-Ата": "?Кочкор-Ата",
    "Kyrgyzstan": "?Kyrgyzstan",
    "Naryn, Kochkor": "NARYN + kochkor",
    "Uzgen, Batken Region": "uzgen + BATKEN",
    "Talas and Chuy provinces": "TALAS + CHUI",
    "Naryn and Talas districts": "naryn + talas",
    "Барскоон айылы, Жети-Өгүз району, Ысык-Көл облусу": "jeti-oguz",
    "near Osh City": "?near Osh City",
}


@pytest.fixture(scope="module")
def gazetteer(reference) -> Gazetteer:
    return Gazetteer(reference)


@pytest.fixture(scope="module")
def places_in(reference, gazetteer):
    """Resolves a text and tells the places in the way of the tables above."""
    units = reference.frame(admin_unit.select()).set_index("unit_code")
    resolver = Resolver(gazetteer)

    def tell(text: str) -> str:
        resolution = resolver.resolve(text)
        places = [
            units.slug[one.district] if one.district else units.name_en[one.oblast].removesuffix(" oblast").upper()
            for one in resolution.places
        ]
        return " + ".join([*places, *(f"?{name}" for name in resolution.unresolved_names)])

    return tell


@pytest.mark.parametrize("text", [*PUBLISHED, *SPELLINGS])
def test_a_text_names_these_places(places_in, text):
    assert places_in(text) == (PUBLISHED | SPELLINGS)[text]


def test_every_published_location_is_in_the_table_and_counted(published_file, gazetteer):
    rows = list(csv.DictReader(io.StringIO(published_file("published/mass_mobilization_kyrgyzstan.csv").decode())))
    assert {row["location"] for row in rows} == set(PUBLISHED)
    resolver = Resolver(gazetteer)
    by_protest = Counter(resolver.resolve(row["location"]).state for row in rows)
    by_text = Counter(resolver.resolve(text).state for text in PUBLISHED)
    assert by_protest == {"district": 92, "oblast": 38, "several": 13, "unresolved": 21}
    assert by_text == {"district": 25, "oblast": 16, "several": 13, "unresolved": 11}


def test_names_of_units_in_different_oblasts_are_known(gazetteer):
    """Two spellings folded into one would make districts of different oblasts alike; only these two are."""
    shared = {name for name, units in gazetteer.keys().items() if len({unit.oblast for unit in units}) > 1}
    assert shared == {"osh", "manas"}


def test_every_name_of_a_district_leads_to_it_or_to_its_oblast(reference, gazetteer):
    resolver = Resolver(gazetteer)
    for unit in reference.frame(admin_unit.select().where(admin_unit.c.level == "district")).itertuples():
        for name in (unit.name_ky, unit.name_ru):
            resolution = resolver.resolve(name)
            assert [place.district for place in resolution.places] == [unit.unit_code], name


def test_the_mapping_decides_texts_and_names_in_them(gazetteer):
    resolver = Resolver(gazetteer, {"Osh": "41721000", "state prisons": ["41711000", "41708"]})
    assert resolver.resolve("Bishkek and Osh").unresolved_names == ()
    assert [place.district for place in resolver.resolve("Bishkek and Osh").places] == ["41711000", "41721000"]
    assert [place.oblast for place in resolver.resolve("State prisons").places] == ["41711", "41708"]
    with pytest.raises(KeyError):
        Resolver(gazetteer, {"Osh": "41799000"})


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ысык-Көл", "Ysyk Köl"), ("Джумгал", "Dzhumgal"), ("Жумгал", "Jumgal"), ("Ala‑Buka", "Ала Бука"), ("О'ш", "Ош")],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert key(one) == key(other)


def test_nothing_is_no_place():
    assert Resolution().state == "unresolved"


@pytest.mark.parametrize(
    "name", ["Жети-Ѳгүз району", "Жети-Ɵгүз", "Жeти-Өгүз paйoнy", "Jеti-Оguz district", "Жети-Öгүз"]
)
def test_a_name_is_known_in_letters_that_look_alike(reference, name):
    """Of free text, and of the administrative columns of incident lists; some letters are of the other alphabet."""
    gazetteer = Gazetteer(reference)
    assert [place.district for place in Resolver(gazetteer).resolve(name).places] == ["41702210"]
    assert locate(gazetteer, "Ысык-Кѳл облусу", name).district == "41702210"


@pytest.mark.parametrize("word", ["Кок", "Panfilov", "Панфилов", "Токмок", "Tokmok"])
def test_words_of_one_alphabet_stay_as_they_are(word):
    assert same_letters(word.lower()) == word.lower()
