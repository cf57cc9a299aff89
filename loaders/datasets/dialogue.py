"""Hearings, workshops and other meetings, planned or held, with counts of those who took part and no name."""

from collections.abc import Collection, Sequence

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary import clock, languages
from data_access.vocabulary.fields import dialogue as fields
from loaders.datasets.actors import ACTOR_ROLES
from loaders.datasets.codes import ISSUES
from loaders.datasets.published_statements import about_nobody, place_rules
from loaders.gate.dataset import Period, Tidy
from loaders.gate.file_form import dataset
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.rules import Rule, Severity

TEXTS = (*languages.columns("dialogue"), *languages.columns("agreed"))
COUNTED = [*fields.COLUMNS.values()]
NOT_YET = (
    "a meeting that lies ahead has no participants, and is planned or cancelled: correct starts_on or dialogue_status"
)
STRANGE_ROLE = f"holds something else than roles separated by semicolons: {', '.join(ACTOR_ROLES)}"
STRANGE_ISSUE = f"holds something else than issues separated by semicolons: {', '.join(ISSUES)}"


def adds_up(division: str) -> pa.Check:
    """The parts of a division are told together, and are as many as all who took part; or none of them is told."""
    parts = [fields.COLUMNS[division, part] for part in fields.DIVISIONS[division]]

    def holds(frame: pd.DataFrame) -> pd.Series:
        numbers = frame[[*parts, "participants"]].astype("Float64")
        is_told = numbers[parts].notna()
        whole = is_told.all(axis=1) & (numbers[parts].sum(axis=1) == numbers["participants"]).fillna(False)
        return ~is_told.any(axis=1) | whole

    return pa.Check(holds, error=f"{', '.join(parts)} must all be told and add up to participants, or none of them")


def _of_list(column: str, codes: Collection[str], reason: str) -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        cells = frame[column].astype(object)
        is_known = [{word.strip() for word in cell.split(";")} <= {*codes} for cell in cells.where(cells.notna(), "")]
        return pd.Series(is_known, frame.index) | cells.isna()

    return Rule(holds, reason, Severity.REFUSE, column)


def _after_event() -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        is_told = frame[COUNTED].notna().any(axis=1)
        ahead = frame["starts_on"] > pd.Timestamp(clock.today())
        return ~((frame["dialogue_status"] == "held") & ahead) & ~((frame["dialogue_status"] != "held") & is_told)

    return Rule(holds, NOT_YET, Severity.REFUSE, "dialogue_status")


def _rules(_reference_codes: ReferenceCodes) -> Sequence[Rule]:
    return (
        _of_list("roles", ACTOR_ROLES, STRANGE_ROLE),
        _of_list("issues_raised", ISSUES, STRANGE_ISSUE),
        _after_event(),
        *about_nobody(TEXTS),
    )


def _period(tidy: Tidy) -> Period:
    """Days of those that are past: what lies ahead is not the newest record."""
    (frame,) = tidy.values()
    days = frame["starts_on"][frame["starts_on"] <= pd.Timestamp(clock.today())]
    return None if days.empty else (days.min().date(), days.max().date())


DIALOGUE_EVENTS = dataset(
    "dialogue_events",
    fields.DIALOGUE_EVENTS,
    _period,
    checks=[adds_up("sex"), adds_up("age"), place_rules()],
    rules=_rules,
)
