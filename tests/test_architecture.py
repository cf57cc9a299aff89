"""Imports point one way, and each library has its only home."""

import ast
import re
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
REQUIREMENTS = (CHECKOUT / "requirements" / "web.in", CHECKOUT / "requirements" / "loaders.in")
OURS = ("dashboard", "callbacks", "layouts", "data_access", "loaders")
NAMES = (
    "dashboard.selection",
    "dashboard.measures",
    "dashboard.answer",
    "dashboard.annotation",
    "dashboard.reply",
    "dashboard.clock",
    "dashboard.codes",
    "dashboard.edition",
    "dashboard.facets",
    "dashboard.legend",
    "dashboard.wording",
    "dashboard.tables",
    "dashboard.text",
    "dashboard.settings",
)

# Who may import what of ours; the first prefix that fits a module holds. Names may import names.
MAY_IMPORT = {
    "dashboard.app": OURS[:4],
    "dashboard.serving": ("dashboard.settings",),
    "dashboard.web.sheets": (
        *NAMES,
        *("dashboard.route", "dashboard.panel", "dashboard.panels", "dashboard.downloads"),
        *("callbacks.reader", "callbacks.naming", "callbacks.replying", "data_access"),
    ),
    "dashboard.agenda": (*NAMES, "dashboard.route", "dashboard.panels"),
    # Slides are written like files: from the answers, not by Dash.
    "dashboard.web.meeting": (
        *NAMES,
        *("dashboard.agenda", "dashboard.web", "callbacks.slides", "callbacks.reader", "callbacks.rendering"),
        "data_access",
    ),
    "dashboard.web.slides": (
        *NAMES,
        *("dashboard.web", "callbacks.slides", "layouts.controls", "layouts.graph", "layouts.page"),
    ),
    "dashboard.web.sharing": (
        *NAMES,
        *("dashboard.agenda", "dashboard.qr", "dashboard.route", "dashboard.web"),
        *("callbacks.reader", "callbacks.heading", "callbacks.naming", "data_access"),
    ),
    "dashboard.web.errors": (
        *NAMES,
        *("dashboard.route", "dashboard.web", "callbacks.reader", "callbacks.notices", "data_access"),
    ),
    # Lite pages and packs are whole pages: they take them from where pages are made.
    **dict.fromkeys(
        ("dashboard.web.lite", "dashboard.web.pack"),
        (*NAMES, "dashboard.route", "dashboard.short", "dashboard.web", "callbacks", "data_access"),
    ),
    "dashboard.pack": (*NAMES, "dashboard.web", "callbacks.packing", "data_access"),
    "dashboard.web": (
        *NAMES,
        *("dashboard.route", "dashboard.web", "dashboard.downloads", "callbacks.reader", "data_access"),
    ),
    "dashboard.downloads": (*NAMES, "dashboard.panel", "dashboard.topics", "dashboard.downloads"),
    "dashboard.route": (*NAMES, "dashboard.panels"),
    "dashboard.panels": (*NAMES, "dashboard.panel", "dashboard.panels", "dashboard.topics", "data_access"),
    "dashboard.panel": (*NAMES, "dashboard.figures", "data_access"),
    "dashboard.topics": (*NAMES, "dashboard.figures"),
    "dashboard.figures": (*NAMES, "dashboard.figures"),
    "dashboard.drawing": ("dashboard.drawing", "dashboard.figures"),
    "dashboard": NAMES,
    "callbacks": (*OURS[:4],),
    "layouts": (*NAMES, "layouts"),
    "data_access": (*NAMES, "data_access"),
    # An edition is a copy of the public store as hosts of the web make it.
    **dict.fromkeys(
        ("loaders.editions", "loaders.edition_file"),
        ("loaders", "data_access.schema", "data_access.copying", "data_access.packing"),
    ),
    "loaders": ("loaders", "data_access.schema", "dashboard.settings"),
}
MAY_NOT = {"callbacks": ("dashboard.app", "dashboard.web", "dashboard.serving")}
HOMES = {
    "sqlalchemy": ("data_access", "loaders"),
    "pandas": ("data_access", "loaders"),
    "geopandas": ("loaders",),
    "plotly": ("dashboard.figures",),
    "dash": ("layouts", "callbacks", "dashboard.app"),
    "dash_bootstrap_components": ("layouts",),
    "babel": ("dashboard.text",),
    "flask": ("dashboard.web", "dashboard.app", "callbacks.gate", "callbacks.answers"),
    "openpyxl": ("loaders", "dashboard.downloads"),
    "alembic": ("loaders",),
    "drawsvg": ("dashboard.drawing",),
    "segno": ("dashboard.qr",),
}


