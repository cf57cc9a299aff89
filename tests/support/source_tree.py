"""The project's own modules, each read once."""

import ast
from functools import cache

from data_access.store.settings import CHECKOUT

WEB = ("dashboard", "callbacks", "layouts", "data_access")
PACKAGES = (*WEB, "loaders", "tools")


@cache
def sources() -> dict[str, str]:
    """The text of every module by its dotted name."""
    paths = [path for package in PACKAGES for path in sorted((CHECKOUT / package).rglob("*.py"))]
    parts = {path: path.relative_to(CHECKOUT).with_suffix("").parts for path in paths}
    return {".".join(part for part in parts[path] if part != "__init__"): path.read_text() for path in paths}


@cache
def trees() -> dict[str, ast.Module]:
    """The syntax of every module."""
    return {module: ast.parse(source) for module, source in sources().items()}


def web_trees() -> dict[str, ast.Module]:
    """The syntax of what answers readers."""
    return {module: tree for module, tree in trees().items() if module.split(".")[0] in WEB}
