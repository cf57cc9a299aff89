"""A thousand words, numbers and coordinates in the private store: none of them comes out of the application.

They stand in restricted incidents and in replies to them, in private columns of public ones, in a register of
grievances, in counts of few people, in rows that were set aside, in file names and remarks. One word in a public column
shows that the search finds.
"""

import io
import json
import logging
import re
import shutil
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

import pytest
import requests
from click.testing import CliRunner
from sqlalchemy import create_engine, select

from dashboard.app import create_app
from dashboard.panels import PANELS
from dashboard.settings import Settings
from dashboard.text import LANGUAGES
from data_access.store import cache_dir
from data_access.store.settings import CHECKOUT
from loaders.__main__ import loaders
from loaders.store.grievances import grievance
from tests.support.live_page import answer_address, figures, open_page
from tests.support.pages import PAGES
from tests.web.callback_bodies import Callbacks, Page
from tests.web.files import FILES, TYPICAL
from tests.web.gunicorn_process import PATIENCE_SECONDS, run_server, wait_for

UPDATE = "/_dash-update-component"
RESTRICTED, SET_ASIDE = 150, 20
TABLES = ",".join(panel.key for panel in PANELS)
# What the canaries are known by. No other text, number or coordinate of the project looks like them.
SHAPES = re.compile(r"zq[a-z]{10}|(?<=\.)31415\d{4}|31415\d{7}|[0-9a-f]{32}")
GROUPED = re.compile(r"(?<=\d)[\s,\u00a0\u202f](?=\d{3})")
INCIDENT = (
    "incident_id,episode_id,date,date_precision,year,district_code,district_en,oblast_en,site_id,site_name,company,"
    "acled_event_type,acled_sub_event_type,category,severity_1_5,participants_min,participants_max,injured_min,"
    "injured_max,fatalities_min,fatalities_max,arrests,issues,description,response_outcome,source,source_url,"
    "source_type,confidence,geo_precision,outcome_code,visibility"
)
GRIEVANCE = "grievance_ref,district_code,issue_code,channel,responsible_body,status,status_on,is_sensitive"
REPLY = (
    "reply_id,replied_on,by_kind,organisation_code,by_ky,by_ru,by_en,subject_kind,topic,stage,stream_code,payer_code,"
    "indicator_code,issue_code,district_code,site_id,incident_id,first_year,last_year,text_ky,text_ru,text_en,"
    "original_language,reference,url"
)
CASES = "indicator_code,district_code,year,cases,residents"


class Canaries:
    """Makes canaries that never occur twice, and keeps those that must be found nowhere."""

    def __init__(self) -> None:
        self._random, self.words = Random(20260101), set()

    def word(self) -> str:
        return self._keep("zq" + "".join(self._random.choices("abcdefghijklmnopqrstuvwxyz", k=10)))

    def number(self) -> str:
        return self._keep(f"31415{self._random.randrange(10**7):07}")

    def coordinate(self) -> str:
        decimals = self._keep(f"31415{self._random.randrange(10**4):04}")
        return f"{self._random.choice((41, 42, 74, 78))}.{decimals}"

    def _keep(self, canary: str) -> str:
        self.words.add(canary)
        return canary


def restricted_line(canaries: Canaries, day: str) -> str:
    """A restricted incident, canaries in every column that takes them."""
    word, number, coordinate = canaries.word, canaries.number, canaries.coordinate
    counts = f",{number()},,{number()},,{number()},{number()}"
    texts = f"{word()} at {coordinate()} {coordinate()},{word()},{word()},https://example.kg/{word()}"
    return (
        f"{word()},{word()},{day},day,2019,41702210,,,,,{word()},,,protest,2,{counts},water,{texts},"
        "found,high,1,commission,restricted"
    )


def public(canaries: Canaries, report: str) -> str:
    """A public incident, canaries in its private columns."""
    texts = f"{canaries.word()},{canaries.word()},{report},https://example.kg/1"
    return (
        f"control,,2019-08-05,day,2019,41702210,,,,,{canaries.word()},,,protest,2,,,,,,,,water,{texts},"
        "found,high,1,commission,public"
    )


def reply_to(canaries: Canaries, incident: str, home: str = "") -> str:
    """A reply to an incident of this line, canaries in every column that takes them; one with a home is set aside."""
    word = canaries.word
    by, texts = f"{word()},{word()},{word()}", f"{word()}{home},{word()},{word()}"
    about = f"incident,,,,,,,,,{incident.split(',')[0]},,"
    return f"{word()},2019-09-01,company,,{by},{about},{texts},,{word()},https://example.kg/{word()}"