def modules() -> dict[str, Path]:
    found = {}
    for package in OURS:
        for path in sorted((CHECKOUT / package).rglob("*.py")):
            parts = path.relative_to(CHECKOUT).with_suffix("").parts
            found[".".join(part for part in parts if part != "__init__")] = path
    return found


def imports(source: str) -> set[str]:
    """Modules that a source imports; for ``from a import b`` both a and a.b, as b may be a module."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def within(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


def violations(module: str, source: str) -> list[str]:
    allowed = next(targets for prefix, targets in MAY_IMPORT.items() if within(module, (prefix,)))
    barred = MAY_NOT.get(module.split(".")[0], ())
    found = []
    for target in sorted(imports(source)):
        root = target.split(".")[0]
        if root in OURS and (not within(target, allowed) or within(target, barred)):
            found.append(f"{module} imports {target}")
        if root in HOMES and not within(module, HOMES[root]):
            found.append(f"{module} imports {target}, whose home is {HOMES[root]}")
    return found


@pytest.mark.parametrize("module", modules())
def test_imports_point_one_way(module):
    assert violations(module, modules()[module].read_text()) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("layouts.page", "from data_access import revenue"),
        ("layouts.page", "from dashboard.figures import maps"),
        ("data_access.revenue", "from dashboard.figures import maps"),
        ("dashboard.figures.maps", "from data_access import places"),
        ("dashboard.selection", "from dashboard.panels import PANELS"),
        ("dashboard.topics.revenue", "import dash"),
        ("callbacks.draw", "import pandas as pd"),
        ("dashboard.downloads.csv_file", "from data_access import tables"),
        ("callbacks.draw", "from dashboard.app import create_app"),
        ("dashboard.panels", "from loaders.store import base"),
        ("loaders.run", "from data_access.database import Database"),
    ],
)
def test_a_planted_violation_is_seen(module, source):
    assert violations(module, source)


@pytest.mark.parametrize("module", modules())
def test_files_stay_small(module):
    lines = len(modules()[module].read_text().splitlines())
    # A schema is read as one list; a migration is a frozen copy of it.
    assert lines <= 200 or module == "data_access.schema" or ".migrations." in module


@pytest.mark.parametrize("module", modules())
def test_nothing_happens_at_import(module):
    """At the top of a module stand definitions and constants: no call by itself, no opened file or connection."""
    if module == "dashboard.serving" or module.endswith((".env", ".__main__")):
        pytest.skip("is run, not imported: gunicorn's configuration, Alembic's environment, a command line")
    tree = ast.parse(modules()[module].read_text())
    calls = [node for node in tree.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    assert calls == []
    assigned = [node.value for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign) and node.value]
    names = {ast.unparse(call.func) for value in assigned for call in ast.walk(value) if isinstance(call, ast.Call)}
    assert not names & {"open", "create_engine", "Database", "Dash", "load", "create_app", "date.today", "datetime.now"}


def test_every_library_is_pinned_and_each_pin_is_used():
    required = "".join(path.read_text() for path in REQUIREMENTS)
    pinned = dict(re.findall(r"^([\w-]+)(?:\[\w+\])?==([\d.]+) +# \w", required, re.M))
    lines = [line for line in required.splitlines() if line and not line.startswith("#")]
    imported = {target.split(".")[0] for path in modules().values() for target in imports(path.read_text())}
    libraries = imported - set(sys.stdlib_module_names) - set(OURS) - {"__future__"}
    names = {name.lower().replace("-", "_") for name in pinned}
    assert len(pinned) == len(lines)
    assert libraries - names == set()
    # SQLAlchemy looks for psycopg, Dash for plotly; gunicorn is started, and looks for gevent.
    assert names - libraries == {"gunicorn", "gevent", "psycopg", "plotly"}


def test_the_top_level_is_what_was_agreed():
    folders = {path.name for path in CHECKOUT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    files = {path.name for path in CHECKOUT.iterdir() if path.is_file()}
    asked = {"dashboard", "callbacks", "layouts", "data_access", "assets", "tests", "loaders", "requirements"}
    assert folders - {"data", "docs", "bench"} == asked
    assert {"LICENSE", "CONTRIBUTING.md", "README.md"} <= files
    assert {"Makefile", "Procfile", "requirements.txt", "requirements-web.txt", "pyproject.toml"} <= files
