"""Promises that public reports tell of, and what was reported since; addresses are those of the compilations."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from data_access.vocabulary import languages

Row = dict[str, str]

COMMITMENT_COLUMNS = [
    *("commitment_id", "made_in", "dialogue_id", "plan_id", "made_on", "date_precision", "due_on", "owing_body"),
    *languages.columns("owed_by"),
    *languages.columns("commitment"),
    *("district_code", "oblast_code", "site_id", "published_in", "quote", "quote_language", "url"),
]
STEP_COLUMNS = [
    *("commitment_id", "reported_on", "fulfilment", "moved_to", "reported_by"),
    *languages.columns("step"),
    *("published_in", "url"),
]


class Promise(NamedTuple):
    """Key; where and when it was made, how exactly that is known, and by when it is due; kind of body; names of the
    body and sentences in Kyrgyz, Russian and English; place; medium, quote and its language.

    ``report`` is the row of the compilation, where another one tells its address.
    """

    key: str
    made: tuple[str, str, str, str]
    body: str
    owed_by: tuple[str, str, str]
    texts: tuple[str, str, str]
    place: Row
    told: tuple[str, str, str]
    report: str


PROMISES = (
    Promise(
        "JE-local-jobs",
        ("licence", "", "", ""),
        "company",
        ("«Альянс Алтын»", "«Альянс Алтын»", "Alliance Altyn"),
        (
            "Жерүйдөгү кызматкерлердин 80 % облустун тургундары болот.",
            "80 % работников Джеруя – жители области.",
            "80 % of the staff at Jerooy are residents of the oblast.",
        ),
        {"district_code": "41707232", "site_id": "jerooy"},
        ("24.kg 186440, 318168", "", ""),
        "",
    ),
    Promise(
        "NR-2022-fund",
        ("statement", "2022-07-12", "day", "2022-12-31"),
        "company",
        (
            "«Кумтөр Голд Компани»; Министрлер кабинетинин төрагасы айткан",
            "«Кумтор Голд Компани»; объявил глава кабинета министров",
            "Kumtor Gold Company; announced by the head of the cabinet",
        ),
        (
            "2022-жылдын аягына чейин Нарын облусун өнүктүрүү фондуна 500 млн сом бөлүнөт.",
            "До конца 2022 года Фонду развития Нарынской области выделяется 500 млн сомов.",
            "500 mln KGS go to the Development Fund of Naryn oblast by the end of 2022.",
        ),
        {"oblast_code": "41704", "site_id": "kumtor"},
        ("Trend", "to allocate 500 million soums", "en"),
        "NA-2022-plan",
    ),
    Promise(
        "SS-2019-cause",
        ("statement", "2019-07-18", "day", "2019-07-23"),
        "republic",
        ("Мамлекеттик комиссия", "Государственная комиссия", "State commission"),
        (
            "Солтон-Сарыда малдын эмнеден кырылганы беш күндө такталат.",
            "Причина падежа скота у Солтон-Сары выясняется за пять дней.",
            "The cause of the livestock deaths near Solton-Sary is found within five days.",
        ),
        {"district_code": "41704245", "site_id": "solton-sary"},
        ("Kabar", "", ""),
        "NEW-2019-2",
    ),
    Promise(
        "JO-2013-demands",
        ("meeting", "2013-10-01", "month", ""),
        "district",
        ("Жети-Өгүз районунун акими", "Аким Джети-Огузского района", "Head of Jeti-Oguz district"),
        (
            "Саруу–Кызыл-Суу жүрүшүнө катышкандардын талаптары жогоруга жеткирилет.",
            "Требования участников марша Саруу – Кызыл-Суу передаются дальше.",
            "The demands of the march from Saruu to Kyzyl-Suu are passed on.",
        ),
        {"district_code": "41702210", "site_id": "kumtor"},
        ("RFE/RL Azattyk", "", ""),
        "NEW-2013-1",
    ),
    Promise(
        "KU-2005-commission",
        ("meeting", "2005-07-18", "day", ""),
        "republic",
        ("Өкмөт", "Правительство", "Government"),
        (
            "1998-жылкы төгүлүүнүн кесепеттери боюнча өкмөттүк комиссия жөнөтүлөт.",
            "По последствиям разлива 1998 года направляется правительственная комиссия.",
            "A government commission is sent about the consequences of the spill of 1998.",
        ),
        {"district_code": "41702210", "site_id": "kumtor"},
        ("IWPR 2005", "", ""),
        "KGM-2005-002",
    ),
)
# Key, day, state, who says so, sentences, medium, row of the compilation.
STEPS = (
    (
        *("JE-local-jobs", "2022-10-20", "partly", "company"),
        (
            "679 кызматкердин 490у (72 %) Талас облусунан",
            "490 из 679 работников (72 %) – из Таласской области",
            "490 of 679 workers (72 %) are from Talas oblast",
        ),
        *("Economist.kg", "jerooy"),
    ),
    (
        *("KU-2005-commission", "2005-07-27", "kept", "other"),
        (
            "Комиссия жөнөтүлгөн, жол ошол күнү жабылган",
            "Комиссия направлена; в тот же день начата блокада дороги",
            "The commission was sent; on the same day the road was blocked",
        ),
        *("IWPR; CACI Analyst 2005-08", "KGM-2005-003"),
    ),
)


def commitment_rows(addresses: Mapping[str, str]) -> Iterator[Row]:
    """All promises; ``addresses`` are those of the compilations by the key of their row."""
    for one in PROMISES:
        made_in, made_on, precision, due_on = one.made
        published_in, quote, quote_language = one.told
        yield {
            **{"commitment_id": one.key, "made_in": made_in, "made_on": made_on, "date_precision": precision},
            **{"due_on": due_on, "owing_body": one.body},
            **dict(zip(languages.columns("owed_by"), one.owed_by, strict=True)),
            **dict(zip(languages.columns("commitment"), one.texts, strict=True)),
            **one.place,
            **{"published_in": published_in, "quote": quote, "quote_language": quote_language},
            "url": addresses[one.report] if one.report else "",
        }


def step_rows(addresses: Mapping[str, str]) -> Iterator[Row]:
    """What was reported of them."""
    for key, day, state, by, texts, published_in, report in STEPS:
        yield {
            **{"commitment_id": key, "reported_on": day, "fulfilment": state, "reported_by": by},
            **dict(zip(languages.columns("step"), texts, strict=True)),
            **{"published_in": published_in, "url": addresses[report]},
        }
