"""Towns, aiyl aimaks and villages."""

import pandera.pandas as pa

from data_access.vocabulary.fields import settlements as fields
from data_access.vocabulary.soate import OBLAST_DIGITS
from loaders.gate.file_form import dataset


def _in_its_oblast() -> pa.Check:
    """No more digits than these are those of the district: parts of cities have codes of their own."""
    return pa.Check(
        lambda frame: frame["settlement_code"].str[:OBLAST_DIGITS] == frame["district_code"].str[:OBLAST_DIGITS],
        error="its SOATE code is of another oblast than its district's",
    )


SETTLEMENTS = dataset("settlements", fields.SETTLEMENTS, checks=[_in_its_oblast()])
