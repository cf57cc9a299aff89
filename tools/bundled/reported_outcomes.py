"""Projects with their outcomes, from the pages of those who run them, and stages of rehabilitation.

Where a page sets no number, there is no target; where nobody has published what was reached, there is no actual.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from data_access.vocabulary import languages
from tools.bundled.reported_authors import AUTHORS

Row = dict[str, str]
Texts = tuple[str, str, str]

PROJECT_COLUMNS = [
    *("project_id", *languages.columns("name"), *languages.columns("runner"), *languages.columns("donor")),
    *("starts_on", "ends_on", "date_precision", "project_areas", "sdg", "published_in", "url"),
]
RESULT_COLUMNS = [
    *("project_id", "result_number", "result_indicator_number", "period_start", "period_end", "result_kind"),
    *(*languages.columns("result"), *languages.columns("result_indicator"), "result_unit", "aim"),
    *("baseline_year", "baseline_value", "target_value", "actual_value", "evidence", "evidence_url"),
    *("published_in", "quote", "quote_language", "url"),
]
REHABILITATION_COLUMNS = [
    *("site_id", "rehabilitation_stage", "stage_began_on", "date_precision", "hectares_planned", "hectares_done"),
    *("volume_planned", "volume_moved", "cost", "cost_currency", *languages.columns("funder")),
    *("after_use", "is_used", "monitored_until", *languages.columns("note")),
    *("published_in", "quote", "quote_language", "url"),
]
CAMP_PAGE = {"published_in": "CAMP Alatoo, project page", "url": "https://camp.kg/"}
# The page names neither days nor months: all of it is told of its year.
CAMP_YEAR = {"period_start": "2024-01-01", "period_end": "2024-12-31"}
PROJECTS: tuple[tuple[Mapping[str, str], Mapping[str, Texts]], ...] = (
    (
        {
            "project_id": "international-alert-2019",
            "starts_on": "2019-04-01",
            "ends_on": "2019-12-31",
            "date_precision": "month",
            "project_areas": "41702,41703",
            "published_in": "International Alert, project page",
            "url": "https://international-alert.org/projects/"
            "promoting-consultative-extractive-practices-and-peace-oriented-local-advocacy-kyrgyzstan",
        },
        {
            "name": (
                "Кен аймактарындагы кеңешүүлөр жана жергиликтүү демилгелер",
                "Консультации и местные инициативы в горнорудных районах",
                "Consultation and local advocacy in mining areas",
            ),
            "runner": ("«Интернэшнл Алерт»", "«Интернэшнл Алерт»", "International Alert"),
        },
    ),
    (
        {
            "project_id": "camp-alatoo-2024",
            "starts_on": "2024-01-01",
            "date_precision": "year",
            "project_areas": "41704,41703230",
            "sdg": "3,11,13,15",
            **CAMP_PAGE,
        },
        {
            "name": (
                "Экологиялык мониторингдин жана калыбына келтирүүнүн куралдары",
                "Инструменты экологического мониторинга и рекультивации",
                "Tools for environmental monitoring and reclamation",
            ),
            "runner": ("CAMP Алатоо", "CAMP Алатоо", "CAMP Alatoo"),
            "donor": ("ПРООН", "ПРООН", "UNDP"),
        },
    ),
)
TRAINING: Texts = (
    "ПЭМ топторун окутуу үчүн материалдар даярдалып, бекитилди.",
    "Учебные материалы для групп ПЭМ разработаны и утверждены.",
    "Training materials for PEM teams are developed and validated.",
)
# Outcome, indicator, texts of both, target, words of the page.
RESULTS: tuple[tuple[str, str, Texts, Texts, str, str], ...] = (
    (
        *("1", "1", TRAINING),
        ("Бекитилген окуу материалдары", "Утверждённые учебные материалы", "Training materials that were validated"),
        *("", "Training materials for PEM team capacity building … developed and validated"),
    ),
    (
        *("1", "2", TRAINING),
        ("Өткөрүлгөн окуулар", "Проведённые обучения", "Trainings that were held"),
        *("", "Training materials for PEM team capacity building … developed and validated"),
    ),
    (
        *("2", "1"),
        (
            "Жергиликтүү топтор менен кеминде бир изилдөө жүргүзүлдү.",
            "С местными группами проведено не менее одного исследования.",
            "At least one study is conducted with local groups.",
        ),
        ("Жергиликтүү топтор менен изилдөөлөр", "Исследования с местными группами", "Studies with local groups"),
        *("1", "At least one study with local groups is conducted"),
    ),
    (
        *("3", "1"),
        (
            "Сунуштар тапшырыкчы орган менен талкууланды.",
            "Предложения обсуждены с заказчиком.",
            "Proposals are discussed with the contracting authority.",
        ),
        ("Талкууланган сунуштар", "Обсуждённые предложения", "Proposals that were discussed"),
        *("", "Proposals/recommendations … discussed with the Contracting Authority"),
    ),
)
# By site and stage of the compilation: our stage, funder, use, remark.
ERA: Texts = (
    "Экологиялык калыбына келтирүү эсеби (ЕБ, ЕРӨБ)",
    "Счёт экологической реабилитации (ЕС, ЕБРР)",
    "Environmental Remediation Account (EU, EBRD)",
)
STAGES: Mapping[tuple[str, str], tuple[str, Texts, str, Texts | None]] = {
    ("shekaftar-ult", "accepted"): ("accepted", ERA, "mixed", None),
    ("min-kush-ult", "accepted (EBRD part)"): (
        *("accepted", ERA, "community"),
        ("ЕРӨБ каржылаган бөлүгү гана", "Только часть на средства ЕБРР", "The part that the EBRD paid for alone"),
    ),
    ("mailuu-suu-ult", "grant agreement, works of seven years"): (
        *("approved", ERA, ""),
        (
            "Жети жылдык иштерге грант; дагы 2 млн м³дан ашык калдык бекемделип, үстү жабылат",
            "Грант на работы в течение семи лет; ещё более 2 млн м³ предстоит укрепить и накрыть",
            "Grant for works of seven years; a further 2 mln m³ and more are to be stabilised and covered",
        ),
    ),
    ("kanysh-kiya-pilot", "field research"): (
        *("inventory", AUTHORS["camp"], ""),
        (
            "Калыбына келтирүүнү талап кылган участоктор каралган; аянты айтылган эмес",
            "Осмотрены участки, требующие рекультивации; площадь не сказана",
            "Areas that need reclamation were inspected; no hectares are told",
        ),
    ),
}


def project_rows() -> Iterator[dict[str, Any]]:
    """Rows of real_projects.csv."""
    for cells, texts in PROJECTS:
        yield {**cells, **_in_languages(texts)}


def result_rows() -> Iterator[dict[str, Any]]:
    """Rows of real_results.csv."""
    for outcome, number, result, indicator, target, quote in RESULTS:
        yield {
            "project_id": "camp-alatoo-2024",
            "result_number": outcome,
            "result_indicator_number": number,
            "result_kind": "outcome",
            **_in_languages({"result": result, "result_indicator": indicator}),
            "result_unit": "number",
            "aim": "at_least",
            "target_value": target,
            "quote": quote,
            "quote_language": "en",
            **CAMP_YEAR,
            **CAMP_PAGE,
        }


def rehabilitation_rows(rows: list[Row]) -> Iterator[dict[str, Any]]:
    """Rows of real_rehabilitation.csv: what has a stage. Raises ``KeyError`` where the compilation lacks one."""
    by_key = {(row["site_id"], row["stage"]): row for row in rows}
    for key, (stage, funder, use, note) in STAGES.items():
        row = by_key[key]
        is_volume = row["unit"] == "m3"
        yield {
            "site_id": row["site_id"],
            "rehabilitation_stage": stage,
            "stage_began_on": f"{row['accepted_on']}-01",
            "date_precision": "month",
            "volume_planned": row["value"] if is_volume else "",
            "cost": row["cost"],
            "cost_currency": row["currency"],
            **_in_languages({"funder": funder, **({"note": note} if note else {})}),
            "after_use": use,
            "published_in": row["publisher"].partition(" (")[0],
            "quote": row["quote"],
            "quote_language": "en",
            "url": row["address"],
        }


def _in_languages(texts: Mapping[str, Texts]) -> dict[str, str]:
    return {
        f"{name}_{code}": text
        for name, translations in texts.items()
        for code, text in zip(languages.LANGUAGES, translations, strict=True)
    }
