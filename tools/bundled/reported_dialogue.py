"""Meetings that public reports tell of, from the compilation of events; nobody is named and nobody was counted."""

from collections.abc import Iterator

from data_access.vocabulary import languages
from tools.bundled.reference_incidents_further import CODINGS

Row = dict[str, str]

COLUMNS = [
    *("dialogue_id", "dialogue_kind", "dialogue_status", "starts_on", "date_precision"),
    *("district_code", "oblast_code", "site_id"),
    *languages.columns("dialogue"),
    *("roles", "issues_raised"),
    *languages.columns("agreed"),
    *("participants", "women", "men", "under_18", "from_18_to_28", "from_29", "published_in", "url"),
]
# Row of the compilation: roles, issues, and what it was about, in Kyrgyz, Russian and English.
MEETINGS = {
    "NEW-2024-1": (
        "state_body;local_authority;activists",
        "environment;radiation",
        (
            "Кызыл-Омпол кенин иштетүү; Тоң жана Кочкор райондорунун тургундары менен Балыкчыда",
            "Разработка Кызыл-Омпола; с жителями Тонского и Кочкорского районов, в Балыкчы",
            "Development of Kyzyl-Ompol; with residents of Ton and Kochkor districts, in Balykchy",
        ),
    ),
    "NEW-2025-3": (
        "company;local_authority;residents",
        "environment;land",
        (
            "Чачыранды алтын казган чакан компаниялар жана айлана-чөйрө; Талас менен жайыт талашы",
            "Малые компании, добывающие россыпное золото, и окружающая среда; спор с Таласом о пастбищах",
            "Small placer gold companies and the environment; the dispute over pastures with Talas",
        ),
    ),
}
# A meeting is one event, whichever list it stands in: in that of incidents it is kept apart from conflicts.
ALSO_LISTED = (
    "окуялардын тизмесинде да турат: {key}",
    "стоит и в списке инцидентов: {key}",
    "stands in the list of incidents too: {key}",
)


def meeting_rows(rows: list[Row]) -> Iterator[Row]:
    """Those of ``MEETINGS``. Raises ``KeyError`` where the compilation lacks one."""
    by_key = {row["incident_id"]: row for row in rows}
    for key, (roles, issues, texts) in MEETINGS.items():
        row = by_key[key]
        yield {
            **{"dialogue_id": key, "dialogue_kind": "meeting", "dialogue_status": "held"},
            **{"starts_on": row["date"], "date_precision": row["date_precision"]},
            **{"district_code": row["district_code"], "site_id": row["site_id"]},
            **dict(zip(languages.columns("dialogue"), _about(key, texts), strict=True)),
            **{"roles": roles, "issues_raised": issues, "published_in": row["publisher"], "url": row["address"]},
        }


def _about(key: str, texts: tuple[str, str, str]) -> tuple[str, ...]:
    also = (text.format(key=CODINGS[key].key) for text in ALSO_LISTED)
    return tuple(f"{text}; {more}" for text, more in zip(texts, also, strict=True))
