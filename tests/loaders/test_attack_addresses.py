"""The attacker has the files of every panel under every choice, and those of the tables; not the database."""

from functools import cache, partial

import numpy as np
import pytest

from dashboard.app import create_app
from dashboard.panels import PANELS
from dashboard.settings import Settings
from data_access.answers import places
from data_access.store.database import Database
from data_access.vocabulary.selection import Selection
from loaders.publish.cases import cut_off, ordinary_steps
from loaders.store.database import Stores, reading
from tests.loaders import addresses
from tests.loaders.attacker import Attacker, Told, counts_of, returns_of
from tests.loaders.kinds import only_exhaustive
from tests.loaders.test_attack import STATED, closed, truth
from tests.web.files import file_content as file_at
from tests.web.files import of_csv


@pytest.fixture(scope="module")
def snapshot(example_public_url):
    return Database(example_public_url).snapshot()


@pytest.fixture(scope="module")
def true(example_settings) -> Told:
    with reading(Stores.open(example_settings).private) as private:
        return truth(closed(ordinary_steps(private), cut_off(private)))


@pytest.fixture(scope="module")
def fetch(example_public_url) -> addresses.Taken:
    client = create_app(Settings(example_public_url)).test_client()
    return cache(lambda key, query: of_csv(file_at(client, key, "csv", f"?lang=en&{query}")))


@pytest.fixture(scope="module")
def districts(snapshot):
    return places.districts(snapshot).set_index("slug")


@pytest.fixture
def attacker(fetch, true) -> Attacker:
    """One who has the files of the tables."""
    return Attacker(counts_of(addresses.tables(fetch)), returns_of(true))


def harvest(fetch, attacker: Attacker, periods, districts) -> int:
    """Give the attacker all that the addresses tell of these periods, and how much that is."""
    people, codes = districts["population"].dropna().to_dict(), districts["district_code"].to_dict()
    issues = sorted({name[2] for name in attacker.known if name[:2] == ("part", "issue")})
    facts = [*addresses.statements(fetch, attacker.years, issues, periods, codes, people)]
    for names, count, is_exact in facts:
        assert count == pytest.approx(round(count), abs=1e-6)
        attacker.learn(names, round(count), round(count) if is_exact else np.inf)
    return len(facts)


def narrow_counts(attacker: Attacker, true: Told) -> list:
    names = [name for name, value in attacker.known.items() if value is None and true[name]]
    assert len(names) > 200
    return [span for span in attacker.spans(names, STATED) if span[2] - span[1] < STATED]


@pytest.mark.parametrize(
    ("periods_of", "least"), [(addresses.telling_periods, 3_000), only_exhaustive(addresses.every_period, 5_000)]
)
def test_nothing_can_be_narrowed_by_all_addresses_together(fetch, attacker, true, districts, periods_of, least):
    assert harvest(fetch, attacker, periods_of(attacker.years), districts) > least
    assert narrow_counts(attacker, true) == []


def test_the_attack_succeeds_where_one_address_adds_what_is_withheld(attacker, true):
    """A sum over years that counts a withheld one as well, as if it had been computed from the register."""
    receipts = {name: value for name, value in attacker.known.items() if name[0] == "area" and name[3] == "received"}
    withheld_name = next(name for name, value in receipts.items() if value is None and true[name] and len(name[1]) > 5)
    shown_names = [name for name, value in receipts.items() if name[1] == withheld_name[1] and value is not None]
    total = true[withheld_name] + sum(receipts[name] for name in shown_names)
    attacker.learn([withheld_name, *shown_names], total, total)
    assert (withheld_name, true[withheld_name], true[withheld_name]) in narrow_counts(attacker, true)


def test_every_panel_with_grievances_is_read(snapshot, fetch, districts, attacker):
    """A new one must be added to the attack, or to those that are not read, with the reason."""
    keys_read = set()

    def fetch_and_note(key: str, query: str) -> addresses.Rows:
        keys_read.add(key)
        return fetch(key, query)

    harvest(fetch_and_note, attacker, addresses.every_period(attacker.years[-1:]), districts)
    keys = {panel.key for panel in PANELS if _shows_grievances(snapshot, panel)}
    assert keys - keys_read == set(addresses.NOT_READ) & keys


def _shows_grievances(snapshot, panel) -> bool:
    choices = (Selection(), Selection(district="jeti-oguz"), Selection(x="grievance_received"))
    answers = map(partial(panel.answer, snapshot), map(panel.relevant, choices))
    return any(source.dataset == "grievances" for answer in answers for source in answer.sources)
