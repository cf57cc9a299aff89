"""Someone with every published count of grievances, their meaning, and an integer programme.

The stated interval: whatever is withheld and not zero can be any of ``LIMIT`` numbers or more, so that a small count
could as well be none or any other small number. (That nobody is in a cell may be found out: zeros are shown.) The
attacker reads the public tables only, makes its own equations from what their columns mean, and asks for the least and
the most of every withheld count. It takes what a case is apart into every published trait but one division at a time:
two divisions of the same cases with equal sums always fit together.
"""

from itertools import starmap

import pandas as pd
import pytest
from hypothesis import given

from data_access.vocabulary import schema
from loaders.publish import suppression
from loaders.publish.cases import cut_off, ordinary_steps
from loaders.publish.earlier import NO_HISTORY
from loaders.publish.events import events_of
from loaders.publish.grievances import Books, Closing, close_register, published_counts
from loaders.publish.posting import COLUMNS as POSTED
from loaders.store.database import Stores, reading
from loaders.store.frames import rows
from tests.loaders.attacker import AREA, OUTCOME, PART, QUARTER, Attacker, Told, counts_of, returns_of
from tests.loaders.databases import LIMIT
from tests.loaders.examples import SEEDS, tried_slowly
from tests.loaders.kinds import only_exhaustive
from tests.loaders.random_cases import COLUMNS, END, random_steps

STATED = LIMIT - 1
# How many cases at most, and how many registers, where everything is tried.
MANY = [(40, 60), (300, 60), (3000, 20)]


def fresh() -> Books:
    """Books of a store that has published nothing."""
    no_events = pd.DataFrame(columns=POSTED).astype({"quarter": "datetime64[ns]", "event_count": int})
    return Books(no_events, NO_HISTORY)


def closed(steps: pd.DataFrame, end: pd.Timestamp, books: Books | None = None, limit: int = LIMIT) -> Closing:
    """What is published of a register without sensitive cases."""
    return close_register(steps, events_of(steps, end), end, books or fresh(), limit)


def truth(version: Closing) -> Told:
    """The count behind every name that the attacker uses."""
    return counts_of(published_counts(version.counts, set()))


def narrow_counts(known_counts: Told, true: Told) -> tuple[list, int]:
    """The withheld counts that are not zero and narrowed to less than is stated, and how many were asked for."""
    names = [name for name, value in known_counts.items() if value is None and true[name]]
    spans = Attacker(known_counts, returns_of(true)).spans(names, STATED)
    narrow = [(name, least, most) for name, least, most in spans if most - least < STATED]
    assert all(least <= true[name] <= most for name, least, most in narrow), "the attacker is wrong"
    return narrow, len(names)


def found_out(steps: pd.DataFrame) -> tuple[list, int]:
    version = closed(steps, END)
    return narrow_counts(counts_of(version.tables), truth(version))


@pytest.mark.parametrize(("most", "count"), [(40, 2), (300, 2), (3000, 1), *starmap(only_exhaustive, MANY)])
def test_nothing_withheld_in_random_registers_can_be_narrowed(most, count):
    numbers = []

    @tried_slowly(count)
    @given(SEEDS)
    def attack(seed):
        narrow, number = found_out(random_steps(seed, most))
        assert narrow == []
        numbers.append(number)

    attack()
    assert sum(numbers) > 50


def test_nothing_withheld_in_the_example_can_be_narrowed(example_settings):
    """The tables are read as they stand in the public store."""
    stores = Stores.open(example_settings)
    with reading(stores.private) as private:
        version = closed(ordinary_steps(private), cut_off(private))
    with reading(stores.public) as public:
        known_counts = counts_of({table: rows(public, table) for table in (AREA, PART, OUTCOME, QUARTER)})
    narrow, number = narrow_counts(known_counts, truth(version))
    assert narrow == [] and number > 200


def three_districts() -> pd.DataFrame:
    """Worked example: district A has 3 cases, B 12, C 7; C is withheld with A."""
    about = ("water", "oral", "company")
    cases = [
        (f"{name}{case:02}", place)
        for place, (name, count) in enumerate({"A": 3, "B": 12, "C": 7}.items())
        for case in range(count)
    ]
    rows = [(key, "received", pd.Timestamp("2021-05-01"), 1, f"4170221{place}", *about) for key, place in cases]
    return pd.DataFrame(rows, columns=COLUMNS).assign(acknowledge_due_on=END, resolve_due_on=END)


def test_the_attack_succeeds_where_one_protecting_count_is_shown():
    version = closed(three_districts(), END)
    known_counts = counts_of(version.tables)
    withheld_areas = {
        name[1] for name, value in known_counts.items() if name[0] == "area" and name[3] == "received" and value is None
    }
    assert withheld_areas == {"41702210", "41702212"}
    assert narrow_counts(known_counts, truth(version))[0] == []
    with_one_more = {**known_counts, ("area", "41702212", 2021, "received"): 7}
    assert (("area", "41702210", 2021, "received"), 3, 3) in narrow_counts(with_one_more, truth(version))[0]


def test_the_attack_succeeds_where_each_table_is_only_hidden_by_itself(monkeypatch):
    """What the solver adds at publication is needed, and the attacker does find what it would otherwise leave open."""
    monkeypatch.setattr(suppression, "protect", lambda _figures, _identities, _held, withheld, *_: withheld)
    assert any(found_out(random_steps(seed))[0] for seed in range(6))


def test_a_median_tells_of_no_more_cases_than_the_counts_that_are_shown():
    """Whether there is one says how many cases there are at least."""
    for seed in range(4):
        version = closed(random_steps(seed, 3000), END)
        known_counts = counts_of(version.tables)
        medians = version.tables[schema.grievance_wait].dropna(subset="median_days")
        for row in medians.itertuples():
            area = row.kind in ("country", "district")
            name = ("area", row.code, row.year, "received") if area else ("part", row.kind, row.code, row.year)
            assert (known_counts[name] or 0) >= 2 * LIMIT
