"""Poverty by district and national mining revenue, from the publishers' JSON files."""

import json
from pathlib import Path

STATISTIC_COLUMNS = ["indicator_code", "district_code", "year", "value"]
NATIONAL_COLUMNS = ["fiscal_year", "amount_government_usd", "amount_company_usd", "kgs_per_usd"]

#: How the poverty table spells provinces and districts that the reference knows under no such alias.
_PROVINCES = {
    "Issik-Kul": "41702",
    "Jalalabad": "41703",
    "Naryn": "41704",
    "Batken": "41705",
    "Osh": "41706",
    "Talas": "41707",
    "Chui": "41708",
}
_SPELLINGS = {"Tuip": "Tyup", "Yssik-Ata": "Ysyk-Ata", "Yssik-Kul": "Issyk-Kul"}


def compile_poverty(path: Path, districts: list[dict[str, str]]) -> tuple[list[dict[str, object]], list[str]]:
    """Poverty rate in per cent by district and year, and a remark for each row whose code was not believed.

    The table pairs the codes of Alay and Alamudun, and of Jeti-Oguz and Jayil, with each other's
    row. Province and name agree with each other and with the values there (Alay, Osh oblast: 63 %
    to 47 %; Alamudun, next to the capital: 13 % to 9 %), so the name decides and not the code.
    Raises ``KeyError`` when no raion of the province has the name.
    """
    codes = _codes_by_name(districts)
    statistics: list[dict[str, object]] = []
    remarks = []
    for row in json.loads(path.read_text(encoding="utf-8"))["DataList"]:
        code = codes[_PROVINCES[row["Province"]], _SPELLINGS.get(row["District"], row["District"])]
        statistics += _yearly(code, row)
        if code != row["Adm2_Code"]:
            remarks.append(
                f"poverty: {row['District']} ({row['Province']}) has code {row['Adm2_Code']}; taken as {code}"
            )
    return sorted(statistics, key=lambda item: (item["district_code"], item["year"])), remarks


def _codes_by_name(districts: list[dict[str, str]]) -> dict[tuple[str, str], str]:
    """Codes of raions by oblast and any spelling; cities are left out, as the table has none."""
    return {
        (district["oblast_code"], name): district["district_code"]
        for district in districts
        if district["unit_type"] == "raion"
        for name in (district["name_en"], *district["aliases"].split(";"))
    }


def _yearly(code: str, row: dict[str, object]) -> list[dict[str, object]]:
    years = {int(key.removeprefix("poverty_")): value for key, value in row.items() if key.startswith("poverty_")}
    return [
        {"indicator_code": "poverty", "district_code": code, "year": year, "value": value}
        for year, value in years.items()
    ]


def compile_national_revenue(path: Path) -> list[dict[str, object]]:
    """National totals in USD by fiscal year; companies' figures exist for the last two years only."""
    record = json.loads(path.read_text(encoding="utf-8"))
    return [
        {
            "fiscal_year": year,
            "amount_government_usd": totals["government"],
            "amount_company_usd": totals.get("company"),
            "kgs_per_usd": round(float(record["metadata"][year]["currency_rate"]), 4),
        }
        for year, totals in sorted(record["revenues"].items())
    ]
