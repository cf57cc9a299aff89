"""What became of a case: the questions, and the answers that each case has to them. Pure functions."""

import pandas as pd

AGES = {"0_14": (0, 14), "15_30": (15, 30), "31_90": (31, 90), "over_90": (91, float("inf"))}
# What became of the cases: each case has one answer to each question, the open ones to ``age``. Hardly any case is
# so young that nobody can say whether it is acknowledged in time; on their own they would hide all others.
ANSWERS = {
    "received": ("all",),
    "state": ("open", "closed"),
    "acknowledged": ("in_time", "other"),
    "resolved": ("in_time", "missed", "unknown"),
    "reopened": ("yes", "no", "not_resolved"),
    "appealed": ("yes", "no", "not_decided"),
    "age": tuple(AGES),
}


def answers_of(cases: pd.DataFrame) -> pd.DataFrame:
    """Per case its answer to each question of ``ANSWERS``; empty where it is not asked."""
    ages = pd.cut(cases["open_days"], [-1, *(last for _, last in AGES.values())], labels=list(AGES)).astype(object)
    return pd.DataFrame(
        {
            "received": "all",
            "state": cases["is_open"].map({True: "open", False: "closed"}),
            "acknowledged": _judged(cases["acknowledged_in_time"]).where(lambda told: told == "in_time", "other"),
            "resolved": _judged(cases["resolved_in_time"]),
            "reopened": _asked(cases["is_reopened"], cases["is_resolved"], "not_resolved"),
            "appealed": _asked(cases["is_appealed"], cases["is_decided"] | cases["is_appealed"], "not_decided"),
            "age": ages,
        },
        index=cases.index,
    )


def _judged(in_time: pd.Series) -> pd.Series:
    return in_time.astype(object).map({True: "in_time", False: "missed"}).fillna("unknown")


def _asked(happened: pd.Series, could: pd.Series, otherwise: str) -> pd.Series:
    return happened.map({True: "yes", False: "no"}).where(could, otherwise)
