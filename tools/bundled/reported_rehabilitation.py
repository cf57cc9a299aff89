"""Statements about rehabilitation: stage, money and volumes, by whoever says so. No hectares are published.

A row of the compilation that has both money and a volume is two statements, each with its own figure.
"""

from typing import NamedTuple


class Rehabilitation(NamedTuple):
    """Key; site and stage by which the compilation has it; matter, day, author, period, sentences.

    ``unit`` says which figure of the row it is of: that of ``cost`` where it is a currency, else the measured one.
    """

    key: str
    row: tuple[str, str]
    matter: str
    said_on: str
    author: str
    period: tuple[str, str]
    ky: str
    ru: str
    en: str
    unit: str = ""
    qualifier: str = ""


LEGACY = ("uranium-legacy-2022", "2022", "ebrd")
ESTIMATES = ("uranium-legacy-2019", "2019", "european_commission")
MAILUU_SUU = ("mailuu-suu-works", "2023", "ebrd")
OPEN = ("", "")
FROM_MAY_2023 = ("2023-05-01", "")
GRANT = ("mailuu-suu-ult", "grant agreement, works of seven years")

REHABILITATION = (
    Rehabilitation(
        *("SH-2022-1", ("shekaftar-ult", "accepted"), *LEGACY, ("2021-12-01", "2021-12-31")),
        "Шекафтардагы иштерди бийликтер 2021-жылдын декабрында кабыл алган; жер жеке, коомдук жана ишкердик максатта "
        "колдонулат.",
        "Работы в Шекафтаре приняты властями в декабре 2021 года; земля – для частного, общественного и делового "
        "пользования.",
        "Works at Shekaftar were accepted by the authorities in December 2021; the land is for private, communal and "
        "business use.",
    ),
    Rehabilitation(
        *("MK-2022-1", ("min-kush-ult", "accepted (EBRD part)"), *LEGACY, ("2022-02-01", "2022-02-28")),
        "Миң-Куштагы иштердин ЕРӨБ каржылаган бөлүгүн бийликтер 2022-жылдын февралында кабыл алган; жер коомдук "
        "максатта, анын ичинде улуттук спорт үчүн.",
        "Часть работ в Мин-Куше на средства ЕБРР принята властями в феврале 2022 года; земля – для общественных целей, "
        "в том числе для национального спорта.",
        "The part of the works at Min-Kush that the EBRD paid for was accepted by the authorities in February 2022; "
        "the land is for community use, traditional sports among it.",
    ),
    Rehabilitation(
        *("UL-2022-1", ("shekaftar-ult; min-kush-ult", "grant (both sites)"), *LEGACY, OPEN),
        "Шекафтар жана Миң-Куш үчүн бирге берилген грант.",
        "Грант на Шекафтар и Мин-Куш вместе.",
        "Grant for Shekaftar and Min-Kush together.",
        *("EUR", "exactly"),
    ),
    Rehabilitation(
        *("SH-2019-1", ("shekaftar-ult", "cost estimate 2019"), *ESTIMATES, OPEN),
        "Шекафтардагы иштердин болжолдуу наркы.",
        "Сметная стоимость работ в Шекафтаре.",
        "Estimated cost of the works at Shekaftar.",
        *("EUR", "expected"),
    ),
    Rehabilitation(
        *("MK-2019-1", ("min-kush-ult", "cost estimate 2019"), *ESTIMATES, OPEN),
        "Миң-Куштагы иштердин болжолдуу наркы.",
        "Сметная стоимость работ в Мин-Куше.",
        "Estimated cost of the works at Min-Kush.",
        *("EUR", "expected"),
    ),
    Rehabilitation(
        *("MS-2019-1", ("mailuu-suu-ult", "cost estimate 2019"), *ESTIMATES, OPEN),
        "Майлуу-Суудагы иштердин болжолдуу наркы, кеминде.",
        "Сметная стоимость работ в Майлуу-Суу, не менее.",
        "Estimated cost of the works at Mailuu-Suu, at least.",
        *("EUR", "expected"),
    ),
    Rehabilitation(
        *("MS-2023-1", GRANT, *MAILUU_SUU, FROM_MAY_2023),
        "Майлуу-Суудагы жети жылдык иштерге грант.",
        "Грант на работы в Майлуу-Суу, рассчитанные на семь лет.",
        "Grant for works of seven years at Mailuu-Suu.",
        *("EUR", "exactly"),
    ),
    Rehabilitation(
        *("MS-2023-2", GRANT, *MAILUU_SUU, FROM_MAY_2023),
        "Башка жерге көчүрүлүүчү калдыктар.",
        "Отходы, которые предстоит перенести.",
        "Tailings that are to be moved elsewhere.",
        *("m3", "about"),
    ),
    Rehabilitation(
        *("MS-2023-3", ("mailuu-suu-ult", "to be covered"), *MAILUU_SUU, FROM_MAY_2023),
        "Бекемделип, үстү жабылуучу калдыктар.",
        "Отходы, которые предстоит укрепить и накрыть.",
        "Tailings that are to be stabilised and covered.",
        *("m3", "more_than"),
    ),
    Rehabilitation(
        *("KK-2024-1", ("kanysh-kiya-pilot", "field research"), "kanysh-kiya", "2024-10", "camp"),
        ("2024-10-01", "2024-10-31"),
        "Каныш-Кыяда калыбына келтирүүнү талап кылган участоктор жеринде каралган; аянты айтылган эмес.",
        "В Каныш-Кыя осмотрены участки, требующие восстановления; площадь не сказана.",
        "Areas in Kanysh-Kiya that need reclamation were inspected; no hectares are told.",
    ),
    Rehabilitation(
        *("JE-2021-1", ("jerooy", "rehabilitation account"), "jerooy-account", "2021-11-18", "alliance_altyn"),
        ("", "2021-10-31"),
        "Жерүйдү кийин калыбына келтирүү үчүн атайын эсепте топтолгон каражат.",
        "Накоплено на специальном счёте рекультивации Джеруя.",
        "Gathered on the special account for the rehabilitation of Jerooy.",
        *("KGS", "exactly"),
    ),
)
