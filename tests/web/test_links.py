"""Links as messengers make them lead to what was meant: signs around them, escapes, capitals, doubled slashes."""

from urllib.parse import quote

import pytest

from dashboard.address.reader import Reader
from dashboard.text import load
from data_access.store.database import Database
from data_access.vocabulary import link
from tests.web.files import file_content

# What is put behind an address, as it is written there.
TAILS = (
    *(".", ",", ":", ";", "!", "...", "…", ")", "]", ">", "'", "»", "”", ").", "*", "_", "/", "/)", "~"),
    *("%29", "%2529", "%22", "%E2%80%8B", "%00", "%0A", "%C2%A0", "&quot;", "&gt;", "%29.%22"),
)
IN_PATHS = tuple(tail for tail in TAILS if "&" not in tail)
# How a path is written -> what was meant.
PATHS = {
    "/ru": "/ru/overview",
    "/ru/": "/ru/overview",
    "/RU": "/ru/overview",
    "/RU/revenue": "/ru/revenue",
    "/ru/Revenue": "/ru/revenue",
    "/Ru/REVENUE/LITE": "/ru/revenue/lite",
    "/ru/lite": "/ru/overview/lite",
    "/ru//revenue": "/ru/revenue",
    "/ru/revenue//lite": "/ru/revenue/lite",
    "/ru/district/Jeti-Oguz": "/ru/district/jeti-oguz",
    "/ru/district/jeti%E2%80%93oguz": "/ru/district/jeti-oguz",
    "/RU/District/KG02210000000/lite": "/ru/district/jeti-oguz/lite",
    "/ru/site/Kumtor": "/ru/site/kumtor",
    "/RU/agenda": "/ru/agenda",
    "/ru//agenda": "/ru/agenda",
    "/ru/Languages": "/ru/languages",
    "/RU/search": "/ru/search",
    "/RU/district/jeti-oguz//pack.zip": "/ru/district/jeti-oguz/pack.zip",
}
TIDY = (
    *("/ru/revenue", "/ru/revenue/lite", "/ru/district/jeti-oguz", "/ru/site/kumtor", "/ru/agenda", "/ru/languages"),
    "/ru/district/jeti-oguz/pack.zip",
)
CHOSEN = "?district=jeti-oguz&since=2019&until=2021"
# How a choice is written -> how the dashboard writes it.
QUERIES = {
    **{f"?district=jeti-oguz{tail}": "?district=jeti-oguz" for tail in TAILS},
    **{f"{CHOSEN}{tail}": CHOSEN for tail in TAILS},
    "?district=(jeti-oguz)": "?district=jeti-oguz",
    "?district=%22jeti-oguz%22": "?district=jeti-oguz",
    "?district=«jeti-oguz»": "?district=jeti-oguz",
    "?district=jeti–oguz": "?district=jeti-oguz",
    "?district=jeti-%0Aoguz": "?district=jeti-oguz",
    "?DISTRICT=JETI-OGUZ&Since=2019": "?district=jeti-oguz&since=2019",
    "?district%3Djeti-oguz%26since%3D2019": "?district=jeti-oguz&since=2019",
    CHOSEN.replace("&", "&amp;"): CHOSEN,
    CHOSEN.replace("&", "&amp;amp;"): CHOSEN,
    CHOSEN.replace("&", "&amp%3B"): CHOSEN,
    "?edition=.&district=jeti-oguz.": "?district=jeti-oguz",
}


def landing(client, address: str) -> str:
    """Where a link leads, at once."""
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code == 200, address
    assert len(answer.history) <= 1, address
    return answer.request.full_path.rstrip("?")


@pytest.mark.parametrize(("text", "meaning"), PATHS.items())
@pytest.mark.parametrize("query", ["", "?since=2019"])
def test_a_path_leads_to_what_was_meant(client, text, meaning, query):
    kept_query = query if "agenda" not in meaning else ""
    assert landing(client, text + kept_query) == meaning + kept_query


