"""Documented sites, carried over with their kind; who ran them and which districts they concern, fact by fact.

What the compilation knows only from memory names no report here, and no operator.
"""

from data_access.vocabulary import languages

Row = dict[str, object]

SITE_COLUMNS = [
    "site_id",
    "district_code",
    *languages.columns("name"),
    "kind",
    "commodity",
    "operator",
    "status",
    "status_year",
    "lat",
    "lon",
    "uncertainty_km",
    "note",
    "basis",
]
OPERATOR_COLUMNS = ["site_id", "operator", "organisation_code", "valid_from", "valid_to", "stated_year", "basis"]
CONCERNED_COLUMNS = ["site_id", "area_code", "role", "basis"]

PLANTS = {"kara-balta", "kadamjay-sb"}
LEGACY_STATES = {"legacy", "remediation", "remediated", "remediated_partly"}
FROM_MEMORY = ("memory", "open.kg (name only)")
# Numbers of the project's own papers mean nothing to a reader.
OWN_PAPERS = "seed 002; "

GEM = "Global Energy Monitor, Global Coal Mine Tracker, April 2024"
FINEPRINT = "fineprint-global/compilation_mining_data has"
# What another public list says of the place of a site, and who ran it; where it disagrees, ours is kept within its
# radius until a map or the licence decides.
BESIDE = {
    "bozymchak": f"{FINEPRINT} 41.259 N 71.065 E, 40 km away: ours is kept",
    "taldy-bulak-lev": f"{FINEPRINT} 42.683 N 75.667 E, 9 km away: ours is kept",
    "kara-keche": f"{GEM}: 41.724 N 74.793 E, 4 km away, within the radius: ours is kept",
}
# Site, operator as reports write it, first day, last day, report.
OPERATORS_BY_DATE = (
    (
        "kumtor",
        "Kumtor Gold Company CJSC, under external management",
        "2021-05-17",
        "2022-08-22",
        "kumtor.kg: external management from 17 May 2021; counted to the day before full state ownership was declared",
    ),
    ("kumtor", "Kumtor Gold Company CJSC, 100 % state", "2022-08-23", "", "kumtor.kg: declared on 23 August 2022"),
)
# Site, operator, the year of which the report names it, report.
OPERATORS_BY_REPORT = (
    ("kumtor", "Kumtor Gold Company", 2019, "24.kg 140113"),
    ("makmal", "Makmal Gold Company / Kyrgyzaltyn", 2025, "timesca.com; 24.kg 109326; eo-miners.eu"),
    ("makmal", "GL Makmal Developing (plant under construction at Kazarman)", 2018, "24.kg 75409, 77445, 85649"),
    ("bozymchak", "Kazakhmys Gold Kyrgyzstan", 2014, "azattyk 24946068"),
    ("bozymchak", "KAZ Minerals Bozymchak LLC", 2017, "KAZ Minerals RNS 2017-11-02"),
    ("taldy-bulak-lev", "Altynken / Superb Pacific", 2012, "RFE/RL; Interfax 2013-08-16"),
    (
        "taldy-bulak-lev",
        "Altynken LLC (Zijin 60 / Kyrgyzaltyn 40)",
        2015,
        "reuters 2015-07-29; kyrgyzaltyn.kg branch/6",
    ),
    ("jerooy", "Alliance Altyn LLC", 2020, "24.kg 169903"),
    ("jerooy", "Alliance Altyn LLC", 2025, "alliance-altyn.com; 24.kg 318168"),
    ("ishtamberdy", "Full Gold Mining LLC", 2020, "Kloop via freetvonline 2020-10-06"),
    ("jamgyr", "Vertex Gold Company LLC", 2019, "ibc.kg 2019-08-15"),
    ("jamgyr", "Vertex Gold Company LLC", 2020, "24.kg 167918"),
    ("kuru-tegerek", "Kichi-Chaarat CJSC (China National Gold)", 2018, "investment.usite.pro 2018; JOGMEC 2018-12-04"),
    (
        "chaarat",
        "Chaarat Zaav CJSC (sale to Silvercorp announced)",
        2026,
        "chaarat.com; PR Newswire 2026-02-24; 24.kg 324001",
    ),
    ("solton-sary", "Zhong Ji Mining Company (Buchuk)", 2019, "24.kg 125505, 125638"),
    ("solton-sary", "Zhong Ji Mining Company (Buchuk)", 2025, "24.kg 362288"),
    ("solton-sary", "Kyrgyzaltyn (Altyn-Tor)", 2025, "24.kg 362288; kaktus 395733"),
    ("kara-keche", "Kyrgyzkomur SE and others", 2020, "24.kg 167918"),
    ("kara-keche", "Kyrgyz Komur State Enterprise", 2024, GEM),
    ("kyzyl-bulak", "Parity Coal LLC", 2024, GEM),
    ("jergalan", "Shakhta Zhergalan JSC", 2024, GEM),
    ("shambesai", "Z-Explorer (Manas Resources)", 2013, "Eurasianet 67650"),
    ("shambesai", "Tiandi International Mining", 2018, "24.kg 297154"),
    ("terek-sai", "Eti Bakir Tereksay LLC", 2020, "24.kg 167918"),
    ("terek-sai", "Eti Bakir Tereksay LLC", 2021, "24.kg 207082"),
    ("andash", "Kentor Gold", 2011, "Reuters special report June 2011"),
    ("kyzyl-ompol", "YurAsia", 2019, "24.kg 116309; for.kg 565194"),
    ("kyzyl-ompol", "Kyrgyzaltyn OJSC (licence of July 2024)", 2024, "interfax 104740; 24.kg 287206"),
    ("shyralzhyn", "Altyn Kumushtak Mining LLC", 2014, "tengrinews 252707"),
    ("taldybulak-talas", "Talas Copper Gold", 2011, "AP / Washington Post 2011-03-20"),
    ("aprelskoye", "Almazintex", 2012, "Reuters 2012-11-29"),
    ("solomo", "KGM Ltd", 2018, "24.kg 73333"),
    ("kara-balta", "Kyrgyzaltyn (refinery); KGRK", 2020, "24.kg 167963"),
    ("mailuu-suu-ult", "Ministry of Emergency Situations", 2023, "NEI 2023; 24.kg 228908"),
    ("min-kush-ult", "Ministry of Emergency Situations / Rosatom / EBRD ERA", 2025, "24.kg 228908; trend.az 4013453"),
    ("ak-tyuz", "Ministry of Emergency Situations (taken on state balance)", 2024, "open.kg (Ak-Tyuz tailings No. 4)"),
    ("kadji-sai-ult", "Ministry of Emergency Situations / Rosatom", 2025, "24.kg 109396; trend.az 4013453"),
    ("shekaftar-ult", "Ministry of Emergency Situations / EBRD ERA", 2022, "24.kg 228908"),
    ("sumsar", "Ministry of Emergency Situations", 2025, "trend.az 4013453"),
    ("kyzyl-jar-ult", "Ministry of Emergency Situations", 2025, "trend.az 4013453"),
    ("kan-tailings", "Ministry of Emergency Situations", 2025, "trend.az 4013453"),
    ("nookat-tailings", "Ministry of Emergency Situations", 2025, "trend.az 4013453"),
    ("kanysh-kiya-pilot", "CAMP Alatoo / UNDP", 2024, "camp.kg; environmentalgovernanceprogramme.org"),
)
# Site, district or oblast, role, report.
SITE_CONCERNS = (
    ("kumtor", "41702", "revenue_sharing", "24.kg 64936: 1 % to the development fund of the oblast since 2009"),
    ("kumtor", "41704", "revenue_sharing", "kadam-media 119520: 0.6 % to the development fund of the oblast, May 2022"),
    ("kyzyl-ompol", "41704235", "affected", "interfax 104740; 24.kg 287206"),
    ("ishtamberdy", "41703230", "host", "freetvonline 2020-10-06; azattyk 24290998: sources disagree on the district"),
)


