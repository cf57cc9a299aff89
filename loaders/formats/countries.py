"""Files about many countries: the rows of the Kyrgyz Republic, and what was left out."""

import pandas as pd

from loaders.formats.eiti_about import OURS, label
from loaders.gate.publisher_format import Reading, SetAside

NO_COUNTRY = "names no country"


def of_this_country(rows: pd.DataFrame, column: str) -> Reading:
    """The rows whose country, in any spelling of its name or as its code, is this one; those without are set aside."""
    countries = rows[column].dropna()
    is_ours = countries.map(lambda country: OURS.search(label(country)) is not None).astype(bool)
    others = int((~is_ours).sum())
    notes = (f"rows of other countries were left out: {others:,}",) if others else ()
    without_country = tuple(
        SetAside(row, column, None, NO_COUNTRY) for row in rows.index.difference(countries.index).tolist()
    )
    return Reading(rows.loc[countries.index[is_ours]], without_country, notes)
