"""What a page loads: a plotly.js with what is drawn here, packed once and kept for ever; and what happens without."""

import json
import logging
import platform
import re
from hashlib import sha256
from shutil import copytree

import brotli
import dash
import dash_bootstrap_components
import plotly
import pytest
from plotly.offline import get_plotlyjs_version

from dashboard.app import create_app
from dashboard.settings import BUILD_FOLDER, Settings
from dashboard.web.assets import FOLDER
from dashboard.web.build_folder import BuildFolder
from dashboard.web.scripts import DEEDS, LOOK, START, needed_scripts
from data_access.store.settings import CHECKOUT
from tests.support.built_scripts import needs_built

PLOTLY = CHECKOUT / "dashboard" / "web" / "plotly"
DASH_FETCHES = re.compile(r"/(?:deps/polyfill|dash_table/|async-(?:markdown|mathjax|datepicker|upload))")
# Kinds of axes, shapes and projections, which stand beside traces in figures; lines and dots are always inside.
NO_TRACES = {"line", "linear", "mercator", "rect", "date", "category", "scatter"}


def test_plotly_js_has_the_version_of_the_python_package():
    assert json.loads((PLOTLY / "package.json").read_text())["dependencies"]["plotly.js"] == get_plotlyjs_version()


def test_what_is_drawn_is_inside_and_nothing_else():
    trace_types = set()
    for package in ("figures", "topics"):
        for path in (CHECKOUT / "dashboard" / package).glob("*.py"):
            trace_types |= set(re.findall(r'"type": "(\w+)"', path.read_text()))
    assert (
        set(re.findall(r"plotly\.js/lib/(?!core)(\w+)", (PLOTLY / "entry.js").read_text())) == trace_types - NO_TRACES
    )


@needs_built
def test_the_small_plotly_js_stands_at_an_address_that_changes_with_it(client, named_in):
    [address] = [path for path in named_in("/ky/overview") if path.endswith("/plotly.js")]
    answer = client.get(address, headers={"Accept-Encoding": "br"})
    assert address.split("/")[2] == sha256(brotli.decompress(answer.data)).hexdigest()
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(f"/scripts/{'0' * 64}/plotly.js").status_code == 404


def test_pages_load_no_script_that_they_do_not_use(named_in):
    scripts = [path for path in named_in("/ky/overview") if path.endswith(".js")]
    assert len(scripts) > 10 and not any(map(DASH_FETCHES.search, scripts))


def test_no_page_tells_which_versions_run(client, named_in):
    document = client.get("/ky/overview").text
    versions = (dash.__version__, dash_bootstrap_components.__version__, platform.python_version(), plotly.__version__)
    versions_told = [one for one in versions if one in document or f"v{one.replace('.', '_')}" in document]
    assert versions_told == [] and not re.search(r"python|_version\b", document, re.IGNORECASE)
    headers = str(client.get("/ky/overview").headers) + str(client.get("/nope").headers)
    assert not re.search(r"python|werkzeug|dash", headers, re.IGNORECASE)
    scripts = [path for path in named_in("/ky/overview") if "component-suites" in path]
    assert len(scripts) > 8 and {client.get(path).status_code for path in scripts} == {200}


def test_scripts_get_other_addresses_with_other_versions():
    tags = ["/a/dcc/dash_core_components.v4_4_1m1700000000.js", "/a/deps/react@18.v4_4_1m1700000000.3.1.min.js"]
    now, later = (needed_scripts(tags), needed_scripts([tags[0].replace("4_4_1", "4_4_2"), tags[1]]))
    assert len(now) == len(later) == 4 and not {*now} & {*later}


@pytest.mark.parametrize(("name", "mimetype"), [(DEEDS, "text/javascript"), (LOOK, "text/css")])
def test_what_stands_in_assets_is_asked_for_as_one_file_of_each_kind(client, named_in, name, mimetype):
    [path] = [one for one in named_in("/ky/overview") if one.endswith(f"/{name}")]
    answer, parts = client.get(path), sorted(FOLDER.glob(f"*.{name.rpartition('.')[2]}"))
    assert (answer.mimetype, answer.headers["Cache-Control"]) == (mimetype, "public, max-age=31536000, immutable")
    contents = [part.read_text().replace('url("fonts/', 'url("/assets/fonts/') for part in parts]
    assert answer.text == "\n".join(contents) and len(contents) > 5
    assert not [
        one for one in named_in("/ky/overview") if "/assets/" in one and any(part.name in one for part in parts)
    ]


@needs_built
def test_scripts_go_out_as_they_were_packed(client, named_in):
    ours = (DEEDS, START)
    for path in [one for one in named_in("/ky/overview") if one.endswith(".js") and not one.endswith(ours)]:
        plain = client.get(path).data
        compressed = BuildFolder(BUILD_FOLDER).compressed_content(plain)
        assert compressed and client.get(path, headers={"Accept-Encoding": "br"}).data == compressed, path
        assert brotli.decompress(compressed) == plain


def test_without_what_is_built_dash_fetches_the_whole_plotly_js(example_public_url, tmp_path, caplog):
    web_client = create_app(Settings(example_public_url, build_folder=tmp_path)).test_client()
    page = web_client.get("/ky/overview").text
    assert "/plotly.js" not in page and "start-dash-renderer.js" in page
    assert [record.levelno for record in caplog.records if "plotly.js" in record.message] == [logging.WARNING]
    whole = web_client.get(
        "/_dash-component-suites/plotly/package_data/plotly.min.js", headers={"Accept-Encoding": "br"}
    )
    assert b"plotly.js v" + get_plotlyjs_version().encode() in brotli.decompress(whole.data)[:100]


@needs_built
def test_what_is_packed_is_found_by_its_content(tmp_path):
    folder = copytree(BUILD_FOLDER, tmp_path / "web")
    content = (folder / "plotly.js").read_bytes()
    assert brotli.decompress(BuildFolder(folder).compressed_content(content)) == content
    assert BuildFolder(folder).compressed_content(content + b" ") is None
