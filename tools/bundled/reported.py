"""Compile what further public reports tell: ``python -m tools.bundled.reported REAL_DIR OUT_DIR``.

REAL_DIR holds a folder for each set that was compiled for the project, as ``incidents_new``; OUT_DIR has the files that
``tools.bundled.reference`` writes.
"""

import argparse
from pathlib import Path

from tools.bundled import reported_commitments, reported_dialogue, reported_outcomes, reported_production
from tools.bundled.files import read_rows, write_rows
from tools.bundled.reference_incidents_further import compile_further
from tools.bundled.reported_statements import COLUMNS, money_rows, monitoring_rows, rehabilitation_rows


def compile_files(real: Path, lists: Path, out: Path) -> None:
    """Write the files to ``out``; ``lists`` has the lists of places, whose names they repeat, and of incidents."""
    columns = list(read_rows(lists / "incidents.csv")[0])
    incidents = compile_further(read_rows(real / "incidents_new" / "incidents_new.csv"), _names(lists), columns)
    statements = [
        *money_rows(read_rows(real / "revenue_reported" / "revenue_reported.csv")),
        *monitoring_rows(read_rows(real / "monitoring_statements" / "monitoring_statements.csv")),
        *rehabilitation_rows(read_rows(real / "rehabilitation" / "rehabilitation.csv")),
    ]
    write_rows(out / "real_incidents_2002_2025.csv", list(incidents[0]), incidents)
    write_rows(out / "real_statements.csv", COLUMNS, statements)
    events = read_rows(real / "incidents_new" / "incidents_new.csv")
    write_rows(out / "real_dialogue.csv", reported_dialogue.COLUMNS, reported_dialogue.meeting_rows(events))
    write_rows(out / "real_projects.csv", reported_outcomes.PROJECT_COLUMNS, reported_outcomes.project_rows())
    write_rows(out / "real_results.csv", reported_outcomes.RESULT_COLUMNS, reported_outcomes.result_rows())
    stages = reported_outcomes.rehabilitation_rows(read_rows(real / "rehabilitation" / "rehabilitation.csv"))
    write_rows(out / "real_rehabilitation.csv", reported_outcomes.REHABILITATION_COLUMNS, stages)
    addresses = _addresses(real, lists)
    promises = reported_commitments
    write_rows(out / "real_commitments.csv", promises.COMMITMENT_COLUMNS, promises.commitment_rows(addresses))
    write_rows(out / "real_commitment_steps.csv", promises.STEP_COLUMNS, promises.step_rows(addresses))
    production = reported_production.production_rows(read_rows(real / "revenue_reported" / "sales_and_production.csv"))
    write_rows(out / "real_production.csv", reported_production.COLUMNS, production)


def _addresses(real: Path, lists: Path) -> dict[str, str]:
    """Addresses of reports by the key of their row; of jobs by the mine."""
    tables = (
        (lists / "incidents.csv", "incident_id", "source_url"),
        (real / "incidents_new" / "incidents_new.csv", "incident_id", "address"),
        (real / "revenue_reported" / "revenue_reported.csv", "row_id", "address"),
        (real / "revenue_reported" / "local_jobs.csv", "site_id", "address"),
    )
    return {row[key]: row[address] for path, key, address in tables for row in read_rows(path)}


def _names(lists: Path) -> dict[str, str]:
    """English names of oblasts, districts and sites by their codes."""
    keys = {"oblasts": "oblast_code", "districts": "district_code", "sites": "site_id"}
    return {row[key]: row["name_en"] for name, key in keys.items() for row in read_rows(lists / f"{name}.csv")}


def main() -> None:
    """Read the two folders from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("real_dir", "out_dir"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    compile_files(arguments.real_dir, arguments.out_dir, arguments.out_dir)


if __name__ == "__main__":
    main()
