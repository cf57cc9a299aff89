"""What only real figures are of: each indicator, its unit, its names and what it counts."""

from tools.bundled.indicator_names import PERCENT, Texts, row

_PER_100000 = ("ар 100 000 адамга", "на 100 000", "per 100,000")
_PER_100000_WORKERS = ("ар 100 000 жумушчуга", "на 100 000", "per 100,000")
_REAL: tuple[tuple[str, str, str, str, str, Texts, Texts, Texts], ...] = (
    (
        *("poverty_oblast", "people", "%", "higher_worse", "1"),
        ("Облустун жакырчылык деңгээли", "Уровень бедности области", "Poverty rate of the oblast"),
        PERCENT,
        (
            "Улуттук жакырчылык чегинен төмөн жашагандардын үлүшү (Улуттук статистика комитети, ТӨМ 1.2.1). Ош шаары "
            "боюнча жарыялоочу 2007–2012-жылдарга нөл койгон: анда шаар облусу менен бирге эсептелген; ал нөлдөр бул "
            "жерде көрсөтүлгөн жок.",
            "Доля людей, живущих ниже национальной черты бедности (Национальный статистический комитет, ЦУР 1.2.1). По "
            "городу Ош у издателя за 2007–2012 годы стоят нули: тогда город считали вместе с областью; здесь этих "
            "нулей нет.",
            "Share of people below the national poverty line (National Statistical Committee, SDG 1.2.1). For Osh city "
            "the publisher has zeros for 2007–2012, when the city was counted with its oblast; they are left out here.",
        ),
    ),
    (
        *("resp_mortality", "people", "per 100,000", "higher_worse", "3"),
        (
            "Өпкөнүн өнөкөт ооруларынан өлүм",
            "Смертность от хронических болезней дыхания",
            "Deaths from chronic respiratory disease",
        ),
        _PER_100000,
        (
            "Дем алуу органдарынын өнөкөт ооруларынан каза болгондор (ТӨМ 3.4.1). Себеби айтылбайт.",
            "Умершие от хронических болезней органов дыхания (ЦУР 3.4.1). О причинах цифра не говорит.",
            "Deaths from chronic diseases of the airways (SDG 3.4.1). The figure says nothing about a cause.",
        ),
    ),
    (
        *("safe_water", "people", "%", "higher_better", "6"),
        (
            "Коопсуз ичүүчү суу менен камсыз болгондор",
            "Население с безопасной питьевой водой",
            "People with safe drinking water",
        ),
        PERCENT,
        (
            "Коопсуз ичүүчү сууну пайдаланган калктын үлүшү (ТӨМ 6.1.1). Суунун курамы өлчөнбөйт.",
            "Доля населения, пользующегося безопасной питьевой водой (ЦУР 6.1.1). Состав воды здесь не измеряется.",
            "Share of people who use safely managed drinking water (SDG 6.1.1). What is in the water is not measured.",
        ),
    ),
    (
        *("wastewater_treated", "water", "%", "higher_better", "6"),
        ("Тазаланган саркынды суулар", "Очищенные сточные воды", "Wastewater treated"),
        PERCENT,
        (
            "Нормага чейин тазаланган саркынды суулардын үлүшү (ТӨМ 6.3.1).",
            "Доля сточных вод, очищенных до нормы (ЦУР 6.3.1).",
            "Share of wastewater that is safely treated (SDG 6.3.1).",
        ),
    ),
    (
        *("grp_per_person", "economy", "KGS", "higher_better", "8"),
        (
            "Бир адамга регионалдык дүң продукт",
            "Валовой региональный продукт на человека",
            "Gross regional product per person",
        ),
        ("сом", "сомов", "KGS"),
        (
            "Ар жылдын баасында (ТӨМ 8.1.1): өсүштүн бир бөлүгү – баанын өсүшү.",
            "В ценах каждого года (ЦУР 8.1.1): часть роста – рост цен.",
            "At the prices of each year (SDG 8.1.1): part of any growth is growth of prices.",
        ),
    ),
    (
        *("occ_deaths", "people", "per 100,000 workers", "higher_worse", "8"),
        ("Жумушта каза болгондор", "Погибшие на производстве", "Deaths at work"),
        _PER_100000_WORKERS,
        (
            "Өндүрүштөгү кырсыктардан каза болгондор, бардык тармактар (ТӨМ 8.8.1). Аз адамда сан катуу өзгөрөт.",
            "Погибшие на работе на 100 000 работников, все отрасли (ЦУР 8.8.1). Где работников мало, цифра скачет.",
            "Deaths at work among 100,000 workers, all industries (SDG 8.8.1). Where few work, the figure jumps.",
        ),
    ),
    (
        *("occ_injuries", "people", "per 100,000 workers", "higher_worse", "8"),
        ("Жумушта жаракат алгандар", "Травмы на производстве", "Injuries at work"),
        _PER_100000_WORKERS,
        (
            "Өлүмгө алып келбеген өндүрүштүк кырсыктар, бардык тармактар (ТӨМ 8.8.1).",
            "Несмертельные несчастные случаи на 100 000 работников, все отрасли (ЦУР 8.8.1).",
            "Accidents that nobody died of among 100,000 workers, all industries (SDG 8.8.1).",
        ),
    ),
    (
        *("glacier_balance", "climate", "mm w.e.", "higher_better", "13"),
        ("Мөңгүнүн жылдык массалык балансы", "Годовой баланс массы ледника", "Yearly mass balance of a glacier"),
        ("мм суу эквиваленти", "мм водного эквивалента", "mm water equivalent"),
        (
            "Бир жылда мөңгүгө кошулган (+) же андан эриген (−) суу, катмар катары. Себеби айтылбайт.",
            "Сколько воды за год прибавилось к леднику (+) или стаяло с него (−), слоем. О причинах цифра не говорит.",
            "Water added to a glacier (+) or melted from it (−) in a year, as a layer. It says nothing about a cause.",
        ),
    ),
    (
        *("forest_share", "land", "%", "higher_better", "15"),
        ("Токой, өлкөнүн жеринен", "Лес, доля земель страны", "Forest, share of the country's land"),
        PERCENT,
        (
            "Облустун токою бүт өлкөнүн жеринин канча пайызы экени (ТӨМ 15.1.1): облустардын суммасы – өлкөнүкү.",
            "Лес области в процентах земель всей страны (ЦУР 15.1.1): сумма областей даёт цифру страны.",
            "Forest of the oblast in percent of the land of the country (SDG 15.1.1): oblasts add up to the country.",
        ),
    ),
    (
        *("authority_index", "people", "index", "higher_better", "16"),
        ("Бийлик органдарынын ишине баа", "Оценка работы органов власти", "Assessment of public bodies"),
        ("балл", "баллов", "points"),
        (
            "Калктын борбордук жана жергиликтүү органдардын ишине берген баасынын индекси (ТӨМ 16.6.2).",
            "Индекс оценки населением работы центральных и местных органов (ЦУР 16.6.2).",
            "Index of how people assess the work of central and local bodies (SDG 16.6.2).",
        ),
    ),
)


def real() -> list[dict[str, str]]:
    """Rows of real_indicators.csv."""
    return [row(*cells) for cells in _REAL]
