"""Invented replies of the example: they show where replies stand, and say nothing of any place or company.

Every text says of itself that it is an example. Sites and incidents are real: what is said beside them here would be
said by those concerned, and is left open.
"""

REPLY_COLUMNS = [
    *("reply_id", "replied_on", "by_kind", "organisation_code", "by_ky", "by_ru", "by_en", "subject_kind", "topic"),
    *("stage", "stream_code", "payer_code", "indicator_code", "issue_code", "district_code", "site_id", "incident_id"),
    *("first_year", "last_year", "text_ky", "text_ru", "text_en", "original_language", "reference", "url"),
]
EXAMPLE = {"ky": "Жооптун үлгүсү.", "ru": "Пример ответа.", "en": "Example of a reply."}
JETI_OGUZ, CHATKAL = "41702210", "41703230"

COMPANY = {"by_kind": "company", "organisation_code": "example-company-a"}
MINISTRY = {
    "by_kind": "state",
    "by_ky": "Үлгү министрлик",
    "by_ru": "Министерство-пример",
    "by_en": "Example ministry",
}
COUNCIL = {
    "by_kind": "community",
    "by_ky": "Үлгү айылдык кеңеш",
    "by_ru": "Айылный кенеш-пример",
    "by_en": "Example village council",
}
REVENUE = {"subject_kind": "figure", "topic": "revenue"}
ROYALTY = REVENUE | {"stage": "payment", "stream_code": "royalty", "payer_code": "example-company-a"}
SHARE = REVENUE | {"stage": "transfer", "district_code": JETI_OGUZ}
WATER = {"subject_kind": "figure", "topic": "monitoring", "indicator_code": "as", "district_code": CHATKAL}
IN_2022, IN_2021 = {"first_year": 2022, "last_year": 2022}, {"first_year": 2021, "last_year": 2021}
GRIEVANCES = {"subject_kind": "figure", "topic": "grievances", "issue_code": "water"}
PROTEST = {"subject_kind": "incident", "incident_id": "EX-2018-011"}
SITE = {"subject_kind": "site", "site_id": "min-kush-ult"}
DISTRICT = {"subject_kind": "district", "district_code": JETI_OGUZ}

# Who, on which day, to what, in which language the others are translated from, and the three texts.
REPLIES = (
    (
        COMPANY,
        "2024-02-12",
        ROYALTY | IN_2022,
        "ru",
        "Бул жерде компания 2022-жылдагы саны мамлекеттикинен эмне үчүн айырмаланарын өз сөзү менен айтат.",
        "Здесь компания своими словами объясняет, почему её сумма за 2022 год отличается от суммы государства.",
        "Here the company says in its own words why its figure for 2022 differs from that of the state.",
    ),
    (
        MINISTRY,
        "2024-03-05",
        ROYALTY | IN_2022,
        "",
        "Бул жерде мамлекеттик орган ошол эле сан боюнча өз түшүндүрмөсүн берет.",
        "Здесь государственный орган даёт своё объяснение той же суммы.",
        "Here the state body gives its own explanation of the same figure.",
    ),
    (
        COUNCIL,
        "2023-06-20",
        SHARE | IN_2022,
        "ky",
        "Бул жерде жамаат бөлүнгөн акча айылдарга кандай жеткенин өз көз карашынан айтат.",
        "Здесь сообщество говорит со своей стороны, как переданные деньги дошли до сёл.",
        "Here the community says from its side how the money passed on reached the villages.",
    ),
    (
        MINISTRY,
        "2023-07-03",
        SHARE | IN_2022,
        "",
        "Бул жерде мамлекеттик орган акча качан жана кимге которулганын айтат.",
        "Здесь государственный орган сообщает, когда и кому были переведены деньги.",
        "Here the state body says when and to whom the money was passed on.",
    ),
    (
        COUNCIL,
        "2022-04-11",
        WATER | IN_2021,
        "ky",
        "Бул жерде жамаат сынамык алынган жер тууралуу эмнени билерин айтат.",
        "Здесь сообщество говорит, что ему известно о месте отбора проб.",
        "Here the community says what it knows of the place of sampling.",
    ),
    (
        MINISTRY,
        "2024-09-17",
        GRIEVANCES,
        "",
        "Бул жерде мамлекеттик орган суу боюнча даттанууларга кантип жооп берерин айтат.",
        "Здесь государственный орган говорит, как он отвечает на жалобы о воде.",
        "Here the state body says how it answers grievances about water.",
    ),
    (
        COMPANY,
        "2023-01-16",
        PROTEST,
        "ru",
        "Бул жерде компания окуя жөнүндө өз баянын берет; аны эч ким айткан эмес.",
        "Здесь компания излагает своё видение события; этого никто не говорил.",
        "Here a company gives its own account of the event; nobody has said this.",
    ),
    (
        COUNCIL,
        "2023-02-08",
        PROTEST,
        "ky",
        "Бул жерде жамаат окуя жөнүндө өз баянын берет; аны эч ким айткан эмес.",
        "Здесь сообщество излагает своё видение события; этого никто не говорил.",
        "Here the community gives its own account of the event; nobody has said this.",
    ),
    (
        MINISTRY,
        "2024-05-22",
        SITE,
        "",
        "Бул жерде орган объект жөнүндө жазылганга карата өз сөзүн айтат; аны эч ким айткан эмес.",
        "Здесь орган высказывается о том, что записано об объекте; этого никто не говорил.",
        "Here a body comments on what is recorded of the site; nobody has said this.",
    ),
    (
        COUNCIL,
        "2024-10-02",
        DISTRICT,
        "ky",
        "Бул жерде жамаат район тууралуу барактагыга карата өз сөзүн айтат.",
        "Здесь сообщество высказывается о том, что показано на странице района.",
        "Here the community comments on what the page of the district shows.",
    ),
)


def replies() -> list[dict[str, object]]:
    """Rows of replies.csv."""
    return [_row(number, *cells) for number, cells in enumerate(REPLIES, start=1)]


def _row(number: int, by: dict, day: str, about: dict, original: str, *texts: str) -> dict[str, object]:
    return {
        "reply_id": f"example-reply-{number:02}",
        "replied_on": day,
        **by,
        **about,
        **{f"text_{code}": f"{EXAMPLE[code]} {text}" for code, text in zip(EXAMPLE, texts, strict=True)},
        "original_language": original,
        "reference": f"Үлгү · Пример · Example {number}",
    }
