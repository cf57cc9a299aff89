"""The tables of checks in docs/data-formats.md are what the code does."""

import pytest
from sqlalchemy import create_engine

from data_access.store.settings import CHECKOUT
from loaders.datasets.registry import DATASETS
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Severity
from loaders.store import metadata
from tests.documents import rows

DOCUMENT = (CHECKOUT / "docs" / "data-formats.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rules() -> set[tuple[str, str, str, str]]:
    """Dataset, column, reason and severity of every rule."""
    with create_engine("sqlite://").begin() as connection:
        metadata.create_all(connection)
        codes = ReferenceCodes(connection)
        return {
            (name, rule.column, rule.reason, str(rule.severity))
            for name, dataset in DATASETS.items()
            for rule in dataset.rules(codes)
        }


def test_the_table_names_every_rule_with_what_it_does(rules):
    assert sorted(rows(DOCUMENT, "What its rows say")) == sorted(rules)


def test_what_formats_add_has_a_severity():
    messages = rows(DOCUMENT, "What a publisher's format adds")
    assert len(messages) > 5 and {then for _, then in messages} <= {str(severity) for severity in Severity}
