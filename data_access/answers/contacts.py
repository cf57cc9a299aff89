"""Whom to tell, seen from a place: the channels that serve it, the nearest first."""

from collections.abc import Sequence, Set
from typing import Any

from sqlalchemy import select

from data_access.answers import places
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema
from data_access.vocabulary.fields.contacts import FIGURES, ROLES
from data_access.vocabulary.frames import named_rows
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.soate import oblast_of

channel = schema.contact.c
area = schema.site_district.c
# From what is nearest to what is farthest; a channel of none of them is the country's.
NEAR = ("site_id", "district_code", "oblast_code")


def serving(snapshot: Snapshot, selection: Selection) -> list[Any]:
    """Channels for complaints about the chosen site and district: of these, of their oblast, and of the country.

    Rows of ``schema.contact``; without a place those of the country alone. None is of who keeps the figures.
    """
    codes = {*_districts(snapshot, selection)}
    # Where each column of ``NEAR`` leads to the chosen place.
    here = ({selection.site} - {None}, codes, {*map(oblast_of, codes)})
    serving_rows = [(_distance(row), row) for row in _channels(snapshot) if _is_for(row, here)]
    return [row for _, row in sorted(serving_rows, key=lambda one: (one[0], ROLES.index(one[1].contact_role)))]


@per_version
def _channels(snapshot: Snapshot) -> list[Any]:
    query = select(schema.contact).where(channel.contact_role != FIGURES).order_by(channel.contact_id)
    return named_rows(snapshot.frame(query))


def _distance(row: Any) -> int:
    """The place in ``NEAR`` of the nearest that a channel is of."""
    return next((number for number, place in enumerate(NEAR) if getattr(row, place)), len(NEAR))


def _is_for(row: Any, here: Sequence[Set[str | None]]) -> bool:
    of_places = [getattr(row, place) for place in NEAR]
    return not any(of_places) or any(one in chosen for one, chosen in zip(of_places, here, strict=True) if one)


@per_version
def keeper(snapshot: Snapshot) -> dict[str, str] | None:
    """Who keeps the figures and is told of mistakes, a row of ``schema.contact`` with a mail address; None: nobody."""
    query = select(schema.contact).where(channel.contact_role == FIGURES, channel.mail.is_not(None))
    rows = snapshot.frame(query.order_by(channel.contact_id)).to_dict("records")
    return {str(name): value for name, value in rows[0].items()} if rows else None


def _districts(snapshot: Snapshot, selection: Selection) -> list[str]:
    code = places.code_of(snapshot, selection.district)
    if selection.site is None:
        return [code] if code else []
    rows = snapshot.rows(select(area.area_code).where(area.site_id == selection.site))[1]
    return [row[0] for row in rows]