def files(canaries: Canaries, report: str) -> dict[str, list[str]]:
    """Lines of a file for each dataset."""
    days = ["2019-08-05"] * RESTRICTED + ["2190-01-01"] * SET_ASIDE
    few = [f"health_resp,{code},1999,3,{canaries.number()}" for code in ("41702205", "41702210", "41704210")]
    cases = [f"{canaries.word()},41702210,water,oral,company,received,2020-01-10,0" for _ in range(SET_ASIDE)]
    late = [f"{canaries.word()},41702210,water,oral,company,received,2190-01-10,0" for _ in range(SET_ASIDE)]
    restricted_lines = [restricted_line(canaries, day) for day in days]
    replies = [reply_to(canaries, line) for line in restricted_lines[:RESTRICTED]]
    replies += [reply_to(canaries, line, " көчөсү 5") for line in restricted_lines[:SET_ASIDE]]
    return {
        "incidents": [INCIDENT, public(canaries, report), *restricted_lines],
        "replies": [REPLY, *replies],
        "case_statistics": [CASES, *few],
        "grievances": [GRIEVANCE, *cases, *late],
    }


def declaration(dataset: str, file: Path) -> str:
    """An entry of sources.toml."""
    about = {"case_statistics": "monitoring", "replies": "reference"}.get(dataset, dataset)
    texts = [f'{name}.{code} = "x"' for name in ("title", "publisher", "licence") for code in LANGUAGES]
    lines = [f"[source.planted_{dataset}]", f'dataset = "{about}"', f'loads = "{dataset}"', f'address = "{file.name}"']
    return "\n".join([*lines, 'kind = "synthetic"', *texts, ""])


@dataclass(frozen=True)
class Planted:
    """The folder of the stores, the canaries, the word that is public, and what the loaders said."""

    folder: Path
    canaries: set[str]
    control: str
    said: str


@pytest.fixture(scope="module")
def planted_store(example_public_url, tmp_path_factory) -> Planted:
    """The example with canaries beside it, loaded and published by the command."""
    folder, canaries = tmp_path_factory.mktemp("canaries"), Canaries()
    original = Path(example_public_url.removeprefix("sqlite:///")).parent
    (folder / "private").mkdir()
    shutil.copy(original / "public.sqlite", folder / "public.sqlite")
    shutil.copy(original / "private.sqlite", folder / "private" / "private.sqlite")
    control, files_by_dataset = f"zq{'control':a<10}", {}
    for dataset, lines in files(canaries, control).items():
        files_by_dataset[dataset] = folder / f"{canaries.word()}.csv"
        files_by_dataset[dataset].write_text("\n".join(lines) + "\n", encoding="utf-8")
    sources = "\n".join(declaration(dataset, file) for dataset, file in files_by_dataset.items())
    (folder / "sources.toml").write_text(sources, encoding="utf-8")
    settings = {"DATABASE_URL": f"sqlite:///{folder}/public.sqlite", "SOURCES_FILE": str(folder / "sources.toml")}
    outputs = [say(settings, command) for command in ("refresh", "status", "publish")]
    # The operator's own words: names of the files. They are found nowhere else.
    output = re.sub("|".join(re.escape(file.name) for file in files_by_dataset.values()), "", "".join(outputs))
    return Planted(folder, canaries.words | keys(folder), control, output)


def say(settings: dict[str, str], command: str) -> str:
    """What a command of the loaders says."""
    result = CliRunner().invoke(loaders, [command], env=settings)
    assert result.exit_code == 0, result.output
    return result.output


def keys(folder: Path) -> set[str]:
    """The random keys of all grievances."""
    with create_engine(f"sqlite:///{folder}/private/private.sqlite").connect() as connection:
        return set(connection.scalars(select(grievance.c.grievance_key)))


def canaries_in(content: str | bytes, planted_store: Planted) -> set[str]:
    """Canaries, and the control, in any text, bytes or packed files; digits may be grouped."""
    if isinstance(content, bytes) and content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return set().union(*(canaries_in(archive.read(name), planted_store) for name in archive.namelist()))
    text = content.decode("latin-1") if isinstance(content, bytes) else content
    assert "bdata" not in text, "numbers that are packed cannot be searched"
    shapes = set(SHAPES.findall(text)) | set(SHAPES.findall(GROUPED.sub("", text)))
    return shapes & (planted_store.canaries | {planted_store.control})


@pytest.fixture(scope="module", params=["in turn", pytest.param("everywhere", marks=pytest.mark.exhaustive)])
def crawl(request, planted_store) -> dict[str, set[str]]:
    """What was found at each place of the application: documents, answers, callbacks, figures, assets, layers, logs."""
    server = create_app(Settings(f"sqlite:///{planted_store.folder}/public.sqlite"))
    client, log, is_all = server.test_client(), io.StringIO(), request.param == "everywhere"
    handler = logging.StreamHandler(log)
    logging.getLogger().addHandler(handler)
    places = {f"GET {path}": canaries_in(client.get(path).data, planted_store) for path in addresses(is_all)}
    callbacks = Callbacks(client)
    for page in live_pages(is_all):
        live = open_page(client, page.address)
        answer = client.get(answer_address(live, page.address, *live.panels)).text
        callback_texts = "".join(client.post(UPDATE, json=callbacks.body(name, page)).text for name in callbacks.all)
        figure_text = json.dumps(figures(client, live))
        for name, text in (
            ("page", live.html),
            ("answer", answer),
            ("callbacks", callback_texts),
            ("figures", figure_text),
        ):
            places[f"{name} of {page.language}/{page.topic}{page.search}"] = canaries_in(text, planted_store)
        layers = set(re.findall(r"/layers/[0-9a-f]{64}/\w+\.geojson", figure_text)) - set(places)
        places |= {path: canaries_in(client.get(path).data, planted_store) for path in layers}
    logging.getLogger().removeHandler(handler)
    return places | {"log": canaries_in(log.getvalue(), planted_store)}


