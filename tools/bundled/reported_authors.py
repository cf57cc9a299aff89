"""Who made the compiled statements: bodies and offices in Kyrgyz, Russian and English, never a person."""

AUTHORS = {
    "alliance_altyn": (
        "«Альянс Алтын» ЖЧКсы",
        "ОсОО «Альянс Алтын»",
        "Alliance Altyn LLC",
    ),
    "kumtor": ("«Кумтөр Голд Компани»", "«Кумтор Голд Компани»", "Kumtor Gold Company"),
    "kumtor_president": (
        "«Кумтөр Голд Компани» компаниясынын президенти",
        "Президент компании «Кумтор Голд Компани»",
        "President of Kumtor Gold Company",
    ),
    "kazakhmys": (
        "«Казахмыс Голд Кыргызстан»",
        "«Казахмыс Голд Кыргызстан»",
        "Kazakhmys Gold Kyrgyzstan",
    ),
    "cabinet_deputy": (
        "Министрлер кабинетинин төрагасынын орун басары",
        "Заместитель председателя кабинета министров",
        "Deputy head of the Cabinet of Ministers",
    ),
    "cabinet": (
        "Министрлер кабинетинин төрагасы",
        "Председатель кабинета министров",
        "Head of the Cabinet of Ministers",
    ),
    "prime_minister": ("Премьер-министр", "Премьер-министр", "Prime Minister"),
    "government": ("Кыргыз Республикасынын Өкмөтү", "Правительство Кыргызской Республики", "Government"),
    "envoy_issyk_kul": (
        "Өкмөттүн Ысык-Көл облусундагы ыйгарым укуктуу өкүлү",
        "Полномочный представитель правительства в Иссык-Кульской области",
        "Plenipotentiary of the Government in Issyk-Kul oblast",
    ),
    "envoy_naryn": (
        "Өкмөттүн Нарын облусундагы ыйгарым укуктуу өкүлү",
        "Полномочный представитель правительства в Нарынской области",
        "Plenipotentiary of the Government in Naryn oblast",
    ),
    "ministry": (
        "Жаратылыш ресурстары, экология жана техникалык көзөмөл министрлиги",
        "Министерство природных ресурсов, экологии и технического надзора",
        "Ministry of Natural Resources, Ecology and Technical Supervision",
    ),
    "subsoil_committee": (
        "Өнөр жай, энергетика жана жер казынасын пайдалануу мамлекеттик комитети",
        "Государственный комитет промышленности, энергетики и недропользования",
        "State Committee for Industry, Energy and Subsoil Use",
    ),
    "chon_kemin": (
        "Чоң-Кемин айыл өкмөтүнүн башчысы",
        "Глава айыл окмоту Чон-Кемин",
        "Head of the aiyl okmotu of Chon-Kemin",
    ),
    "state_2018": (
        "Мамлекеттик органдар, агенттиктин кабары боюнча",
        "Государственные органы, по сообщению агентства",
        "State bodies, as the agency reports",
    ),
    "sck_cen": (
        "SCK CEN, Бельгиянын ядролук изилдөө борбору",
        "SCK CEN, Бельгийский центр ядерных исследований",
        "SCK CEN, Belgian Nuclear Research Centre",
    ),
    "green_cross": ("Green Cross, бейөкмөт уюм", "Green Cross, общественная организация", "Green Cross, an NGO"),
    "bankwatch": (
        "CEE Bankwatch бейөкмөт уюму үчүн эксперттик отчет",
        "Экспертный отчёт для общественной организации CEE Bankwatch",
        "Expert report for the NGO CEE Bankwatch",
    ),
    "laboratory": (
        "Мамлекеттик комиссия үчүн көз карандысыз лаборатория",
        "Независимая лаборатория для государственной комиссии",
        "Third-party laboratory for the State Commission",
    ),
    "spill_commission": ("Эл аралык комиссия", "Международная комиссия", "International commission"),
    "ebrd": (
        "Европа реконструкциялоо жана өнүктүрүү банкы (ЕРӨБ)",
        "Европейский банк реконструкции и развития (ЕБРР)",
        "European Bank for Reconstruction and Development (EBRD)",
    ),
    "european_commission": ("Европа комиссиясы", "Европейская комиссия", "European Commission"),
    "camp": ("CAMP Алатоо, ПРООН менен", "CAMP Алатоо, с ПРООН", "CAMP Alatoo, with UNDP"),
}
