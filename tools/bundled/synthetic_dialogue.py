"""Invented hearings, workshops and other meetings, held and ahead, some with so few people that counts are withheld.

Every text says that it is an example. None of them names a site: the sites are real.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from data_access.vocabulary import languages

Texts = tuple[str, str, str]

PLACES = ("41702210", "41707232", "41703204", "41708213", "41704245")
ABOUT: tuple[tuple[str, str, Texts], ...] = (
    (
        "hearing",
        "water;environment",
        ("Мисал: суу боюнча угуу", "Пример: слушание о воде", "Example: a hearing about water"),
    ),
    (
        "hearing",
        "land;compensation",
        ("Мисал: жайыт боюнча угуу", "Пример: слушание о пастбищах", "Example: a hearing about pastures"),
    ),
    (
        "focus_group",
        "jobs;information",
        ("Мисал: жаштар менен маек", "Пример: беседа с молодёжью", "Example: a talk with young people"),
    ),
    (
        "training",
        "information",
        (
            "Мисал: кат жазууга үйрөнүү",
            "Пример: как писать обращения органам",
            "Example: how to write to public bodies",
        ),
    ),
    (
        "workshop",
        "road;social_package",
        ("Мисал: эки айлык план", "Пример: план на два месяца", "Example: a plan for two months"),
    ),
    ("mediation", "air;road", ("Мисал: чаң боюнча сүйлөшүү", "Пример: переговоры о пыли", "Example: talks about dust")),
)
AGREED: tuple[Texts, ...] = (
    ("Мисал: жоболор жазылды.", "Пример: договорённости записаны.", "Example: what was agreed is written down."),
    (
        "Мисал: эки айдан кийин кайра жолугушат.",
        "Пример: встретиться снова через два месяца.",
        "Example: to meet again in two months.",
    ),
)
ROLES = ("residents;company", "residents;local_authority", "residents;company;local_authority", "activists;residents")
COUNT, FIRST_DAY, DAYS = 40, date(2019, 3, 1), 2780
LAST_DAY = date(2026, 10, 20)
AHEAD = (
    ("hearing", "2027-02-18", "41702210"),
    ("workshop", "2027-03-10", "41707232"),
    ("hearing", "2027-04-22", "41703204"),
)
PEOPLE = (6, 14, 18, 24, 35, 48, 60, 90)
ADDRESS = "https://example.org/meetings"


def meetings(rng: Random) -> Iterator[dict[str, object]]:
    """Rows of example_dialogue.csv by day."""
    days = sorted(FIRST_DAY + timedelta(days=rng.randrange(DAYS)) for _ in range(COUNT))
    for number, day in enumerate(one for one in days if one <= LAST_DAY):
        kind, issues, texts = rng.choice(ABOUT)
        is_held = rng.random() < 0.93
        yield {
            **_common(f"EX-M-{number + 1:02}", kind, day.isoformat(), rng.choice(PLACES), issues, texts),
            "dialogue_status": "held" if is_held else "cancelled",
            **(_outcome(rng) if is_held else {}),
        }
    for number, (kind, first, place) in enumerate(AHEAD, start=1):
        issues, texts = next((issues, texts) for one, issues, texts in ABOUT if one == kind)
        yield _common(f"EX-P-{number}", kind, first, place, issues, texts) | {"dialogue_status": "planned"}


def _common(key: str, kind: str, day: str, place: str, issues: str, texts: Texts) -> dict[str, object]:
    return {
        **{"dialogue_id": key, "dialogue_kind": kind, "starts_on": day, "date_precision": "day"},
        **{"district_code": place, "issues_raised": issues},
        **dict(zip(languages.columns("dialogue"), texts, strict=True)),
        **{"published_in": "Example list of meetings", "url": ADDRESS},
    }


def _outcome(rng: Random) -> dict[str, object]:
    people = rng.choice(PEOPLE)
    women = rng.randrange(people // 4, people // 2 + 1)
    under_18 = rng.choice((0, people // 8))
    young = rng.randrange(people // 5, people // 2)
    agreement = rng.choice((*AGREED, None))
    return {
        **{"roles": rng.choice(ROLES), "participants": people, "women": women, "men": people - women},
        **{"under_18": under_18, "from_18_to_28": young, "from_29": people - under_18 - young},
        **(dict(zip(languages.columns("agreed"), agreement, strict=True)) if agreement else {}),
    }
