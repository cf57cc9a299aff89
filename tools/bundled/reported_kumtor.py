"""Statements about the money of Kumtor, of the funds that it pays into, and of Solton-Sary in the same oblast."""

from tools.bundled.reported_money import Money

KUMTOR_2022 = ("kumtor-taxes-2022", "kumtor")

KUMTOR = {
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
}
