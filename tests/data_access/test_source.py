"""What the code of the web may not contain: SQL made of text, evaluation of text, printing."""

import ast
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
FILES = sorted(
    path for place in ("data_access", "callbacks", "layouts", "dashboard") for path in CHECKOUT.glob(f"{place}/**/*.py")
)
FORBIDDEN = {"eval", "exec", "compile", "print", "__import__", "input", "breakpoint"}
TEXT_TO_SQL = {"text", "literal_column", "exec_driver_sql", "execute", "executescript", "executemany", "read_sql"}
CODE = {
    'connection.execute(f"SELECT {x}")': True,
    'text("SELECT " + x)': True,
    'text("SELECT %s" % x)': True,
    'exec_driver_sql("SELECT {}".format(x))': True,
    'literal_column(", ".join(x))': True,
    'connection.execute("PRAGMA query_only = ON")': False,
    "connection.execute(select(table))": False,
}


def name_of(call: ast.Call) -> str:
    """The last part of what is called."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def calls(tree: ast.AST) -> list[ast.Call]:
    """All calls below a node."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def is_made_text(node: ast.AST) -> bool:
    """Whether an expression puts text together."""
    is_joined = isinstance(node, ast.Call) and name_of(node) in {"format", "join", "replace", "format_map"}
    return isinstance(node, ast.JoinedStr | ast.BinOp) or is_joined


def makes_sql_of_text(tree: ast.AST) -> list[int]:
    """Lines on which text that was put together becomes SQL."""
    sent = [
        (call.lineno, argument) for call in calls(tree) if name_of(call) in TEXT_TO_SQL for argument in call.args[:1]
    ]
    return [line for line, argument in sent if is_made_text(argument)]


@pytest.mark.parametrize(("code", "is_found"), CODE.items())
def test_the_rule_finds_what_it_forbids(code, is_found):
    assert bool(makes_sql_of_text(ast.parse(code))) is is_found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_no_sql_is_made_of_text(path):
    assert makes_sql_of_text(ast.parse(path.read_text())) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_nothing_is_evaluated_or_printed(path):
    found = [call for call in calls(ast.parse(path.read_text())) if isinstance(call.func, ast.Name)]
    assert [f"{call.func.id} in line {call.lineno}" for call in found if call.func.id in FORBIDDEN] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_no_html_is_taken_from_data(path):
    names = {node.arg for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.keyword)}
    assert not names & {"dangerously_allow_html", "srcDoc", "unsafe_allow_html"}
