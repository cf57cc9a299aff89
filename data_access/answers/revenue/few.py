"""Whether money is known for a small part of the country: divided by all its people it would tell nothing."""

from sqlalchemy import select

from data_access.answers import filters, places
from data_access.answers.filters import Conditions
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema
from data_access.vocabulary.selection import Selection

flow = schema.revenue.c


@per_version
def is_of_few(snapshot: Snapshot, where: Conditions) -> bool:
    """Whether these rows concern less than half of the country's people.

    An oblast of which no district is named counts with all its people; money without any place is the country's.
    """
    query = select(flow.district_code, flow.oblast_code).where(filters.equal(where)).distinct()
    place_codes = snapshot.rows(query)[1]
    if not place_codes or any(not district and not oblast for district, oblast in place_codes):
        return False
    wide = {oblast for district, oblast in place_codes if not district}
    all_districts = places.districts(snapshot)
    concerned = all_districts["district_code"].isin({district for district, _ in place_codes}) | all_districts[
        "oblast_code"
    ].isin(wide)
    people = all_districts["population"]
    return bool(people[concerned].sum() < people.sum() / 2)


def is_of_few_places(snapshot: Snapshot, selection: Selection, where: Conditions) -> bool:
    """Whether an answer about the country is of few places; money of a chosen district is its own."""
    return not selection.district and bool(is_of_few(snapshot, where))