def in_languages(things: Iterable, is_all: bool) -> list[tuple]:
    """Each thing in one of the languages, one after the other, or in all. What the control stands in is in all."""
    return [
        (thing, language)
        for number, thing in enumerate(things)
        for turn, language in enumerate(LANGUAGES)
        if is_all or (number + turn) % len(LANGUAGES) == 0 or "incidents" in str(thing)
    ]


def addresses(is_all: bool) -> list[str]:
    """Every document, and every file that is served."""
    twins = ("", f"/lite?tables={TABLES}", *(["/lite", "/lite?district=jeti-oguz"] if is_all else []))
    pages = [f"/{language}/{page}{twin}" for (page, twin), language in in_languages(product(PAGES, twins), is_all)]
    packs = [f"/{language}/district/jeti-oguz/pack.zip" for language in (LANGUAGES if is_all else LANGUAGES[:1])]
    assets = [f"/{path.relative_to(CHECKOUT)}" for path in (CHECKOUT / "assets").rglob("*") if path.is_file()]
    assert len(assets) > 5
    kinds = [file for file in FILES if is_all or file[1] == "csv" or file[0] in (*TYPICAL, "incidents")]
    files = [f"/data/{key}.{kind}?lang={language}&hxl=1" for (key, kind), language in in_languages(kinds, is_all)]
    return [*pages, *packs, *assets, *files, "/ready", "/health", "/_dash-layout", "/_dash-dependencies", "/", "/nope"]


def live_pages(is_all: bool) -> list[Page]:
    """Every page with a district, all tables open; or without one, too."""
    districts = ("district=jeti-oguz&", *([""] if is_all else []))
    pages = in_languages(product(PAGES, districts), is_all)
    return [Page(topic, language, f"?{district}tables={TABLES}") for (topic, district), language in pages]


def test_more_than_a_thousand_are_planted_in_the_private_store(planted_store):
    """Else nothing below would mean anything."""
    canaries = canaries_in((planted_store.folder / "private" / "private.sqlite").read_bytes(), planted_store)
    assert len(canaries) > 1000
    assert len({canary for canary in canaries & planted_store.canaries if canary.startswith("zq")}) > 800


def test_none_comes_out_of_any_address_callback_or_log(crawl, planted_store):
    assert len(crawl) > 200
    assert {
        place: canaries & planted_store.canaries
        for place, canaries in crawl.items()
        if canaries & planted_store.canaries
    } == {}


def test_what_is_public_is_found(crawl, planted_store):
    """The control stands beside the canaries in the same file, and the search sees it."""
    places = {place for place, canaries in crawl.items() if planted_store.control in canaries}
    assert {language for language in LANGUAGES if any(f"{language}/incidents" in place for place in places)} == {
        *LANGUAGES
    }
    assert {f"GET /data/incidents.{kind}?lang=ky&hxl=1" for kind in ("csv", "xlsx", "zip")} <= places


def test_none_is_in_the_bytes_of_the_public_store_and_its_copies(planted_store, crawl):
    copies = [*Path(cache_dir.gettempdir()).rglob("*.sqlite"), *planted_store.folder.glob("public.sqlite*")]
    canaries_by_path = {path: canaries_in(path.read_bytes(), planted_store) for path in copies}
    assert {
        path: one & planted_store.canaries for path, one in canaries_by_path.items() if one & planted_store.canaries
    } == {}
    assert sum(planted_store.control in one for one in canaries_by_path.values()) >= 2


def test_the_loaders_say_none(planted_store):
    assert "held back" in planted_store.said and "set aside" in planted_store.said
    assert canaries_in(planted_store.said, planted_store) == set()


def test_the_web_works_without_any_private_store(planted_store, tmp_path):
    """The address of the private store is one of nothing, and no file of that name comes to be."""
    shutil.copy(planted_store.folder / "public.sqlite", tmp_path / "public.sqlite")
    nothing, log = tmp_path / "nothing.sqlite", tmp_path / "server.log"
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path}/public.sqlite", "RAW_DATABASE_URL": f"sqlite:///{nothing}"}
    settings["WEB_CONCURRENCY"] = "1"
    with run_server(log, **settings) as url:
        assert wait_for(f"{url}/ready").status_code == 200
        paths = [f"{language}/{page}" for page, language in in_languages(PAGES, is_all=False)]
        answers = [requests.get(f"{url}/{path}", timeout=PATIENCE_SECONDS) for path in paths]
    assert {answer.status_code for answer in answers} == {200}
    assert not nothing.exists() and not (tmp_path / "private.sqlite").exists()
    assert canaries_in(log.read_bytes(), planted_store) == set()
    assert canaries_in("".join(one.text for one in answers), planted_store) & planted_store.canaries == set()
