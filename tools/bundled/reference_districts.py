"""Districts and oblasts: display names, permanent slugs, former names and other spellings."""

import re

OBLAST_COLUMNS = ["oblast_code", "name_ky", "name_ru", "name_en"]

DISTRICT_COLUMNS = [
    "district_code",
    "slug",
    "pcode",
    "oblast_code",
    "unit_type",
    "name_ky",
    "name_ru",
    "name_en",
    "population",
    "population_year",
    "population_source",
    "aliases",
]

#: Codes of SOATE; names as used by the National Statistical Committee.
OBLASTS = [
    dict(zip(OBLAST_COLUMNS, names, strict=True))
    for names in (
        ("41702", "Ысык-Көл облусу", "Иссык-Кульская область", "Issyk-Kul oblast"),
        ("41703", "Жалал-Абад облусу", "Джалал-Абадская область", "Jalal-Abad oblast"),
        ("41704", "Нарын облусу", "Нарынская область", "Naryn oblast"),
        ("41705", "Баткен облусу", "Баткенская область", "Batken oblast"),
        ("41706", "Ош облусу", "Ошская область", "Osh oblast"),
        ("41707", "Талас облусу", "Таласская область", "Talas oblast"),
        ("41708", "Чүй облусу", "Чуйская область", "Chui oblast"),
        ("41711", "Бишкек шаары", "г. Бишкек", "Bishkek city"),
        ("41721", "Ош шаары", "г. Ош", "Osh city"),
    )
]

#: The raion and the city (Jalal-Abad until 2025) are both called Manas: neither may have the bare slug.
_SLUGS = {"41707225": "manas-talas"}
_ENGLISH = {"41703410": "Manas city"}

_PARENTHESIS = re.compile(r"\s*\((?:бывш\.\s*|мурда\s*)?([^)]*)\)")


def compile_districts(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The 54 units in the order of their codes, with the columns of DISTRICT_COLUMNS."""
    return [_district(row) for row in sorted(rows, key=lambda row: row["code"])]


def _district(row: dict[str, str]) -> dict[str, str]:
    code = row["code"]
    names = {f"name_{key}": _display(row[f"name_{key}"]) for key in ("ky", "ru", "en")}
    names["name_en"] = _ENGLISH.get(code, names["name_en"])
    cells = {column: row[column] for column in DISTRICT_COLUMNS if column in row}
    own = {"district_code": code, "oblast_code": code[:5], "slug": _SLUGS.get(code, _slug(names["name_en"]))}
    return cells | own | names | {"aliases": ";".join(_aliases(row, names))}


def _display(name: str) -> str:
    return _PARENTHESIS.sub("", name).strip()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _aliases(row: dict[str, str], names: dict[str, str]) -> list[str]:
    """Former names (given in parentheses) and other spellings, each once, without the display names."""
    former = [name for key in ("ky", "ru", "en") for name in _PARENTHESIS.findall(row[f"name_{key}"])]
    aliases = [alias for alias in row["aliases"].split(";") if alias]
    return [alias for alias in dict.fromkeys([*former, *aliases]) if alias not in names.values()]
