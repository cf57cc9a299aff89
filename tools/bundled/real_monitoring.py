"""Real statistics and readings: ``python -m tools.bundled.real_monitoring REAL_DIR OUT_DIR``.

REAL_DIR holds nsc_sdg, airnow_bishkek, glaciers_wgms and revenue_reported, each with its publisher's files or a table
compiled from them.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from tools.bundled.files import read_rows, write_rows
from tools.bundled.reference_published import STATISTIC_COLUMNS
from tools.bundled.synthetic_readings import READING_COLUMNS
from tools.bundled.synthetic_stations import STATION_COLUMNS

Rows = Iterable[dict[str, str]]
NATION = "417"
NATIONAL_COLUMNS = ["indicator_code", "year", "value"]
# Of the nation alone; hazardous waste also jumps from 245 to 18,337 kg a person in 2015, since tailings are counted.
LEFT_OUT = ("air_emissions", "haz_waste_per_person")
# Another product than the poverty rate of raions: neither is shown as a part of the other.
CODES = {"poverty": "poverty_oblast"}
# Osh city was counted with its oblast until then, and stands as zero.
NOT_COUNTED_APART = {("poverty", "41721", str(year)) for year in range(2007, 2013)}
# Shares that say of which year they are; the others are undated, or of contract workers alone.
DATED_JOBS = ("jerooy", "kuru-tegerek")
# The year of a mass balance ends about then; the source has years.
END_OF_GLACIER_YEAR = "09-30"
# WGMS key -> station, and names in Kyrgyz, Russian and English. The three beside Kumtor say how far they lie from it.
GLACIERS = {
    "732": ("abramov", "Абрамов мөңгүсү", "Ледник Абрамова", "Abramov glacier"),
    "781": (
        *("batysh-sook", "Батыш Суук мөңгүсү"),
        *("Ледник Западный Суёк", "Batysh Sook glacier"),
    ),
    "829": (
        *("bordu", "Борду мөңгүсү, Кумтөрдөн 6 км"),
        *("Ледник Борду, 6 км от Кумтора", "Bordu glacier, 6 km from Kumtor"),
    ),
    "3889": (
        *("no-354", "№ 354 мөңгүсү (Ак-Шыйрак), Кумтөрдөн 9 км"),
        *("Ледник № 354 (Ак-Шыйрак), 9 км от Кумтора", "Glacier No. 354 (Ak-Shyirak), 9 km from Kumtor"),
    ),
    "10402": (
        *("no-599", "№ 599 мөңгүсү (Күңгөй Ала-Тоо)"),
        *("Ледник № 599 (Кюнгёй Ала-Тоо)", "Glacier No. 599 (Küngöy Ala-Too)"),
    ),
    "753": ("golubin", "Голубин мөңгүсү", "Ледник Голубина", "Golubin glacier"),
    "813": ("kara-batkak", "Кара-Баткак мөңгүсү", "Ледник Кара-Баткак", "Kara-Batkak glacier"),
    "782": ("no-131", "№ 131 мөңгүсү", "Ледник № 131", "Glacier No. 131"),
    "805": (
        *("sary-tor", "Сары-Төр мөңгүсү, Кумтөрдөн 5 км"),
        *("Ледник Сары-Тор, 5 км от Кумтора", "Sary-Tor glacier, 5 km from Kumtor"),
    ),
}


def compile_files(real: Path, out: Path) -> None:
    """Write the seven files to ``out``."""
    glaciers = read_rows(real / "glaciers_wgms" / "kgz_glacier_mass_balance.csv")
    air = real / "airnow_bishkek"
    oblasts = read_rows(real / "nsc_sdg" / "nsc_sdg_oblast_statistics.csv")
    jobs = read_rows(real / "revenue_reported" / "local_jobs.csv")
    write_rows(out / "real_oblast_statistics.csv", STATISTIC_COLUMNS, of_oblasts(oblasts))
    write_rows(out / "real_national_statistics.csv", NATIONAL_COLUMNS, of_country(oblasts))
    write_rows(out / "real_local_jobs.csv", STATISTIC_COLUMNS, local_jobs(jobs))
    write_rows(out / "real_air_stations.csv", STATION_COLUMNS, read_rows(air / "stations.csv"))
    write_rows(out / "real_air_readings.csv", READING_COLUMNS, read_rows(air / "readings_pm25_daily.csv"))
    write_rows(out / "real_glaciers.csv", STATION_COLUMNS, glacier_stations(glaciers))
    write_rows(out / "real_glacier_balances.csv", READING_COLUMNS, glacier_balances(glaciers))


def of_oblasts(rows: Rows) -> Iterator[dict[str, object]]:
    """Annual statistics by oblast and city of republican status."""
    for row in rows:
        key = row["indicator_code"], row["area_code"], row["year"]
        if row["area_code"] == NATION or row["indicator_code"] in LEFT_OUT or key in NOT_COUNTED_APART:
            continue
        yield dict(zip(STATISTIC_COLUMNS, (_code(row), row["area_code"], row["year"], _value(row)), strict=True))


def of_country(rows: Rows) -> Iterator[dict[str, object]]:
    """The same of the country as a whole, of what is known by oblast, too."""
    for row in rows:
        if row["area_code"] == NATION and row["indicator_code"] not in LEFT_OUT:
            yield dict(zip(NATIONAL_COLUMNS, (_code(row), row["year"], _value(row)), strict=True))


def _code(row: Mapping[str, str]) -> str:
    return CODES.get(row["indicator_code"], row["indicator_code"])


def _value(row: Mapping[str, str]) -> str:
    return format(Decimal(row["value"]).scaleb(int(row["unit_mult"])).normalize(), "f")


def local_jobs(rows: Rows) -> Iterator[dict[str, object]]:
    """Shares of local people among the staff of mines, of the years in which they were told."""
    for row in rows:
        if row["site_id"] in DATED_JOBS:
            cells = (row["indicator_code"], row["district_code"], row["as_of"][:4], row["value"])
            yield dict(zip(STATISTIC_COLUMNS, cells, strict=True))


def glacier_stations(rows: Rows) -> Iterator[dict[str, object]]:
    """Each glacier once, as a station of the medium climate; none is said to watch a site."""
    districts = {row["wgms_id"]: row["district_code"] for row in rows}
    for number, (_, *names) in GLACIERS.items():
        cells = (_station(number), districts[number], None, "climate", None, "background", *names)
        yield dict(zip(STATION_COLUMNS, cells, strict=True))


def glacier_balances(rows: Rows) -> Iterator[dict[str, object]]:
    """One reading a glacier and year, at the end of the year of its balance."""
    for row in rows:
        day, value = f"{row['year']}-{END_OF_GLACIER_YEAR}", row["annual_balance_mm_we"]
        cells = (_station(row["wgms_id"]), "glacier_balance", day, "year", value, "mm w.e.", "third_party", "ok")
        yield dict(zip(READING_COLUMNS, cells, strict=True))


def _station(number: str) -> str:
    return f"glacier-{GLACIERS[number][0]}"


def main() -> None:
    """Read the two folders from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("real_dir", "out_dir"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    compile_files(arguments.real_dir, arguments.out_dir)


if __name__ == "__main__":
    main()