def test_a_slash_that_is_doubled_at_the_start_is_one(client):
    answer = client.get("/", environ_overrides={"PATH_INFO": "//ru/revenue"})
    assert (answer.status_code, answer.location) == (302, "/ru/revenue")


@pytest.mark.parametrize("tail", IN_PATHS)
@pytest.mark.parametrize("path", TIDY)
def test_what_stands_behind_a_path_is_no_part_of_it(client, path, tail):
    assert landing(client, path + tail) == path


@pytest.mark.parametrize(("text", "meaning"), QUERIES.items())
@pytest.mark.parametrize("path", ["/ru/revenue", "/ru/revenue/lite"])
def test_a_choice_is_read_as_it_was_meant(client, path, text, meaning):
    assert landing(client, path + text) == path + meaning


def test_the_place_is_kept_wherever_a_link_begins(client):
    for address in ("/?district=jeti-oguz)", "/en?district=jeti-oguz.", "/EN/overview%3Fdistrict=jeti-oguz"):
        answer = client.get(address, headers={"Accept-Language": "en"})
        assert (answer.status_code, answer.location) == (302, "/en/overview?district=jeti-oguz")


@pytest.mark.parametrize("path", ["/RU/nope.", "/Ru//nope"])
def test_where_nothing_is_meant_it_is_said_in_the_language_of_the_link(client, path):
    answer = client.get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == 404 and '<html lang="ru">' in answer.text


@pytest.mark.parametrize(
    "text",
    [
        *(f"revenue_by_stream.csv{CHOSEN}{tail}" for tail in TAILS),
        *(f"revenue_by_stream.csv{tail}{CHOSEN}" for tail in IN_PATHS),
        f"Revenue_by_stream.CSV{CHOSEN.upper()}",
        f"/revenue_by_stream.csv{CHOSEN}",
        f"revenue_by_stream.csv{quote(CHOSEN)}",
        f"revenue_by_stream.csv{CHOSEN.replace('&', '&amp;')}",
    ],
)
def test_a_file_holds_what_was_meant(client, text):
    assert client.get(f"/data/{text}").data == client.get(f"/data/revenue_by_stream.csv{CHOSEN}").data


def test_a_file_speaks_the_language_and_has_the_tags_that_were_meant(client):
    content = file_content(client, "revenue_map", "csv", "?lang=ru&hxl=1")
    assert file_content(client, "revenue_map", "csv", "?LANG=RU)&hxl=1.") == content
    assert content != file_content(client, "revenue_map", "csv")


@pytest.mark.parametrize("tail", IN_PATHS)
def test_a_short_address_outlives_its_way(client, tail):
    answer = client.get(f"/s/Rr.djeti-oguz{tail}", follow_redirects=True)
    assert answer.request.full_path == "/ru/revenue?district=jeti-oguz"


def test_a_code_is_of_the_address_that_was_meant(client):
    address = quote("/RU/revenue.?district=jeti-oguz)", safe="")
    assert client.get(f"/qr.svg?to={address}").location == "/qr.svg?to=/ru/revenue?district%3Djeti-oguz"


def test_slides_stay_slides(client):
    assert landing(client, "/ru/agenda?present=1)") == "/ru/agenda?present=1"
    assert (
        landing(client, "/ru/revenue?district=jeti-oguz&amp;present=1.") == "/ru/revenue?district=jeti-oguz&present=1"
    )


def test_nothing_that_can_be_chosen_is_read_otherwise(example_public_url):
    """What stands around the values of choices is never a part of them."""
    reader = Reader(Database(example_public_url), load(), "/")
    values_by_key = reader.allowed_values(reader.snapshot(None)).values
    texts = [text for meanings in values_by_key.values() for text in meanings]
    assert len(texts) > 300
    assert [text for text in texts if link.word(text) != text] == []
