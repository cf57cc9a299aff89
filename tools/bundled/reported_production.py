"""Rows of the file of production and sales of mines, from the compilation of what reports tell of them."""

from collections.abc import Iterator
from typing import Any

from data_access.vocabulary import languages

Row = dict[str, str]

NOTES = languages.columns("note")
COLUMNS = [
    *("site_id", "year", "commodity_code", "production_measure", "reported_figure", "production_unit"),
    *("producer", "told_by", *NOTES, "published_in", "quote", "quote_language", "url"),
]
# What the compilation calls a measure: what was produced or sold, and our measure.
MEASURES = {
    "gold produced": ("gold", "produced"),
    "gold in concentrate": ("gold", "in_concentrate"),
    "ore mined": ("ore", "mined"),
    "sales": ("all_products", "sales"),
    "gross income": ("all_products", "gross_income"),
}
# The output of one mine is told together with the gold that it is worth; of the other no product is named.
OUTPUT_OF = {"kumtor": "gold", "jerooy": "all_products"}
UNITS = {"thousand troy ounces": "koz"}
# Reports of companies, and what media have from the oblast; of all others it is not recorded who told them.
TELLERS = {"KAZ Minerals annual reports": "company", "Zijin Annual Report": "company", "Open.kg, quoting": "state"}
LANGUAGES = {"azattyk.org": "ky", "open.kg": "ky", "economist.kg": "ru"}
COPY = "fineprint"
# In Kyrgyz, Russian and English.
NOTED = {
    ("solton-sary", "2025", "gold produced"): (
        "Бучук участогу гана, бүт кен эмес",
        "Только участок Бучук, а не всё месторождение",
        "The Buchuk section alone, not the whole deposit",
    ),
    ("kumtor", "2018", "output value"): (
        "Булакта «46,143 миллиард» деп жазылган; 46,143 млрд сом деп окулду",
        "В источнике написано «46,143 billion»; прочитано как 46,143 млрд сомов",
        "The report writes “46,143 billion”; read as 46.143 bn KGS",
    ),
    ("kumtor", "2022", "gold produced"): (
        "17,3 тоннага чейин тегеректелген",
        "Округлено до 17,3 тонны",
        "Rounded to 17.3 tonnes",
    ),
}


def production_rows(rows: list[Row]) -> Iterator[dict[str, Any]]:
    """All rows. Raises ``KeyError`` where a measure is new."""
    for row in rows:
        own = {name: row[name] for name in ("site_id", "year")}
        commodity, measure = MEASURES.get(row["measure"]) or (OUTPUT_OF[row["site_id"]], "output_value")
        yield own | {
            "commodity_code": commodity,
            "production_measure": measure,
            "reported_figure": row["value"].removesuffix(".0"),
            "production_unit": UNITS.get(row["unit"], row["unit"]),
            "producer": row["payer"],
            "told_by": next((code for name, code in TELLERS.items() if row["publisher"].startswith(name)), "medium"),
            **dict(zip(NOTES, NOTED.get((row["site_id"], row["year"], row["measure"]), ()), strict=False)),
            "published_in": row["publisher"],
            "url": row["address"],
            **_quote(row),
        }


def _quote(row: Row) -> dict[str, str]:
    """The name of a sheet is no quote."""
    if COPY in row["address"]:
        return {}
    codes = (code for name, code in LANGUAGES.items() if f"//{name}/" in row["address"])
    return {"quote": row["quote"].partition(" (read:")[0], "quote_language": next(codes, "en")}
