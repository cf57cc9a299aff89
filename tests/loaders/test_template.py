"""Empty files to be filled in a spreadsheet: the columns that a load asks for, and what belongs into each."""

import csv

import pytest
from click.testing import CliRunner

from loaders.commands.actions import Setup
from loaders.commands.template import template
from loaders.gate.checks import LoadRefused
from loaders.store.settings import LoaderSettings
from tests.loaders.stand_ins import FILES


def _write(stores, dataset, file):
    setup = Setup(LoaderSettings("", ""), stores)
    return CliRunner().invoke(template, [dataset, str(file)], obj=setup)


@pytest.mark.parametrize(
    "dataset", ["commitments", "commitment_steps", "dialogue_events", "plans", "grants", "contacts"]
)
def test_a_template_has_the_columns_of_a_file_that_loads_and_says_what_belongs_there(filled_stores, tmp_path, dataset):
    file = tmp_path / "empty.csv"
    outcome = _write(filled_stores, dataset, file)
    assert outcome.exit_code == 0, outcome.output
    (columns,) = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
    assert columns == FILES[dataset].splitlines()[0].split(",")
    lines = outcome.output.splitlines()
    assert [line.split(" (")[0] for line in lines[:-1]] == columns and all(": " in line for line in lines)


def test_a_file_that_is_there_is_not_overwritten(filled_stores, tmp_path):
    file = tmp_path / "filled.csv"
    file.write_text("somebody's work")
    outcome = _write(filled_stores, "plans", file)
    assert isinstance(outcome.exception, LoadRefused) and file.read_text() == "somebody's work"
