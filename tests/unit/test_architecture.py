"""What import contracts and the linter cannot say of the sources: their size, their quiet start, their libraries."""

import ast
import re
import sys
from collections.abc import Iterable

from tests.support.source_tree import CHECKOUT, PACKAGES, sources, trees

REQUIREMENTS = (CHECKOUT / "requirements" / "web.in", CHECKOUT / "requirements" / "loaders.in")
FOR_TOOLS = CHECKOUT / "requirements" / "dev.in"
MOST_LINES = 200
# Neither an opened file or connection, nor the day of the start.
NOT_AT_IMPORT = {"open", "create_engine", "Database", "Dash", "load", "create_app", "date.today", "datetime.now"}


def is_list_of_tables(module: str) -> bool:
    """The columns of a subject are read as one list; a migration is a frozen copy of them."""
    return module.startswith("data_access.vocabulary.fields.") or ".migrations." in module


def is_tool(module: str) -> bool:
    """Run by those who work on the code: it makes the bundled files and the documents."""
    return module.split(".")[0] == "tools"


def is_run(module: str) -> bool:
    """Run, not imported: gunicorn's configuration, Alembic's environment, a command line."""
    return module == "dashboard.serving" or module.endswith((".env", ".__main__"))


def done_at_import(tree: ast.Module) -> set[str]:
    """Calls that stand by themselves at the top of a module, and those of constants that reach out."""
    alone = [node.value for node in tree.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    values = [node.value for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign) and node.value]
    inner = [call for value in values for call in ast.walk(value) if isinstance(call, ast.Call)]
    return {ast.unparse(call) for call in alone} | ({ast.unparse(call.func) for call in inner} & NOT_AT_IMPORT)


def import_sources(tree: ast.Module) -> set[str]:
    """First names of the modules that a module imports."""
    nodes = [*ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in names}


def libraries_of(trees: Iterable[ast.Module]) -> set[str]:
    """What others have made, of all that some modules import."""
    return set().union(*map(import_sources, trees)) - set(sys.stdlib_module_names) - set(PACKAGES) - {"__future__"}


def test_files_stay_small():
    lines = {module: len(source.splitlines()) for module, source in sources().items() if not is_list_of_tables(module)}
    assert len(lines) > 300
    assert {module: count for module, count in lines.items() if count > MOST_LINES} == {}


def test_nothing_happens_at_import():
    """At the top of a module stand definitions and constants."""
    calls_by_module = {module: done_at_import(tree) for module, tree in trees().items() if not is_run(module)}
    assert {module: calls for module, calls in calls_by_module.items() if calls} == {}


def test_every_library_is_pinned_and_each_pin_is_used():
    requirements = "".join(path.read_text() for path in REQUIREMENTS)
    versions = dict(re.findall(r"^([\w-]+)(?:\[\w+\])?==([\d.]+) +# \w", requirements, re.M))
    lines = [line for line in requirements.splitlines() if line and not line.startswith("#")]
    libraries = libraries_of(tree for module, tree in trees().items() if not is_tool(module))
    names = {name.lower().replace("-", "_") for name in versions}
    assert len(versions) == len(lines)
    assert libraries - names == set()
    # SQLAlchemy looks for psycopg, Dash for plotly, zoneinfo for tzdata; gunicorn is started.
    assert names - libraries == {"gunicorn", "psycopg", "plotly", "tzdata"}


def test_what_tools_import_is_asked_for():
    requirements = "".join(path.read_text() for path in (*REQUIREMENTS, FOR_TOOLS))
    names = {name.lower().replace("-", "_") for name in re.findall(r"^([\w-]+)(?:\[\w+\])?==", requirements, re.M)}
    assert libraries_of(tree for module, tree in trees().items() if is_tool(module)) <= names


def test_the_top_level_is_what_was_agreed():
    folders = {path.name for path in CHECKOUT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    files = {path.name for path in CHECKOUT.iterdir() if path.is_file()}
    agreement = {
        "dashboard",
        "callbacks",
        "layouts",
        "data_access",
        "assets",
        "tests",
        "loaders",
        "requirements",
        "tools",
    }
    assert folders - {"data", "docs", "bench"} == agreement
    assert {"LICENSE", "CONTRIBUTING.md", "README.md"} <= files
    assert {"Makefile", "Procfile", "requirements.txt", "requirements-web.txt", "pyproject.toml"} <= files
