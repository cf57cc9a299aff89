"""Words that no text of ours may hold, by language: words that accuse, mock or take a side.

Beginnings of words stand for all their forms. A phrase that is allowed nevertheless stands below with its reason.
The words of others are theirs: replies, and titles of reports, are not looked at.
"""

import re
from collections.abc import Iterable

from dashboard.text.terms import plain

FORBIDDEN = {
    "en": (
        # Taking what is not one's own.
        *(
            "stole",
            "steal",
            "theft",
            "thief",
            "thiev",
            "loot",
            "plunder",
            "embezzl",
            "misappropriat",
            "swindl",
            "cheat",
        ),
        *("corrupt", "brib", "kickback", "fraud", "launder"),
        # Money that is not accounted for is not therefore lost.
        *(r"missing (?:money|funds?|revenue|million)", "vanish", "disappear", r"loss(?:es)?\b", r"lost\b"),
        # Guilt, which courts decide on.
        *("guilt", "culprit", "blam", "perpetrator", "offender", "crime", "criminal", "illegal", "unlawful", "illicit"),
        *("violat", "wrongdo", "suspicious", "suspect", "conspir", "cover-up", "scandal", "liar", r"lied\b", "deceiv"),
        # People who protest, and people who are affected.
        *(
            r"mobs?\b",
            "thug",
            "hooligan",
            "bandit",
            "extremis",
            "radical",
            "agitator",
            "provocat",
            "troublemaker",
            "backward",
        ),
        *("terroris", "invader", "looter", "ringleader"),
        # Alarm.
        *("poison", "catastroph", "disaster", "shocking", "alarming", "outrag"),
        *(r"n/a\b", "obviously", "clearly"),
    ),
    "ru": (
        *("украд", "украл", "кража", "кражи", "ворова", r"воры?\b", "хищени", "похищ", "расхищ", "растрат", "присвоил"),
        *("коррупц", "взятк", "взяточ", "откат", "мошенн", "отмыван"),
        *("пропавш", "пропал", "пропаж", "исчезл", "исчезнувш", "потер", "утрачен", "убытк"),
        *("виновн", "виноват", r"вин[аыуе]\b", "преступ", "незаконн", "противозаконн", "противоправн", "криминал"),
        *("наруш", "подозр", "сговор", "скандал", r"лож[ьн]", "обман", "лжец"),
        *(
            "толп",
            "погром",
            "бандит",
            "хулиган",
            "экстремис",
            "радикал",
            "провокат",
            "зачинщик",
            "подстрекат",
            "смутьян",
        ),
        *("террор", "захватчик", "отравл", "отрави", "катастроф", "бедств", "шокир", "возмутител", "вопиющ"),
        *("очевидно", "разумеется"),
    ),
    "ky": (
        *(
            "уурда",
            "ууру",
            "уурулук",
            "талап-тоно",
            "тоноо",
            "тоноду",
            "кымыр",
            "коррупц",
            "паракор",
            "алдамчы",
            "алдап",
        ),
        *("жоголгон акча", "жоголгон каражат", "жоголду", "жоготуу", "жок болгон"),
        *("күнөө", "айыптуу", "айыпкер", "кылмыш", "мыйзамсыз", "укук бузуу", "мыйзам бузуу", "бузуу", "бузган"),
        *("шектүү", "шек сана", "жалган", "жаңжал"),
        *("топ-топ", "бандит", "бейбаш", "экстремис", "радикал", "провокатор", "террор", "козутку"),
        *("уулан", "уулуу", "апаат", "кырсыктуу", "албетте"),
    ),
}
# Phrases that may stand, and why; a phrase that no text has is taken off the list.
ALLOWED = {
    "en": {
        "compensation of agricultural losses": "name of a payment in the Land Code",
        "criminal case": "what the proceedings are called, whatever comes out of them",
    },
    "ru": {
        "потерь сельского хозяйства": "name of a payment in the Land Code",
        r"нарушенн\w+ земл\w+|земл\w+, нарушенн\w+": "land disturbed by works is called so in law",
        "нарушено больше всего земли|гектары, нарушенные работами": "the same",
    },
    "ky": {
        "жоготууларынын ордун толтуруу": "name of a payment in the Land Code",
        "кылмыш иши": "what the proceedings are called, whatever comes out of them",
    },
}


def accusing(language: str, text: str) -> list[str]:
    """The forbidden words that a text holds."""
    return stray(FORBIDDEN[language], ALLOWED[language], text)


def stray(stems: Iterable[str], exceptions: Iterable[str], text: str) -> list[str]:
    """The words of a text that begin with one of the stems, save in the allowed phrases."""
    rest = plain(text).lower()
    for phrase in exceptions:
        rest = re.sub(phrase, "", rest)
    return [word for stem in stems for word in re.findall(rf"\b(?:{stem})\w*", rest)]
