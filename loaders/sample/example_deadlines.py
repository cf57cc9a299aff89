"""Example terms for grievances, and the fixed holidays.

The terms are taken from notes on the law and on practice, not from a checked text: every row is marked as an example.
"""

from collections.abc import Iterator

SLA_RULE_COLUMNS = [
    "body_type",
    "severity",
    "ack_days",
    "resolve_days",
    "day_type",
    "valid_from",
    "valid_to",
    "legal_ref",
    "is_example",
]
HOLIDAY_COLUMNS = ["day", "name_ky", "name_ru", "name_en"]

_LAW = "Law of the Kyrgyz Republic No. 67 of 4 May 2007 on citizens' appeals; example, to be checked against the text"
_COMPANY = "example of a company's own procedure, after the practice of IFC and the World Bank"

#: Body, days to acknowledge, days to resolve, kind of days, first day, reference.
_RULES = (
    ("aiyl_okmotu", 1, 14, "working", "2007-05-04", _LAW),
    ("district", 1, 14, "working", "2007-05-04", _LAW),
    ("republic", 1, 14, "working", "2007-05-04", _LAW),
    ("company", 7, 30, "calendar", "2018-01-01", _COMPANY),
)
# The list was another one before: 8 November came in 2017.
_YEARS = range(2018, 2028)
_HISTORY = ("Тарых жана ата-бабаларды эскерүү күнү", "День истории и памяти предков", "Day of History and Ancestors")
_DAYS = {
    "01-01": ("Жаңы жыл", "Новый год", "New Year"),
    "01-07": ("Рождество", "Рождество Христово", "Orthodox Christmas"),
    "02-23": ("Мекенди коргоочулардын күнү", "День защитника Отечества", "Defender of the Fatherland Day"),
    "03-08": ("Эл аралык аялдар күнү", "Международный женский день", "International Women's Day"),
    "03-21": ("Нооруз", "Нооруз", "Nooruz"),
    "04-07": ("Элдик Апрель революциясы күнү", "День народной Апрельской революции", "Day of the April Revolution"),
    "05-01": ("Эмгек майрамы", "Праздник труда", "Labour Day"),
    "05-05": ("Конституция күнү", "День Конституции", "Constitution Day"),
    "05-09": ("Жеңиш күнү", "День Победы", "Victory Day"),
    "08-31": ("Эгемендүүлүк күнү", "День независимости", "Independence Day"),
    "11-07": _HISTORY,
    "11-08": _HISTORY,
}


def sla_rules() -> Iterator[dict[str, object]]:
    """Rows of sla_rules.csv."""
    for body, acknowledge, resolve, kind, first, reference in _RULES:
        terms = {"ack_days": acknowledge, "resolve_days": resolve, "day_type": kind, "valid_from": first}
        yield {"body_type": body, "severity": None, "valid_to": None, "legal_ref": reference, "is_example": 1} | terms


def holidays() -> Iterator[dict[str, object]]:
    """Rows of holidays.csv."""
    for year in _YEARS:
        for day, names in _DAYS.items():
            yield dict(zip(HOLIDAY_COLUMNS, (f"{year}-{day}", *names), strict=True))
