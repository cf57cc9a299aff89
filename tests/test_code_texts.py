"""Every code that the loaders accept has a text in each language, if pages show codes of its kind at all."""

import re
from pathlib import Path

import pytest

from dashboard import measures
from dashboard.text import LANGUAGES, Words
from loaders.actors import ACTOR_ROLES
from loaders.codes import ISSUES, STREAMS
from loaders.grievances import BODIES, CHANNELS, STATUSES
from loaders.incidents import CATEGORIES, OUTCOMES
from loaders.monitoring import AVERAGINGS, DIRECTIONS, MEDIA, NAMED, POSITIONS, WATER_USES
from loaders.places import UNIT_TYPES
from loaders.publish.incidents import OUTCOME_GROUPS
from loaders.readings import COLLECTORS, QA_FLAGS
from loaders.replies import BODIES as REPLYING
from loaders.replies import SUBJECTS
from loaders.revenue import PURPOSES, RECEIVER_LEVELS, STAGES
from loaders.sites import KINDS as SITE_KINDS
from loaders.sites import ROLES
from loaders.sites import STATUSES as SITE_STATUSES
from loaders.source_checks import KINDS

CHECKOUT = Path(__file__).parent.parent
MEASURED = {measure.key for measure in measures.MEASURES}
# Beginning of the keys -> codes
SHOWN = {
    "category": CATEGORIES,
    "outcome_code": OUTCOMES,
    "outcome": set(OUTCOME_GROUPS.values()) - {"not_applicable"},
    "issue": ISSUES,
    "actor": ACTOR_ROLES,
    "collected_by": COLLECTORS,
    "level": RECEIVER_LEVELS,
    "channel": CHANNELS,
    "body": BODIES,
    "unit_type": UNIT_TYPES,
    "stage": STAGES,
    "stream": [stream for stream, _, _ in STREAMS],
    "purpose": PURPOSES,
    "severity": range(1, 6),
    "kind": KINDS,
    "site_kind": SITE_KINDS,
    "site_role": ROLES,
    "site_status": SITE_STATUSES,
    "direction": DIRECTIONS,
    "replies.by": REPLYING,
    "replies.subject": SUBJECTS,
    "indicator": [code for code in NAMED if code not in MEASURED],
}
NOT_SHOWN = {
    "receiver_level": RECEIVER_LEVELS,
    "receiver": RECEIVER_LEVELS,
    "status": STATUSES,
    "responsible_body": BODIES,
    "medium": MEDIA,
    "position": POSITIONS,
    "water_use": WATER_USES,
    "averaging": AVERAGINGS,
    "collector": COLLECTORS,
    "qa_flag": QA_FLAGS,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", SHOWN)
def test_every_code_has_a_text(family, language):
    words = Words(language)
    assert [code for code in SHOWN[family] if not words.has(f"{family}.{code}")] == []


@pytest.mark.parametrize("family", NOT_SHOWN)
def test_a_kind_of_codes_without_texts_is_on_no_page(family):
    """When one is to be shown, move it up: then its texts are asked for."""
    sources = [
        path.read_text() for name in ("dashboard", "layouts", "callbacks") for path in (CHECKOUT / name).rglob("*.py")
    ]
    assert not [text for text in sources if re.search(rf"[\"']{family}\.[{{\w]", text)]


def test_indicators_that_the_loaders_take_for_named_are():
    english = (CHECKOUT / "dashboard" / "text" / "en.po").read_text(encoding="utf-8")
    assert set(re.findall(r'msgid "indicator\.(\w+)"', english)) == set(SHOWN["indicator"])
