"""What another language needs is what its list in ``docs/translating.md`` names."""

import ast
import csv
import re
from collections.abc import Iterator

from dashboard.text import LANGUAGES
from data_access.store.settings import CHECKOUT
from data_access.vocabulary import languages
from tests.support.source_tree import sources, trees

STEPS = (CHECKOUT / "docs" / "translating.md").read_text(encoding="utf-8").partition("## A fourth language")[2]
LISTED = set(re.findall(r"`([\w./{}-]+)`", STEPS))
LANGUAGE = re.compile(rf"(?:^|_)({'|'.join(LANGUAGES)})$")


def languages_named(tree: ast.Module) -> set[str]:
    """Languages whose code is a text of a module, or ends one, as in ``name_ky``."""
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {match[1] for text in texts if (match := LANGUAGE.search(text))}


def modules_with_several() -> set[str]:
    """Modules that name languages beside each other, but for revisions of the tables, which are of their time."""
    names = {module for module, tree in trees().items() if len(languages_named(tree)) > 2}
    return {f"{module.replace('.', '/')}.py" for module in names if ".migrations." not in module}


def bundled_files_with_texts() -> Iterator[str]:
    """Files of the example that hold a text in every language."""
    for path in sorted((CHECKOUT / "loaders" / "bundled").glob("*.csv")):
        with path.open(encoding="utf-8-sig") as file:
            heads = next(csv.reader(file))
        if any(head.endswith(f"_{LANGUAGES[0]}") for head in heads):
            yield path.name


def test_a_module_that_names_several_languages_is_on_the_list():
    assert len(sources()) > 300
    assert modules_with_several() == {name for name in LISTED if name.endswith(".py") and not name.startswith("tests/")}


def test_a_file_with_names_in_every_language_is_on_the_list():
    assert {*bundled_files_with_texts()} == {name for name in LISTED if name.endswith(".csv")}


def test_texts_of_a_row_are_found_by_language():
    row = {column: column[-2:].upper() for column in languages.columns("name")} | {"name": "x"}
    assert languages.texts(row, "name") == {code: code.upper() for code in LANGUAGES}
