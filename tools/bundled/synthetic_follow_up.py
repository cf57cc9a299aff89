"""Invented plans, small grants and recommendations. Every text says that it is an example; none names a site."""

from collections.abc import Iterator
from datetime import date, timedelta

from data_access.vocabulary import languages

Texts = tuple[str, str, str]

PLACES = ("41702210", "41707232", "41703204", "41708213")
PLAN_COLUMNS = [
    *("plan_id", "plan_from", "plan_until", *languages.columns("plan"), *languages.columns("long_aim"), "dialogue_id"),
    *("district_code", "oblast_code", "site_id", "published_in", "url"),
]
GRANT_COLUMNS = [
    *("grant_id", "granted_on", "grant_amount", "grant_currency", *languages.columns("purpose")),
    *("consultations_count", "grant_stage", "district_code", "oblast_code", "site_id", "published_in", "url"),
]
RECOMMENDATION_COLUMNS = [
    *("recommendation_id", *languages.columns("recommendation"), *languages.columns("addressed_to")),
    *("recommendation_stage", "reached_on", "district_code", "oblast_code", "site_id", "published_in", "url"),
]
DOCUMENT = {"published_in": "Example report", "url": "https://example.org/follow-up"}
PLAN: tuple[Texts, ...] = (
    (
        "Мисал: суунун жыйынтыгы айылда илинет",
        "Пример: итоги по воде вывешены в селе",
        "Example: results of water hang in the village",
    ),
    (
        "Мисал: жол боюнча кат жөнөтүлөт",
        "Пример: письмо о дороге отправлено",
        "Example: a letter about the road is sent",
    ),
    (
        "Мисал: жаштардын тизмеси түзүлөт",
        "Пример: составлен список молодёжи",
        "Example: a list of young people is made",
    ),
)
LONG_AIM: Texts = ("Мисал: жыл сайын өлчөө", "Пример: измерять каждый год", "Example: to measure every year")
PURPOSE: tuple[Texts, ...] = (
    ("Мисал: айылдык кеңешмелер", "Пример: сельские консультации", "Example: village consultations"),
    ("Мисал: суу өлчөөчү топтом", "Пример: набор для проб воды", "Example: a kit for samples of water"),
)
ADVICE: tuple[Texts, ...] = (
    (
        "Мисал: угуунун протоколу жарыяланат",
        "Пример: протокол слушания публикуется",
        "Example: minutes of hearings are published",
    ),
    (
        "Мисал: жабылган кендер эсепке алынат",
        "Пример: закрытые объекты учитываются",
        "Example: closed sites are put on a list",
    ),
    ("Мисал: келишимдер ачык болот", "Пример: соглашения открыты", "Example: agreements are open"),
)
STATE_BODY: Texts = ("Үлгү мамлекеттик орган", "Госорган-пример", "Example state body")
FIRST = date(2025, 2, 1)


def _texts(name: str, texts: Texts) -> dict[str, str]:
    return dict(zip(languages.columns(name), texts, strict=True))


def plans() -> Iterator[dict[str, object]]:
    """Rows of example_plans.csv: sixty days each."""
    for number in range(8):
        first = FIRST + timedelta(days=85 * number)
        yield {
            **{"plan_id": f"EX-{number + 1}", "plan_from": first, "plan_until": first + timedelta(days=60)},
            **_texts("plan", PLAN[number % len(PLAN)]),
            **(_texts("long_aim", LONG_AIM) if number % 2 else {}),
            **{"district_code": PLACES[number % len(PLACES)], **DOCUMENT},
        }


def grants() -> Iterator[dict[str, object]]:
    """Rows of example_grants.csv."""
    stages = ("finished", "finished", "returned", "running", "running", "agreed")
    for number, stage in enumerate(stages):
        yield {
            **{"grant_id": f"EX-{number + 1}", "granted_on": FIRST + timedelta(days=70 * number)},
            **{"grant_amount": 90_000 + 15_000 * number, "grant_currency": "KGS"},
            **_texts("purpose", PURPOSE[number % len(PURPOSE)]),
            **{"consultations_count": number if stage != "agreed" else "", "grant_stage": stage},
            **{"district_code": PLACES[number % len(PLACES)], **DOCUMENT},
        }


def recommendations() -> Iterator[dict[str, object]]:
    """Rows of example_recommendations.csv: of the country."""
    for number, stage in enumerate(("enacted", "accepted", "discussed", "discussed", "drafted", "rejected")):
        yield {
            "recommendation_id": f"EX-{number + 1}",
            **_texts("recommendation", ADVICE[number % len(ADVICE)]),
            **_texts("addressed_to", STATE_BODY),
            **{"recommendation_stage": stage, "reached_on": FIRST + timedelta(days=90 * number), **DOCUMENT},
        }
