"""The table of planted faults fits the code and the tests; whether they are caught, `make mutants` tells."""

import re
from collections import Counter

import pytest

from data_access.store.settings import CHECKOUT
from tests.mutants.faults import Fault, StaleTable, all_faults

FEWEST = 45
FAULTS = all_faults()


def test_every_fault_can_be_planted():
    texts = {fault.file: (CHECKOUT / fault.file).read_text(encoding="utf-8") for fault in FAULTS}
    assert [fault.name for fault in FAULTS if texts[fault.file].count(fault.old) != 1] == []
    assert [fault.name for fault in FAULTS if fault.old == fault.new] == []


def test_every_fault_has_tests_that_are_there():
    for fault in FAULTS:
        assert bool(fault.tests) != bool(fault.command), fault.name
        for argument in fault.tests:
            path, _, name = argument.partition("::")
            content = (CHECKOUT / path).read_text(encoding="utf-8")
            assert not name or re.search(rf"^def {name}\(", content, re.M), (fault.name, argument)


def test_faults_are_many_and_have_names_of_their_own():
    assert len(FAULTS) >= FEWEST
    assert [name for name, count in Counter(fault.name for fault in FAULTS).items() if count > 1] == []


@pytest.mark.parametrize("text", ["nothing of it", "x = 1; x = 1"])
def test_a_fault_that_does_not_fit_is_told(text):
    with pytest.raises(StaleTable, match="one: what it replaces stands [02] times in a.py"):
        Fault("web", "one", "something", "a.py", "x = 1", "x = 2").planted_in(text)
