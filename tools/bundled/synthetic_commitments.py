"""Invented promises of invented bodies, and invented reports of them.

Every text says that it is an example. None of them names a site: the sites are real.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from data_access.vocabulary import languages

Texts = tuple[str, str, str]

PLACES = ("41702210", "41707232", "41703204", "41708213", "41704245")
# Kind of body, and what it is called.
BODIES: tuple[tuple[str, Texts], ...] = (
    ("company", ("Үлгү компания А", "Компания-пример А", "Example company A")),
    ("company", ("Үлгү компания Б", "Компания-пример Б", "Example company B")),
    ("aiyl_okmotu", ("Үлгү айыл өкмөтү", "Айыл окмоту-пример", "Example aiyl okmotu")),
    ("district", ("Үлгү райондук администрация", "Районная администрация-пример", "Example district administration")),
    ("republic", ("Үлгү мамлекеттик орган", "Госорган-пример", "Example state body")),
)
PROMISES: tuple[Texts, ...] = (
    (
        "Мисал: айылга жол оңдолот.",
        "Пример: дорога к селу ремонтируется.",
        "Example: the road to the village is mended.",
    ),
    (
        "Мисал: суу ай сайын өлчөнүп, айылда жарыяланат.",
        "Пример: вода измеряется каждый месяц, итоги вывешиваются в селе.",
        "Example: water is measured monthly, and told in the village.",
    ),
    (
        "Мисал: жергиликтүү жаштар үчүн он окуу орду ачылат.",
        "Пример: для местной молодёжи открываются десять учебных мест.",
        "Example: ten places of training open for local youth.",
    ),
    (
        "Мисал: даттанууларга кезек күтүүсүз жооп берилет.",
        "Пример: на жалобы отвечают в срок.",
        "Example: complaints are answered within their term.",
    ),
    (
        "Мисал: жайыт жолу ачык калат.",
        "Пример: проход к пастбищу остаётся открытым.",
        "Example: the way to the pasture stays open.",
    ),
    (
        "Мисал: чаң басуу үчүн жол сугарылат.",
        "Пример: дорога поливается от пыли.",
        "Example: the road is watered against dust.",
    ),
    (
        "Мисал: келишимдин тексти жарыяланат.",
        "Пример: текст соглашения публикуется.",
        "Example: the text of the agreement is published.",
    ),
)
NOTES: dict[str, Texts] = {
    "begun": ("мисал: иш башталды", "пример: работы начаты", "example: work has begun"),
    "partly": ("мисал: жарымы бүттү", "пример: сделана половина", "example: half of it is done"),
    "moved": ("мисал: каражат кечикти", "пример: средства задержались", "example: funds were late"),
    "kept": ("мисал: аткарылды", "пример: выполнено", "example: it is done"),
    "not_kept": ("мисал: аткарылган жок", "пример: не сделано", "example: it was not done"),
    "dropped": ("мисал: тараптар баш тартты", "пример: стороны отказались", "example: both sides gave it up"),
}
# What is reported of a promise, one after the other; of some nothing is.
COURSES = (
    (),
    (),
    ("begun",),
    ("begun", "partly"),
    ("begun", "moved"),
    ("begun", "kept"),
    ("kept",),
    ("not_kept",),
    ("dropped",),
)
COUNT, FIRST_DAY, DAYS = 36, date(2023, 1, 10), 1200
LAST_DAY = date(2026, 10, 31)
ADDRESS = "https://example.org/minutes"


def commitments(rng: Random) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Rows of example_commitments.csv, and of example_commitment_steps.csv."""
    promises: list[dict[str, str]] = []
    steps: list[dict[str, str]] = []
    for number in range(1, COUNT + 1):
        key, made_on = f"EX-{number:02}", FIRST_DAY + timedelta(days=rng.randrange(DAYS))
        due = made_on + timedelta(days=rng.choice((60, 90, 180, 365)))
        body, owed_by = rng.choice(BODIES)
        has_day = rng.random() < 0.85
        promises.append(
            {
                **{"commitment_id": key, "made_in": rng.choice(("dialogue", "meeting", "agreement"))},
                **{
                    "made_on": made_on.isoformat(),
                    "date_precision": "day",
                    "due_on": due.isoformat() if has_day else "",
                },
                "owing_body": body,
                **_in_languages("owed_by", owed_by),
                **_in_languages("commitment", rng.choice(PROMISES)),
                **{"district_code": rng.choice(PLACES), "published_in": "Example minutes", "url": ADDRESS},
            }
        )
        steps += _steps(key, made_on, due, rng)
    return promises, steps


def _steps(key: str, made_on: date, due: date, rng: Random) -> Iterator[dict[str, str]]:
    day = made_on
    for state in rng.choice(COURSES):
        day += timedelta(days=rng.randrange(20, 90))
        if day > LAST_DAY:
            return
        yield {
            **{"commitment_id": key, "reported_on": day.isoformat(), "fulfilment": state},
            "moved_to": (max(day, due) + timedelta(days=120)).isoformat() if state == "moved" else "",
            "reported_by": rng.choice(("company", "state", "community")),
            **_in_languages("step", NOTES[state]),
            **{"published_in": "Example minutes", "url": ADDRESS},
        }


def _in_languages(name: str, texts: Texts) -> dict[str, str]:
    return dict(zip(languages.columns(name), texts, strict=True))
