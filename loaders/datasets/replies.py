"""Replies of those concerned to what is shown: who replied when, to what, in all languages."""

from collections.abc import Callable, Sequence

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary import languages
from data_access.vocabulary.fields import beside as fields
from data_access.vocabulary.stages import PAID_BY_COMPANIES
from loaders.datasets.incident_rules import SOMEBODY, TAKEN_DOWN, decided_incidents
from loaders.gate.checks import one_of, text
from loaders.gate.dataset import Dataset, days, into, read_csv
from loaders.gate.days import not_in_future
from loaders.gate.file_form import form
from loaders.gate.personal import finds_home, names_somebody
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity
from loaders.store.incidents import incident
from loaders.store.replies import reply

TEXTS, NAMES = languages.columns("text"), languages.columns("by")
PUBLISHED_TEXTS = (*NAMES, *TEXTS, "reference")
LONGEST_TEXT = 600
# What figures of a topic can be narrowed by.
TOPICS = {
    "revenue": ("stage", "stream_code", "payer_code"),
    "monitoring": ("indicator_code",),
    "incidents": ("issue_code",),
    "grievances": ("issue_code",),
}
CODES = sorted({name for names in TOPICS.values() for name in names})
# Columns that a subject must have, and those that it may have.
SUBJECTS = {
    "figure": (("topic",), (*CODES, "district_code", "first_year", "last_year")),
    "site": (("site_id",), ()),
    "incident": (("incident_id",), ()),
    "district": (("district_code",), ()),
}
HOME = "looks like the address of a home: leave it out"


def _schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    incidents = reference_codes.codes(incident.c.incident_id) | {*decided_incidents(reference_codes, "taken_down")}
    rules = [_signature_rule(), _about_something(), _of_topic(), _of_payer(), _of_years()]
    texts = {name: pa.Column(str, [*text(longest=LONGEST_TEXT).checks, _plain()]) for name in TEXTS}
    return form(
        fields.REPLIES, reference_codes, rules, {"incident_id": one_of(incidents, "incident", nullable=True), **texts}
    )


def _plain() -> pa.Check:
    """One paragraph, and nothing that a page, a spreadsheet or a text for people could take for more than text."""
    return pa.Check.str_matches(
        r"^[^\s<>\[\]{}`\x00-\x1f=+@-][^<>\[\]{}`\x00-\x1f]*$",
        error="must be one paragraph of plain text, without markup",
    )


def _signature_rule() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        has_name = frame[[*NAMES]].notna()
        return (frame["organisation_code"].notna() & ~has_name.any(axis=1)) | (
            frame["organisation_code"].isna() & has_name.all(axis=1)
        )

    return pa.Check(holds, error=f"must have organisation_code, or {languages.enumeration(NAMES, 'and')}, and not both")


def _about_something() -> pa.Check:
    every = {name for own_columns, possible in SUBJECTS.values() for name in (*own_columns, *possible)}

    def holds(frame: pd.DataFrame) -> pd.Series:
        right = pd.Series(False, frame.index)
        for kind, (needed_columns, possible) in SUBJECTS.items():
            others = sorted(every - {*needed_columns, *possible})
            is_whole = frame[[*needed_columns]].notna().all(axis=1) & frame[others].isna().all(axis=1)
            right |= (frame["subject_kind"] == kind) & is_whole
        return right

    return pa.Check(
        holds, error="must have the column of its subject alone: topic, site_id, incident_id or district_code"
    )


def _of_topic() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        strange = pd.Series(False, frame.index)
        for name in CODES:
            topics = [topic for topic, names in TOPICS.items() if name in names]
            strange |= frame[name].notna() & ~frame["topic"].isin(topics)
        return ~strange

    return pa.Check(holds, error="figures of its topic have no such code")


def _of_payer() -> pa.Check:
    return pa.Check(
        lambda frame: frame["payer_code"].isna() | frame["stage"].isin(PAID_BY_COMPANIES),
        error=f"a payer needs a stage at which companies pay: {' or '.join(PAID_BY_COMPANIES)}",
    )


def _of_years() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        first, last = frame["first_year"], frame["last_year"]
        return (first.notna() == last.notna()) & ~(first > last).fillna(False).astype(bool)

    return pa.Check(holds, error="must have both first_year and last_year, in order, or neither")


def _rules(reference_codes: ReferenceCodes) -> Sequence[Rule]:
    taken_down = decided_incidents(reference_codes, "taken_down")
    return (
        not_in_future("replied_on"),
        *(Rule(_without(names_somebody, name), SOMEBODY, Severity.SET_ASIDE, name) for name in PUBLISHED_TEXTS),
        *(Rule(_without(finds_home, name), HOME, Severity.SET_ASIDE, name) for name in TEXTS),
        Rule(lambda frame: ~frame["incident_id"].isin(taken_down), TAKEN_DOWN, Severity.SET_ASIDE, "incident_id"),
    )


def _without(finder: Callable[[pd.Series], pd.Series], column: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda frame: ~finder(frame[column])


REPLIES = Dataset(
    "replies",
    read_csv,
    _schema,
    into(reply),
    days(reply, "replied_on", "replied_on"),
    fields.REPLIES.natural_key,
    _rules,
)
