"""Statements about water, radiation and waste: both sides, by whoever made them, none of them a reading.

They stand in the order of the compilation, which gives them no key of their own.
"""

from typing import NamedTuple


class MonitoringStatement(NamedTuple):
    """Key, what the compilation calls it, matter, day, author, the sentence in three languages, unit, qualifier."""

    key: str
    what: str
    matter: str
    said_on: str
    author: str
    ky: str
    ru: str
    en: str
    unit: str = ""
    qualifier: str = ""


STATEMENTS = (
    MonitoringStatement(
        *("MS-2018-1", "gamma dose rate on the surface of tailings, average"),
        *("mailuu-suu-radiation", "2018-05", "state_2018"),
        "Калдык сактагычтардын бетиндеги гамма-нурлануунун орточо деңгээли.",
        "Средний уровень гамма-излучения на поверхности хвостохранилищ.",
        "Average gamma radiation on the surface of the tailings.",
        *("ur_h", "exactly"),
    ),
    MonitoringStatement(
        *("MS-2018-2", "gamma dose rate, anomalous places", "mailuu-suu-radiation", "2018-05", "state_2018"),
        "Аномалдуу жерлердеги гамма-нурлануу.",
        "Гамма-излучение в аномальных местах.",
        "Gamma radiation at anomalous places.",
        *("ur_h", "up_to"),
    ),
    MonitoringStatement(
        *("KG-2018-3", "natural background, country", "mailuu-suu-radiation", "2018-05", "state_2018"),
        "Өлкөдөгү табигый нурлануунун орточо деңгээли, салыштыруу үчүн айтылган.",
        "Средний уровень естественного излучения в стране, назван для сравнения.",
        "Average natural radiation in the country, named for comparison.",
        *("ur_h", "exactly"),
    ),
    MonitoringStatement(
        *("MS-2006-1", "external exposure of residents", "mailuu-suu-radiation", "2006", "sck_cen"),
        "Тургундардын сырткы нурлануусу, шаарда да, Кара-Агачта да; талаа иштеринин жылы айтылган эмес.",
        "Внешнее облучение жителей и в городе, и в Кара-Агаче; год полевых работ не сказан.",
        "External exposure of residents, both in the town and in Kara-Agach; the year of the field work is not said.",
        *("msv_a", "about"),
    ),
    MonitoringStatement(
        *("MS-2006-2", "radon exposure, town / Kara-Agach", "mailuu-suu-radiation", "2006", "sck_cen"),
        "Радондон нурлануу: шаарда 3 тегерегинде, Кара-Агачта 10 тегерегинде; ошол эле топтун башка макаласында "
        "экөөндө тең 5.",
        "Облучение от радона: в городе около 3, в Кара-Агаче около 10; в другой статье той же группы – 5 в "
        "обоих местах.",
        "Exposure from radon: about 3 in the town and about 10 in Kara-Agach; another paper of the group has 5 "
        "at both.",
        *("msv_a", "about"),
    ),
    MonitoringStatement(
        *("MS-GC-1", "uranium in the river, times the limit", "mailuu-suu-water", "", "green_cross"),
        "Майлуу-Суу дарыясындагы уран чекке салыштырганда; кайсы чек экени айтылган эмес.",
        "Уран в реке Майлуу-Суу по сравнению с нормой; какая это норма, не сказано.",
        "Uranium in the river Mailuu-Suu against the limit; which limit is not said.",
        *("times_limit", "exactly"),
    ),
    MonitoringStatement(
        *("MS-GC-2", "uranium in tap water, times the limit", "mailuu-suu-water", "", "green_cross"),
        "Суу түтүгүндөгү уран чекке салыштырганда; кайсы чек экени айтылган эмес.",
        "Уран в водопроводной воде по сравнению с нормой; какая это норма, не сказано.",
        "Uranium in tap water against the limit; which limit is not said.",
        *("times_limit", "exactly"),
    ),
    MonitoringStatement(
        *("MS-2018-4", "volume of uranium waste (23 tailings)", "mailuu-suu-waste", "2018-05", "state_2018"),
        "23 калдык сактагычтагы уран өндүрүшүнүн калдыктарынын жалпы көлөмү.",
        "Общий объём отходов уранового производства в 23 хвостохранилищах.",
        "Total volume of uranium production waste in 23 tailings.",
        *("m3", "exactly"),
    ),
    MonitoringStatement(
        *("KU-2011-1", "water used per year", "kumtor-water", "2011", "bankwatch"),
        "Кумтөр жылына колдонгон суу; компания отчетко макул эмес.",
        "Вода, которую Кумтор использует за год; компания с отчётом не согласна.",
        "Water that Kumtor uses in a year; the company disputes the report.",
        *("l_a", "about"),
    ),
    MonitoringStatement(
        *("KU-2012-1", "cyanide and metals in effluent against the German waste water ordinance"),
        *("kumtor-water", "2012", "laboratory"),
        "Агын суудагы цианид жана металлдар Германиянын агын суулар боюнча жобосунун чектеринен төмөн; сандар "
        "жарыяланган эмес.",
        "Цианид и металлы в сбросных водах ниже норм германского положения о сточных водах; числа не опубликованы.",
        "Cyanide and metals in the effluent are below the limits of the German waste water ordinance; no numbers are "
        "published.",
    ),
    MonitoringStatement(
        *("KU-1998-1", "cyanide that entered the Barskoon river (spill)", "kumtor-spill-1998", "1998"),
        "spill_commission",
        "1998-жылдын 20-майындагы кырсыкта Барскоон дарыясына түшкөн натрий цианиди, 935 кг цианид.",
        "Цианид натрия, попавший в реку Барскоон при аварии 20 мая 1998 года, 935 кг цианида.",
        "Sodium cyanide that entered the Barskoon river in the accident of 20 May 1998, 935 kg of cyanide.",
        *("kg", "about"),
    ),
)
