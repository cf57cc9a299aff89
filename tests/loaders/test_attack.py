"""Someone with every published count of grievances, their meaning, and a linear solver.

The stated interval: whatever is withheld and not zero can lie anywhere in a span of ``LIMIT - 1`` or more, so that a
small count could as well be none or any other small number. (That nobody is in a cell may be found out: zeros are
shown.) The attacker reads the public tables only, makes its own equations from what their columns mean, and asks for
the least and the most of every withheld count. It takes what a case is apart into every published trait but one
division at a time: two divisions of the same cases with equal sums always fit together.
"""

from itertools import starmap

import pandas as pd
import pytest
from hypothesis import given

from loaders.database import Stores, reading
from loaders.publish import grievances, suppression
from loaders.publish.cases import counted, cut_off, ordinary_steps, turns
from loaders.publish.counts import Counts
from loaders.publish.grievances import published_grievances
from loaders.publish.suppression import Suppression
from loaders.read import rows
from loaders.settings import LoaderSettings
from tests.loaders.attacker import AREA, OUTCOME, PART, QUARTER, WAIT, Attacker
from tests.loaders.databases import LIMIT
from tests.loaders.kinds import only_exhaustive
from tests.loaders.random_cases import COLUMNS, END, random_steps
from tests.loaders.tried import SEEDS, tried_slowly

STATED = LIMIT - 1
# How many cases at most, and how many registers, where everything is tried.
MANY = [(40, 60), (300, 60), (3000, 20)]


def tables_of(steps: pd.DataFrame, end: pd.Timestamp):
    """Counts, and the public tables made of them."""
    counts = Counts(counted(steps, end), turns(steps, end))
    return counts, published_grievances(counts, Suppression(counts, LIMIT).withheld(), LIMIT)


def truths(counts: Counts) -> dict[tuple, int]:
    """The count behind every name that the attacker uses."""
    everything = published_grievances(counts, set(), 1)
    found = {}
    for row in everything[AREA].itertuples():
        for column in ("received_count", "open_count", "closed_count"):
            found[AREA.name, row.year, row.area_code, column] = getattr(row, column)
    for row in everything[PART].itertuples():
        found[PART.name, row.year, row.kind, row.code] = row.grievance_count
    for row in everything[OUTCOME].itertuples():
        found[OUTCOME.name, row.kind, row.code, row.question, row.answer] = row.grievance_count
    for row in everything[QUARTER].itertuples():
        for column in ("received", "closed", "open"):
            found[QUARTER.name, row.quarter, column] = getattr(row, f"{column}_count")
    return found


def attacker_of(counts: Counts, tables) -> Attacker:
    """An attacker with these tables; how many cases came back in each quarter, it is told."""
    returned = {quarter.start_time: count for quarter, count in counts.quarters["returned"].items()}
    return Attacker(tables, returned, STATED, LIMIT)


def narrowed(attacker: Attacker, counts: Counts) -> list:
    """The withheld counts that are not zero and that the attacker narrows to less than what is stated."""
    attacker.is_asked_about({name for name, count in truths(counts).items() if count})
    return [name for name, least, most in attacker.spans() if most - least < STATED - 1e-6]


def found_out(counts: Counts, tables, hints=()) -> tuple[list, int]:
    """The withheld counts that the attacker narrows to less than what is stated, and how many it tried.

    ``hints`` are names of withheld counts that it knows from elsewhere.
    """
    truth, attacker = truths(counts), attacker_of(counts, tables)
    attacker.is_told({name: truth[name] for name in hints})
    if not attacker.asked:
        return [], 0
    narrow = []
    for name, least, most in attacker.spans():
        if most - least < STATED - 1e-6:
            assert least - 1e-6 <= truth[name] <= most + 1e-6, f"the attacker is wrong about {name}"
            narrow += [(name, least, most)] if truth[name] else []
    return narrow, len(attacker.asked)


@pytest.mark.parametrize(("most", "count"), [(40, 3), (300, 2), (3000, 1), *starmap(only_exhaustive, MANY)])
def test_nothing_withheld_in_random_registers_can_be_narrowed(most, count):
    asked = []

    @tried_slowly(count)
    @given(SEEDS)
    def attack(seed):
        narrow, number = found_out(*tables_of(random_steps(seed, most), END))
        assert narrow == []
        asked.append(number)

    attack()
    assert sum(asked) > 50


def test_nothing_withheld_in_the_sample_can_be_narrowed(sample_public_url):
    """The tables are read as they stand in the public store."""
    stores = Stores.open(LoaderSettings.from_environment({"DATABASE_URL": sample_public_url}))
    with reading(stores.private) as private:
        steps, end = ordinary_steps(private), cut_off(private)
    with reading(stores.public) as public:
        tables = {table: rows(public, table) for table in (AREA, PART, OUTCOME, QUARTER, WAIT)}
    counts = Counts(counted(steps, end), turns(steps, end))
    attacker = attacker_of(counts, tables)
    assert len(attacker.asked) > 200
    assert narrowed(attacker, counts) == []


def three_districts() -> pd.DataFrame:
    """Worked example: district A has 3 cases, B 12, C 7; C is withheld with A."""
    rows = [
        (
            f"{district}{case:02}",
            "received",
            pd.Timestamp("2021-05-01"),
            1,
            f"4170221{place}",
            "water",
            "oral",
            "company",
        )
        for place, (district, count) in enumerate({"A": 3, "B": 12, "C": 7}.items())
        for case in range(count)
    ]
    return pd.DataFrame(rows, columns=COLUMNS).assign(acknowledge_due_on=END, resolve_due_on=END)


def test_the_attack_succeeds_where_one_protecting_count_is_shown():
    counts, tables = tables_of(three_districts(), END)
    areas = tables[AREA]
    assert set(areas.loc[areas["is_withheld"], "area_code"]) == {"41702210", "41702212"}
    assert found_out(counts, tables)[0] == []
    leaking = areas.assign(received_count=areas["received_count"].mask(areas["area_code"] == "41702212", 7))
    narrow, _ = found_out(counts, {**tables, AREA: leaking})
    assert ((AREA.name, 2021, "41702210", "received_count"), 3, 3) in [
        (name, round(least), round(most)) for name, least, most in narrow
    ]


def test_the_attack_succeeds_where_each_table_is_only_hidden_by_itself(monkeypatch):
    """What the solver adds at publication is needed, and the attacker does find what it would otherwise leave open."""
    monkeypatch.setattr(suppression, "protected", lambda _figures, _identities, withheld, *_: withheld)
    assert any(found_out(*tables_of(random_steps(seed), END))[0] for seed in (0, 2, 3))


def test_the_attack_succeeds_where_medians_tell_how_many_are_withheld(monkeypatch):
    """Whether there is a median says whether the limit was reached."""
    monkeypatch.setattr(grievances, "_told", lambda cases, *_: cases["year"] > 0)
    assert any(found_out(*tables_of(random_steps(seed), END))[0] for seed in (4, 5, 6, 7, 10))
