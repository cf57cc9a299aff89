"""Real money, from files of publishers and a table of amounts that reports name: rows of the project's own formats.

Of what reports name only amounts of one year are flows: those of several years, of parts of a year, of plans, and those
that hold others, are statements and stay out.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.bundled.files import read_rows, write_rows

Row = dict[str, object]
ORGANISATION_COLUMNS = ["organisation_code", "organisation_type", "name_ky", "name_ru", "name_en"]
ORGANISATIONS = (
    ("centerra-gold", "company", "Центерра Голд Инк.", "Центерра Голд Инк.", "Centerra Gold Inc."),
    ("kumtor-gold", "company", "«Кумтөр Голд Компани» ЖАК", "ЗАО «Кумтор Голд Компани»", "Kumtor Gold Company CJSC"),
    (
        "kaz-bozymchak",
        "company",
        "«КАЗ Минералз Бозымчак» ЖЧК",
        "ОсОО «КАЗ Минералз Бозымчак»",
        "KAZ Minerals Bozymchak LLC",
    ),
    ("kyrgyzaltyn", "company", "«Кыргызалтын» ААК", "ОАО «Кыргызалтын»", "Kyrgyzaltyn OJSC"),
    (
        "issyk-kul-fund",
        "fund",
        "Ысык-Көл облусун өнүктүрүү фонду",
        "Фонд развития Иссык-Кульской области",
        "Issyk-Kul oblast development fund",
    ),
)
FLOW_COLUMNS = [
    *("flow_id", "stage", "period_start", "period_end", "payer_code", "receiver_level", "oblast_code", "district_code"),
    *("place_basis", "stream_code", "gfs_code", "site_id", "purpose_code", "amount_company", "amount_government"),
    *("currency", "discrepancy_note"),
]
TOTAL_COLUMNS = [
    *("fiscal_year", "amount_government_usd", "amount_company_usd", "amount_government_kgs", "kgs_per_usd"),
]
PAYERS = {
    "Centerra Gold Inc.": "centerra-gold",
    "Kumtor Gold Company CJSC": "kumtor-gold",
    "KAZ Minerals Bozymchak LLC": "kaz-bozymchak",
    "Kyrgyzaltyn OJSC": "kyrgyzaltyn",
    "Issyk-Kul oblast development fund": "issyk-kul-fund",
}
#: Categories of the Canadian act; what its taxes are made of is not told.
CATEGORIES = {
    "Taxes": "taxes",
    "Fees": "fees",
    "Bonuses": "bonus",
    "Dividends": "dividends",
    "Infrastructure Improvement Payments": "infrastructure",
}
#: Streams as the table of reported amounts has them -> ours; the share of Kumtor was 2 % before it was 1 %.
STREAMS = {
    "royalty": "royalty",
    "withholding_tax": "withholding_tax",
    'royalty_or_2pct (column "Mineral Extraction Tax and Royalties")': "royalty_or_2pct",
    'social_package (column "Infrastructure and social payments")': "infrastructure",
    "kumtor_gross_tax": "kumtor_gross_tax",
    "infra_2pct": "infra_2pct",
    "issyk_kul_1pct": "issyk_kul_1pct",
    "issyk_kul_2pct": "issyk_kul_1pct",
}
PURPOSES = {
    "roads_water_infrastructure": "roads_water",
    "administration_other": "administration",
}
#: File -> the rows of that table that stand in it.
REPORTED = {
    "real_kaz_minerals": ("KM-2017-1", "KM-2017-2", "KM-2017-3", "KM-2019-1", "KM-2019-2", "KM-2019-3", "KM-2019-4"),
    "real_kumtor": ("KU-2021-gross",),
    "real_kyrgyzaltyn": ("KN-2013-1", "KN-2013-2"),
    "real_issyk_kul_2020": tuple(f"IK-2020-{number}" for number in range(1, 11)),
    "real_issyk_kul_transfers": ("IK-2000-1", "IK-2007-1", "IK-2008-1", "IK-2011-1"),
}
TOTALS = ("NM-2022", "NM-2023")
#: Where the source names no body but a mine, the place is the district of that mine.
OF_SITE = "district of the mine"


def compile_files(real: Path, out: Path) -> None:
    """Write the files ``real_….csv`` of money to ``out``, from the folder of real data."""
    rows_by_id = {row["row_id"]: row for row in read_rows(real / "revenue_reported" / "revenue_reported.csv")}
    organisations = (dict(zip(ORGANISATION_COLUMNS, row, strict=True)) for row in ORGANISATIONS)
    write_rows(out / "real_organisations.csv", ORGANISATION_COLUMNS, organisations)
    write_rows(out / "real_centerra.csv", FLOW_COLUMNS, compile_estma(real / "estma"))
    for name, rows in REPORTED.items():
        write_rows(out / f"{name}.csv", FLOW_COLUMNS, (_flow(rows_by_id[row]) for row in rows))
    write_rows(out / "real_national_revenue.csv", TOTAL_COLUMNS, (_total(rows_by_id[row]) for row in TOTALS))
    for folder, path, name in (
        ("fx_imf", "fx_rates.csv", "real_fx_rates.csv"),
        ("cpi_worldbank", "price_index_derived.csv", "real_price_index.csv"),
    ):
        years = read_rows(real / folder / path)
        write_rows(out / name, [*years[0]], years)


def compile_estma(folder: Path) -> Iterator[Row]:
    """Centerra's payments by payee. The same stand in the report by project once more: those are left out."""
    rows = read_rows(folder / "estma_centerra_kyrgyzstan_2016_2019.csv")
    by_payee = [row for row in rows if row["row_kind"] == "by payee"]
    for number, row in enumerate(by_payee, start=1):
        place = row["area_code"]
        yield {
            **_year(f"ESTMA-{row['fiscal_year']}-{number:02}", row["fiscal_year"]),
            "stage": "payment",
            "payer_code": PAYERS[row["payer"]],
            "receiver_level": row["receiver_level"],
            **_place(place, "oblast_or_district" if row["area_note"].startswith("AMBIGUOUS") else None),
            "stream_code": CATEGORIES[row["payment_category"]],
            "site_id": row["site_id"],
            "amount_company": row["amount_usd"],
            "currency": "USD",
            "discrepancy_note": f"category {row['payment_category']}, payee {row['payee']}",
        }


