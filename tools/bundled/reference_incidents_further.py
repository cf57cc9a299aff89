"""Further documented incidents, 2002 to 2025, coded by the published scale from the reports that name them.

Category, severity and outcome are those of the first list: an entry of a site is of severity 3, a blockade too, a death
is of severity 5. What a report does not count is empty, never zero. A complaint that a report repeats, and a meeting
between residents and those who decide, are kept in the list and are no conflict. Roles follow the rule of
``reference_actors``: a role is there only where the description or the outcome names it.
"""

from typing import NamedTuple

Row = dict[str, str]
PEACEFUL = ("Protests", "Peaceful protest")
NOT_CODED = ("", "")


class Coding(NamedTuple):
    """What is coded of a report: permanent key, ACLED type and sub-type, category, severity, issues, outcome, roles.

    ``place``: 1 place, 2 near, 3 district, 4 oblast. ``title`` is the report as pages name it.
    """

    key: str
    acled: tuple[str, str]
    category: str
    severity: int
    issues: str
    outcome: str
    roles: str
    place: int
    title: str


CODINGS = {
    "NEW-2002-1": Coding(
        *("KGM-2002-040", NOT_CODED, "industrial_accident", 5, "worker_safety", "not_applicable", "workers", 1),
        "RFE/RL Kyrgyz News via gateway.kg 2002",
    ),
    "NEW-2007-1": Coding(
        *("KGM-2007-041", PEACEFUL, "road_blockade", 3, "compensation", "unknown", "residents", 3),
        "Kazakhstan Today via ca-news.info 2007-05-22",
    ),
    "NEW-2013-1": Coding(
        *("KGM-2013-042", PEACEFUL, "protest", 2, "nationalisation;detentions", "unknown"),
        *("protesters;local_authority", 1, "RFE/RL Azattyk 2013"),
    ),
    "NEW-2014-1": Coding(
        *("KGM-2014-043", PEACEFUL, "road_blockade", 3, "environment", "dialogue", "residents;local_authority", 1),
        "K-News 2014-08-28; RFE/RL Azattyk",
    ),
    "NEW-2015-1": Coding(
        *("KGM-2015-044", PEACEFUL, "protest", 2, "licence", "unknown", "protesters;state_body", 1),
        "Topnews.kg 2015",
    ),
    "NEW-2017-1": Coding(
        *("KGM-2017-045", PEACEFUL, "road_blockade", 3, "environment", "commission", "residents", 2),
        "24.kg via metalukraine.com 2017-12-07",
    ),
    "NEW-2019-1": Coding(
        *("KGM-2019-046", PEACEFUL, "protest", 2, "radiation;environment", "unknown", "protesters", 1),
        "24.kg 115586",
    ),
    "NEW-2019-2": Coding(
        *("KGM-2019-047", PEACEFUL, "protest", 2, "livestock", "commission", "residents", 2),
        "Kabar 2019-07-18",
    ),
    "NEW-2020-1": Coding(
        *("KGM-2020-048", PEACEFUL, "protest", 3, "post_election", "work_suspended", "residents;company", 1),
        "24.kg 168182",
    ),
    "NEW-2020-2": Coding(
        *("KGM-2020-049", PEACEFUL, "protest", 2, "nationalisation", "unknown", "residents;company", 1),
        "24.kg 172573",
    ),
    "NEW-2021-1": Coding(
        *("KGM-2021-050", PEACEFUL, "road_blockade", 3, "environment", "unknown"),
        *("residents;police;state_body", 1, "Sputnik 2021-08-06"),
    ),
    "NEW-2022-1": Coding(
        *("KGM-2022-051", NOT_CODED, "industrial_accident", 5, "worker_safety", "not_applicable", "workers", 2),
        "24.kg 228161",
    ),
    "NEW-2022-2": Coding(
        *("KGM-2022-052", NOT_CODED, "complaint", 1, "road", "unknown", "", 4),
        "Eurasianet (Russian) 2022",
    ),
    "NEW-2024-1": Coding(
        *("KGM-2024-053", NOT_CODED, "dialogue", 1, "radiation;information", "dialogue"),
        *("residents;state_body", 1, "24.kg 287206"),
    ),
    "NEW-2025-1": Coding(
        *("KGM-2025-054", NOT_CODED, "complaint", 1, "land", "unknown", "residents;state_body;company", 3),
        "Tazabek 2278651",
    ),
    "NEW-2025-2": Coding(
        *("KGM-2025-055", NOT_CODED, "complaint", 1, "environment", "unknown", "residents", 2),
        "24.kg 332339",
    ),
    "NEW-2025-3": Coding(
        *("KGM-2025-056", NOT_CODED, "dialogue", 1, "environment;land", "dialogue", "company", 3),
        "Chatkal district administration 2025-09-23",
    ),
}
# What the compilation has otherwise: the coal pits near Min-Kush are not its uranium legacy; a village whose district
# no report tells lies in an oblast; nobody is described more closely than by role.
CORRECTIONS = {
    "NEW-2002-1": {"description": "Collapse of rock at the mine; one worker killed"},
    "NEW-2007-1": {"outcome": ""},
    "NEW-2017-1": {"site_id": ""},
    "NEW-2022-2": {"oblast_code": "41703"},
    "NEW-2025-1": {"description": "A deputy reports that residents of Kara-Kabak are against a coal mine (pastures)"},
}


# A meeting is one event, whichever list it stands in.
ALSO_LISTED = "; stands in the list of meetings too: {key}"
MEETING = "dialogue"


def compile_further(rows: list[Row], names: dict[str, str], columns: list[str]) -> list[Row]:
    """The rows in the columns of the first list and ``oblast_code``, in the order of their keys.

    ``names`` are the English ones of districts, oblasts and sites by code. Raises ``KeyError`` for a row that nobody
    has coded.
    """
    rows_with_codes = [_with_codes(row | CORRECTIONS.get(row["incident_id"], {}), names) for row in rows]
    return [
        {name: row.get(name, "") for name in (*columns, "oblast_code")} for row in sorted(rows_with_codes, key=_key)
    ]


def _key(row: Row) -> str:
    return row["incident_id"].rpartition("-")[2]


def _with_codes(row: Row, names: dict[str, str]) -> Row:
    key = row["incident_id"]
    coding = CODINGS[key]
    district = row["district_code"]
    return row | {
        "incident_id": coding.key,
        "description": row["description"] + (ALSO_LISTED.format(key=key) if coding.category == MEETING else ""),
        "year": row["date"][:4],
        "district_en": names.get(district, ""),
        "oblast_en": names.get(row.get("oblast_code", district)[:5], ""),
        "site_name": names.get(row["site_id"], ""),
        "acled_event_type": coding.acled[0],
        "acled_sub_event_type": coding.acled[1],
        "category": coding.category,
        "severity_1_5": str(coding.severity),
        "issues": coding.issues,
        "response_outcome": row["outcome"],
        "source": coding.title,
        "source_url": row["address"].split()[0],
        "source_type": "found",
        "geo_precision": str(coding.place),
        "outcome_code": coding.outcome,
        "actor_roles": coding.roles,
        # Of the national wave of October 2020, with seven rows of the first list.
        "episode_id": "wave-2020-10-06" if row["incident_id"] == "NEW-2020-1" else "",
    }
