"""A mapping for each format that needs one: those that the project brings along, and the least of the others."""

from data_access.store.settings import CHECKOUT

BROUGHT = CHECKOUT / "loaders" / "mappings"
FILES = {
    "airnow": "airnow_bishkek",
    "kobo_grievances": "example_kobo_grievances",
    "kobo_readings": "example_kobo_readings",
    "laboratory_wide": "example_laboratory_wide",
    "open311": "example_open311",
    "open_budget": "example_open_budget",
    "register_steps": "example_register_steps",
    "mass_mobilization": "mass_mobilization",
    "estma": "estma_kyrgyz_republic",
    "payments_to_governments": "kaz_minerals",
    "sdmx_ml": "nsc_unemployment",
    "statistics_wide": "example_statistics_wide",
    "wgms": "wgms",
}
PAYMENTS = """
[columns]
year = "Year"
stream = "Stream"
agency = "Agency"
amount_company = "Company"
amount_government = "Government"
[constants]
currency = "KGS"
[stream_alias]
"Royalty" = "royalty"
[receiver_level]
"Tax service" = "republic"
"""
MAPPINGS = {name: (BROUGHT / f"{file}.toml").read_text(encoding="utf-8") for name, file in FILES.items()} | {
    "reconciliation": PAYMENTS,
    "subnational_csv": PAYMENTS,
    "eiti_summary": "[stream_alias]\n[receiver_level]\n",
}