def _flow(row: dict[str, str]) -> Row:
    """A flow that a report names; what a company states of itself is its figure, all else the receiver's."""
    is_of_company = row["stage"] == "payment"
    return {
        "flow_id": row["row_id"],
        "stage": row["stage"],
        "period_start": row["period_start"],
        "period_end": row["period_end"],
        "payer_code": PAYERS[row["payer"]],
        "receiver_level": _level(row),
        **_place(row["area_code"], "site" if row["area_basis"].startswith(OF_SITE) else None),
        "stream_code": STREAMS[row["stream"]],
        "site_id": row["site_id"],
        "purpose_code": PURPOSES.get(row["purpose"], row["purpose"]),
        "amount_company" if is_of_company else "amount_government": row["amount"],
        "currency": row["currency"],
        "discrepancy_note": "; ".join(_notes(row)),
    }


def _level(row: dict[str, str]) -> str:
    """Local budgets where the report says so."""
    return "local_budget" if row["receiver_text"] == "местный бюджет" else row["receiver_level"]


def _notes(row: dict[str, str]) -> Iterable[str]:
    """How exact an amount is, up to when, and where it stands."""
    about = "about" if row["qualifier"] == "≈" else ""
    return filter(None, (about, row["period_note"], row["address"]))


def _year(flow_id: str, year: str) -> Row:
    return {"flow_id": flow_id, "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}


def _place(code: str, basis: str | None) -> Row:
    """A district by the eight digits of its code, an oblast by five."""
    column = "district_code" if len(code) == len("41702220") else "oblast_code"
    return {column: code, "place_basis": basis}


def _total(row: dict[str, str]) -> Row:
    return {"fiscal_year": row["period_start"][:4], "amount_government_kgs": row["amount"]}
