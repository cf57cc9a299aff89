"""Plans, small grants and recommendations."""

from collections.abc import Callable, Sequence

from data_access.vocabulary import languages
from data_access.vocabulary.fields import follow_up as fields
from loaders.datasets.published_statements import about_nobody, place_rules
from loaders.gate.dataset import days
from loaders.gate.days import not_in_future
from loaders.gate.file_form import dataset
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store import metadata

ENDS_BEFORE = "lies before plan_from: correct one of the two days"
Rules = Callable[[ReferenceCodes], Sequence[Rule]]


def _ends_after_it_begins() -> Rule:
    return Rule(lambda frame: ~(frame["plan_until"] < frame["plan_from"]), ENDS_BEFORE, Severity.REFUSE, "plan_until")


def _about_nobody(*names: str, first: Sequence[Rule] = ()) -> Rules:
    texts = [column for name in names for column in languages.columns(name)]
    return lambda _reference_codes: (*first, *about_nobody(texts))


PLANS = dataset(
    "plans",
    fields.PLANS,
    days(metadata.tables[fields.PLANS.name], "plan_from", "plan_from"),
    checks=[place_rules()],
    rules=_about_nobody("plan", "long_aim", first=[_ends_after_it_begins()]),
)
GRANTS = dataset(
    "grants",
    fields.GRANTS,
    days(metadata.tables[fields.GRANTS.name], "granted_on", "granted_on"),
    checks=[place_rules()],
    rules=_about_nobody("purpose", first=[not_in_future("granted_on")]),
)
RECOMMENDATIONS = dataset(
    "recommendations",
    fields.RECOMMENDATIONS,
    days(metadata.tables[fields.RECOMMENDATIONS.name], "reached_on", "reached_on"),
    checks=[place_rules()],
    rules=_about_nobody("recommendation", "addressed_to", first=[not_in_future("reached_on")]),
)
