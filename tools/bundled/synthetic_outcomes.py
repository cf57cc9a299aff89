"""Invented projects, results and rehabilitation of the example; every text says so.

They show what the real pages cannot yet: actuals beside targets, and hectares from plan to use.
"""

from collections.abc import Iterator
from random import Random

from data_access.vocabulary import languages

SITE_COLUMNS = [
    *("site_id", "district_code", *languages.columns("name"), "kind", "commodity", "operator", "status"),
    *("status_year", "lat", "lon", "uncertainty_km", "note", "basis"),
]
ADDRESS = "https://example.org/project"
PAGE = {"published_in": "Example", "url": ADDRESS}
NAMED = ("Мисал: {}", "Пример: {}", "Example: {}")

Row = dict[str, object]

# Project, days, districts, goals.
PROJECTS = (
    ("example-project-1", "2021-04-01", "2024-12-31", "41703230,41704245", "3,6,11,15", ("суу", "вода", "water")),
    ("example-project-2", "2023-01-01", "2025-12-31", "41707232", "8,16", ("диалог", "диалог", "dialogue")),
)
# Project, outcome, indicator, kind, texts, unit, aim, baseline, first target, by which a year adds, share reached.
INDICATORS = (
    (
        1,
        1,
        1,
        "outcome",
        ("бекитилген материалдар", "утверждённые материалы", "materials validated"),
        "number",
        0,
        4,
        1.0,
    ),
    (1, 1, 2, "output", ("окуулар", "обучения", "trainings held"), "number", 0, 6, 0.8),
    (1, 2, 1, "outcome", ("изилдөөлөр", "исследования", "studies with local groups"), "number", 0, 1, 2.0),
    (1, 3, 1, "outcome", ("колдонулган жер, %", "используемая земля, %", "land in use, %"), "percent", 10, 60, 0.55),
    (2, 1, 1, "outcome", ("угуулар", "слушания", "hearings held"), "number", 2, 9, 0.9),
    (2, 1, 2, "outcome", ("жооп алгандар, %", "получили ответ, %", "answered in time, %"), "percent", 35, 75, 0.0),
)
YEARS = {1: (2022, 2023, 2024), 2: (2024, 2025)}
# Site, district, point, stages with year, hectares planned and done, volume planned and moved, cost, use and state.
SITES = (
    ("example-site-1", "41703230", 1, "41.75", "71.1"),
    ("example-site-2", "41704230", 2, "41.9", "74.7"),
    ("example-site-3", "41707232", 3, "42.3", "72.7"),
)
REHABILITATION = (
    ("example-site-1", "inventory", 2016, "", "", "", "", "", "", ""),
    ("example-site-1", "design", 2017, "24", "", "180000", "", "400000", "", ""),
    ("example-site-1", "approved", 2018, "24", "", "180000", "", "", "", ""),
    ("example-site-1", "works", 2019, "24", "19.5", "180000", "165000", "3100000", "", ""),
    ("example-site-1", "accepted", 2022, "24", "24", "180000", "172000", "", "pasture", ""),
    ("example-site-1", "after_care", 2023, "24", "24", "", "", "60000", "pasture", "yes"),
    ("example-site-2", "inventory", 2019, "", "", "", "", "", "", ""),
    ("example-site-2", "design", 2021, "11.5", "", "40000", "", "150000", "", ""),
    ("example-site-2", "works", 2023, "11.5", "4", "40000", "9000", "900000", "forest", "no"),
    ("example-site-3", "inventory", 2024, "", "", "", "", "", "", ""),
)


def site_rows() -> Iterator[Row]:
    """Rows of example_sites.csv: places of the example's rehabilitation, whose points are of no real site."""
    for site, district, number, lat, lon in SITES:
        yield {
            "site_id": site,
            "district_code": district,
            **texts("name", (f"Үлгү объект {number}", f"Объект-пример {number}", f"Example site {number}")),
            "kind": "legacy",
            "commodity": "lead",
            "status": "remediation",
            "status_year": 2025,
            "lat": lat,
            "lon": lon,
            "uncertainty_km": 30,
        }


def project_rows() -> Iterator[Row]:
    """Rows of example_projects.csv."""
    for key, first, last, areas, goals, subject in PROJECTS:
        yield {
            "project_id": key,
            **example_texts("name", subject),
            **texts("runner", ("Үлгү уюм", "Организация-пример", "Example organisation")),
            **texts("donor", ("Үлгү донор", "Донор-пример", "Example donor")),
            "starts_on": first,
            "ends_on": last,
            "date_precision": "month",
            "project_areas": areas,
            "sdg": goals,
            **PAGE,
        }


def result_rows(rng: Random) -> Iterator[Row]:
    """Rows of example_results.csv: of the last year and of one indicator nothing is reported."""
    for project, outcome, number, kind, indicator, unit, baseline, target, share in INDICATORS:
        years = YEARS[project]
        for place, year in enumerate(years, start=1):
            aim = baseline + (target - baseline) * place / len(years)
            actual = baseline + (aim - baseline) * share * rng.uniform(0.9, 1.1)
            is_told = share > 0 and not (project == 2 and year == years[-1])
            yield {
                "project_id": f"example-project-{project}",
                "result_number": outcome,
                "result_indicator_number": number,
                "period_start": f"{year}-01-01",
                "period_end": f"{year}-12-31",
                "result_kind": kind,
                **example_texts("result", (f"натыйжа {outcome}", f"результат {outcome}", f"outcome {outcome}")),
                **example_texts("result_indicator", indicator),
                "result_unit": unit,
                "aim": "at_least",
                "baseline_year": years[0] - 1,
                "baseline_value": baseline,
                "target_value": max(round(aim), 1),
                "actual_value": round(actual) if is_told else "",
                "evidence": f"Example report {year}" if is_told else "",
                "evidence_url": f"{ADDRESS}/{project}/{year}" if is_told else "",
                **PAGE,
            }


def rehabilitation_rows() -> Iterator[Row]:
    """Rows of example_rehabilitation.csv."""
    names = ("hectares_planned", "hectares_done", "volume_planned", "volume_moved", "cost", "after_use", "is_used")
    for site, stage, year, *cells in REHABILITATION:
        row = dict(zip(names, cells, strict=True))
        yield {
            "site_id": site,
            "rehabilitation_stage": stage,
            "stage_began_on": f"{year}-01-01",
            "date_precision": "year",
            **row,
            "cost_currency": "EUR" if row["cost"] else "",
            **texts("funder", ("Үлгү донор", "Донор-пример", "Example donor")),
            "monitored_until": "2032-12-31" if stage == "after_care" else "",
            **PAGE,
        }


def example_texts(name: str, translations: tuple[str, str, str]) -> dict[str, str]:
    """A text of the example in each language, which says that it is one."""
    return texts(name, tuple(form.format(text) for form, text in zip(NAMED, translations, strict=True)))


def texts(name: str, translations: tuple[str, ...]) -> dict[str, str]:
    """The columns of a text, one for each language."""
    return {f"{name}_{code}": text for code, text in zip(languages.LANGUAGES, translations, strict=True)}
