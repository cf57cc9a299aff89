"""Statements about money: which matter each row is of, who says it, and what it says in three languages.

None of them is a yearly flow: they are cumulative, of several years or of part of one, plans, or of another scope than
the flows that are loaded. Two five-year totals of the same agency that contradict each other are left out.
"""

from typing import NamedTuple


class Money(NamedTuple):
    """Matter, author, and the sentence in Kyrgyz, Russian and English; ``stream`` where the report names one."""

    matter: str
    author: str
    ky: str
    ru: str
    en: str
    stream: str = ""


TAXES = ("jerooy-taxes", "alliance_altyn")
TWO_PERCENT = ("jerooy-2pct", "alliance_altyn")
INFRA = "infra_2pct"

MONEY = {
    "AA-2021-1": Money(
        *TAXES,
        "Жерүйдүн оператору 2015-жылдан 2021-жылдын 31-октябрына чейин төлөгөн салыктар жана төлөмдөр.",
        "Налоги и платежи оператора Джеруя с 2015 года по 31 октября 2021 года.",
        "Taxes and payments by the operator of Jerooy from 2015 to 31 October 2021.",
    ),
    "AA-2022-1": Money(
        *TAXES,
        "Жерүйдүн оператору республикалык жана жергиликтүү бюджеттерге төлөгөн салыктар; кайсы жылдан тартып – "
        "айтылган эмес.",
        "Налоги оператора Джеруя в республиканский и местные бюджеты; с какого года – не сказано.",
        "Taxes by the operator of Jerooy to the republican and local budgets; from which year on is not said.",
    ),
    "AA-2025-1": Money(
        *TAXES,
        "Жерүйдүн оператору 2015-жылдан 2025-жылдын апрелине чейин бюджетке жана бюджеттен тышкаркы фонддорго которгон "
        "каражат.",
        "Перечисления оператора Джеруя в бюджет и внебюджетные фонды с 2015 года по апрель 2025 года.",
        "Paid by the operator of Jerooy to the budget and extra-budgetary funds from 2015 to April 2025.",
    ),
    "AA-2022-5": Money(
        *TWO_PERCENT,
        "Жерүйдөн 2 % чегерүү, үч алуучуга бирге. Аталган үч бөлүк бул сумманын 50, 30 жана 20 пайызына барабар: "
        "бөлүштүрүү эрежесинин үлүштөрү.",
        "Отчисление 2 % от Джеруя, трём получателям вместе. Названные три части равны 50, 30 и 20 процентам этой "
        "суммы: доли правила раздела.",
        "The 2 % contribution of Jerooy, to three receivers together. The three parts named are 50, 30 and 20 per cent "
        "of this sum: the shares of the sharing rule.",
        INFRA,
    ),
    "AA-2022-2": Money(
        *TWO_PERCENT,
        "Жерүйдүн 2 % чегерүүсүнүн Талас облусунун өнүктүрүү фондуна берилген бөлүгү, 50 пайыз.",
        "Часть отчисления 2 % от Джеруя для Фонда развития Таласской области, 50 процентов.",
        "The part of the 2 % contribution of Jerooy for the development fund of Talas oblast, 50 per cent.",
        INFRA,
    ),
    "AA-2022-3": Money(
        *TWO_PERCENT,
        "Жерүйдүн 2 % чегерүүсүнүн Талас районунун өнүктүрүү фондуна берилген бөлүгү, 30 пайыз.",
        "Часть отчисления 2 % от Джеруя для Фонда развития Таласского района, 30 процентов.",
        "The part of the 2 % contribution of Jerooy for the development fund of Talas district, 30 per cent.",
        INFRA,
    ),
    "AA-2022-4": Money(
        *TWO_PERCENT,
        "Жерүйдүн 2 % чегерүүсүнүн Бекмолдо айыл өкмөтүнө берилген бөлүгү, 20 пайыз.",
        "Часть отчисления 2 % от Джеруя для айыл окмоту Бекмолдо, 20 процентов.",
        "The part of the 2 % contribution of Jerooy for the aiyl okmotu of Bekmoldo, 20 per cent.",
        INFRA,
    ),
    "AA-2022-6": Money(
        "jerooy-2pct",
        "cabinet_deputy",
        "Жерүйдөн Талас облусунун фондуна которулган каражат; кайсы мөөнөттө – айтылган эмес.",
        "Перечислено от Джеруя в фонд Таласской области; за какой срок – не сказано.",
        "Transferred from Jerooy to the fund of Talas oblast; over which time is not said.",
        INFRA,
    ),
    "NM-2023H1": Money(
        "national-taxes",
        "ministry",
        "Тоо-кен тармагынын салыктары, 2023-жылдын алты айы; ошол жылдын жалпы суммасынын бир бөлүгү.",
        "Налоги горнодобывающей отрасли, шесть месяцев 2023 года; часть суммы того года.",
        "Taxes of the mining sector, six months of 2023; a part of that year's sum.",
    ),
    "NM-2010-2023H1": Money(
        "national-taxes",
        "ministry",
        "Тоо-кен тармагынын республикалык бюджетке салыктары, 2010-жылдан 2023-жылдын июнуна чейин.",
        "Налоги горнодобывающей отрасли в республиканский бюджет с 2010 года по июнь 2023 года.",
        "Taxes of the mining sector to the republican budget from 2010 to June 2023.",
    ),
    "NM-2019-auctions": Money(
        "auctions-2019",
        "subsoil_committee",
        "Жер казынасын пайдалануу укугуна аукциондордон түшкөн каражат; кайсы жылда – айтылган эмес.",
        "Поступления от аукционов на право пользования недрами; за какой год – не сказано.",
        "Proceeds of auctions of subsoil rights; of which year is not said.",
        "bonus",
    ),
    "PL-2015-altynken": Money(
        "taldy-bulak-plan",
        "prime_minister",
        "Талды-Булак иштегенде Кемин районунун бюджетине жылына күтүлгөн каражат; төлөм эмес, план.",
        "Ожидалось в год в бюджет Кеминского района, когда заработает Талды-Булак; это план, а не платёж.",
        "Expected a year for the budget of Kemin district once Taldy-Bulak works; a plan, not a payment.",
    ),
    "PL-2017-shambesai": Money(
        "shambesai-plan",
        "subsoil_committee",
        "Кен иштеп турган бүт мөөнөттө Майдан айыл аймагына жана Кадамжай районунун фондуна күтүлгөн каражат; кийин "
        "иштетилбей турганы айтылган.",
        "Ожидалось за весь срок работы рудника для айыльного аймака Майдан и фонда Кадамжайского района; позже "
        "сказано, что рудник работать не будет.",
        "Expected over the whole life of the mine for Maydan aiyl aimak and the fund of Kadamjay district; later it "
        "was said that there will be no mining.",
        INFRA,
    ),
    "PL-2025-dolpran": Money(
        "dolpran-plan",
        "chon_kemin",
        "Долпран кени иштегенде Чоң-Кеминдин жергиликтүү бюджетине жылына күтүлгөн каражат; төлөм эмес, план.",
        "Ожидается в год в местный бюджет Чон-Кемина, если заработает Долпран; это план, а не платёж.",
        "Expected a year for the local budget of Chon-Kemin if Dolpran works; a plan, not a payment.",
    ),
    "KZ-2007-2015": Money(
        "bozymchak-taxes",
        "kazakhmys",
        "Бозымчактын оператору мамлекеттик бюджетке 2007-жылдан 2015-жылдын августуна чейин төлөгөн каражат.",
        "Платежи оператора Бозымчака в государственный бюджет с 2007 года по август 2015 года.",
        "Paid by the operator of Bozymchak to the state budget from 2007 to August 2015.",
    ),
}
