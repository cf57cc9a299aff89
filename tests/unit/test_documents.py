"""Documents tell what is there: settings, links, anchors and paths."""

import ast
import re
from collections.abc import Iterator

from dashboard.settings import DEBUGGING_VARIABLES
from data_access.store.settings import CHECKOUT
from tests.documents import anchors, documents, links, paths, rows
from tests.support.source_tree import sources

OPERATING = CHECKOUT / "docs" / "operating.md"
VARIABLE = re.compile(r"[A-Z][A-Z_]+")
ENVIRONMENTS = {"environ", "os.environ", "environ.get", "os.environ.get", "os.getenv"}


def read_by(tree: ast.Module) -> Iterator[str]:
    """Names of variables that a module takes from an environment, or hands on together with one."""
    for node in ast.walk(tree):
        parts = list(ast.iter_child_nodes(node)) if isinstance(node, ast.Subscript | ast.Call) else []
        if ENVIRONMENTS & {ast.unparse(part) for part in parts}:
            values = (part.value for part in parts if isinstance(part, ast.Constant))
            yield from (value for value in values if isinstance(value, str) and VARIABLE.fullmatch(value))


def test_every_setting_is_documented_and_every_documented_one_is_read():
    in_documents = {name for names, *_ in rows(documents()[OPERATING], "Settings") for name in VARIABLE.findall(names)}
    in_code = {name for source in sources().values() if "env" in source for name in read_by(ast.parse(source))}
    assert len(in_code) > 10
    assert in_documents == in_code


def test_settings_that_stop_the_start_are_documented():
    assert {name for name in DEBUGGING_VARIABLES if f"`{name}`" not in documents()[OPERATING]} == set()


def test_every_link_leads_to_something():
    dead_links = []
    for document, text in documents().items():
        for link in links(text):
            place, _, anchor = link.partition("#")
            target = (document.parent / place).resolve() if place else document
            is_there = target.exists() and (not anchor or anchor in anchors(documents().get(target, "")))
            dead_links += [] if is_there else [f"{document.relative_to(CHECKOUT)}: {link}"]
    assert len(documents()) > 20
    assert dead_links == []


def test_every_path_is_there():
    missing = {
        f"{document.relative_to(CHECKOUT)}: {path}"
        for document, text in documents().items()
        for path in paths(text)
        if not any(CHECKOUT.glob(path))
    }
    assert missing == set()
