"""Every code that the loaders accept has a text in each language, if pages show codes of its kind at all."""

import re

import pytest

from dashboard.text import LANGUAGES, Words
from data_access.answers.signals import SIGNALS
from data_access.store.settings import CHECKOUT
from data_access.vocabulary.fields import (
    beside,
    commitments,
    common,
    contacts,
    dialogue,
    follow_up,
    grievances,
    incidents,
    mines,
    money,
    monitoring,
    pem,
    places,
    projects,
    rehabilitation,
    statements,
)
from loaders.config.source_checks import KINDS
from loaders.datasets.actors import ACTOR_ROLES
from loaders.datasets.codes import ISSUES, STREAMS
from loaders.datasets.replies import SUBJECTS
from loaders.datasets.sites import STATUSES as SITE_STATUSES
from loaders.publish.incidents import OUTCOME_GROUPS

# Beginning of the keys -> codes
SHOWN = {
    "category": incidents.CATEGORIES.values,
    "outcome_code": incidents.OUTCOMES.values,
    "outcome": set(OUTCOME_GROUPS.values()) - {"not_applicable"},
    "issue": ISSUES,
    "actor": ACTOR_ROLES,
    "collected_by": monitoring.COLLECTORS.values,
    "level": money.RECEIVER_LEVELS.values,
    "channel": grievances.CHANNELS.values,
    "unit_type": places.UNIT_TYPES.values,
    "stage": money.STAGES.values,
    "stream": [stream for stream, _, _ in STREAMS],
    "purpose": money.PURPOSES.values,
    "place_basis": money.PLACE_BASES.values,
    "severity": range(1, 6),
    "kind": KINDS,
    "site_kind": places.SITE_KINDS.values,
    "site_role": places.SITE_ROLES.values,
    "site_status": SITE_STATUSES,
    "direction": monitoring.DIRECTIONS.values,
    "statement_subject": statements.SUBJECTS,
    "statement_unit": statements.UNITS,
    "statement_qualifier": statements.QUALIFIERS,
    "commodity": mines.COMMODITIES,
    "production_measure": (*mines.QUANTITIES, *mines.VALUES),
    "production_unit": (*mines.UNITS_OF_WEIGHT, *statements.CURRENCIES),
    "told_by": mines.TELLERS,
    "body": commitments.BODIES,
    "dialogue_kind": dialogue.KINDS,
    "dialogue_status": dialogue.STANDINGS,
    "participants": [part for parts in dialogue.DIVISIONS.values() for part in parts],
    "contact_role": contacts.ROLES,
    "grant_stage": follow_up.GRANT_STATES,
    "recommendation_stage": follow_up.RECOMMENDATION_STATES,
    "made_in": commitments.ORIGINS,
    "fulfilment": commitments.STATES,
    "standing": commitments.STANDINGS,
    "result_kind": projects.RESULT_KINDS,
    "result_unit": projects.RESULT_UNITS,
    "aim": projects.AIMS,
    "rehabilitation_stage": rehabilitation.STAGES,
    "after_use": rehabilitation.AFTER_USES,
    "is_used": ("yes", "no"),
    "team_role": pem.ROLES,
    "criterion": pem.CRITERIA,
    "round": pem.ROUNDS,
    "signal": SIGNALS,
    "replies.by": beside.BODIES,
    "replies.subject": SUBJECTS,
}
NOT_SHOWN = {
    "receiver_level": money.RECEIVER_LEVELS.values,
    "receiver": money.RECEIVER_LEVELS.values,
    "status": grievances.STATUSES.values,
    "responsible_body": grievances.BODIES.values,
    "medium": common.MEDIA.values,
    "position": monitoring.POSITIONS.values,
    "water_use": monitoring.WATER_USES.values,
    "averaging": monitoring.AVERAGINGS.values,
    "collector": monitoring.COLLECTORS.values,
    "qa_flag": monitoring.QA_FLAGS.values,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", SHOWN)
def test_every_code_has_a_text(family, language):
    words = Words(language)
    assert [code for code in SHOWN[family] if not words.has(f"{family}.{code}")] == []


@pytest.mark.parametrize("family", NOT_SHOWN)
def test_a_kind_of_codes_without_texts_is_on_no_page(family):
    """When one is to be shown, move it up: then its texts are asked for."""
    paths = [path for name in ("dashboard", "layouts", "callbacks") for path in (CHECKOUT / name).rglob("*.*")]
    sources = [path.read_text() for path in paths if path.suffix in (".py", ".html")]
    assert not [text for text in sources if re.search(rf"[\"']{family}\.([{{\w]|[\"'] ~)", text)]
