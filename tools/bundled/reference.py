"""Compile the real bundled files:

``python -m tools.bundled.reference REFERENCE_DIR PUBLISHED_DIR REAL_DIR OUT_DIR``.

REFERENCE_DIR holds districts.csv, sites.csv and incidents.csv as compiled for the project;
PUBLISHED_DIR holds the EITI record and the poverty table as their publishers made them;
REAL_DIR has a folder for each other set of real figures.
"""

import argparse
from pathlib import Path

from tools.bundled import reference_money
from tools.bundled.files import read_rows, write_rows
from tools.bundled.reference_coal_mines import compile_coal_mines
from tools.bundled.reference_districts import DISTRICT_COLUMNS, OBLAST_COLUMNS, OBLASTS, compile_districts
from tools.bundled.reference_incidents import compile_incidents
from tools.bundled.reference_published import (
    NATIONAL_COLUMNS,
    STATISTIC_COLUMNS,
    compile_national_revenue,
    compile_poverty,
)
from tools.bundled.reference_sites import (
    CONCERNED_COLUMNS,
    OPERATOR_COLUMNS,
    SITE_COLUMNS,
    compile_sites,
    district_rows,
    operator_rows,
)


def compile_files(reference: Path, folder: Path, real: Path, out: Path) -> list[str]:
    """Write the eight files to ``out``; returns a remark for every row that was not taken as it stood."""
    districts = compile_districts(read_rows(reference / "districts.csv"))
    incidents, date_remarks = compile_incidents(read_rows(reference / "incidents.csv"))
    poverty, poverty_remarks = compile_poverty(folder / "kgz_poverty_by_district.json", districts)
    national = compile_national_revenue(folder / "eiti_api_v1_kyrgyz_republic.json")
    write_rows(out / "oblasts.csv", OBLAST_COLUMNS, OBLASTS)
    write_rows(out / "districts.csv", DISTRICT_COLUMNS, districts)
    mines = compile_coal_mines(read_rows(real / "sites_gem" / "gem_coal_mines_kgz.csv"))
    write_rows(out / "sites.csv", SITE_COLUMNS, [*compile_sites(read_rows(reference / "sites.csv")), *mines])
    write_rows(out / "site_operators.csv", OPERATOR_COLUMNS, operator_rows())
    write_rows(out / "site_districts.csv", CONCERNED_COLUMNS, district_rows())
    write_rows(out / "incidents.csv", list(incidents[0]), incidents)
    write_rows(out / "statistics.csv", STATISTIC_COLUMNS, poverty)
    write_rows(out / "national_revenue.csv", NATIONAL_COLUMNS, national)
    return [*date_remarks, *poverty_remarks]


def main() -> None:
    """Read the four folders from the command line and print what was corrected."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("reference_dir", "published_dir", "real_dir", "out_dir"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    for remark in compile_files(
        arguments.reference_dir, arguments.published_dir, arguments.real_dir, arguments.out_dir
    ):
        print(remark)
    reference_money.compile_files(arguments.real_dir, arguments.out_dir)


if __name__ == "__main__":
    main()
