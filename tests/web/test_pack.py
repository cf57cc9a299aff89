"""The workshop pack: sheets that lead to each other as files, and to the web only with whole addresses."""

import io
import re
import zipfile
from html import unescape
from posixpath import dirname, join, normpath

import pytest
from click.testing import CliRunner

from dashboard import pack
from dashboard.web import pack as web_pack
from data_access.answers import places
from data_access.store.database import Database

ORIGIN = "https://mining.example/"
# What a browser would ask a server for as soon as a sheet is opened.
FETCHED = re.compile(r'<link rel="(?!canonical)[^>]*href="http|src="')


def contents(content: bytes) -> dict[str, str]:
    """The files of a pack by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def addresses(document: str) -> set[str]:
    """Every address in a document, of links and of forms."""
    return {unescape(address) for address in re.findall(r'(?:href|src|action)="([^"]*)"', document)}


@pytest.fixture
def make_pack(example_public_url, tmp_path, monkeypatch):
    """Makes a pack with the command line and gives its files."""
    monkeypatch.setenv("DATABASE_URL", example_public_url)

    def make(*arguments: str) -> dict[str, str]:
        result = CliRunner().invoke(pack.main, [str(tmp_path / "pack.zip"), "--address", ORIGIN, *arguments])
        assert result.exit_code == 0, result.output
        assert [path.name for path in tmp_path.iterdir()] == ["pack.zip"]
        return contents((tmp_path / "pack.zip").read_bytes())

    return make


def test_files_lead_to_files_and_all_else_to_the_web(make_pack):
    slugs, languages = ["jeti-oguz", "bishkek"], ["ru", "ky"]
    options = [*(f"--district={slug}" for slug in slugs), *(f"--language={language}" for language in languages)]
    files = make_pack(*options)
    sheets = {f"{language}/{slug}.html" for language in languages for slug in slugs}
    assert set(files) == sheets | {"index.html", "index-ky.html"}
    for name, document in files.items():
        local = {
            one for one in addresses(document) if not one.startswith(("https://", "#", "data:", "mailto:", "tel:"))
        }
        assert local and {normpath(join(dirname(name), one)) for one in local} <= set(files), name
        web = [one for one in addresses(document) if one.startswith(ORIGIN)]
        assert not any("/lite" in one for one in web)
        assert "<form" not in document and "http://127.0.0.1" not in document
        assert not FETCHED.search(document)
        assert ("<script" in document) == name.startswith("index")
    assert '<html lang="ru">' in files["index.html"] and f"{ORIGIN}s/rd.jeti-oguz" in files["ru/jeti-oguz.html"]


@pytest.mark.parametrize("is_drawn", [False, pytest.param(True, marks=pytest.mark.exhaustive)])
def test_every_district_is_in_the_list_and_found_by_all_its_names(make_pack, example_public_url, monkeypatch, is_drawn):
    if not is_drawn:
        monkeypatch.setattr(web_pack.Sheets, "document", lambda *_: (None, "a sheet"))
    files = make_pack("--language=en")
    entries = re.findall(r'data-search="([^"]*)"><a href="([^"]*)"', files["index.html"])
    slugs = [*places.districts(Database(example_public_url).snapshot())["slug"]]
    assert len(slugs) > 50 and {href for _, href in entries} == {f"en/{slug}.html" for slug in slugs} <= set(files)
    search_text = next(text for text, href in entries if href == "en/jeti-oguz.html")
    assert all(name in search_text for name in ("Jeti-Oguz", "Жети-Өгүз", "Джети-Огуз"))


def test_without_an_address_sheets_lead_to_the_public_one(example_public_url, tmp_path, monkeypatch):
    settings = {"DATABASE_URL": example_public_url, "PUBLIC_ADDRESS": "https://kg.example", "BASE_PATH": "/mining/"}
    result = CliRunner(env=settings).invoke(pack.main, [str(tmp_path / "pack.zip"), "--district=ton", "--language=en"])
    assert "lead to https://kg.example/mining/\n" in result.output
    sheet = contents((tmp_path / "pack.zip").read_bytes())["en/ton.html"]
    assert "https://kg.example/mining/s/ed.ton" in sheet and "127.0.0.1" not in sheet


def test_an_address_must_be_whole(example_public_url, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", example_public_url)
    result = CliRunner().invoke(pack.main, [str(tmp_path / "pack.zip"), "--address", "mining.example"])
    assert result.exit_code == 2 and "must begin with https://" in result.output and [*tmp_path.iterdir()] == []


def test_a_pack_that_fails_leaves_nothing(example_public_url, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", example_public_url)
    monkeypatch.setattr(pack.pack, "write", lambda *_: 1 / 0)
    result = CliRunner().invoke(pack.main, [str(tmp_path / "pack.zip"), "--address", ORIGIN])
    assert isinstance(result.exception, ZeroDivisionError) and [*tmp_path.iterdir()] == []


def test_a_pack_is_made_once(client, monkeypatch):
    first = client.get("/ky/district/chatkal/pack.zip").data
    monkeypatch.setattr(web_pack, "write", lambda *_: 1 / 0)
    assert client.get("/ky/district/chatkal/pack.zip").data == first


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [(["--district=atlantis"], "no such district: atlantis"), (["--language=de"], "'de' is not one of")],
)
def test_what_there_is_not_is_told(example_public_url, tmp_path, monkeypatch, arguments, reason):
    monkeypatch.setenv("DATABASE_URL", example_public_url)
    result = CliRunner().invoke(pack.main, [str(tmp_path / "pack.zip"), *arguments])
    assert result.exit_code == 2 and reason in result.output
    assert [*tmp_path.iterdir()] == []


def test_the_page_of_a_district_offers_its_own(client):
    page = client.get("/ru/district/jeti-oguz/lite").text
    link = re.search(r'href="([^"]*pack\.zip)"', page)[1]
    answer = client.get(link)
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    files = contents(answer.data)
    assert {name for name in files if "/" in name} == {f"{code}/jeti-oguz.html" for code in ("ky", "ru", "en")}
    assert '<html lang="ru">' in files["index.html"]


@pytest.mark.parametrize("path", ["/ky/district/atlantis/pack.zip", "/de/district/jeti-oguz/pack.zip"])
def test_there_is_no_pack_of_nothing(client, path):
    assert client.get(path).status_code == 404
