"""An annual statistic laid on the places of the country: every district with its figure, or its oblast's."""

import pandas as pd
from sqlalchemy import select

from data_access.answers import places, statistic_rows
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.states import HIGHER_LEVEL

NAMES = languages.columns("name")
OBLASTS = languages.columns("oblast")


@per_version
def of_year(snapshot: Snapshot, code: str, year: int | None) -> pd.DataFrame:
    """A statistic of every district in a year, or of none (frame: ``places.by_district``).

    Where it is known of any oblast also oblast_value, the figure of the oblast of districts that have none of their own
    (NaN of all others), and oblast_ky and so on, the oblast's name.
    """
    own, wider = statistic_rows.of_districts(snapshot, code), statistic_rows.of_oblasts(snapshot, code)
    frame = _by_place(snapshot, code, own[own["year"] == year])
    return _with_oblasts(snapshot, frame, wider[wider["year"] == year]) if len(wider) else frame


def _by_place(snapshot: Snapshot, code: str, rows: pd.DataFrame) -> pd.DataFrame:
    known_rows, withheld = rows.dropna(subset="value"), rows.loc[rows["value"].isna(), "district_code"]
    return places.by_district(
        snapshot,
        dict(zip(known_rows["district_code"], known_rows["value"], strict=True)),
        with_figures=set(statistic_rows.of_districts(snapshot, code)["district_code"]),
        withheld=set(withheld),
        oblasts_known=set(statistic_rows.of_oblasts(snapshot, code)["oblast_code"]),
    )


def _with_oblasts(snapshot: Snapshot, frame: pd.DataFrame, wider: pd.DataFrame) -> pd.DataFrame:
    values = frame["oblast_code"].map(wider.set_index("oblast_code")["value"]).astype(float)
    with_names = frame.merge(oblasts(snapshot), on="oblast_code", how="left")
    return with_names.assign(oblast_value=values.where(frame["state"] == HIGHER_LEVEL))


@per_version
def oblasts(snapshot: Snapshot) -> pd.DataFrame:
    """oblast_code, and its name as oblast_ky and so on."""
    names = dict(zip(NAMES, OBLASTS, strict=True))
    return snapshot.frame(select(schema.oblast))[["oblast_code", *names]].rename(columns=names)
