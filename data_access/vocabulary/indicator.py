"""What is measured or counted, as the data name it: a new indicator needs no line of code."""

from collections.abc import Mapping
from typing import NamedTuple


class Indicator(NamedTuple):
    """Names, unit as readers see it and explanation, each by language ('' where there is none).

    ``unit_code`` is the unit that files give values in; ``direction`` is one of ``fields.monitoring.DIRECTIONS``,
    ``medium`` one of ``fields.common.MEDIA``.
    """

    code: str
    medium: str
    unit_code: str
    direction: str
    names: Mapping[str, str]
    units: Mapping[str, str]
    about: Mapping[str, str]


def by_family(indicators: Mapping[str, Indicator]) -> dict[str, Mapping[str, str]]:
    """Names as those of codes are asked for, by ``family:code``: an annual statistic is a measure, too."""
    return {f"{family}:{code}": one.names for family in ("indicator", "measure") for code, one in indicators.items()}
