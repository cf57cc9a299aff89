"""Incidents from public reports."""

import pandas as pd
import pandera.pandas as pa

from data_access.vocabulary.fields import incidents as fields
from loaders.datasets.actors import known_roles, roles_of
from loaders.datasets.codes import ISSUES
from loaders.datasets.incident_rules import incident_rules
from loaders.datasets.places import entries_of
from loaders.gate.checks import text
from loaders.gate.dataset import Dataset, Tidy, days, read_csv
from loaders.gate.file_form import column, columns
from loaders.gate.reference_codes import ReferenceCodes
from loaders.store import incident_decisions
from loaders.store.incidents import incident, incident_actor, incident_issue, incident_source

# Issues as the compilers of incident lists write them, in the words shared with grievances.
ISSUE_WORDS = {code: code for code in ISSUES} | {
    "post_election": "politics",
    "nationalisation": "politics",
    "no_consultation": "information",
    "compliance": "licence",
    "detentions": "security",
    "property": "security",
    "theft": "security",
    "noise": "air",
    "unknown": "other",
}
COLUMN_NAMES = {
    "date": "starts_on",
    "acled_event_type": "event_type",
    "acled_sub_event_type": "sub_event_type",
    "severity_1_5": "severity",
    "response_outcome": "response",
}
LONGEST_TITLES = 300
# Repeated from the codes for people who read the file; the codes count.
READING_AIDS = ("year", "district_en", "oblast_en", "site_name", "source_type")


def _schema(reference_codes: ReferenceCodes) -> pa.DataFrameSchema:
    own = columns(fields.INCIDENTS.of_file, reference_codes)
    renamed_columns = {file_name: own[name] for file_name, name in COLUMN_NAMES.items()}
    form = (
        {name: own[name] for name in own if name not in COLUMN_NAMES.values()}
        | renamed_columns
        | _beside(reference_codes)
    )
    for name in ("oblast_code", "episode_id", "actor_roles", "visibility"):
        form[name].required = False
    return pa.DataFrameSchema(form, [_ranges_in_order(), _district_in_oblast(reference_codes)], strict=True)


def _beside(reference_codes: ReferenceCodes) -> dict[str, pa.Column]:
    """Columns that the table of incidents does not have, or that are checked otherwise."""
    return {
        "issues": pa.Column(str, _known_issues()),
        "actor_roles": pa.Column(str, known_roles(), nullable=True),
        "source": pa.Column(str, [*text(longest=LONGEST_TITLES).checks, _titles_fit()]),
        "source_url": column(fields.REPORT_URL, reference_codes),
        # Lists compiled from public reports may leave it out; whoever can be identified is marked restricted.
        "visibility": pa.Column(str, pa.Check.isin(["public", "restricted"], error="must be public or restricted")),
        **{name: text(nullable=True) for name in READING_AIDS},
    }


def _district_in_oblast(reference_codes: ReferenceCodes) -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        if "oblast_code" not in frame:
            return pd.Series(True, frame.index)
        of_district = frame["district_code"].map(reference_codes.oblast_of())
        return of_district.isna() | frame["oblast_code"].isna() | (of_district == frame["oblast_code"])

    return pa.Check(holds, error="the district does not lie in the stated oblast")


def _known_issues() -> pa.Check:
    return pa.Check(
        lambda cells: cells.str.split(";").map(lambda words: all(word.strip() in ISSUE_WORDS for word in words)),
        error="holds an issue that is not in the shared list",
    )


def _titles_fit() -> pa.Check:
    """They are published in one line."""
    return pa.Check(
        lambda cells: cells.str.split(";").map(lambda titles: len("; ".join(map(str.strip, titles)))) <= LONGEST_TITLES,
        error=f"names reports whose titles are longer than {LONGEST_TITLES} characters together",
    )


def _ranges_in_order() -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series:
        wrong = [(frame[f"{what}_min"] > frame[f"{what}_max"]).fillna(False) for what in fields.COUNT_LABELS]
        return ~pd.concat(wrong, axis=1).any(axis=1)

    return pa.Check(holds, error="a lowest figure is above its highest figure")


def _tidy(frame: pd.DataFrame, reference_codes: ReferenceCodes) -> Tidy:
    oblast = frame["district_code"].map(reference_codes.oblast_of())
    if "oblast_code" in frame:
        oblast = oblast.fillna(frame["oblast_code"])
    rows = frame.rename(columns=COLUMN_NAMES).assign(oblast_code=oblast, visibility=frame.get("visibility", "public"))
    return {
        incident: rows.drop(columns=[*READING_AIDS, "issues", "actor_roles", "source", "source_url"], errors="ignore"),
        incident_issue: _issues(frame),
        incident_actor: roles_of(frame),
        incident_source: _sources(frame),
    }


def _issues(frame: pd.DataFrame) -> pd.DataFrame:
    words = entries_of(frame, "incident_id", "issues")
    pairs = pd.DataFrame({"incident_id": words["incident_id"], "issue_code": words["issues"].map(ISSUE_WORDS)})
    return pairs.drop_duplicates()


def _sources(frame: pd.DataFrame) -> pd.DataFrame:
    """One row per report; the address belongs to the first one named."""
    rows = entries_of(frame, "incident_id", "source").rename(columns={"source": "title"})
    rows["seq"] = rows.groupby("incident_id").cumcount() + 1
    first = frame.set_index("incident_id")["source_url"]
    return rows.assign(url=rows["incident_id"].map(first).where(rows["seq"] == 1))


INCIDENTS = Dataset(
    "incidents",
    read_csv,
    _schema,
    _tidy,
    days(incident, "starts_on", "starts_on"),
    fields.INCIDENTS.natural_key,
    incident_rules,
    derive=incident_decisions.hold,
)
