"""Annual statistics as published: rates of people only where they are of enough people, or of none."""

import pandas as pd
from sqlalchemy import Connection

from data_access.vocabulary import schema
from loaders.publish.hiding import is_safe
from loaders.store.frames import rows
from loaders.store.monitoring import statistic
from loaders.store.people import case_statistic, target

PEOPLE = 10_000
COLUMNS = ["indicator_code", "district_code", "year", "value", "source_key"]


def published_statistics(connection: Connection, limit: int) -> dict:
    """Frames of the public tables about annual statistics; ``limit``: the least count of people that is shown."""
    figures = rows(connection, statistic)
    is_oblast = figures["district_code"].str.len() == len("41702")
    of_oblasts = figures.loc[is_oblast, COLUMNS]
    own_rates = rates(rows(connection, case_statistic), limit)
    return {
        schema.statistic: pd.concat([figures.loc[~is_oblast, COLUMNS], own_rates], ignore_index=True),
        schema.oblast_statistic: of_oblasts.dropna(subset="value").rename(columns={"district_code": "oblast_code"}),
        schema.target: rows(connection, target),
    }


def rates(counts: pd.DataFrame, limit: int) -> pd.DataFrame:
    """People per 10,000 residents, to a tenth; no value where fewer than ``limit`` were counted, but some.

    No total of districts is published, so nothing can be subtracted to find what is withheld.
    """
    rate = (PEOPLE * counts["cases"] / counts["residents"]).round(1)
    is_shown = [is_safe((cases,), limit) for cases in counts["cases"]]
    return counts.assign(value=rate.where(pd.Series(is_shown, counts.index, dtype=bool)))[COLUMNS]
