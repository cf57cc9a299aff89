"""Participatory monitoring: areas, teams, pairs of readings with a laboratory, and scored criteria."""

from collections.abc import Sequence

from sqlalchemy import select

from data_access.vocabulary import languages
from data_access.vocabulary.fields import pem as fields
from loaders.datasets.published_statements import about_nobody
from loaders.gate.dataset import days
from loaders.gate.days import not_in_future
from loaders.gate.file_form import dataset
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store import metadata
from loaders.store.monitoring import indicator

OTHER_DAY = "is not the day of the residents' sample: two days are no pair; leave the row out, or mend the day"
OTHER_UNIT = "is not the unit of the residents' value: convert one of the two values, or leave the row out"
NOT_CANONICAL = "is not the unit of the indicator, in which both values must be; indicators.csv names it"
check = metadata.tables[fields.LABORATORY_CHECKS.name]
score = metadata.tables[fields.SCORES.name]


def _same(column: str, other: str, reason: str) -> Rule:
    return Rule(lambda frame: frame[column] == frame[other], reason, Severity.REFUSE, column)


def _pair_rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    query = select(indicator.c.indicator_code, indicator.c.unit)
    units = reference_codes.frame(query).set_index("indicator_code")["unit"]
    return (
        _same("laboratory_sampled_on", "sampled_on", OTHER_DAY),
        _same("laboratory_unit", "unit", OTHER_UNIT),
        Rule(lambda frame: frame["unit"] == frame["indicator_code"].map(units), NOT_CANONICAL, Severity.REFUSE, "unit"),
        not_in_future("sampled_on"),
        *about_nobody(("laboratory",)),
    )


PEM_AREAS = dataset(
    "pem_areas",
    fields.AREAS,
    rules=lambda _codes: tuple(about_nobody((*languages.columns("name"), *languages.columns("told_back"), "evidence"))),
)
PEM_TEAMS = dataset("pem_teams", fields.TEAMS)
LABORATORY_CHECKS = dataset(
    "laboratory_checks", fields.LABORATORY_CHECKS, days(check, "sampled_on", "sampled_on"), rules=_pair_rules
)
PEM_SCORES = dataset(
    "pem_scores",
    fields.SCORES,
    days(score, "assessed_on", "assessed_on"),
    rules=lambda _codes: (not_in_future("assessed_on"), *about_nobody(("evidence",))),
)
