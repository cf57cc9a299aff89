"""One word for one thing: in each language, words that stand beside the one that texts of ours use.

The words that are used are a table of ``docs/translating.md``. Beginnings of words stand for all their forms; a
phrase that is allowed nevertheless stands below with its reason.
"""

OTHERS = {
    "en": {
        "limit": ("threshold", r"norms?\b", r"standards?\b"),
        "grievance": ("complain",),
        "district": ("raion", "rayon"),
        "oblast": (r"regions?\b", "province"),
        "station": ("sampling point", "monitoring point"),
        "reading": ("measurement",),
    },
    "ru": {
        "норматив": ("норм(?!атив)", "предел", "лимит"),
        "жалоба": ("обращени", "заявлени"),
        "инцидент": ("происшестви", "событи"),
        "область": ("регион",),
        "перечисление": ("трансферт",),
        "пост": ("станци",),
        "замер": ("измерени",),
        "выпуск": ("издани", "редакци"),
        "рудник": ("шахт", "прииск"),
    },
    "ky": {
        "чек": ("норма", "ченем", "лимит"),
        "даттануу": ("арыз", "кайрылуу"),
        "окуя": ("инцидент",),
        "облус": ("област", "регион"),
        "которуу": ("трансферт",),
        "бекет": ("станци",),
        "өлчөө": ("ченөө",),
        "чыгарылыш": ("басылма", "редакци"),
        "кен": ("рудник", "шахта"),
        "компания": ("ишкана",),
        "калыбына келтирүү": ("рекультивац",),
        "ойдон чыгарылган мисал": ("ойдон чыгарылган үлгү",),
    },
}
ALLOWED = {
    "en": {
        "a complaint or request": "what a grievance is, where the word is explained",
        "complaint made in public|agreements, complaints": "a kind of incident, which no register holds",
        r"oblast \(region\)|station \(sampling point\)": "the word that others may know, where ours is explained",
    },
    "ru": {
        r"предел\w* обнаружения": "what laboratories call the smallest value that they can tell",
        r"в (?:его )?пределах|(?:лишь|широкие) пределы|^пределы": "what lies between two ends",
        r"обращени\w+ (?:или|\(1\)|, собрание)|обращение, собрание": "a petition, the mildest form of an incident",
        "иное событие|каждое событие|^событие$": "something that is not counted as an incident",
        "единица измерения": "what a unit is called",
        "измерений ледников": "glaciers have no readings of stations",
    },
    "ky": {
        "рекультивация фонду": "name of a payment in law",
        r"окуя \(инцидент\)": "the word that others may know, where ours is explained",
        "— кайрылуу же чакан|: кайрылуу, жыйын|кайрылуудан": "a petition, the mildest form of an incident",
    },
}
