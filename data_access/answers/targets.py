"""What licences and plans promise."""

from collections.abc import Hashable
from typing import Any

from sqlalchemy import select

from data_access.answers import places
from data_access.store.database import Snapshot
from data_access.vocabulary import languages, schema


def targets_of(snapshot: Snapshot, district: str | None, code: str) -> list[dict[Hashable, Any]]:
    """What is promised of an indicator in a district; without one, nothing: it would not hold for the others.

    Each has value, valid_from, valid_to, and the names of the site.
    """
    target, site = schema.target.c, schema.site.c
    names = [site[name] for name in languages.columns("name")]
    query = (
        select(target.value, target.valid_from, target.valid_to, *names)
        .join_from(schema.target, schema.site, target.site_id == site.site_id, isouter=True)
        .where(target.indicator_code == code, target.district_code == places.code_of(snapshot, district))
    )
    return snapshot.frame(query.order_by(target.value)).astype(object).to_dict("records")
