"""What mines produced, sold and exported by year."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary import languages
from data_access.vocabulary.fields import mines as fields
from data_access.vocabulary.fields.statements import CURRENCIES
from loaders.datasets.published_statements import about_nobody, together
from loaders.gate.dataset import years
from loaders.gate.days import year_not_in_future
from loaders.gate.file_form import dataset
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule
from loaders.store.revenue import production

NOTES = languages.columns("note")
PUBLISHED_TEXTS = ("producer", *NOTES, "quote")


def _in_its_unit() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        is_money: pd.Series = frame["production_measure"].isin(fields.VALUES)
        return is_money == frame["production_unit"].isin(CURRENCIES)

    return pa.Check(holds, error="values are in a currency, quantities in a unit of weight")


def _note_rule() -> pa.Check:
    """A note that one language lacks would be missed by its readers."""

    def holds(frame: pd.DataFrame) -> pd.Series:
        is_told = frame[list(NOTES)].notna()
        return is_told.all(axis=1) | ~is_told.any(axis=1)

    return pa.Check(holds, error="must have its note in every language, or none")


def _rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (year_not_in_future("year"), *about_nobody(PUBLISHED_TEXTS))


PRODUCTION = dataset(
    "production",
    fields.PRODUCTION,
    years(production, "year"),
    checks=[_in_its_unit(), _note_rule(), together("quote", "quote_language")],
    rules=_rules,
)
