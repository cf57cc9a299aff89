"""The declared sources, and the example as the web will find it."""

import gzip
import json

import pytest
from shapely.geometry import shape
from sqlalchemy import create_engine, select

from data_access.vocabulary import schema
from data_access.vocabulary.languages import LANGUAGES
from loaders.config.sources import declared_sources
from loaders.datasets.registry import DATASETS

KINDS = {"published", "compiled", "synthetic"}
ABOUT = {"revenue", "monitoring", "incidents", "grievances", "outcomes", "reference"}


@pytest.fixture(scope="module")
def layers(example_public_url) -> dict[str, str]:
    with create_engine(example_public_url).connect() as connection:
        return dict(connection.execute(select(schema.layer.c.layer_key, schema.layer.c.content)).all())


@pytest.mark.parametrize("source", declared_sources().values(), ids=lambda source: source.key)
def test_sources_are_declared_in_full(source):
    assert source.loads in DATASETS and source.kind in KINDS and source.dataset in ABOUT
    assert all(
        set(text) == {*LANGUAGES} and all(text.values()) for text in (source.title, source.publisher, source.licence)
    )
    assert source.bundled_file.is_file()


def test_every_dataset_has_a_bundled_file():
    assert {source.loads for source in declared_sources().values()} == set(DATASETS)


def test_every_public_table_has_rows(example_public_url):
    with create_engine(example_public_url).connect() as connection:
        empty = [table.name for table in schema.of_publication() if not connection.execute(select(table)).first()]
    assert empty == []


def test_patterns_are_small_enough_to_send(layers):
    assert len(gzip.compress(layers["patterns"].encode())) < 60_000


def test_every_district_has_marks_inside_it(layers):
    districts = {feature["id"]: shape(feature["geometry"]) for feature in json.loads(layers["districts"])["features"]}
    patterns = {feature["id"]: shape(feature["geometry"]) for feature in json.loads(layers["patterns"])["features"]}
    assert len(patterns) == 3 * len(districts)
    for key, marks in patterns.items():
        # A stripe is 0.02° wide and may stand out of its district by half of that.
        assert not marks.is_empty and districts[key.partition(":")[2]].buffer(0.03).contains(marks), key
