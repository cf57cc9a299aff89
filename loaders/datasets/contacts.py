"""Whom to tell: channels of offices, each with the day on which it was checked."""

from collections.abc import Sequence
from dataclasses import replace

import pandera.pandas as pa

from data_access.vocabulary import languages
from data_access.vocabulary.fields import contacts as fields
from loaders.datasets.incident_rules import SOMEBODY
from loaders.datasets.published_statements import place_rules
from loaders.gate.dataset import days
from loaders.gate.days import not_in_future
from loaders.gate.file_form import dataset
from loaders.gate.personal import names_somebody
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store import metadata

WAYS = (*fields.CHANNELS, "web", *languages.columns("visit"))


def _reachable() -> pa.Check:
    return pa.Check(
        lambda frame: frame[[*WAYS]].notna().any(axis=1), error="must have phone, mail, web or a place to visit"
    )


def _of_office(column: str) -> Rule:
    """A file of offices that names a person is refused: what stands in it is shown on every page."""
    return Rule(lambda frame: ~names_somebody(frame[column]), SOMEBODY, Severity.REFUSE, column)


def _rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (not_in_future("checked_on"), *(_of_office(name) for name in languages.columns("office")))


CONTACTS = replace(
    dataset(
        "contacts",
        fields.CONTACTS,
        days(metadata.tables[fields.CONTACTS.name], "checked_on", "checked_on"),
        checks=[_reachable(), place_rules()],
        rules=_rules,
    ),
    of_offices=fields.CHANNELS,
)
