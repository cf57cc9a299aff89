"""What the code of the web may not contain, beyond what the linter knows: SQL of text, evaluated text, HTML of data."""

import ast

import pytest

from tests.support.source_tree import web_trees

EVALUATING = {"compile", "__import__", "input"}
TEXT_TO_SQL = {"text", "literal_column", "exec_driver_sql", "execute", "executescript", "executemany", "read_sql"}
HTML = {"dangerously_allow_html", "srcDoc", "unsafe_allow_html"}
CODE = {
    'connection.execute(f"SELECT {x}")': True,
    'text("SELECT " + x)': True,
    'text("SELECT %s" % x)': True,
    'exec_driver_sql("SELECT {}".format(x))': True,
    'literal_column(", ".join(x))': True,
    'compile(x, "", "eval")': True,
    "__import__(x)": True,
    "Markdown(x, dangerously_allow_html=True)": True,
    "Iframe(srcDoc=x)": True,
    'connection.execute("PRAGMA query_only = ON")': False,
    "connection.execute(select(table))": False,
    "re.compile(x)": False,
}


def name_of(call: ast.Call) -> str:
    """The last part of what is called."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def is_made_text(node: ast.AST) -> bool:
    """Whether an expression puts text together."""
    is_joined = isinstance(node, ast.Call) and name_of(node) in {"format", "join", "replace", "format_map"}
    return isinstance(node, ast.JoinedStr | ast.BinOp) or is_joined


def is_forbidden(call: ast.Call) -> bool:
    """Whether a call makes SQL of text that was put together, evaluates text, or hands over HTML."""
    is_sql = name_of(call) in TEXT_TO_SQL and any(map(is_made_text, call.args[:1]))
    is_evaluated = isinstance(call.func, ast.Name) and call.func.id in EVALUATING
    return is_sql or is_evaluated or any(one.arg in HTML for one in call.keywords)


def forbidden_calls(tree: ast.AST) -> list[str]:
    """Calls below a node that may not be."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [f"line {call.lineno}: {ast.unparse(call)}" for call in calls if is_forbidden(call)]


@pytest.mark.parametrize(("code", "is_found"), CODE.items())
def test_the_rule_finds_what_it_forbids(code, is_found):
    assert bool(forbidden_calls(ast.parse(code))) is is_found


def test_no_code_of_the_web_holds_what_is_forbidden():
    calls_by_module = {module: forbidden_calls(tree) for module, tree in web_trees().items()}
    assert len(calls_by_module) > 100
    assert {module: calls for module, calls in calls_by_module.items() if calls} == {}
