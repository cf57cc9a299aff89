"""The table of checks in loaders/README.md is what the code does."""

import re
from pathlib import Path

import pytest
from sqlalchemy import create_engine

import loaders
from loaders.datasets import DATASETS
from loaders.known import Known
from loaders.rules import Severity
from loaders.store import metadata

README = (Path(loaders.__file__).parent / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rules() -> set[tuple[str, str, str, str]]:
    """Dataset, column, reason and severity of every rule."""
    with create_engine("sqlite://").begin() as connection:
        metadata.create_all(connection)
        known = Known(connection)
        return {
            (name, rule.column, rule.reason, str(rule.severity))
            for name, dataset in DATASETS.items()
            for rule in dataset.rules(known)
        }


def told() -> list[tuple[str, ...]]:
    lines = re.findall(r"^\| (.+) \|$", README, re.MULTILINE)
    return [tuple(line.split(" | ")) for line in lines if line.count(" | ") == 3 and not line.startswith("Dataset")]


def test_the_table_names_every_rule_with_what_it_does(rules):
    assert sorted(told()) == sorted(rules)


def test_what_formats_add_has_a_severity():
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", README, re.MULTILINE)
    assert len(rows) > 5 and {then for _, then in rows[1:]} <= {str(severity) for severity in Severity}
