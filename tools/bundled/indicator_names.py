"""What is measured or counted: each bundled indicator, its unit and its names in the languages of the pages."""

from data_access.vocabulary.languages import LANGUAGES, columns

TEXT_COLUMNS = ("name", "unit_name", "about")
INDICATOR_COLUMNS = [
    *("indicator_code", "medium", "unit", "direction", "sdg"),
    *(column for name in TEXT_COLUMNS for column in columns(name)),
]

_MG, _UG = ("мг/л", "мг/л", "mg/L"), ("мкг/м³", "мкг/м³", "µg/m³")
PERCENT = ("%", "%", "%")
Texts = tuple[str, ...]

# Code, medium, unit of files, direction, goals; then name, unit and explanation, each in the order of LANGUAGES.
_EVERYWHERE: tuple[tuple[str, str, str, str, str, Texts, Texts], ...] = (
    (
        "ph",
        "water",
        "pH",
        "range",
        "3,6",
        ("Кычкылдуулук (pH)", "Кислотность (pH)", "Acidity (pH)"),
        ("pH", "pH", "pH"),
    ),
    (
        *("turb", "water", "NTU", "higher_worse", "3"),
        ("Суунун ылайлыгы", "Мутность", "Turbidity"),
        ("ЕМФ", "ЕМФ", "NTU"),
    ),
    ("as", "water", "mg/L", "higher_worse", "3", ("Мышьяк", "Мышьяк", "Arsenic"), _MG),
    (
        *("cn_t", "water", "mg/L", "higher_worse", "3"),
        ("Цианиддер, жалпы", "Цианиды, общие", "Cyanide, total"),
        _MG,
    ),
    ("cu", "water", "mg/L", "higher_worse", "15", ("Жез", "Медь", "Copper"), _MG),
    ("hg", "water", "mg/L", "higher_worse", "3", ("Сымап", "Ртуть", "Mercury"), _MG),
    ("so4", "water", "mg/L", "higher_worse", "3", ("Сульфаттар", "Сульфаты", "Sulphate"), _MG),
    (
        *("pm25", "air", "µg/m³", "higher_worse", "3,11"),
        ("Майда чаң PM2.5", "Мелкая пыль PM2.5", "Fine dust PM2.5"),
        _UG,
    ),
    ("pm10", "air", "µg/m³", "higher_worse", "3,11", ("Чаң PM10", "Пыль PM10", "Dust PM10"), _UG),
    (
        *("poverty", "people", "%", "higher_worse", "1"),
        ("Жакырчылык деңгээли", "Уровень бедности", "Poverty rate"),
        PERCENT,
    ),
    (
        *("unemp", "people", "%", "higher_worse", "8"),
        ("Жумушсуздук деңгээли", "Уровень безработицы", "Unemployment rate"),
        PERCENT,
    ),
    (
        *("jobs_local_share", "people", "%", "higher_better", "8"),
        ("Кендеги жергиликтүү кызматкерлер", "Местные среди работников рудников", "Local people among mine staff"),
        PERCENT,
    ),
    (
        *("health_resp", "people", "per 10,000", "higher_worse", "3"),
        ("Дем алуу органдарынын оорулары", "Болезни органов дыхания", "Respiratory illness"),
        ("10 000 адамга учур", "случаев на 10 000 человек", "cases per 10,000 people"),
    ),
    (
        *("rehab_ha", "land", "ha", "higher_better", "15"),
        ("Калыбына келтирилген жер", "Рекультивированная земля", "Land rehabilitated"),
        ("га", "га", "ha"),
    ),
    (
        *("disturbed_ha", "land", "ha", "higher_worse", "15"),
        ("Бузулган жер", "Нарушенная земля", "Land disturbed"),
        ("га", "га", "ha"),
    ),
    (
        *("hearings", "people", "count", "higher_better", "16"),
        ("Коомдук угуулар", "Общественные слушания", "Public hearings"),
        ("угуу", "слушаний", "hearings"),
    ),
)


def everywhere() -> list[dict[str, str]]:
    """Rows of indicators.csv: what the example, too, has figures of."""
    return [row(*cells, ("",) * len(LANGUAGES)) for cells in _EVERYWHERE]


def row(code: str, medium: str, unit: str, direction: str, sdg: str, *texts: Texts) -> dict[str, str]:
    """A row of a file; ``texts`` are those of NAMED, each in the order of LANGUAGES."""
    cells = (code, medium, unit, direction, sdg, *(text for one in texts for text in one))
    return dict(zip(INDICATOR_COLUMNS, cells, strict=True))
