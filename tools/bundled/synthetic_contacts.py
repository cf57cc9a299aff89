"""Invented offices that take complaints: no number, no address and no office of them exists."""

from collections.abc import Iterator

from data_access.vocabulary import languages

CONTACT_COLUMNS = [
    *("contact_id", "contact_role", *languages.columns("office"), "district_code", "oblast_code", "site_id"),
    *("phone", "mail", "web", *languages.columns("visit"), "checked_on", "published_in", "url"),
]
# Key, role, name in Kyrgyz, Russian and English, place, telephone, mail.
OFFICES: tuple[tuple[str, str, tuple[str, str, str], dict[str, str], str, str], ...] = (
    (
        *("EX-keeper", "figures"),
        ("Үлгү: панелдин редакциясы", "Пример: ведущие панель", "Example: keepers of this dashboard"),
        *({}, "", "figures@example.org"),
    ),
    (
        *("EX-hotline", "hotline"),
        ("Үлгү: ишеним телефону", "Пример: горячая линия", "Example: hotline"),
        *({}, "000 00 00 00", ""),
    ),
    (
        *("EX-state", "state_body"),
        ("Үлгү: мамлекеттик орган", "Пример: госорган", "Example: state body"),
        *({}, "", "complaints@example.org"),
    ),
    (
        *("EX-office-1", "local_office"),
        ("Үлгү: айыл өкмөтү", "Пример: айыл окмоту", "Example: aiyl okmotu"),
        *({"district_code": "41702210"}, "000 00 00 01", ""),
    ),
    (
        *("EX-company-a", "operator"),
        ("Үлгү: компания А", "Пример: компания А", "Example: company A"),
        *({"district_code": "41702210"}, "", "company-a@example.org"),
    ),
)


def contacts() -> Iterator[dict[str, str]]:
    """Rows of example_contacts.csv."""
    for key, role, names, place, phone, mail in OFFICES:
        yield {
            **{"contact_id": key, "contact_role": role, "phone": phone, "mail": mail},
            **dict(zip(languages.columns("office"), names, strict=True)),
            **place,
            **{"checked_on": "2026-10-01", "published_in": "Example", "url": "https://example.org/contacts"},
        }
