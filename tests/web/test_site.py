"""Under which name the site stands in what leaves it: the operator's, or this computer's, never just anybody's."""

import io
import zipfile

import pytest

from dashboard.app import create_app
from dashboard.media import qr
from dashboard.settings import Settings
from dashboard.web import pack as web_pack
from dashboard.web.site import Site

OWN = "http://127.0.0.1:8050"
PUBLIC = "https://kg.example"
FOREIGN = ("evil.example", "evil.example:8050", "127.0.0.1.evil.example:8050", "localhost:9", "127.0.0.1")
# Whatever has the name of the site in it: a page, its lite twin, slides, the agenda, files.
NAMED = (
    *("/ky/overview", "/ky/overview/lite", "/ru/revenue?present=1", "/en/agenda", "/ru/district/ton/lite"),
    *("/data/revenue_map.geojson", "/data/sites.geojson?lang=ky"),
)


@pytest.fixture(scope="module")
def public_client(example_public_url):
    """Somebody who asks an application with a public address."""
    return create_app(Settings(example_public_url, public_address=PUBLIC)).test_client()


def texts_of_archive(content: bytes) -> str:
    """All that stands in a ZIP."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def page_texts(client, host: str) -> list[str]:
    """All that an application hands out with a name of the site in it, as somebody gets it who asks under a name."""
    request = {"headers": {"Host": host}}
    files = [client.get(f"/data/limits.{kind}", **request).data for kind in ("zip", "xlsx")]
    packs = [*files, client.get("/ky/district/ton/pack.zip", **request).data]
    return [*(client.get(path, **request).text for path in NAMED), *map(texts_of_archive, packs)]


@pytest.mark.parametrize("host", ["127.0.0.1:8050", "localhost:8050", "LOCALHOST:8050", "[::1]:8050"])
def test_what_somebody_at_this_computer_takes_leads_back_here(client, host):
    assert [text for text in page_texts(client, host) if f"http://{host.lower()}/" not in text] == []


def test_no_name_that_somebody_makes_up_is_passed_on(client):
    for host in FOREIGN[:2]:
        for text in page_texts(client, host):
            assert f"{OWN}/" in text and "evil" not in text


def test_a_public_address_stands_in_all_that_is_handed_out(public_client):
    for text in page_texts(public_client, "127.0.0.1:8050"):
        assert f"{PUBLIC}/" in text and "127.0.0.1" not in text


@pytest.mark.parametrize("host", FOREIGN)
def test_a_code_to_photograph_leads_to_this_computer_or_to_the_public_address(client, public_client, host):
    for web_client, address in ((client, OWN), (public_client, PUBLIC)):
        answer = web_client.get("/qr.svg?to=/ky/overview", headers={"Host": host})
        assert answer.text == qr.svg_file(f"{address}/ky/overview", "/ky/overview")


def test_what_was_made_for_one_name_serves_all_others(client, monkeypatch):
    first = client.get("/en/district/naryn/pack.zip").data
    monkeypatch.setattr(web_pack, "write", lambda *_: 1 / 0)
    assert {client.get("/en/district/naryn/pack.zip", headers={"Host": host}).data for host in FOREIGN} == {first}


@pytest.mark.parametrize(
    ("bind", "own_host", "host", "address"),
    [
        ("0.0.0.0", "10.0.0.7", "10.0.0.7:8050", "http://10.0.0.7:8050"),
        ("0.0.0.0", "fe80::7", "[fe80::7]:8050", "http://[fe80::7]:8050"),
        ("0.0.0.0", "10.0.0.7", "10.0.0.8:8050", OWN),
        ("0.0.0.0", "10.0.0.7", "10.0.0.7:80", OWN),
        ("mining.local", None, "Mining.local:8050", "http://mining.local:8050"),
        ("mining.local", None, "other.local:8050", "http://mining.local:8050"),
        ("127.0.0.1", None, "", OWN),
    ],
)
def test_a_name_is_believed_if_it_is_this_computer_s_on_the_way_that_was_taken(bind, own_host, host, address):
    assert Site(Settings("sqlite:///x", host=bind)).address(host, own_host) == address


def test_the_operator_is_told_once_that_other_names_are_not_written(caplog):
    site = Site(Settings("sqlite:///x"))
    assert [site.address(host, None) for host in FOREIGN] == [OWN] * len(FOREIGN)
    assert len(caplog.messages) == 1 and "PUBLIC_ADDRESS" in caplog.text and "evil" not in caplog.text


def test_a_server_knows_the_address_of_a_connection(example_public_url):
    class Connection:
        def getsockname(self) -> tuple:
            return "::ffff:10.0.0.7", 8050, 0, 0

    client = create_app(Settings(example_public_url, host="0.0.0.0")).test_client()
    request = {"environ_overrides": {"gunicorn.socket": Connection()}, "headers": {"Host": "10.0.0.7:8050"}}
    assert '"http://10.0.0.7:8050/ky/overview"' in client.get("/ky/overview", **request).text