def compile_sites(rows: list[dict[str, str]]) -> list[Row]:
    """Sites without the columns that repeat the district; a doubtful position is said in the note."""
    return [_site(row) for row in rows]


def operator_rows() -> list[Row]:
    """Rows of site_operators.csv: periods known to the day first, then years of which a report names an operator."""
    periods = [
        dict(zip(("site_id", "operator", "valid_from", "valid_to", "basis"), row, strict=True))
        for row in OPERATORS_BY_DATE
    ]
    years = [
        dict(zip(("site_id", "operator", "stated_year", "basis"), row, strict=True)) for row in OPERATORS_BY_REPORT
    ]
    return [*periods, *years]


def district_rows() -> list[Row]:
    """Rows of site_districts.csv: what is known beside the district that each site is stated to lie in."""
    return [dict(zip(CONCERNED_COLUMNS, row, strict=True)) for row in SITE_CONCERNS]


def _site(row: dict[str, str]) -> Row:
    cells = {column: row[column] for column in SITE_COLUMNS if column in row}
    remarks = [row["note"]] if row["note"] else []
    if row["geom_district_agrees"] != "yes":
        other = row["geom_district_agrees"].removeprefix("no:")
        remarks.append(f"the position falls in {other}; the stated district is kept")
    source = "" if row["source"] in FROM_MEMORY else row["source"].removeprefix(OWN_PAPERS)
    basis = "; ".join(filter(None, (source, BESIDE.get(row["site_id"]))))
    about = {"kind": _kind(row), "uncertainty_km": row["coord_uncertainty_km"]}
    return cells | about | {"note": "; ".join(remarks), "basis": basis}


def _kind(row: dict[str, str]) -> str:
    if row["status"] == "pilot":
        return "pilot"
    if row["site_id"] in PLANTS:
        return "plant"
    return "legacy" if row["status"] in LEGACY_STATES else "mine"
