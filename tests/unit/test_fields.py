"""Whatever is declared of tables and columns is used, and nothing that it needs is missing."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from data_access.vocabulary import fields, schema
from data_access.vocabulary.fields.entity import Entity, require_declared
from data_access.vocabulary.fields.field import PRIVATE, PUBLIC
from loaders import store

SUBJECTS = [import_module(f"{fields.__name__}.{module.name}") for module in iter_modules(fields.__path__)]
ENTITIES = {one.name: one for subject in SUBJECTS for one in vars(subject).values() if isinstance(one, Entity)}
# For searching and for pages alone.
WITHOUT_FILE = {"district_alias", "incident_actor"}
METADATA = {PRIVATE: store.metadata, PUBLIC: schema.metadata}


def test_every_table_is_declared_as_a_whole():
    require_declared(ENTITIES.values())


@pytest.mark.parametrize("name", METADATA)
def test_every_table_stands_in_its_stores(name):
    other = {PRIVATE: PUBLIC, PUBLIC: PRIVATE}[name]
    declarations = {
        entity.name: {field.name for field in entity.of(name)} for entity in ENTITIES.values() if entity.store != other
    }
    assert len(declarations) > 20
    there = {
        table: {*METADATA[name].tables[table].c.keys()} for table in declarations if table in METADATA[name].tables
    }
    assert {
        table: columns - there.get(table, set()) for table, columns in declarations.items() if columns
    } == dict.fromkeys(declarations, set())


def test_every_public_table_can_be_taken_along():
    public = {entity.name for entity in ENTITIES.values() if entity.store != PRIVATE}
    assert public - {entity.name for entity in fields.PUBLISHED_ENTITIES.values()} == WITHOUT_FILE
    assert all(name == entity.file for name, entity in fields.PUBLISHED_ENTITIES.items())


def test_what_is_published_as_it_was_loaded_lacks_no_column():
    plain = [entity.name for entity in ENTITIES.values() if entity.is_published_as_loaded]
    columns_by_name = {name: {*schema.metadata.tables[name].c.keys()} for name in plain}
    assert plain and {
        name: columns - {*store.metadata.tables[name].c.keys()} for name, columns in columns_by_name.items()
    } == dict.fromkeys(plain, set())
