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
KUMTOR_2022 = ("kumtor-taxes-2022", "kumtor")
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
    "IK-1997-2016": Money(
        "issyk-kul-fund",
        "envoy_issyk_kul",
        "Кумтөрдөн Ысык-Көл облусунун өнүктүрүү фондуна 19 жылда которулган каражат.",
        "Перечислено от Кумтора в фонд развития Иссык-Кульской области за 19 лет.",
        "Transferred from Kumtor to the development fund of Issyk-Kul oblast in 19 years.",
    ),
    "IK-1994-2013": Money(
        "issyk-kul-fund",
        "kumtor",
        "Кумтөрдөн Ысык-Көл облусунун өнүктүрүү фондуна 2013-жылдын майына чейин которулган каражат.",
        "Перечислено от Кумтора в фонд развития Иссык-Кульской области до мая 2013 года.",
        "Transferred from Kumtor to the development fund of Issyk-Kul oblast up to May 2013.",
    ),
    "NA-2022-plan": Money(
        "naryn-fund",
        "cabinet",
        "2022-жылдын аягына чейин Нарын облусунун өнүктүрүү фондуна бөлүнөрү жарыяланган каражат; төлөм эмес, план.",
        "Объявлено к выделению в фонд развития Нарынской области до конца 2022 года; это план, а не платёж.",
        "Announced for the development fund of Naryn oblast by the end of 2022; a plan, not a payment.",
        "naryn_06pct",
    ),
    "SS-2019-1": Money(
        "solton-sary-social",
        "envoy_naryn",
        "Солтон-Сарынын оператору Мин-Булак айыл өкмөтүнө айыл чарба техникасы үчүн төлөгөн каражат.",
        "Выплачено оператором Солтон-Сары айыл окмоту Мин-Булак, на сельхозтехнику.",
        "Paid by the operator of Solton-Sary to the aiyl okmotu of Min-Bulak, for farm machinery.",
        "social_package",
    ),
    "KU-2016": Money(
        "kumtor-taxes",
        "kumtor",
        "Кумтөрдүн 2016-жылдагы салыктары, Социалдык фондго төлөмдөрү жана башка милдеттүү төлөмдөрү, 7,633 млрд "
        "сомдун тегерегинде.",
        "Налоги Кумтора, взносы в Социальный фонд и другие обязательные платежи за 2016 год, около 7,633 млрд сомов.",
        "Taxes of Kumtor, contributions to the Social Fund and other mandatory payments of 2016, about 7.633 bn KGS.",
    ),
    "KU-2017": Money(
        "kumtor-taxes",
        "kumtor",
        "Кумтөрдүн 2017-жылдагы салыктары жана милдеттүү төлөмдөрү.",
        "Налоги и обязательные платежи Кумтора за 2017 год.",
        "Taxes and mandatory payments of Kumtor of 2017.",
    ),
    "KU-2019H1": Money(
        "kumtor-taxes",
        "government",
        "Кумтөрдүн 2019-жылдын биринчи жарымындагы салыктары жана милдеттүү төлөмдөрү.",
        "Налоги и обязательные платежи Кумтора за первое полугодие 2019 года.",
        "Taxes and mandatory payments of Kumtor of the first half of 2019.",
    ),
    "KU-2021-4m": Money(
        *KUMTOR_2022,
        "Кумтөрдүн дүң кирешеден салыгы, 2021-жылдын төрт айы; ошол жылдын жалпы суммасынын бир бөлүгү.",
        "Налог Кумтора с валового дохода, четыре месяца 2021 года; часть суммы того года.",
        "Gross receipts tax of Kumtor, four months of 2021; a part of that year's sum.",
        "kumtor_gross_tax",
    ),
    "KU-2022-4m-gross": Money(
        *KUMTOR_2022,
        "Кумтөрдүн дүң кирешеден салыгы, 2022-жылдын төрт айы.",
        "Налог Кумтора с валового дохода, четыре месяца 2022 года.",
        "Gross receipts tax of Kumtor, four months of 2022.",
        "kumtor_gross_tax",
    ),
    "KU-2022-4m-mrb": Money(
        *KUMTOR_2022,
        "Кумтөр минералдык-чийки зат базасын өнүктүрүүгө төлөгөн каражат, 2022-жылдын төрт айы.",
        "Платежи Кумтора на развитие минерально-сырьевой базы, четыре месяца 2022 года.",
        "Paid by Kumtor for the development of the mineral resource base, four months of 2022.",
    ),
    "KU-2022-5m": Money(
        *KUMTOR_2022,
        "Кумтөрдүн салыктары жана милдеттүү төлөмдөрү, 2022-жылдын беш айы; төрт айдын эки суммасын камтыйт.",
        "Налоги и обязательные платежи Кумтора, пять месяцев 2022 года; содержит обе суммы за четыре месяца.",
        "Taxes and mandatory payments of Kumtor, five months of 2022; contains both sums of the four months.",
    ),
    "KU-2022-div": Money(
        "kumtor-dividends",
        "kumtor_president",
        "2022-жыл үчүн мамлекеттик бюджетке төлөнгөн дивиденд, пайданын 25 пайызы.",
        "Дивиденды за 2022 год, выплаченные в государственный бюджет, 25 процентов прибыли.",
        "Dividends of 2022 paid to the state budget, 25 per cent of the profit.",
        "dividends",
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
