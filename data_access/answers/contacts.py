"""Whom to tell, seen from a place: the channels that serve it, the nearest first."""

import pandas as pd
from sqlalchemy import or_, select

from data_access.answers import places
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import schema
from data_access.vocabulary.fields.contacts import FIGURES, ROLES
from data_access.vocabulary.frames import without_nan
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.soate import oblast_of

channel = schema.contact.c
area = schema.site_district.c
# From what is nearest to what is farthest; a channel of none of them is the country's.
NEAR = ("site_id", "district_code", "oblast_code")


def serving(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    """Channels for complaints about the chosen site and district: of these, of their oblast, and of the country.

    Columns of ``schema.contact``; without a place those of the country alone. None is of who keeps the figures.
    """
    codes = _districts(snapshot, selection)
    is_of_country = channel.district_code.is_(None) & channel.oblast_code.is_(None) & channel.site_id.is_(None)
    is_near = [channel.site_id == selection.site] if selection.site else []
    is_near += [channel.district_code.in_(codes), channel.oblast_code.in_([*map(oblast_of, codes)])] if codes else []
    query = select(schema.contact).where(channel.contact_role != FIGURES, or_(is_of_country, *is_near))
    rows = snapshot.frame(query.order_by(channel.contact_id))
    far = pd.Series(len(NEAR), rows.index)
    for number, place in reversed([*enumerate(NEAR)]):
        far = far.mask(rows[place].notna(), number)
    order = rows.assign(far=far, role=rows["contact_role"].map(ROLES.index)).sort_values(["far", "role"], kind="stable")
    ordered_rows: pd.DataFrame = without_nan(rows.loc[order.index].reset_index(drop=True))
    return ordered_rows


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
