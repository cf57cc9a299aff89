"""The attacker has the files of every panel under every choice, and those of the tables; not the database."""

from functools import cache, partial

import pytest

from dashboard.app import create_app
from dashboard.panels import PANELS
from dashboard.selection import Selection
from dashboard.settings import Settings
from data_access import places
from data_access.database import Database
from loaders.database import Stores, reading
from loaders.publish.cases import counted, cut_off, ordinary_steps, turns
from loaders.publish.counts import Counts
from loaders.settings import LoaderSettings
from tests.loaders import addresses
from tests.loaders.attacker import AREA, Attacker
from tests.loaders.kinds import only_exhaustive
from tests.loaders.test_attack import attacker_of, narrowed, truths
from tests.web.files import of_csv
from tests.web.files import taken as file_at


@pytest.fixture(scope="module")
def snapshot(sample_public_url):
    return Database(sample_public_url).snapshot()


@pytest.fixture(scope="module")
def counts(sample_public_url) -> Counts:
    stores = Stores.open(LoaderSettings.from_environment({"DATABASE_URL": sample_public_url}))
    with reading(stores.private) as private:
        steps, end = ordinary_steps(private), cut_off(private)
    return Counts(counted(steps, end), turns(steps, end))


@pytest.fixture(scope="module")
def taken(sample_public_url) -> addresses.Taken:
    client = create_app(Settings(sample_public_url)).test_client()
    return cache(lambda key, query: of_csv(file_at(client, key, "csv", f"?lang=en&{query}")))


@pytest.fixture(scope="module")
def districts(snapshot):
    return places.districts(snapshot).set_index("slug")


def harvest(taken, attacker: Attacker, periods, districts) -> int:
    """Give the attacker all that the addresses tell of these periods, and how much that is."""
    people = districts["population"].dropna().to_dict()
    found = [*addresses.told(taken, attacker, periods, districts["district_code"].to_dict(), people)]
    for cells, count, is_exact in found:
        assert count == pytest.approx(round(count), abs=1e-6)
        if is_exact:
            attacker.equal(cells, value=round(count))
        else:
            attacker.at_most((), cells, -round(count))
    return len(found)


@pytest.mark.parametrize(
    ("periods_of", "least"), [(addresses.telling_periods, 3_000), only_exhaustive(addresses.every_period, 5_000)]
)
def test_nothing_can_be_narrowed_by_all_addresses_together(taken, counts, districts, periods_of, least):
    attacker = attacker_of(counts, addresses.tables(taken))
    assert harvest(taken, attacker, periods_of(attacker.years), districts) > least
    assert len(attacker.asked) > 200
    assert narrowed(attacker, counts) == []


def test_the_attack_succeeds_where_one_address_adds_what_is_withheld(taken, counts, districts):
    """A sum over years that counts a withheld one as well, as if it had been computed from the register."""
    attacker = attacker_of(counts, addresses.tables(taken))
    areas = attacker.areas
    hidden = areas[areas["received_count"].isna() & (areas["area_level"] == "district")]
    truth = truths(counts)
    row = next(row for row in hidden.itertuples() if truth[AREA.name, row.year, row.area_code, "received_count"] > 0)
    of_district = areas[(areas["area_code"] == row.area_code) & areas["received_count"].notna()]
    years = [row.year, *of_district["year"]]
    total = sum(truth[AREA.name, year, row.area_code, "received_count"] for year in years)
    attacker.equal(attacker.base("area", row.area_code, years), value=int(total))
    assert (AREA.name, row.year, row.area_code, "received_count") in narrowed(attacker, counts)


def test_every_panel_with_grievances_is_read(snapshot, taken, districts, counts):
    """A new one must be added to the attack, or to those that are not read, with the reason."""
    read = set()

    def noted(key: str, query: str) -> addresses.Rows:
        read.add(key)
        return taken(key, query)

    attacker = attacker_of(counts, addresses.tables(taken))
    attacker.years = attacker.years[-1:]
    harvest(noted, attacker, addresses.every_period(attacker.years), districts)
    keys = {panel.key for panel in PANELS if _shows_grievances(snapshot, panel)}
    assert keys - read == set(addresses.NOT_READ) & keys


def _shows_grievances(snapshot, panel) -> bool:
    choices = (Selection(), Selection(district="jeti-oguz"), Selection(x="grievance_received"))
    answers = map(partial(panel.answer, snapshot), map(panel.heeded, choices))
    return any(source.dataset == "grievances" for answer in answers for source in answer.sources)
